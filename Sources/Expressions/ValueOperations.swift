import MoneyAndDates

// What can be done with one value: read a field or position, turn its sign, give it a place.

extension Value {
  static func failed(_ kind: EvaluationError.Kind, at place: Range<Int>? = nil) -> Value {
    .error(EvaluationError(kind, at: place))
  }

  /// The same value; an error without a place gets one.
  func placed(at place: Range<Int>) -> Value {
    if case .error(let error) = self { .error(error.placed(at: place)) } else { self }
  }

  /// The value of `value.field`.
  func reading(_ field: String, at place: Range<Int>) -> Value {
    switch self {
    case .record(let record):
      record.field(field) ?? .failed(.absentField(field), at: place)
    case .map(let map): map[text: field] ?? .failed(.noSuchKey("'\(field)'"), at: place)
    case .error, .unknown: self
    default: .failed(.noSuchOperation(".\(field)", types: typeName), at: place)
    }
  }

  /// The value of `has(value.field)`.
  func having(_ field: String, at place: Range<Int>) -> Value {
    switch self {
    case .record(let record): .bool(record.field(field) != nil)
    case .map(let map): .bool(map[text: field] != nil)
    case .error, .unknown: self
    default: .failed(.noSuchOperation("has", types: typeName), at: place)
    }
  }

  /// `value[position]`; neither is an error or unknown.
  func element(at position: Value) -> Value {
    switch self {
    case .list(let elements):
      let index: Int64? =
        switch position {
        case .int(let number): number
        case .double(let number): Int64(exactly: number)
        default: nil
        }
      guard let index else {
        return .failed(.noSuchOperation("[]", types: "list, \(position.typeName)"))
      }
      guard index >= 0, index < elements.count else {
        return .failed(.noSuchPosition(String(index)))
      }
      return elements[Int(index)]
    case .map(let map): return map[position] ?? .failed(.noSuchKey(position.written))
    default: return .failed(.noSuchOperation("[]", types: "\(typeName), \(position.typeName)"))
    }
  }

  /// The value of `!value`.
  func negated(at place: Range<Int>) -> Value {
    switch self {
    case .bool(let truth): .bool(!truth)
    case .error, .unknown: self
    default: .failed(.noSuchOperation("!", types: typeName), at: place)
    }
  }

  /// The value of `-value`.
  func minus(at place: Range<Int>) -> Value {
    switch self {
    case .int(let number):
      number == .min ? .failed(.overflow, at: place) : .int(-number)
    case .double(let number): .double(-number)
    case .error, .unknown: self
    default: .failed(.noSuchOperation("-", types: typeName), at: place)
    }
  }

  /// A map of these entries, or the error of a repeated or impossible key.
  static func map(from entries: [(key: Value, value: Value)], at place: Range<Int>) -> Value {
    guard entries.count <= ExpressionLimit.listLength.most else {
      return .failed(.limit(.listLength), at: place)
    }
    if let map = MapValue(entries) { return .map(map) }
    var seen: Set<MapValue.Key> = []
    let bad = entries.first { entry in
      guard let key = MapValue.Key(entry.key) else { return true }
      if case .double = entry.key { return true }
      return !seen.insert(key).inserted
    }
    return .failed(.badKey(bad?.key.written ?? ""), at: place)
  }

  /// How a value is written in a message; only scalars in full.
  var written: String {
    switch self {
    case .null: "null"
    case .bool(let truth): String(truth)
    case .int(let number): String(number)
    case .double(let number): number.shortest
    case .string(let text): "'\(text)'"
    case .money(let amount): "money('\(amount.yuan)')"
    case .date(let day): "date('\(day.iso)')"
    default: typeName
    }
  }

  /// Steps that a comparison is charged for a long text.
  var textCost: Int { if case .string(let text) = self { text.utf8.count >> 6 } else { 0 } }

  /// Steps that a function is charged for a value it is given.
  var cost: Int {
    switch self {
    case .string(let text): text.utf8.count >> 6
    case .list(let elements): elements.count >> 3
    case .map(let map): map.count >> 3
    default: 0
    }
  }

  /// Whether the value may be given to a parameter; of a list or map only the first element counts.
  func fits(_ type: ExpressionType) -> Bool {
    switch (type, self) {
    case (.dyn, _), (.parameter, _), (.error, _), (.bool, .bool), (.int, .int), (.double, .double),
      (.string, .string), (.null, .null), (.money, .money), (.date, .date), (.rate, .rate),
      (.type, .type), (.number, .int), (.number, .double):
      true
    case (.list(let element), .list(let values)): values.first?.fits(element) ?? true
    case (.map(let key, let value), .map(let map)):
      map.entries.first.map { $0.key.fits(key) && $0.value.fits(value) } ?? true
    case (.record(let name), .record(let record)): record.recordType == name
    default: false
    }
  }
}

extension Function {
  /// Whether the arguments may be given to it.
  func fits(_ arguments: [Value]) -> Bool {
    guard takes(arguments.count) else { return false }
    return arguments.enumerated().allSatisfy { position, argument in
      parameter(at: position).map(argument.fits) ?? false
    }
  }
}

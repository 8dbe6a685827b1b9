// The members of texts that look for one text in another or take texts apart. Positions and pieces
// count Unicode scalars.

extension Environment {
  /// A text, another text and a number, where the arguments are that.
  fileprivate struct Question {
    let text: [Unicode.Scalar]
    let part: [Unicode.Scalar]
    let number: Int?

    init?(_ arguments: [Value], number position: Int = 2) {
      guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else {
        return nil
      }
      self.text = Array(text.unicodeScalars)
      self.part = Array(part.unicodeScalars)
      if arguments.count > position, case .int(let number) = arguments[position] {
        self.number = Int(clamping: number)
      } else {
        self.number = nil
      }
    }

    /// How many occurrences or pieces are wanted; a negative number means all.
    var most: Int { number.map { $0 < 0 ? .max : $0 } ?? .max }

    /// Where the part stands, at most `most` times; an empty one before each scalar and at the end.
    func starts(most: Int) -> [Int] {
      guard part.isEmpty else { return TextSearch(part).separate(in: text, most: most) }
      return Array(0..<min(text.count + 1, most))
    }
  }

  @Sendable static func firstPosition(_ arguments: [Value]) -> Value {
    guard let question = Question(arguments) else { return arguments[0] }
    let from = question.number ?? 0
    guard (0...question.text.count).contains(from) else {
      return .failed(.outOfRange("indexOf(…, \(from))"))
    }
    guard !question.part.isEmpty else { return .int(Int64(from)) }
    let found = TextSearch(question.part).first(in: question.text[from...])
    return .int(found.map { Int64($0 + from) } ?? -1)
  }

  @Sendable static func lastPosition(_ arguments: [Value]) -> Value {
    guard let question = Question(arguments) else { return arguments[0] }
    let upTo = question.number ?? question.text.count
    guard (0...question.text.count).contains(upTo) else {
      return .failed(.outOfRange("lastIndexOf(…, \(upTo))"))
    }
    guard !question.part.isEmpty else { return .int(Int64(upTo)) }
    var last = -1
    TextSearch(question.part).forEach(in: question.text) { start in
      if start <= upTo { last = start }
      return start < upTo
    }
    return .int(Int64(last))
  }

  @Sendable static func replaced(_ arguments: [Value]) -> Value {
    guard let question = Question(arguments, number: 3), case .string(let new) = arguments[2] else {
      return arguments[0]
    }
    let text = question.text
    var result = String.UnicodeScalarView()
    var length = 0
    var end = 0
    for start in question.starts(most: question.most) {
      result.append(contentsOf: text[end..<start])
      result.append(contentsOf: new.unicodeScalars)
      length += start - end + new.utf8.count
      end = start + question.part.count
      guard length <= ExpressionLimit.textLength.most else { return .failed(.limit(.textLength)) }
    }
    result.append(contentsOf: text[end...])
    return .bounded(String(result), "")
  }

  @Sendable static func pieces(_ arguments: [Value]) -> Value {
    guard let question = Question(arguments) else { return arguments[0] }
    let (text, most) = (question.text, question.most)
    guard most > 0, !(text.isEmpty && question.part.isEmpty) else { return .list([]) }
    let inner = question.starts(most: .max).filter {
      !question.part.isEmpty || (1..<text.count).contains($0)
    }
    let starts = inner.prefix(most - 1)
    guard starts.count < ExpressionLimit.listLength.most else {
      return .failed(.limit(.listLength))
    }
    var pieces: [Value] = []
    var end = 0
    for start in starts {
      pieces.append(.string(String(text[end..<start])))
      end = start + question.part.count
    }
    pieces.append(.string(String(text[end...])))
    return .list(pieces)
  }

  @Sendable static func joined(_ arguments: [Value]) -> Value {
    guard case .list(let elements) = arguments[0] else { return arguments[0] }
    var separator = ""
    if arguments.count > 1, case .string(let text) = arguments[1] { separator = text }
    var result = ""
    for (position, element) in elements.enumerated() {
      guard case .string(let text) = element else {
        return .failed(.noSuchOperation("join", types: "list(\(element.typeName))"))
      }
      if position > 0 { result += separator }
      result += text
      guard result.utf8.count <= ExpressionLimit.textLength.most else {
        return .failed(.limit(.textLength))
      }
    }
    return .string(result)
  }
}

extension String {
  /// A text of these scalars.
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

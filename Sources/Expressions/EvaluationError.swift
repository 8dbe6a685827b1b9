import Wording

/// Why an expression has no value: a value itself, until somebody looks at it.
package struct EvaluationError: Error, Hashable, Sendable {
  /// What went wrong.
  package enum Kind: Hashable, Sendable {
    /// A whole number was divided by 0.
    case divisionByZero
    /// A result does not fit: int of 64 bits, money, a date outside the years 1 to 9999.
    case overflow
    /// A map has no such key.
    case noSuchKey(String)
    /// A list has no element at this position.
    case noSuchPosition(String)
    /// A record type has no such field.
    case noSuchField(String)
    /// The record lacks this field, and the read was not guarded by `has()`.
    case absentField(String)
    /// No variable of this name was declared.
    case noSuchVariable(String)
    /// No function of this name.
    case noSuchFunction(String)
    /// An operation does not exist for the types it met, `"+"` for `"string, int"`.
    case noSuchOperation(String, types: String)
    /// A condition is not true or false.
    case notBool(String)
    /// A text or number can't be converted, `"三"` to `"int"`.
    case conversion(String, to: String)
    /// A map was to have a key that is no bool, int or string, or the same key twice.
    case badKey(String)
    /// A position or count outside the text, or a needed element of an empty list.
    case outOfRange(String)
    /// A limit was reached.
    case limit(ExpressionLimit)
    /// A core's function said no, in its own words.
    case function(BilingualText)
  }

  /// What went wrong.
  package let kind: Kind
  /// The part of the expression it is about, in Unicode scalars from its start.
  package let range: Range<Int>?

  /// An error, with its place where it is known.
  package init(_ kind: Kind, at range: Range<Int>? = nil) {
    self.kind = kind
    self.range = range
  }

  /// An error of a core's function, in its own words.
  package static func function(zh: String, en: String) -> EvaluationError {
    EvaluationError(.function(BilingualText(zh: zh, en: en)))
  }

  /// The same error with a place, where it had none.
  func placed(at range: Range<Int>) -> EvaluationError {
    self.range == nil ? EvaluationError(kind, at: range) : self
  }
}

extension EvaluationError {
  /// What went wrong, for people.
  package var message: BilingualText {
    switch kind {
    case .divisionByZero: BilingualText(zh: "除数是 0", en: "division by 0")
    case .overflow: BilingualText(zh: "结果太大，放不下", en: "the result is too large")
    case .noSuchKey(let key):
      BilingualText(zh: "对照表里没有键 \(key)", en: "the map has no key \(key)")
    case .noSuchPosition(let position):
      BilingualText(
        zh: "列表里没有第 \(position) 项（从 0 数起）",
        en: "the list has no position \(position) (counted from 0)")
    case .noSuchField(let field):
      BilingualText(zh: "没有字段 \(field)", en: "there is no field \(field)")
    case .absentField(let field):
      BilingualText(
        zh: "这份记录没有 \(field)；先用 has() 判断", en: "this record has no \(field); ask has() first")
    case .noSuchVariable(let name):
      BilingualText(zh: "没有变量 \(name)", en: "there is no variable \(name)")
    case .noSuchFunction(let name):
      BilingualText(zh: "没有函数 \(name)", en: "there is no function \(name)")
    case .noSuchOperation(let name, let types):
      BilingualText(zh: "\(name) 不能用于（\(types)）", en: "\(name) does not work on (\(types))")
    case .notBool(let type):
      BilingualText(zh: "这里要是非值（bool），却是 \(type)", en: "expected true or false, found \(type)")
    case .conversion(let text, let type):
      BilingualText(zh: "“\(text)”不能变成 \(type)", en: "\"\(text)\" can't become \(type)")
    case .badKey(let key):
      BilingualText(zh: "键 \(key) 重复，或不能作键", en: "the key \(key) is repeated or can't be a key")
    case .outOfRange(let what):
      BilingualText(zh: "\(what) 超出范围", en: "\(what) is out of range")
    case .limit(let limit): limit.message
    case .function(let message): message
    }
  }
}

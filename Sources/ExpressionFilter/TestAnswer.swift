import Expressions
import SourceText

/// The answer to a test: how far it came, and what came of it.
struct TestAnswer: Encodable {
  /// What went wrong, and where: line and column from 1, the column in Unicode scalars.
  struct Failure: Encodable {
    let message: String
    let line: Int?
    let column: Int?

    init(_ message: String, at offset: Int?, in source: String) {
      self.message = message
      let position = offset.map { offset in
        let bytes = source.unicodeScalars.prefix(offset).reduce(0) { $0 + UTF8.width($1) }
        return SourceText(name: "", text: source).position(at: bytes)
      }
      line = position?.line
      column = position?.column
    }
  }

  let id: String
  let phase: String
  let type: String?
  let value: TaggedValue?
  let error: Failure?

  /// A test that was only checked.
  init(id: String, type: String) {
    self.id = id
    phase = "ok"
    self.type = type
    value = nil
    error = nil
  }

  /// A test that was evaluated.
  init(id: String, type: String, value: Value, source: String) {
    self.id = id
    self.type = type
    switch value {
    case .error(let error):
      phase = "eval"
      self.value = nil
      self.error = Failure(error.message.en, at: error.range?.lowerBound, in: source)
    case .unknown(let names):
      phase = "eval"
      self.value = nil
      self.error = Failure(
        "no value for " + names.sorted().joined(separator: ", "), at: nil, in: source)
    default:
      phase = "ok"
      self.value = TaggedValue(value)
      error = nil
    }
  }

  /// A test whose expression is faulty.
  init(id: String, faults: ExpressionFaults, source: String) {
    self.id = id
    type = nil
    value = nil
    let first = faults.faults.first
    phase =
      (faults.faults.contains { $0.phase == .parse } ? ExpressionFault.Phase.parse : .check)
      .rawValue
    error = Failure(
      faults.faults.map(\.message.en).joined(separator: "; "), at: first?.range.lowerBound,
      in: source)
  }
}

extension UTF8 {
  /// How many bytes a scalar takes in UTF-8.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 0 }
}

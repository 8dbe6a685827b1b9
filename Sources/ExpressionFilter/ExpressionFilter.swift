import Expressions
import Foundation

/// `eval --jsonl`: one record of a CEL test in, one answer out.
package enum ExpressionFilter {
  /// The answer to a line: the phase reached (`ok`, or the one that failed) with type and value or
  /// error; for a line that is no record, `{"id":…,"error":{"message":…}}` without a phase.
  ///
  /// - Parameter line: One JSON object without its line end.
  /// - Returns: One JSON object without a line end.
  package static func answer(line: [UInt8]) -> [UInt8] { read(line).bytes }

  /// The answer to a line, and whether the line was no record (the filter's exit code is 65 then).
  package static func read(_ line: [UInt8]) -> (bytes: [UInt8], isBadLine: Bool) {
    do {
      let record = try JSONDecoder().decode(TestRecord.self, from: Data(line))
      return (encoded(record.answer), false)
    } catch {
      let id = try? JSONDecoder().decode(Identified.self, from: Data(line)).id
      return (encoded(BadLine(id: id, error: .init(message: "not a record of a test"))), true)
    }
  }

  private struct Identified: Decodable { let id: String? }

  private struct BadLine: Encodable {
    struct Message: Encodable { let message: String }
    let id: String?
    let error: Message

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(id, forKey: .id)
      try container.encode(error, forKey: .error)
    }

    private enum Key: CodingKey { case id, error }
  }

  private static func encoded(_ answer: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let failed = Data(#"{"error":{"message":"the answer can't be written"}}"#.utf8)
    return Array((try? encoder.encode(answer)) ?? failed)
  }
}

import JSONText
import MoneyAndDates
import Notices
import Recognizers

/// The filter behind `read --jsonl`: one line of JSON in, one line out, nothing kept between lines.
package struct NoticeFilter: Sendable {
  private let reader: NoticeReader
  private let assessor: Assessor
  private let evidence: EvidenceTexts

  /// A filter over a reader and an assessor.
  package init(reader: NoticeReader, assessor: Assessor) {
    self.reader = reader
    self.assessor = assessor
    evidence = EvidenceTexts(assessor.rules)
  }

  /// The answer to one line `{"id","text","ref"?,"sender"?}`, without a line end.
  ///
  /// What is no such object is answered by `{"id":…,"error":{"message":…}}`; never traps.
  package func answer(line: [UInt8]) -> [UInt8] { reply(to: line).bytes }

  /// The answer to one line, and whether it says an error.
  package func reply(to line: [UInt8]) -> (bytes: [UInt8], isError: Bool) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line)
    } catch {
      return failure(id: .null, "this line is not JSON: \(error)")
    }
    let id = value["id"] ?? .null
    guard let text = value["text"]?.string else {
      return failure(id: id, "\"text\" is missing or no text")
    }
    var received: CalendarDate?
    if let ref = value["ref"], ref != .null {
      guard let time = ref.string.flatMap(ReferenceTime.init(iso:)) else {
        return failure(id: id, "\"ref\" is no time of the form 2026-11-21T10:30:00")
      }
      received = time.date
    }
    let notice = reader.read(text, sender: value["sender"]?.string, received: received)
    let assessment = assessor.assess(notice)
    let answer = NoticeAnswer(id: id, notice: notice, assessment: assessment, evidence: evidence)
    return (answer.line.bytes, false)
  }

  private func failure(id: JSONValue, _ message: String) -> (bytes: [UInt8], isError: Bool) {
    let error = JSONValue.object([("message", .string(message))])
    return (JSONValue.object([("id", id), ("error", error)]).jsonBytes, true)
  }
}

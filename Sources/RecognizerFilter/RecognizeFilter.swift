import JSONText
import MoneyAndDates
import Recognizers
import Wording

/// The JSON Lines filter of `recognize --jsonl`: one request a line, one answer a line.
///
/// In `{"id","text","ref"?,"lang"?}`, out `{"id","entities":[{"kind","start","end","text","value",
/// "folds"?}]}`, or `{"id","error":{"message"}}`; offsets count Unicode scalars. The fields of
/// `value` are those of the parsing oracle.
package struct RecognizeFilter: Sendable {
  private let recognizer: Recognizer

  /// A filter over a recognizer.
  package init(recognizer: Recognizer) {
    self.recognizer = recognizer
  }

  /// A filter with the numbering plan, the public suffix rules and the holidays as texts
  /// (flows/facts).
  package init(numberingPlan: String, publicSuffixes: String, holidays: String = "") {
    self.init(
      recognizer: Recognizer(
        numbering: NumberingPlan(text: numberingPlan),
        suffixes: PublicSuffixes(text: publicSuffixes), holidays: HolidayCalendar(csv: holidays)))
  }

  /// The answer to one line, without a line end.
  ///
  /// A line that is no request is answered by `{"id":…,"error":{"message":…}}`.
  package func answer(line: [UInt8]) -> [UInt8] { reply(to: line).bytes }

  /// The answer to one line, and whether it says an error.
  package func reply(to line: [UInt8]) -> (bytes: [UInt8], isError: Bool) {
    let request: JSONValue
    do {
      request = try JSONValue(parsing: line)
    } catch {
      return failure(id: .null, "this line is not JSON: \(error)")
    }
    let id = request["id"] ?? .null
    guard let text = request["text"]?.string else {
      return failure(id: id, "\"text\" is missing or no text")
    }
    var reference: ReferenceTime?
    if let ref = request["ref"], ref != .null {
      guard let time = ref.string.flatMap(ReferenceTime.init(iso:)) else {
        return failure(id: id, "\"ref\" is no time of the form 2026-11-21T10:30:00")
      }
      reference = time
    }
    let found = recognizer.recognize(
      FoldedText(text), reference: reference, language: language(request["lang"]))
    var writer = EntityWriter()
    writer.write(id: id, entities: found.entities)
    return (writer.bytes, false)
  }

  private func failure(id: JSONValue, _ message: String) -> (bytes: [UInt8], isError: Bool) {
    let error = JSONValue.object([("message", .string(message))])
    return (JSONValue.object([("id", id), ("error", error)]).jsonBytes, true)
  }

  private func language(_ value: JSONValue?) -> Language? {
    guard case .string(let name)? = value else { return nil }
    return name == "en" ? .en : .zh
  }
}

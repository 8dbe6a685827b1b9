import JSONText
import MoneyAndDates
import Recognizers
import Wording

/// The JSON Lines filter of `recognize --jsonl`: one request a line, one answer a line.
///
/// In `{"id","text","ref"?,"lang"?}`, out `{"id","entities":[{"kind","start","end","text","value",
/// "folds"?}]}`; offsets count Unicode scalars. The fields of `value` are those of the parsing
/// oracle.
package struct RecognizeFilter: Sendable {
  private let recognizer: Recognizer

  /// A filter over a recognizer.
  package init(recognizer: Recognizer) {
    self.recognizer = recognizer
  }

  /// A filter with the numbering plan and the public suffix rules as texts (flows/facts).
  package init(numberingPlan: String, publicSuffixes: String) {
    self.init(
      recognizer: Recognizer(
        numbering: NumberingPlan(text: numberingPlan),
        suffixes: PublicSuffixes(text: publicSuffixes)))
  }

  /// The answer to one line, without a line end.
  ///
  /// A line that is no request is answered by `{"id":null,"entities":[],"error":…}`.
  package func answer(line: [UInt8]) -> [UInt8] {
    guard let request = try? JSONValue(parsing: line), case .object(let fields) = request,
      case .string(let text)? = fields["text"]
    else { return Array(#"{"id":null,"entities":[],"error":"no request"}"#.utf8) }
    let found = recognizer.recognize(
      FoldedText(text), reference: reference(fields["ref"]), language: language(fields["lang"]))
    var writer = EntityWriter()
    writer.write(id: fields["id"] ?? .null, entities: found.entities)
    return writer.bytes
  }

  /// `"2026-11-21T10:30:00"`, or a day alone.
  private func reference(_ value: JSONValue?) -> ReferenceTime? {
    guard case .string(let text)? = value, let date = CalendarDate(iso: String(text.prefix(10)))
    else {
      return nil
    }
    let clock = text.dropFirst(11).prefix(8).split(separator: ":").map { Int($0) ?? 0 }
    guard clock.count >= 2 else { return ReferenceTime(date: date) }
    let seconds = clock.count > 2 ? clock[2] : 0
    guard (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...59).contains(seconds)
    else {
      return ReferenceTime(date: date)
    }
    return ReferenceTime(date: date, secondOfDay: clock[0] * 3_600 + clock[1] * 60 + seconds)
  }

  private func language(_ value: JSONValue?) -> Language? {
    guard case .string(let name)? = value else { return nil }
    return name == "en" ? .en : .zh
  }
}

import ExpressionFilter
import JSONText
import NoticeFilter
import Planning
import PlanningFilter
import RecognizerFilter

extension FuzzTarget {
  private static let calculation: CalculationFilter = {
    let cores = SourceFiles.cores
    guard let limitation = cores.terms["limitation_years"],
      let record = cores.terms["bad_record_retention_years"]
    else { fatalError("the facts lack two terms") }
    return CalculationFilter(
      holidays: cores.holidays, limitation: limitation, creditRecord: record)
  }()
  private static let recognize = RecognizeFilter(recognizer: SourceFiles.recognizer)
  private static let notices = NoticeFilter(
    reader: SourceFiles.cores.reader, assessor: SourceFiles.cores.assessor)

  /// A line of JSON for each filter: every answer is one line of JSON.
  static let filters = FuzzTarget(name: "filters") { bytes in
    let line = Array(bytes.prefix { $0 != 0x0A })
    let answers = [
      calculation.reply(to: line).bytes, ExpressionFilter.answer(line: line),
      recognize.answer(line: line), notices.answer(line: line),
    ]
    for (filter, answer) in answers.enumerated() {
      Law.holds(!answer.contains(0x0A), "filter \(filter) answers in one line")
      Law.holds((try? JSONValue(parsing: answer)) != nil, "filter \(filter) answers in JSON")
    }
    guard let value = try? JSONValue(parsing: line) else { return }
    let written = value.jsonBytes
    Law.holds((try? JSONValue(parsing: written))?.jsonBytes == written, "JSON is written as read")
  }
}

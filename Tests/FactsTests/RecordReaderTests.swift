import Facts
import MoneyAndDates
import SourceText
import Testing

@Suite struct RecordReaderTests {
  private static let source = """
    schema: "1"
    sources:
      - {id: "s1", title: "Invented page", url: "", as_of: "2026-01-02", kind: "web", reliability: "low"}
    """

  private func faults(_ name: String, _ text: String) -> [String] {
    let book = FactBook([
      SourceText(name: "x/sources.yaml", text: RecordReaderTests.source),
      SourceText(name: "x/" + name, text: text),
    ])
    return book.diagnostics.filter { $0.file.hasSuffix(name) && $0.check != "fact-file" }
      .map { "\($0.position.line):\($0.position.column) [\($0.check)] \($0.message.en)" }
  }

  private static let threat = """
    schema: "1"
    threats:
      - id: "sue"
        name: {zh: "起诉", en: "sue"}
        truth: {zh: "真话。", en: "The truth."}
        source: ["s1"]
        as_of: "2026-01-02"
        confidence: "single"

    """

  @Test func `a good record has no fault`() {
    #expect(faults("threats.yaml", RecordReaderTests.threat) == [])
  }

  @Test(arguments: [
    ("truth:", "truths:", "5:5 [fact] unknown key \"truths\"; near: truth"),
    (
      "source: [\"s1\"]", "source: [\"s2\"]",
      "6:14 [fact-reference] sources.yaml has no \"s2\"; near: s1"
    ),
    ("source: [\"s1\"]", "source: []", "3:5 [fact] this record has no \"source\""),
    ("2026-01-02", "2026-13-02", "7:12 [fact] \"2026-13-02\" is no date; write 2026-11-20"),
    ("\"single\"", "\"sure\"", "8:17 [fact] \"sure\" is none of: reported, single, verified"),
    (", en: \"sue\"", "", "4:11 [fact] \"name\" must be {zh: \"…\", en: \"…\"}"),
    ("id: \"sue\"", "id: \"\"", "3:9 [fact] \"id\" is empty"),
  ])
  func `a fault is told with its place`(part: String, by: String, fault: String) {
    let text = RecordReaderTests.threat.replacing(part, with: by)
    #expect(faults("threats.yaml", text).contains(fault), "\(faults("threats.yaml", text))")
  }

  @Test func `an id that stands twice is told`() {
    let again = RecordReaderTests.threat.split(separator: "threats:\n")[1]
    let text = RecordReaderTests.threat + again
    #expect(faults("threats.yaml", text) == ["9:9 [duplicate] the id \"sue\" stands here twice"])
  }

  @Test func `a help line may not be somebody's outbound line`() {
    let prov = "source: [\"s1\"], as_of: \"2026-01-02\", confidence: \"single\""
    let institutions = """
      schema: "1"
      institutions:
        - {id: "a", kind: "bank", group: "state-bank", name: {zh: "甲", en: "A"}, route: "bank", phones: [{number: "12312", shown: "12312", role: "outbound", \(prov)}], \(prov)}
      """
    let helplines = """
      schema: "1"
      helplines:
        - {id: "x", name: {zh: "线", en: "line"}, reach: "phone", number: "12312", purpose: {zh: "用", en: "use"}, \(prov)}
      """
    let book = FactBook([
      SourceText(name: "sources.yaml", text: RecordReaderTests.source),
      SourceText(name: "institutions.yaml", text: institutions),
      SourceText(name: "helplines.yaml", text: helplines),
    ])
    #expect(book.diagnostics.contains { $0.check == "fact-contact" && $0.file == "helplines.yaml" })
    #expect(book.institution("a")?.contactPhones.isEmpty == true)
  }

  @Test func `csv rows of the wrong width and bad numbers are told`() {
    let heading =
      "date,one_year,five_year,source,as_of,confidence,in_force_from,replaced_by,review_by\n"
    #expect(
      faults("lpr.csv", heading + "2026-01-20,3.00\n") == [
        "2:1 [fact] 2 columns where 9 belong"
      ])
    #expect(
      faults("lpr.csv", heading + "2026-01-20,3.0.0,3.50,s1,2026-01-20,single,none,none,none\n")
        == ["2:1 [fact] \"3.0.0 3.50\" is no number that fits here"])
    #expect(faults("lpr.csv", "# note\n\ndate\n").count == 1)
  }

  @Test(arguments: [
    "", "[", "schema: \"1\"\nthreats: {a: b}", "- a", "schema: \"1\"\nthreats:\n  - x",
  ])
  func `a file that is no list of records is told, never a trap`(text: String) {
    _ = faults("threats.yaml", text)
    #expect(!faults("rules.yaml", text.replacing("threats", with: "rules")).isEmpty || text.isEmpty)
  }

  @Test(arguments: [
    ("2025-02", "2025-02-28"), ("2024", "2024-12-31"), ("2024-02", "2024-02-29"),
    ("2026-05-07", "2026-05-07"),
  ])
  func `a month or a year counts to its last day`(text: String, iso: String) {
    #expect(AsOf(text)?.day == CalendarDate(iso: iso))
    #expect(AsOf("undated")?.day == nil)
    #expect(AsOf("soon") == nil)
    #expect(AsOf("2025-2") == nil)
  }
}

import Testing

@testable import Statements

/// Builds a zip archive of stored (unpacked) parts.
private struct StoredArchive {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(_ parts: [(String, String)], flags: Int = 0, claims size: Int? = nil) {
    for (name, content) in parts { add(name, Array(content.utf8), flags, size) }
    let start = bytes.count
    bytes += directory + little(0x0605_4b50, 4) + little(0, 4) + little(count, 2)
    bytes += little(count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private mutating func add(_ name: String, _ content: [UInt8], _ flags: Int, _ size: Int?) {
    let offset = bytes.count
    let sizes = little(content.count, 4) + little(size ?? content.count, 4)
    let names = little(name.utf8.count, 2) + little(0, 2)
    bytes += little(0x0403_4b50, 4) + little(20, 2) + little(flags, 2) + little(0, 2)
    bytes += little(0, 8) + sizes + names + Array(name.utf8) + content
    directory += little(0x0201_4b50, 4) + little(20, 4) + little(flags, 2) + little(0, 2)
    directory += little(0, 8) + sizes + names + little(0, 2) + little(0, 8) + little(offset, 4)
    directory += Array(name.utf8)
    count += 1
  }

  private func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

private let workbookPart = """
  <workbook xmlns:r="r"><sheets><sheet name="说明" r:id="a"/><sheet name="明细" r:id="b"/></sheets></workbook>
  """
private let relationPart = """
  <Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/>
  <Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>
  """
private let sharedPart = """
  <sst><si><t>交易日期</t></si><si><r><t>金</t></r><r><t>额</t></r><rPh><t>jin</t></rPh></si><si><t>对方户名</t></si></sst>
  """
private let noteSheet =
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>说明</t></is></c></row></sheetData></worksheet>"
private let tableSheet = """
  <worksheet><sheetData>
  <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c></row>
  <row r="5"><c r="A5"><v>46086.5</v></c><c r="C5"><v>-12.300000000000001</v></c><c r="D5" t="str"><v>林某</v></c></row>
  </sheetData></worksheet>
  """
private let goodParts = [
  ("xl/workbook.xml", workbookPart), ("xl/_rels/workbook.xml.rels", relationPart),
  ("xl/sharedStrings.xml", sharedPart), ("xl/worksheets/sheet1.xml", noteSheet),
  ("xl/worksheets/sheet2.xml", tableSheet),
]

@Suite struct WorkbookTests {
  private func refusal(_ parts: [(String, String)], flags: Int = 0) -> StatementRefusal.Reason? {
    let bytes = StoredArchive(parts, flags: flags).bytes
    return #expect(throws: StatementRefusal.self) { try Statement(reading: bytes) }?.reason
  }

  @Test func `the first sheet with a header is read, dates and cents from numbers`() throws {
    let read = try Statement(reading: StoredArchive(goodParts).bytes)
    #expect(read.format == .workbook)
    #expect(read.transactions.map(line) == ["2026-03-05 12:00:00 -12.30 out CNY | 林某 |"])
    #expect(read.transactions.map(\.row) == [5])
  }

  @Test func `a password is said`() {
    #expect(refusal(goodParts, flags: 1) == .encrypted)
  }

  @Test func `an archive without a sheet is refused`() {
    #expect(refusal([("readme.txt", "hello")]) == .otherFormat)
  }

  @Test func `XML with a document type is refused before its entities grow`() {
    let bomb =
      "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><workbook>&c;</workbook>"
    #expect(refusal([("xl/workbook.xml", bomb)] + goodParts.dropFirst()) == .damaged)
  }

  @Test func `every cut of an archive is refused, never a crash`() {
    let bytes = StoredArchive(goodParts).bytes
    for length in 1..<bytes.count {
      _ = try? Statement(reading: Array(bytes[..<length]))
    }
  }

  @Test func `every flipped byte gives a statement or a refusal`() {
    let bytes = StoredArchive(goodParts).bytes
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0xFF
      _ = try? Statement(reading: damaged)
    }
  }

  @Test func `a part that claims more than the limit is refused`() {
    let bytes = StoredArchive(goodParts, claims: ZipArchive.mostBytes + 1).bytes
    let refusal = #expect(throws: StatementRefusal.self) { try Statement(reading: bytes) }
    #expect(refusal?.reason == .tooLarge)
  }
}

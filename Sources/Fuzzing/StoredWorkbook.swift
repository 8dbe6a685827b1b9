/// A workbook of one sheet, not compressed.
enum StoredWorkbook {
  private static let workbook = """
    <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
    <sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>
    """
  private static let relations = """
    <?xml version="1.0"?>\
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
    Target="worksheets/sheet1.xml"/></Relationships>
    """

  /// The archive with this XML as its sheet.
  static func bytes(sheet: [UInt8]) -> [UInt8] {
    let parts: [(String, [UInt8])] = [
      ("xl/workbook.xml", Array(workbook.utf8)),
      ("xl/_rels/workbook.xml.rels", Array(relations.utf8)), ("xl/worksheets/sheet1.xml", sheet),
    ]
    var (body, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in parts {
      let sizes =
        number(Int(SealedJournal.checksum(content)), 4) + number(content.count, 4)
        + number(content.count, 4) + number(name.utf8.count, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 8) + sizes
        + number(0, 12) + number(body.count, 4) + Array(name.utf8)
      body +=
        number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes + number(0, 2)
        + Array(name.utf8) + content
    }
    return body + directory + number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2)
      + number(parts.count, 2) + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
  }
}

/// The worksheets of an xlsx file, in the workbook's order.
struct Workbook {
  let sheets: [WorkbookSheet]
  /// Whether day 0 of date cells is 1904-01-01 instead of the usual system.
  let startsIn1904: Bool

  /// Reads the sheets of an archive; a sheet is read whole, at most `WorkbookSheet.mostRows` rows.
  init(_ archive: ZipArchive) throws(StatementRefusal) {
    guard !archive.isEncrypted else { throw .encryptedArchive }
    guard let workbook = try archive.part("xl/workbook.xml") else {
      throw .other(
        "不含 Excel 表格的压缩包（先解压，再读里面的 CSV）",
        "an archive without an Excel sheet (unpack it and read the CSV inside)")
    }
    let names = WorkbookNames()
    try Self.read(workbook, to: names)
    let relations = WorkbookRelations()
    if let part = try archive.part("xl/_rels/workbook.xml.rels") {
      try Self.read(part, to: relations)
    }
    let shared = SharedTexts()
    if let part = try archive.part("xl/sharedStrings.xml") { try Self.read(part, to: shared) }
    startsIn1904 = names.startsIn1904
    var sheets: [WorkbookSheet] = []
    for sheet in names.sheets {
      guard let target = relations.targets[sheet.relation],
        let part = try archive.part(Self.path(of: target))
      else { continue }
      let reader = WorksheetReader(shared.texts)
      try Self.read(part, to: reader)
      sheets.append(WorkbookSheet(name: sheet.name, rows: reader.rows, isCut: reader.isCut))
    }
    self.sheets = sheets
  }

  private static func read(
    _ part: [UInt8], to listener: any XMLListener
  ) throws(StatementRefusal) {
    guard XMLEvents.read(part, to: listener) else {
      throw .damaged(zh: "表格内容不完整", en: "the sheet's content is not well formed")
    }
  }

  private static func path(of target: String) -> String {
    target.utf8.first == UInt8(ascii: "/") ? String(target.dropFirst()) : "xl/" + target
  }
}

/// One worksheet as rows of cells.
struct WorkbookSheet {
  /// More rows than any export of a person; what is beyond is said.
  static let mostRows = 200_000

  let name: String
  let rows: [SheetRow]
  /// Whether rows were left out.
  let isCut: Bool
}

private final class WorkbookNames: XMLListener {
  var sheets: [(name: String, relation: String)] = []
  var startsIn1904 = false

  func begin(_ element: String, attributes: [String: String]) {
    switch element {
    case "sheet":
      sheets.append((attributes["name"] ?? "", attributes["r:id"] ?? attributes["id"] ?? ""))
    case "workbookPr": startsIn1904 = ["1", "true"].contains(attributes["date1904"])
    default: break
    }
  }

  func end(_ element: String) {}
  func text(_ text: String) {}
}

private final class WorkbookRelations: XMLListener {
  var targets: [String: String] = [:]

  func begin(_ element: String, attributes: [String: String]) {
    guard element == "Relationship", let id = attributes["Id"] else { return }
    targets[id] = attributes["Target"]
  }

  func end(_ element: String) {}
  func text(_ text: String) {}
}

/// The shared texts; phonetic readings beside a text are not part of it.
private final class SharedTexts: XMLListener {
  var texts: [String] = []
  private var current = ""
  private var isText = false
  private var isPhonetic = false

  func begin(_ element: String, attributes: [String: String]) {
    switch element {
    case "si": current = ""
    case "t": isText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "si": texts.append(current)
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  func text(_ text: String) {
    if isText { current += text }
  }
}

/// One sheet's cells, row by row.
private final class WorksheetReader: XMLListener {
  private static let mostColumns = 256

  var rows: [SheetRow] = []
  var isCut = false
  private let shared: [String]
  private var cells: [SheetCell] = []
  private var column = 0
  private var rowNumber = 0
  private var kind = ""
  private var value = ""
  private var isValue = false
  private var isPhonetic = false

  init(_ shared: [String]) { self.shared = shared }

  func begin(_ element: String, attributes: [String: String]) {
    switch element {
    case "row":
      cells = []
      column = 0
      rowNumber = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
    case "c":
      if let place = attributes["r"], let named = Self.column(place) { column = named }
      kind = attributes["t"] ?? "n"
      value = ""
    case "v": isValue = true
    case "t": isValue = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func text(_ text: String) {
    if isValue { value += text }
  }

  func end(_ element: String) {
    switch element {
    case "v", "t": isValue = false
    case "rPh": isPhonetic = false
    case "c":
      place(cell)
      column += 1
    case "row":
      if rows.count < WorkbookSheet.mostRows {
        rows.append(SheetRow(number: rowNumber, cells: cells))
      } else {
        isCut = true
      }
    default: break
    }
  }

  private var cell: SheetCell {
    switch kind {
    case "s":
      let text = Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
      return SheetCell(text: text.trimmedCell)
    case "n": return SheetCell(text: value.trimmedCell, number: Double(value.trimmedCell))
    default: return SheetCell(text: value.trimmedCell)
    }
  }

  private func place(_ cell: SheetCell) {
    guard column < Self.mostColumns else { return }
    while cells.count < column { cells.append(SheetCell(text: "")) }
    if cells.count == column { cells.append(cell) } else { cells[column] = cell }
  }

  /// The column of a place such as `AB12`, from 0.
  private static func column(_ place: String) -> Int? {
    var number = 0
    for byte in place.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
      number = number * 26 + Int(byte - UInt8(ascii: "A")) + 1
      guard number <= 16_384 else { return nil }
    }
    return number > 0 ? number - 1 : nil
  }
}

import SourceText

/// The rows of a comma-separated facts file with the place of every row.
///
/// Lines that are blank or begin with `#` are passed over. A field in double quotes may hold commas;
/// a doubled quote stands for one. A field never spans lines.
struct CSVTable {
  struct Row {
    let fields: [String]
    let range: SourceRange
  }

  let rows: [Row]

  init(_ source: SourceText) {
    var rows: [Row] = []
    var start = 0
    let bytes = source.utf8
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if let first = line.first, first != UInt8(ascii: "#") {
        rows.append(
          Row(fields: CSVTable.fields(line), range: SourceRange(start: start, end: line.endIndex)))
      }
      start = end + 1
    }
    self.rows = rows
  }

  private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
    let quote = UInt8(ascii: "\"")
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let next = index + 1 < line.endIndex ? line[index + 1] : nil
      switch byte {
      case quote where quoted && next == quote:
        field.append(quote)
        index += 1
      case quote: quoted.toggle()
      case UInt8(ascii: ",") where !quoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      default: field.append(byte)
      }
      index += 1
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}

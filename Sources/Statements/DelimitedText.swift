/// Splits delimited text into rows of cells in one pass.
///
/// A cell may be quoted (a doubled quote stands for one; blanks may follow the closing quote); a quote in the middle of
/// an unquoted cell is text, as real exports contain it. A quote that is never closed is text too, and so is one that
/// closes some lines below in the middle of a cell: it would make one transaction of two.
struct DelimitedText {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  /// A quoted cell spans at most so many lines: an address may, a forgotten quote must not swallow the file.
  private static let mostLineFeeds = 8

  init(_ text: String, delimiter: UInt8) {
    bytes = Array(text.utf8)
    self.delimiter = delimiter
  }

  /// The rows with the line each begins on, from 1; cells are trimmed.
  ///
  /// At most `columns` cells of a row are kept.
  static func rows(of text: String, delimiter: UInt8, columns: Int = 256) -> [SheetRow] {
    DelimitedText(text, delimiter: delimiter).rows(columns: columns)
  }

  private func rows(columns: Int) -> [SheetRow] {
    var rows: [SheetRow] = []
    var cells: [SheetCell] = []
    var index = 0
    var line = 1
    var rowLine = 1
    while index < bytes.count {
      let cell = nextCell(at: index)
      if cells.count < columns { cells.append(SheetCell(text: cell.text)) }
      line += cell.lineFeeds
      index = cell.end
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        if index == bytes.count { cells.append(SheetCell(text: "")) }
        continue
      }
      rows.append(SheetRow(number: rowLine, cells: cells))
      cells = []
      index = afterLineBreak(index)
      line += 1
      rowLine = line
    }
    if !cells.isEmpty { rows.append(SheetRow(number: rowLine, cells: cells)) }
    return rows
  }

  private func afterLineBreak(_ index: Int) -> Int {
    guard index < bytes.count else { return index }
    let isPair =
      bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count
      && bytes[index + 1] == UInt8(ascii: "\n")
    return index + (isPair ? 2 : 1)
  }

  private struct RawCell {
    let text: String
    /// The index of the delimiter, line break or end behind the cell.
    let end: Int
    let lineFeeds: Int
  }

  private func nextCell(at start: Int) -> RawCell {
    var index = start
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      if let quoted = quotedCell(at: index) { return quoted }
    }
    let end = plainEnd(from: start)
    return RawCell(text: trimmed(bytes[start..<end]), end: end, lineFeeds: 0)
  }

  private func quotedCell(at quote: Int) -> RawCell? {
    var content: [UInt8] = []
    var lineFeeds = 0
    var index = quote + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        lineFeeds += 1
        if lineFeeds > Self.mostLineFeeds { return nil }
      }
      if byte == UInt8(ascii: "\"") {
        if index + 1 < bytes.count, bytes[index + 1] == byte {
          content.append(byte)
          index += 2
          continue
        }
        let end = plainEnd(from: index + 1)
        let behind = bytes[(index + 1)..<end]
        if lineFeeds > 0, !behind.allSatisfy(isBlank) { return nil }
        content.append(contentsOf: behind)
        return RawCell(text: trimmed(content[...]), end: end, lineFeeds: lineFeeds)
      }
      content.append(byte)
      index += 1
    }
    return nil
  }

  private func plainEnd(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != UInt8(ascii: "\n"),
      bytes[index] != UInt8(ascii: "\r")
    {
      index += 1
    }
    return index
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }

  private func trimmed(_ slice: ArraySlice<UInt8>) -> String {
    String(decoding: slice, as: UTF8.self).trimmedCell
  }
}

/// A row of a sheet with its number in the file, from 1.
struct SheetRow {
  let number: Int
  let cells: [SheetCell]

  /// The text of a cell; empty beyond the row's end.
  func text(_ column: Int?) -> String {
    guard let column, cells.indices.contains(column) else { return "" }
    return cells[column].text
  }

  /// The first cell that is not empty.
  var firstText: String { cells.first { !$0.text.isEmpty }?.text ?? "" }
}

/// A cell as text, and whether the file holds it as a number (an xlsx date is one).
struct SheetCell: Hashable {
  let text: String
  var number: Double?

  init(text: String, number: Double? = nil) {
    self.text = text
    self.number = number
  }
}

extension String {
  /// Without blanks of any kind, byte order marks and zero-width characters at both ends.
  var trimmedCell: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.isCellBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isCellBlank { scalars.removeLast() }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isCellBlank: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000, 0x200B, 0xFEFF: true
    default: false
    }
  }
}

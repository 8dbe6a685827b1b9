import Facts
import Foundation
import SourceText

/// The facts folder of this package, read from the source tree.
enum ShippedFacts {
  static let book = FactBook(files)

  static var files: [SourceText] {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "flows/facts")
    return FactBook.fileNames.compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      return SourceText(name: name, utf8: Array(data))
    }
  }
}

import JSONText

/// The messages the reading parts are timed on.
struct Corpus {
  /// Each set with its name.
  let sets: [(name: String, messages: [String])]

  /// Invented messages of every kind.
  static var invented: Corpus {
    Corpus(
      sets: InventedMessages.Kind.allCases.map {
        (name: $0.rawValue, messages: InventedMessages.list($0, count: 2000))
      })
  }

  /// The member `text` of each line of a JSON Lines file.
  init(jsonLines path: String) {
    let lines = ProjectFiles.bytes(ofFile: path).split(separator: UInt8(ascii: "\n"))
    sets = [
      (
        name: "corpus",
        messages: lines.compactMap { (try? JSONValue(parsing: Array($0)))?["text"]?.string }
      )
    ]
  }

  private init(sets: [(name: String, messages: [String])]) {
    self.sets = sets
  }
}

import JSONText

/// The flow files and letters that a session runs under, with their hash.
///
/// On the disk they are one file: a JSON object of name and text.
package struct KeptFlow: Hashable, Sendable {
  /// The files by name.
  package let files: [String: [UInt8]]
  /// The hash under which they are kept: `ContentHash(ofFiles: files)`.
  package let hash: ContentHash

  /// These files; every one must be UTF-8.
  package init(_ files: [String: [UInt8]]) {
    self.files = files
    self.hash = ContentHash(ofFiles: files)
  }

  /// The name of the file that holds the files of a hash.
  static func name(of hash: ContentHash) -> String { hash.description + ".json" }

  /// The one file, or `nil` where one of those in it is no UTF-8.
  var bytes: [UInt8]? {
    var members: [(String, JSONValue)] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      members.append((name, .string(text)))
    }
    return JSONValue.object(members).jsonBytes
  }

  /// The files in the one file, or `nil` where these bytes hold none.
  init?(bytes: [UInt8]) {
    guard let files = KeptFlow.files(in: bytes) else { return nil }
    self.init(files)
  }

  /// The files in the one file, their hash not worked out; `nil` where these bytes hold none.
  static func files(in bytes: [UInt8]) -> [String: [UInt8]]? {
    guard let object = (try? JSONValue(parsing: bytes))?.object else { return nil }
    var files: [String: [UInt8]] = [:]
    for member in object.members {
      guard let text = member.value.string else { return nil }
      files[member.name] = Array(text.utf8)
    }
    return files
  }
}

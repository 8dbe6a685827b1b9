import JSONText

/// The flow files of a session in one file: a JSON object of name and text.
enum KeptFlow {
  static func name(of hash: ContentHash) -> String { hash.description + ".json" }

  /// The files in one, or `nil` where one of them is no UTF-8.
  static func bytes(of files: [String: [UInt8]]) -> [UInt8]? {
    var members: [(String, JSONValue)] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      members.append((name, .string(text)))
    }
    return JSONValue.object(members).jsonBytes
  }

  /// The files again, or `nil` where these bytes hold none.
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

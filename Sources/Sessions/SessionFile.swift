import JSONText

/// A session in one file, to be moved to another computer or to report a problem: its journal and the flow files it
/// runs under.
package struct SessionFile: Hashable, Sendable {
  private static let format = "mingbai session 1"

  /// The journal, line by line as it stands.
  package let journal: [UInt8]
  /// The flow files and letters by name; empty where they were not kept.
  package let flows: [String: [UInt8]]

  /// A session's journal with its flow files.
  package init(journal: [UInt8], flows: [String: [UInt8]]) {
    self.journal = journal
    self.flows = flows
  }

  /// The file as JSON.
  package var json: JSONValue {
    .object([
      ("format", .string(Self.format)),
      ("journal", .string(String(decoding: journal, as: UTF8.self))),
      (
        "flows",
        .object(
          flows.sorted { $0.key < $1.key }
            .map { ($0.key, .string(String(decoding: $0.value, as: UTF8.self))) })
      ),
    ])
  }

  /// Reads what `json` wrote; `nil` for anything else.
  ///
  /// The journal itself is checked when it is added.
  package init?(_ bytes: [UInt8]) {
    guard let object = (try? JSONValue(parsing: bytes))?.object,
      object["format"]?.string == Self.format, let journal = object["journal"]?.string
    else { return nil }
    var flows: [String: [UInt8]] = [:]
    for member in object["flows"]?.object?.members ?? [] {
      guard let text = member.value.string, !member.name.utf8.contains(UInt8(ascii: "/")) else {
        return nil
      }
      flows[member.name] = Array(text.utf8)
    }
    self.init(journal: Array(journal.utf8), flows: flows)
  }
}

extension JournalValue {
  /// The value with every text in it changed, marks and option ids of lists left alone.
  package func mappingTexts(_ change: (String) -> String) -> JournalValue {
    switch self {
    case .string(let text): .string(change(text))
    case .map(let members):
      .map(members.map { Member($0.name, $0.value.mappingTexts(change)) })
    case .null, .bool, .int, .list, .marked: self
    }
  }
}

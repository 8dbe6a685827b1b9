/// The members of a JSON object in the order they were written, found by name.
///
/// Names are told apart by their bytes: `é` and `e` + combining accent are two names.
package struct JSONObject: Hashable, Sendable {
  /// One name with its value.
  package struct Member: Hashable, Sendable {
    /// The name, unescaped.
    package let name: String
    /// The value.
    package let value: JSONValue

    /// By the bytes of the names.
    package static func == (left: Member, right: Member) -> Bool {
      left.name.utf8.elementsEqual(right.name.utf8) && left.value == right.value
    }
  }

  /// The members in written order; no name stands twice.
  package let members: [Member]
  /// The place of each name; empty for small objects, where a walk is quicker.
  private let places: [[UInt8]: Int]

  private static let smallCount = 8

  /// An object of these members in this order; of equal names the first one counts.
  package init(_ members: [(String, JSONValue)]) {
    self = JSONObject.reading(members.map { Member(name: $0.0, value: $0.1) }).object
  }

  private init(members: [Member], places: [[UInt8]: Int]) {
    self.members = members
    self.places = places
  }

  /// The object of these members without those whose name stood before, and the first such name.
  static func reading(_ written: [Member]) -> (object: JSONObject, repeated: String?) {
    written.count <= smallCount ? walking(written) : indexing(written)
  }

  private static func walking(_ written: [Member]) -> (object: JSONObject, repeated: String?) {
    var kept: [Member] = []
    var repeated: String?
    for member in written {
      if kept.contains(where: { $0.name.utf8.elementsEqual(member.name.utf8) }) {
        repeated = repeated ?? member.name
      } else {
        kept.append(member)
      }
    }
    return (JSONObject(members: kept, places: [:]), repeated)
  }

  private static func indexing(_ written: [Member]) -> (object: JSONObject, repeated: String?) {
    var kept: [Member] = []
    var places: [[UInt8]: Int] = [:]
    var repeated: String?
    for member in written {
      let name = Array(member.name.utf8)
      if places[name] == nil {
        places[name] = kept.count
        kept.append(member)
      } else {
        repeated = repeated ?? member.name
      }
    }
    return (JSONObject(members: kept, places: places), repeated)
  }

  /// The value of this name, or `nil`.
  package subscript(name: String) -> JSONValue? {
    if places.isEmpty {
      return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
    return places[Array(name.utf8)].map { members[$0].value }
  }

  /// By the members in their order.
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members == right.members
  }

  /// By the members in their order.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(members)
  }
}

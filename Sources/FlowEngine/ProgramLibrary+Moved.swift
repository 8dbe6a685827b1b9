import FlowLanguage

extension ProgramLibrary {
  /// A key of today for a key of any version of the flows: each step of it that `moved` names goes
  /// under its present id; a key that fits no flow stays as it is.
  func currentKey(_ key: String, in flow: String) -> String {
    var program = program(flow)
    if program?.flow.nodeIndex(key) != nil { return key }
    var each = ""
    var parts: [String] = []
    for part in key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let step = KeyStep(part)
      guard let present = program?.flow.presentID(of: each + step.id) else { return key }
      let own = String(decoding: present.utf8.dropFirst(each.utf8.count), as: UTF8.self)
      parts.append(own + step.rest)
      switch program?.flow.node(present)?.kind {
      case .call(let call):
        program = program?.flow.use(call.alias.text).flatMap { self.program($0.flow.text) }
        each = ""
      case .each: each = present + "/"
      default: break
      }
    }
    return parts.joined(separator: "/")
  }
}

/// A step of a key: a node's id, and what counts its visits and turns, `#2[3]`.
private struct KeyStep {
  let id: String
  let rest: String

  init(_ text: Substring.UTF8View) {
    let end =
      text.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "[") } ?? text.endIndex
    id = String(decoding: text[..<end], as: UTF8.self)
    rest = String(decoding: text[end...], as: UTF8.self)
  }
}

extension Flow {
  /// The node's id of today: itself where there is such a node, else by `moved`, step by step.
  fileprivate func presentID(of id: String) -> String? {
    var id = id
    for _ in 0...moved.count {
      if nodeIndex(id) != nil { return id }
      guard let move = moved.first(where: { $0.old.text.utf8.elementsEqual(id.utf8) }) else {
        return nil
      }
      id = move.new.text
    }
    return nil
  }
}

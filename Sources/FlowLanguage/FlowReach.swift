import SourceText

/// Which flow files a flow needs: its own and those it calls, told by their headers alone.
///
/// A conversation begins with one flow; reading the others would only make the person wait.
package struct FlowReach: Sendable {
  private let headers: [(flow: Flow, source: SourceText)]

  /// The flows of these files, read no further than their heads; files that are no flows are left out.
  package init(_ sources: [SourceText]) {
    headers = sources.compactMap { source in
      FlowReader.read(FlowReach.header(of: source)).flow.map { (flow: $0, source: source) }
    }
  }

  /// The flows with their heads alone: id, version, title, offer, order, uses; no variables and no nodes.
  package var flows: [Flow] { headers.map(\.flow) }

  /// The files of a flow and of every flow it calls, in the order given; none where the flow is not there.
  package func sources(for id: String) -> [SourceText] {
    var reached: Set<String> = []
    var waiting = [id]
    while let next = waiting.popLast() {
      guard reached.insert(next).inserted else { continue }
      for header in headers where header.flow.id == next {
        waiting += header.flow.uses.map(\.flow.text)
      }
    }
    return headers.filter { reached.contains($0.flow.id) }.map(\.source)
  }

  /// The file of a flow, found without reading the heads of all the others; the last of several.
  package static func source(of flow: String, in sources: [SourceText]) -> SourceText? {
    sources.last { names(flow, in: $0) && id(in: $0) == flow }
      ?? sources.last { id(in: $0) == flow }
  }

  /// Whether the first line that begins with `flow:` names a flow as it stands; how it is quoted or
  /// escaped is left to the reader.
  private static func names(_ flow: String, in source: SourceText) -> Bool {
    source.utf8.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let line = bytes[start..<lineEnd(in: bytes, from: start)]
        if line.starts(with: "flow:".utf8) { return line.contains(run: flow.utf8) }
        start = line.endIndex
      }
      return false
    }
  }

  /// The id of the flow in a file; `nil` where there is none.
  package static func id(in source: SourceText) -> String? {
    let id = FlowReader.read(header(of: source)).flow?.id
    return id.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The parts that a menu and a call need, each with the lines that belong to it.
  private static let headKeys =
    ["schema", "flow", "version", "title", "offer", "order", "start", "use"].map { Array($0.utf8) }

  /// The file without its variables, nodes and whatever else stands between the parts of its head.
  ///
  /// A part begins where a line does, with no blank before it; this is a quick look, and the whole
  /// file is read with all checks before it is run.
  private static func header(of source: SourceText) -> SourceText {
    let head = source.utf8.withUnsafeBufferPointer { bytes -> [UInt8] in
      var head: [UInt8] = []
      var start = 0
      var belongs = false
      while start < bytes.count {
        let end = lineEnd(in: bytes, from: start)
        if startsPart(bytes[start]) {
          let key = bytes[start..<end].prefix { $0 != UInt8(ascii: ":") }
          belongs = headKeys.contains { $0.elementsEqual(key) }
        }
        if belongs { head += bytes[start..<end] }
        start = end
      }
      return head
    }
    return head.isEmpty ? source : SourceText(name: source.name, utf8: head)
  }

  /// One past the line feed that ends the line, or the end of the file.
  private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// Whether a line with this first byte may begin a part; most lines begin with a blank.
  private static func startsPart(_ first: UInt8) -> Bool {
    guard first > UInt8(ascii: " ") else { return false }
    return switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "}"), UInt8(ascii: "]"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      false
    default: true
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether these bytes stand somewhere inside.
  fileprivate func contains(run: String.UTF8View) -> Bool {
    indices.contains { self[$0...].starts(with: run) }
  }
}

import SourceText

/// Which flow files a flow needs: its own and those it calls, told by their headers alone.
///
/// A conversation begins with one flow; reading the others would only make the person wait.
package struct FlowReach: Sendable {
  private let headers: [(flow: Flow, source: SourceText)]

  /// The flows of these files, their nodes unread; files that are no flows are left out.
  package init(_ sources: [SourceText]) {
    headers = sources.compactMap { source in
      FlowReader.read(FlowReach.header(of: source)).flow.map { (flow: $0, source: source) }
    }
  }

  /// The flows with what stands before their nodes: id, title, offer, order, uses, variables.
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

  /// The id of the flow in a file; `nil` where there is none.
  package static func id(in source: SourceText) -> String? {
    let id = FlowReader.read(header(of: source)).flow?.id
    return id.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The file up to its line `nodes:`.
  private static func header(of source: SourceText) -> SourceText {
    let mark = Array("\nnodes:".utf8)
    let bytes = source.utf8
    var index = 0
    while let found = bytes[index...].firstIndex(of: mark[0]) {
      if bytes[found...].starts(with: mark) {
        return SourceText(name: source.name, utf8: Array(bytes[...found]))
      }
      index = found + 1
    }
    return source
  }
}

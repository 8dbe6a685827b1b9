import FlowChecking
import FlowLanguage
import FlowTesting
import SourceText

/// A class of faults that is put into a sound flow: one way an author goes wrong.
package struct SeededFault: Sendable {
  /// What the author did.
  package let name: String
  /// The check that must find it.
  package let check: String
  /// Puts the fault into a flow and marks the lines of which one must be reported; `nil` where the
  /// flow has no place for it.
  let seed: @Sendable (Draft, inout SplitMix) -> Draft?
  /// Whether it only shows beside the translations accepted before.
  var needsLock = false

  /// One trial of a class.
  package struct Trial: Sendable {
    /// The flow with the fault.
    package let source: SourceText
    /// The lines of which one must be reported.
    package let lines: [Int]
    /// What was found.
    package let found: [Diagnostic]
    /// Whether it was found by the right check at the right line.
    package let isFound: Bool
  }

  /// Tries the class on a made-up flow; `nil` where the flow has no place for it.
  package func trial(seed: UInt64, size: Int) -> Trial? {
    let sound = SoundFlow.draft(seed: seed, size: size)
    var generator = SplitMix(seed: seed ^ 0x5EED)
    guard let faulty = self.seed(sound, &generator) else { return nil }
    let (source, lines) = faulty.file()
    var lock: TranslationLock?
    if needsLock {
      lock = TranslationLock(
        accepting: FlowLibrary(flows: [FlowReader.read(sound.file().source).flow].compactMap { $0 })
      )
    }
    let found = TrialWorld.check(source, lock: lock)
    let isFound = found.contains {
      $0.check == check && $0.file == source.name && lines.contains($0.position.line)
    }
    return Trial(source: source, lines: lines, found: found, isFound: isFound)
  }
}

extension Draft {
  /// The places of lines, as node and line.
  typealias Place = (node: Int, line: Int)

  /// Every line of some roles that a condition holds for.
  func places(_ roles: Set<Role>, where holds: (Line) -> Bool = { _ in true }) -> [Place] {
    nodes.indices.flatMap { node in
      nodes[node].lines.indices.filter {
        roles.contains(nodes[node].lines[$0].role) && holds(nodes[node].lines[$0])
      }.map { (node, $0) }
    }
  }

  /// The flow with a line rewritten; `nil` where the rewriting finds nothing to do.
  func rewriting(_ place: Place?, _ change: (String) -> String?) -> Draft? {
    guard let place, let text = change(nodes[place.node].lines[place.line].text) else { return nil }
    var draft = self
    draft.nodes[place.node].lines[place.line].text = text
    return draft
  }

  /// The flow without a line.
  func removing(_ place: Place) -> Draft {
    var draft = self
    draft.nodes[place.node].lines.remove(at: place.line)
    return draft
  }

  /// The flow with a node marked at its own line.
  func marking(_ node: Int) -> Draft {
    var draft = self
    draft.nodes[node].isMarked = true
    return draft
  }

  /// The flow with a further node at its end.
  func adding(_ node: Node) -> Draft {
    var draft = self
    draft.nodes.append(node)
    return draft
  }

  /// The flow with a further node behind another, in the same body.
  func adding(_ node: Node, beside place: Int) -> Draft {
    var draft = self
    var node = node
    node.isInBody = nodes[place].isInBody
    draft.nodes.insert(node, at: nodes[place].isInBody ? place + 1 : nodes.count)
    return draft
  }

  /// Where a node can lead without a fault: the end of its turn, or the fork before the outcomes.
  func wayOut(of place: Int) -> String {
    guard nodes[place].isInBody else { return "fork" }
    return nodes[..<place].last { !$0.isInBody }?.id ?? "fork"
  }

  /// The names of variables of some types.
  func variables(_ types: Set<String>) -> [String] {
    variables.filter { types.contains($0.type) }.map(\.name)
  }

  /// The variable that a question sets as its answer.
  func taker(of node: Int) -> String? {
    nodes[node].lines.first { $0.role == .set }.flatMap { between("set: {", ":", in: $0.text) }
  }
}

/// The text after a word up to the next stop; `nil` where the word does not stand there.
func between(_ start: String, _ stop: String, in text: String) -> String? {
  guard let range = find(start, in: text) else { return nil }
  let rest = Array(text.utf8)[range.upperBound...]
  let stop = Array(stop.utf8)
  var end = rest.startIndex
  while end < rest.endIndex, !rest[end...].starts(with: stop) { end += 1 }
  return String(decoding: rest[..<end], as: UTF8.self)
}

/// Where a word first stands in a text, in UTF-8 offsets.
func find(_ word: String, in text: String) -> Range<Int>? {
  let (bytes, word) = (Array(text.utf8), Array(word.utf8))
  guard bytes.count >= word.count else { return nil }
  for start in 0...(bytes.count - word.count) where bytes[start...].starts(with: word) {
    return start..<(start + word.count)
  }
  return nil
}

/// The text with the first occurrence of a word replaced; `nil` where it does not stand there.
func replacingFirst(_ word: String, by other: String, in text: String) -> String? {
  guard let range = find(word, in: text) else { return nil }
  let bytes = Array(text.utf8)
  return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + other
    + String(decoding: bytes[range.upperBound...], as: UTF8.self)
}

import FlowEngine
import FlowLanguage
import MoneyAndDates
import Sessions
import Wording

/// What becomes of a session's answers under other flow files than it began with.
///
/// Nothing is thrown away: an answer that is set aside stays in the journal and counts again where its question
/// comes back.
package struct AnswerMigration: Sendable {
  /// An answer as it is named to a person.
  package struct Line: Hashable, Sendable {
    /// The answer's key under the new flows.
    package let key: String
    /// The question, or the key where its text is not known any more.
    package let question: String
  }

  /// The answers under the keys of the new flows.
  package let answers: [String: GivenAnswer]
  /// Keys that changed, old and new, in the order of the old ones.
  package let moves: [(old: String, new: String)]
  /// Answers that count as before.
  package let kept: [Line]
  /// Answers that their question does not take any more: it is asked again.
  package let askedAgain: [Line]
  /// Answers whose question comes later on the new way, if at all.
  package let waiting: [Line]
  /// Answers whose question is gone.
  package let setAside: [Line]

  /// Compares the way under the old flows (`nil` where they can't be read any more) with the way under the new ones.
  package init(
    from old: ProgramLibrary?, to programs: ProgramLibrary, flow: String,
    answers oldAnswers: [String: GivenAnswer], today: CalendarDate, language: Language
  ) {
    let keys = KeyMigration(programs, flow: flow)
    let renamed = oldAnswers.keys.sorted().map { (old: $0, new: keys.present($0)) }
    moves = renamed.filter { $0.old != $0.new }
    // Of two answers that come to one key, the one that had it before counts.
    var answers: [String: GivenAnswer] = [:]
    for (old, new) in renamed where old != new { answers[new] = oldAnswers[old] }
    for (old, new) in renamed where old == new { answers[new] = oldAnswers[old] }
    self.answers = answers
    let before = old.map {
      Interview($0, flow: flow, answers: oldAnswers, today: today, language: language)
    }
    let after = Interview(
      programs, flow: flow, answers: answers, today: today, language: language)
    let passed = Set(after.trail.map(\.key))
    var sorted = Sorted()
    for line in Self.lines(before, oldAnswers, keys, language) {
      if passed.contains(line.key) {
        sorted.kept.append(line)
      } else if line.key == after.pendingKey {
        sorted.askedAgain.append(line)
      } else if keys.names(line.key) {
        sorted.waiting.append(line)
      } else {
        sorted.setAside.append(line)
      }
    }
    (kept, askedAgain) = (sorted.kept, sorted.askedAgain)
    (waiting, setAside) = (sorted.waiting, sorted.setAside)
  }

  private struct Sorted {
    var kept: [Line] = []
    var askedAgain: [Line] = []
    var waiting: [Line] = []
    var setAside: [Line] = []
  }

  /// The answers of the old way in its order, or all by key where the old flows are gone.
  private static func lines(
    _ before: Interview?, _ answers: [String: GivenAnswer], _ keys: KeyMigration,
    _ language: Language
  ) -> [Line] {
    if let before {
      return before.trail.map {
        Line(key: keys.present($0.key), question: $0.question.text(in: language))
      }
    }
    return answers.filter { $0.value.value != .confirmed }.keys.sorted().map {
      Line(key: keys.present($0), question: $0)
    }
  }

  /// What a person reads about it, a line each.
  package func report(in language: Language) -> [String] {
    var lines = [Words.head(kept.count)[language]]
    func list(_ part: [Line], _ title: BilingualText) {
      guard !part.isEmpty else { return }
      lines.append(title[language])
      lines += part.map { "  · " + $0.question }
    }
    list(askedAgain, Words.again)
    list(waiting, Words.waiting)
    list(setAside, Words.aside)
    return lines
  }

  private enum Words {
    static func head(_ count: Int) -> BilingualText {
      BilingualText(
        zh: "换到新版流程：\(count) 个回答照旧。",
        en: "Moved to the new flow: \(count) answer\(count == 1 ? " counts" : "s count") as before."
      )
    }
    static let again = BilingualText(zh: "要再问一次的：", en: "Asked again:")
    static let waiting = BilingualText(
      zh: "先留着，走到那一题再用：", en: "Kept for when the way comes to them:")
    static let aside = BilingualText(
      zh: "新版里没有这些题，回答收在一边（没有删掉）：",
      en: "Not asked any more; the answers are set aside, not deleted:")
  }
}

/// Finds today's key of an answer that was given under older flow files.
private struct KeyMigration {
  private let programs: ProgramLibrary
  private let flow: String

  init(_ programs: ProgramLibrary, flow: String) {
    self.programs = programs
    self.flow = flow
  }

  /// The key with every node id that was moved replaced by today's.
  func present(_ key: String) -> String { walk(key).key }

  /// Whether today's flows have the question of a key of today.
  func names(_ key: String) -> Bool { walk(key).isKnown }

  /// Follows a key `call/each[2]/node#3` from flow to flow.
  private func walk(_ key: String) -> (key: String, isKnown: Bool) {
    var segments: [String] = []
    var program = programs.program(flow)
    var prefix = ""
    var isKnown = true
    for segment in key.split(separator: "/", omittingEmptySubsequences: false) {
      let name = String(segment.prefix { $0 != "[" && $0 != "#" })
      let behind = segment.dropFirst(name.count)
      guard isKnown, let here = program?.flow else {
        segments.append(String(segment))
        isKnown = false
        continue
      }
      let id = here.presentID(of: prefix + name)
      segments.append(String(id.dropFirst(prefix.count)) + behind)
      guard let index = here.nodeIndex(id) else {
        isKnown = false
        continue
      }
      switch here.nodes[index].kind {
      case .call(let call):
        program = here.use(call.alias.text).flatMap { programs.program($0.flow.text) }
        prefix = ""
      case .each: prefix = id + "/"
      default: break
      }
    }
    return (segments.joined(separator: "/"), isKnown)
  }
}

extension Flow {
  /// Today's id of a node: the moves are followed, at most as many times as there are moves.
  fileprivate func presentID(of id: String) -> String {
    var id = id
    for _ in moved {
      guard nodeIndex(id) == nil, let move = moved.first(where: { $0.old.text == id }) else {
        return id
      }
      id = move.new.text
    }
    return id
  }
}

extension JournalEntry {
  /// The record of an answer that came to another key when its session was moved to other flows.
  package init(moved answer: GivenAnswer, to key: String) {
    self.init(
      day: answer.day, kind: answer.value == .skipped ? .skip : .change, key: key,
      value: answer.value.journal)
  }
}

import Expressions
import FlowLanguage
import SourceText

/// What a check needs to know about a fact.
package struct FactStatus: Hashable, Sendable {
  /// Whether it holds no more: closed, or replaced by another.
  package let isExpired: Bool
  /// Its day and the day by which somebody should have looked at it again, where that has passed.
  package let overdue: Overdue?
  /// Whether it may stand among the contacts: its confidence is above the lowest grade.
  package let isContact: Bool

  /// A fact's status.
  package init(isExpired: Bool = false, overdue: Overdue? = nil, isContact: Bool = true) {
    self.isExpired = isExpired
    self.overdue = overdue
    self.isContact = isContact
  }

  /// The days of a fact that nobody looked at in time, as they are written: `2025-06`, `2026-06-30`.
  package struct Overdue: Hashable, Sendable {
    /// The day as of which it was true; empty where nobody knows.
    package let asOf: String
    /// The day by which it should have been looked at again.
    package let reviewBy: String

    /// Both days of a fact.
    package init(asOf: String, reviewBy: String) {
      self.asOf = asOf
      self.reviewBy = reviewBy
    }
  }
}

/// Proves flows sound, or says where they are not.
package enum FlowChecker {
  /// Runs every check on every flow of a library.
  ///
  /// - Parameters:
  ///   - library: The flows and letters; what flows call must be among them.
  ///   - environment: The record types and functions of the cores.
  ///   - facts: The keys of all facts, `"rule.INT-01"`; `nil` leaves keys unchecked.
  ///   - lock: The translations accepted so far; `nil` leaves stale ones unchecked.
  /// - Returns: Every fault and warning, in reading order. The faults of form that the readers
  ///   found are not among them.
  package static func check(
    _ library: FlowLibrary, environment: Environment, facts: [String: FactStatus]? = nil,
    lock: TranslationLock? = nil
  ) -> [Diagnostic] {
    var exits: [String: FlowExits] = [:]
    var found: [Diagnostic] = []
    for flow in FlowExits.calledFirst(library) {
      let context = CheckContext(
        flow, in: library, environment: environment, facts: facts, lock: lock, exits: exits)
      exits[flow.id] = FlowExits(context)
      found += check(context)
    }
    return tidied(found)
  }

  /// Reads flow and letter files and runs every check on them.
  ///
  /// - Returns: What was read, and every fault and warning in reading order.
  package static func check(
    flows: [SourceText], letters: [SourceText] = [], environment: Environment,
    facts: [String: FactStatus]? = nil, lock: TranslationLock? = nil
  ) -> (library: FlowLibrary, diagnostics: [Diagnostic]) {
    let flows = flows.map { FlowReader.read($0) }
    let letters = letters.map { LetterReader.read($0) }
    let library = FlowLibrary(
      flows: flows.compactMap(\.flow), letters: letters.compactMap(\.letter))
    let form = flows.flatMap(\.diagnostics) + letters.flatMap(\.diagnostics)
    return (
      library, tidied(form + check(library, environment: environment, facts: facts, lock: lock))
    )
  }

  private static func check(_ context: CheckContext) -> [Diagnostic] {
    FlowCheck.all.flatMap { check in
      Array(check.run(context).prefix(FlowLimits.diagnostics))
    }
  }

  /// Reading order, each fault once: a letter printed by two flows has its faults once.
  private static func tidied(_ found: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return found.filter { seen.insert($0).inserted }.sorted(by: Diagnostic.inReadingOrder)
  }
}

/// One check: its stable name and what it looks for.
package struct FlowCheck: Sendable {
  /// The name in diagnostics, `"dangling-target"`.
  package let id: String
  /// Everything it finds in one flow.
  package let run: @Sendable (CheckContext) -> [Diagnostic]

  /// Every check, in the order of the language's description.
  package static let all: [FlowCheck] = [
    .danglingTarget, .unreachableNode, .undeclared, .unsetRead, .type, .deadEnd, .translation,
    .neverTaken, .endlessLoop, .syntax, .unhandled, .duplicate, .unreadAnswer, .noOutcome, .letter,
    .fact, .noSuchOption, .readingLevel,
  ]
}

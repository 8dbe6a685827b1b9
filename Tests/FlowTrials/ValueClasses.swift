import Expressions
import FlowEngine
import FlowLanguage
import MoneyAndDates

/// The classes into which the constants of a flow cut values: one answer for each, and one word.
struct ValueClasses {
  private let integers: [Int64]
  private let fen: [Int64]
  private let days: [Int64]
  /// Variables that conditions or assignments read; of others only that they are set counts.
  private let deciding: Set<String>
  /// Variables that anything reads.
  private let read: Set<String>
  /// Variables whose sizes count turns.
  private let counting: Set<String>
  /// So many turns are told apart where a value counts them; beyond, there are more.
  private static let mostTold = 6

  init(_ program: FlowProgram) {
    let values = program.flow.expressions.flatMap {
      program.expression($0).comparisons.flatMap(\.values)
    }
    func points(_ point: (Value) -> Int64?) -> [Int64] { Set(values.compactMap(point)).sorted() }
    let compared = points { if case .int(let number) = $0 { number } else { nil } }
    // A number that counts turns is told exactly as far as a few turns go.
    integers =
      ValueClasses.countsByNumber(program.flow)
      ? Set(compared + (0...ValueClasses.mostTold).map(Int64.init) + [Int64(Each.mostTurns)])
        .sorted() : compared
    fen = points { if case .money(let amount) = $0 { amount.fen } else { nil } }
    days = points { if case .date(let day) = $0 { Int64(day.dayNumber) } else { nil } }
    var (deciding, read, counting) = (Set<String>(), Set<String>(), Set<String>())
    for expression in program.flow.expressions {
      let checked = program.expression(expression)
      read.formUnion(checked.variables)
      if case .printed = expression.purpose { continue }
      deciding.formUnion(checked.variables)
      if case .count = expression.purpose { counting.formUnion(checked.variables) }
    }
    (self.deciding, self.read, self.counting) = (deciding, read, counting)
  }

  private static func countsByNumber(_ flow: Flow) -> Bool {
    flow.nodes.contains { node in
      guard case .each(let each) = node.kind, case .count(let count) = each.rounds else {
        return false
      }
      return find("i", in: count.text) != nil && find("size", in: count.text) == nil
    }
  }

  /// One answer of each class: every option, every constant and a value beside each.
  func answers(to type: VariableType) -> [AnswerValue] {
    switch type {
    case .integer: ValueClasses.classes(of: integers).map(AnswerValue.integer)
    case .money: ValueClasses.classes(of: fen).map { .money(Money(fen: $0)) }
    case .date:
      ValueClasses.classes(of: days.isEmpty ? [20_000] : days).compactMap {
        CalendarDate(dayNumber: Int($0)).map(AnswerValue.date)
      }
    case .multi(let options):
      (0..<(1 << options.count)).map { chosen in
        .options(options.indices.filter { chosen & (1 << $0) != 0 }.map { options[$0].id })
      }
    default: type.options.map { .option($0.id) }
    }
  }

  /// One number for each constant and each gap between them.
  private static func classes(of points: [Int64]) -> [Int64] {
    let numbers = points.isEmpty ? [0] : Set(points.flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
    return Dictionary(grouping: numbers) { cell(of: $0, among: points) }.values
      .compactMap(\.first).sorted()
  }

  /// The constant a number is, or the gap it lies in.
  private static func cell(of number: Int64, among points: [Int64]) -> Int {
    let below = points.count { $0 < number }
    return points.contains(number) ? 2 * below + 1 : 2 * below
  }

  /// Whether anything reads a variable.
  func isRead(_ name: String) -> Bool { read.contains(name) }

  /// Whether more hangs on a variable than that it is set.
  func decides(_ name: String) -> Bool { deciding.contains(name) }

  /// The class of a variable's value.
  func word(for value: Value, of name: String) -> String {
    guard case .list(let elements) = value, counting.contains(name) else { return word(for: value) }
    // The turns that such a list counts are as many as its elements, told as far as those of a number.
    return word(for: value) + String(min(elements.count, ValueClasses.mostTold + 1))
  }

  private func word(for value: Value) -> String {
    switch value {
    case .int(let number): String(ValueClasses.cell(of: number, among: integers))
    case .money(let amount): String(ValueClasses.cell(of: amount.fen, among: fen))
    case .date(let day): String(ValueClasses.cell(of: Int64(day.dayNumber), among: days))
    case .string(let text): text
    case .bool(let truth): truth ? "t" : "f"
    case .list(let elements):
      // Of lists of amounts that count nothing only whether they are empty can matter.
      elements.isEmpty
        ? "none"
        : elements.map { if case .string(let text) = $0 { text } else { "some" } }.prefix {
          $0 != "some"
        }.joined(separator: "+") + "+"
    default: "?"
    }
  }
}

import MoneyAndDates

// What the signs between two values do. Overloads are chosen by the values met, so that checked and
// unchecked expressions mean the same.

extension BinaryOperator {
  /// The result for the commonest pairs, without any bookkeeping; `nil` for the others.
  func fastResult(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.int(let left), .int(let right)): comparison(left, right)
    case (.money(let left), .money(let right)): comparison(left.fen, right.fen)
    case (.string(let left), .string(let right)) where left.utf8.count < 256:
      switch self {
      case .equal: .bool(left.hasSameScalars(as: right))
      case .notEqual: .bool(!left.hasSameScalars(as: right))
      default: nil
      }
    default: nil
    }
  }

  private func comparison(_ left: Int64, _ right: Int64) -> Value? {
    switch self {
    case .equal: .bool(left == right)
    case .notEqual: .bool(left != right)
    case .less: .bool(left < right)
    case .lessOrEqual: .bool(left <= right)
    case .greater: .bool(left > right)
    case .greaterOrEqual: .bool(left >= right)
    default: nil
    }
  }

  /// The result for two values that are neither errors nor unknown.
  func result(_ left: Value, _ right: Value, steps: inout Int) -> Value {
    switch self {
    case .equal, .notEqual: equality(left, right, steps: &steps)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: comparison(left, right, steps: &steps)
    case .isIn: membership(left, right, steps: &steps)
    case .plus: sum(left, right, steps: &steps)
    case .minus: difference(left, right)
    case .times: product(left, right)
    case .dividedBy: quotient(left, right)
    case .remainder: remainderOf(left, right)
    }
  }

  private func noSuch(_ left: Value, _ right: Value) -> Value {
    .failed(.noSuchOperation(rawValue, types: "\(left.typeName), \(right.typeName)"))
  }

  private func equality(_ left: Value, _ right: Value, steps: inout Int) -> Value {
    do throws(EvaluationError) {
      let same = try Value.areEqual(left, right, steps: &steps)
      return .bool(same == (self == .equal))
    } catch {
      return .error(error)
    }
  }

  private func comparison(_ left: Value, _ right: Value, steps: inout Int) -> Value {
    steps -= left.textCost
    guard let order = Order(left, right) else { return noSuch(left, right) }
    switch self {
    case .less: return .bool(order == .before)
    case .lessOrEqual: return .bool(order == .before || order == .same)
    case .greater: return .bool(order == .after)
    default: return .bool(order == .after || order == .same)
    }
  }

  private func membership(_ left: Value, _ right: Value, steps: inout Int) -> Value {
    steps -= left.cost
    switch right {
    case .map(let map): return .bool(map[left] != nil)
    case .list(let elements):
      do throws(EvaluationError) {
        for element in elements where try Value.areEqual(left, element, steps: &steps) {
          return .bool(true)
        }
        return .bool(false)
      } catch {
        return .error(error)
      }
    default: return noSuch(left, right)
    }
  }

  private func sum(_ left: Value, _ right: Value, steps: inout Int) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)): return .checked(left.addingReportingOverflow(right))
    case (.double(let left), .double(let right)): return .double(left + right)
    case (.string(let left), .string(let right)):
      steps -= (left.utf8.count + right.utf8.count) >> 6
      return .bounded(left, right)
    case (.list(let left), .list(let right)):
      steps -= (left.count + right.count) >> 3
      return left.count + right.count > ExpressionLimit.listLength.most
        ? .failed(.limit(.listLength)) : .list(left + right)
    case (.money(let left), .money(let right)): return .orOverflow(left.adding(right))
    case (.date(let day), .int(let days)), (.int(let days), .date(let day)):
      return .orOverflow(Int(exactly: days).flatMap { day.adding(days: $0) })
    default: return noSuch(left, right)
    }
  }

  private func difference(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)):
      return .checked(left.subtractingReportingOverflow(right))
    case (.double(let left), .double(let right)): return .double(left - right)
    case (.money(let left), .money(let right)): return .orOverflow(left.subtracting(right))
    case (.date(let left), .date(let right)): return .int(Int64(left.days(since: right)))
    case (.date(let day), .int(let days)):
      let (back, overflow) = Int64(0).subtractingReportingOverflow(days)
      return overflow
        ? .failed(.overflow) : .orOverflow(Int(exactly: back).flatMap { day.adding(days: $0) })
    default: return noSuch(left, right)
    }
  }

  private func product(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)): .checked(left.multipliedReportingOverflow(by: right))
    case (.double(let left), .double(let right)): .double(left * right)
    case (.money(let amount), .int(let count)), (.int(let count), .money(let amount)):
      .orOverflow(amount.times(count))
    default: noSuch(left, right)
    }
  }

  private func quotient(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int, .int(0)): .failed(.divisionByZero)
    case (.int(let left), .int(let right)): .checked(left.dividedReportingOverflow(by: right))
    case (.double(let left), .double(let right)): .double(left / right)
    default: noSuch(left, right)
    }
  }

  private func remainderOf(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.int, .int(0)): .failed(.divisionByZero)
    case (.int(let left), .int(let right)):
      .checked(left.remainderReportingOverflow(dividingBy: right))
    default: noSuch(left, right)
    }
  }
}

extension Value {
  /// A whole number, or an error where it did not fit.
  static func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
    result.overflow ? .failed(.overflow) : .int(result.partialValue)
  }

  static func orOverflow(_ amount: Money?) -> Value {
    amount.map { .money($0) } ?? .failed(.overflow)
  }

  static func orOverflow(_ day: CalendarDate?) -> Value {
    day.map { .date($0) } ?? .failed(.overflow)
  }

  /// Two texts put together, or an error where the whole is too long.
  static func bounded(_ left: String, _ right: String) -> Value {
    left.utf8.count + right.utf8.count > ExpressionLimit.textLength.most
      ? .failed(.limit(.textLength)) : .string(left + right)
  }
}

import MoneyAndDates

/// How two values stand to each other in order.
enum Order {
  case before
  case same
  case after
  /// One of them is NaN.
  case none

  /// The order of two values, `nil` where their types have none.
  init?(_ left: Value, _ right: Value) {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): self.init(left ? 1 : 0, right ? 1 : 0)
    case (.int(let left), .int(let right)): self.init(left, right)
    case (.double(let left), .double(let right)): self.init(left, right)
    // CEL's suite pins the rounded comparison of int and double.
    case (.int(let left), .double(let right)): self.init(Double(left), right)
    case (.double(let left), .int(let right)): self.init(left, Double(right))
    case (.string(let left), .string(let right)): self.init(left, right)
    case (.date(let left), .date(let right)): self.init(left.dayNumber, right.dayNumber)
    case (.money(let left), .money(let right)): self.init(left.fen, right.fen)
    case (.money(let left), .int(let right)): self.init(left, yuan: right)
    case (.int(let left), .money(let right)): self = Order(right, yuan: left).mirrored
    case (.money(let left), .double(let right)): self.init(Double(left.fen) / 100, right)
    case (.double(let left), .money(let right)): self.init(left, Double(right.fen) / 100)
    default: return nil
    }
  }

  private init<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) {
    if left < right {
      self = .before
    } else if left == right {
      self = .same
    } else {
      self = left > right ? .after : .none
    }
  }

  private init(_ left: String, _ right: String) {
    if left.hasSameScalars(as: right) {
      self = .same
    } else {
      self = left.precedesByScalars(right) ? .before : .after
    }
  }

  /// An exact comparison with whole yuan.
  private init(_ left: Money, yuan right: Int64) {
    let (yuan, fen) = left.fen.quotientAndRemainder(dividingBy: 100)
    self = yuan == right ? Order(fen, 0) : Order(yuan, right)
  }

  private var mirrored: Order {
    switch self {
    case .before: .after
    case .after: .before
    case .same, .none: self
    }
  }
}

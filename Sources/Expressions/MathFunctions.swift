// Rounding calls libm, which nothing else here brings in; in release builds it must be linked.
#if canImport(Glibc)
import Glibc
#endif

extension Environment {
  /// CEL's mathematical extension, without what works on bits.
  static let mathFunctions: [Function] =
    [
      rounding("ceil", zh: "向上取整", en: "rounded up", "math.ceil(1.2)", "2.0", .up),
      rounding("floor", zh: "向下取整", en: "rounded down", "math.floor(-1.2)", "-2.0", .down),
      rounding(
        "round", zh: "四舍五入", en: "rounded, halves away from 0", "math.round(2.5)", "3.0",
        .toNearestOrAwayFromZero),
      rounding(
        "trunc", zh: "去掉小数", en: "without decimals", "math.trunc(-1.8)", "-1.0", .towardZero),
      test(
        "isNaN", zh: "是不是“不是数”", en: "whether it is no number", "math.isNaN(0.0 / 0.0)", \.isNaN),
      test(
        "isInf", zh: "是不是无穷大", en: "whether it is infinite", "math.isInf(1.0 / 0.0)", \.isInfinite),
      test("isFinite", zh: "是不是有限的数", en: "whether it is finite", "math.isFinite(1.5)", \.isFinite),
      .global(
        "math.abs", [.int], .int, zh: "绝对值", en: "without its sign",
        .init("math.abs(-3)", gives: "3")
      ) {
        guard case .int(let number) = $0[0] else { return $0[0] }
        return number == .min ? .failed(.overflow) : .int(abs(number))
      },
      .global(
        "math.abs", [.double], .double, zh: "绝对值", en: "without its sign",
        .init("math.abs(-1.5)", gives: "1.5")
      ) { if case .double(let number) = $0[0] { .double(number.magnitude) } else { $0[0] } },
      .global(
        "math.sign", [.int], .int, zh: "正 1、负 -1、零 0", en: "1, -1 or 0 by its sign",
        .init("math.sign(-3)", gives: "-1")
      ) { if case .int(let number) = $0[0] { .int(number.signum()) } else { $0[0] } },
      .global(
        "math.sign", [.double], .double, zh: "正 1、负 -1、零 0", en: "1, -1 or 0 by its sign",
        .init("math.sign(-3.5)", gives: "-1.0")
      ) {
        guard case .double(let number) = $0[0], !number.isNaN, number != 0 else { return $0[0] }
        return .double(number < 0 ? -1 : 1)
      },
    ]
    + extreme("math.greatest", zh: "最大的一个", en: "the greatest", "math.greatest(3, 5)", "5", .after)
    + extreme("math.least", zh: "最小的一个", en: "the least", "math.least(3, 5)", "3", .before)

  private static func rounding(
    _ name: String, zh: String, en: String, _ example: String, _ expected: String,
    _ rule: FloatingPointRoundingRule
  ) -> Function {
    .global("math.\(name)", [.double], .double, zh: zh, en: en, .init(example, gives: expected)) {
      if case .double(let number) = $0[0] { .double(number.rounded(rule)) } else { $0[0] }
    }
  }

  private static func test(
    _ name: String, zh: String, en: String, _ example: String,
    _ property: @escaping @Sendable (Double) -> Bool
  ) -> Function {
    .global("math.\(name)", [.double], .bool, zh: zh, en: en, .init(example, gives: "true")) {
      if case .double(let number) = $0[0] { .bool(property(number)) } else { $0[0] }
    }
  }

  /// The greatest or least of the arguments, or of a list: one type for ints, one for doubles, and
  /// `dyn` where they are mixed.
  private static func extreme(
    _ name: String, zh: String, en: String, _ example: String, _ expected: String, _ order: Order
  ) -> [Function] {
    let list: @Sendable ([Value]) -> Value = { arguments in
      guard case .list(let elements) = arguments[0] else { return arguments[0] }
      return most(of: elements, order, name)
    }
    return [
      .global(name, [.int], .int, variadic: true, zh: zh, en: en, .init(example, gives: expected)) {
        most(of: $0, order, name)
      },
      .global(name, [.double], .double, variadic: true, zh: zh, en: en) {
        most(of: $0, order, name)
      },
      .global(name, [.list(.int)], .int, zh: zh, en: en, nil, list),
      .global(name, [.list(.double)], .double, zh: zh, en: en, nil, list),
      .global(name, [.number], .dyn, variadic: true, zh: zh, en: en) {
        most(of: $0, order, name)
      },
      .global(name, [.list(.number)], .dyn, zh: zh, en: en, nil, list),
    ]
  }

  private static func most(of numbers: [Value], _ order: Order, _ name: String) -> Value {
    guard var best = numbers.first else { return .failed(.outOfRange("\(name)([])")) }
    for number in numbers {
      switch number {
      case .int, .double: if Order(number, best) == order { best = number }
      default: return .failed(.noSuchOperation(name, types: number.typeName))
      }
    }
    return best
  }
}

import BigInt
import MoneyAndDates

/// The sign of Σ amount·(1+rate)^(−exponent/m), proved.
///
/// Floating point decides where its error bound allows; else equality is tested exactly by the
/// algebra of (1+rate)^(1/m), and what is not equal is separated by interval arithmetic of growing
/// precision.
struct PresentValueSign {
  /// Amounts by exponent, ascending, equal exponents added, zeros left out.
  private let terms: [(exponent: Int, amount: BigInt)]
  private let growth: Ratio<BigInt>
  private let root: Int

  /// `exponentsPerUnit` is m, 1 or more; `rate` is above −1.
  init(terms: [(exponent: Int, fen: Int64)], rate: Ratio<BigInt>, exponentsPerUnit: Int) {
    var sums: [Int: BigInt] = [:]
    for term in terms { sums[term.exponent, default: 0] += BigInt(term.fen) }
    self.terms = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
    growth = Ratio(rate.denominator + rate.numerator, rate.denominator) ?? Ratio(1)
    root = max(1, exponentsPerUnit)
  }

  /// Money comes first, and the sign changes once: one internal rate, and the value rises with the
  /// rate.
  var isLoanWithOneRate: Bool {
    guard let first = terms.first, first.amount > 0 else { return false }
    let changes = zip(terms, terms.dropFirst()).filter { ($0.amount < 0) != ($1.amount < 0) }
    return changes.count == 1
  }

  /// −1, 0 or 1.
  var sign: Int {
    guard growth.numerator > 0 else { return 0 }
    return approximateSign ?? exactSign
  }

  /// The sign where the rounding errors, bounded generously, can't turn it.
  ///
  /// All terms are taken by the largest power, so that none overflows; what vanishes beside it is
  /// within the bound.
  private var approximateSign: Int? {
    let logarithmOfGrowth = logarithm(Double(growth.numerator) / Double(growth.denominator))
    guard logarithmOfGrowth.isFinite, let first = terms.first, let last = terms.last else {
      return nil
    }
    let reference = logarithmOfGrowth >= 0 ? first.exponent : last.exponent
    var value = 0.0
    var size = 0.0
    for term in terms {
      let power = Double(reference - term.exponent) / Double(root) * logarithmOfGrowth
      let amount = Double(term.amount) * exponential(max(power, -700))
      value += amount
      size += abs(amount) * (1 + min(abs(power), 700))
    }
    guard value.isFinite, abs(value) > size * 1e-13 * Double(terms.count + 4) else { return nil }
    return value < 0 ? -1 : 1
  }

  /// With g = s^(d/m) in lowest terms (s no further perfect power) the powers s^(0/m') …
  /// s^((m'−1)/m') are independent over the rationals: the sum is 0 exactly where each class of
  /// exponents modulo m' sums to 0.
  private var exactSign: Int {
    let (base, degree) = simplestRoot()
    let last = terms.last?.exponent ?? 0
    // Multiplied by g^(last/m): all powers are positive, and the sign stays.
    var classes: [Int: PowerSum] = [:]
    let top = last / degree + 1
    for term in terms {
      let (whole, rest) = (last - term.exponent).quotientAndRemainder(dividingBy: degree)
      classes[rest, default: PowerSum(of: base, top: top)].add(term.amount, power: whole)
    }
    let parts = classes.map { (power: $0.key, amount: $0.value.total) }
      .filter { $0.amount != 0 }.sorted { $0.power < $1.power }
    guard !parts.isEmpty else { return 0 }
    var bits = 128
    while true {
      let (low, high) = RootInterval(of: base, degree: degree, bits: bits).sum(parts)
      if low > 0 { return 1 }
      if high < 0 { return -1 }
      bits *= 2
    }
  }

  /// growth^(1/root) as base^(1/degree) with the smallest degree.
  private func simplestRoot() -> (base: Ratio<BigInt>, degree: Int) {
    var base = growth
    var degree = root
    var prime = 2
    while prime <= degree {
      if degree % prime == 0, let upper = base.numerator.exactRoot(prime),
        let lower = base.denominator.exactRoot(prime), let smaller = Ratio(upper, lower)
      {
        base = smaller
        degree /= prime
      } else {
        prime += 1
      }
    }
    return (base, degree)
  }
}

/// Σ amount·base^power over the common denominator base.denominator^top, summed by Horner's rule: as
/// many products of a long number by a short one as there are terms.
private struct PowerSum {
  private let base: Ratio<BigInt>
  private var sum = BigInt(0)
  /// The power reached, and base.denominator^(top − power).
  private var power: Int
  private var scale = BigInt(1)

  init(of base: Ratio<BigInt>, top: Int) {
    self.base = base
    power = top
  }

  /// Adds a term; powers come descending.
  mutating func add(_ amount: BigInt, power next: Int) {
    let step = power - next
    sum *= base.numerator.power(step)
    scale *= base.denominator.power(step)
    sum += amount * scale
    power = next
  }

  /// The sum.
  var total: BigInt { sum * base.numerator.power(power) }
}

/// Bounds of base^(1/degree) in units of 2^−bits.
struct RootInterval {
  private let low: BigInt
  private let bits: Int

  init(of base: Ratio<BigInt>, degree: Int, bits: Int) {
    self.bits = bits
    let scaled = (base.numerator << (bits * degree)) / base.denominator
    low = scaled.flooredRoot(degree)
  }

  /// Bounds of Σ amount·root^power, in units of 2^−bits; `parts` ascend by power.
  func sum(_ parts: [(power: Int, amount: BigInt)]) -> (low: BigInt, high: BigInt) {
    var powerLow = BigInt(1) << bits
    var powerHigh = powerLow
    var reached = 0
    var result = (low: BigInt(0), high: BigInt(0))
    for part in parts {
      while reached < part.power {
        powerLow = (powerLow * low) >> bits
        powerHigh = ((powerHigh * (low + 1)) >> bits) + 1
        reached += 1
      }
      let ends = (part.amount * powerLow, part.amount * powerHigh)
      result.low += min(ends.0, ends.1)
      result.high += max(ends.0, ends.1)
    }
    return result
  }
}

extension BigInt {
  /// The largest whole number whose power is not above self (0 or more), by Newton from above.
  func flooredRoot(_ degree: Int) -> BigInt {
    guard degree > 1, self > 1 else { return self }
    var guess = BigInt(1) << ((magnitude.bitWidth + degree - 1) / degree)
    while true {
      let next = (guess * BigInt(degree - 1) + self / guess.power(degree - 1)) / BigInt(degree)
      if next >= guess { return guess }
      guess = next
    }
  }

  /// The root where self is a perfect power, else `nil`.
  func exactRoot(_ degree: Int) -> BigInt? {
    let root = flooredRoot(degree)
    return root.power(degree) == self ? root : nil
  }
}

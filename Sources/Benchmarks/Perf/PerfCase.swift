/// One thing that is timed: a body that does so many units of work a call.
struct PerfCase {
  /// Its name, `recognize.short-zh`.
  let name: String
  /// What one unit is: message, flow, plan.
  let unit: String
  /// How many units one call does.
  let units: Int
  /// Does them; returns something that hangs on every result, so that nothing is left out.
  let body: () -> Int

  /// A case whose call does one unit unless said otherwise.
  init(_ name: String, unit: String, units: Int = 1, _ body: @escaping () -> Int) {
    self.name = name
    self.unit = unit
    self.units = units
    self.body = body
  }
}

/// The seconds a unit took, round by round.
struct PerfTimes {
  let name: String
  let unit: String
  /// Seconds a unit in each round, ascending.
  let rounds: [Double]

  init(name: String, unit: String, rounds: [Double]) {
    self.name = name
    self.unit = unit
    self.rounds = rounds.sorted()
  }

  /// The best round.
  var least: Double { rounds.first ?? 0 }
  /// The middle round.
  var median: Double { rounds.isEmpty ? 0 : rounds[rounds.count / 2] }
}

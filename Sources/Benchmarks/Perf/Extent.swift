/// How much of each part runs: all of it or, with `--brief`, just enough to show that it works.
enum Extent {
  /// Whether the figures are to be looked at as a sign of life only.
  static let isBrief = CommandLine.arguments.contains("--brief")

  /// The measure of the whole run, or the one of the brief run.
  static func of<Measure>(whole: Measure, brief: Measure) -> Measure {
    isBrief ? brief : whole
  }
}

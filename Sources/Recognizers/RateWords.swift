/// The words behind a rate that say for what span it is told.
enum RateWords {
  static let after = WordTable<PercentValue.Span>([
    ("/天 /日 每日 每天 一天 per_day a_day each_day every_day /day daily", .day),
    ("/月 每月 每个月 一个月 per_month a_month each_month every_month /month /mo monthly", .month),
    (
      "/年 每年 一年 per_annum per_year a_year each_year every_year /year /yr p.a p.a. yearly annually",
      .year
    ),
  ])
}

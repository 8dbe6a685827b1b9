/// The words of dates and times.
enum TimeWords {
  /// Units of length.
  static let units = WordTable<DurationValue.Unit>([
    ("秒 秒钟 second seconds sec secs", .second),
    ("分 分钟 minute minutes min mins", .minute),
    ("小时 钟头 钟 个钟 个钟头 hour hours hr hrs", .hour),
    ("天 日 自然日 昼夜 day days calendar_days", .day),
    ("工作日 个工作日 working_day working_days business_day business_days", .workday),
    ("周 星期 礼拜 个星期 个礼拜 week weeks", .week),
    ("月 个月 月份 month months", .month),
    ("年 周年 载 年头 year years yr yrs", .year),
  ])

  /// What 前, 后, 内 and their like make of a length or a date.
  enum Bound: Sendable {
    case before
    case after
    case within
    case since
  }

  static let bounds = WordTable<Bound>([
    ("前 之前 以前 及以前 或以前 或之前 及之前 止 截止 为止", .before),
    ("后 之后 以后 过后 及之后 及以后 或之后 或以后", .after),
    ("内 以内 之内 里", .within),
    ("起 开始 以来 起始 至今", .since),
  ])

  /// Days from the day of the message.
  static let days = WordTable<Int>(daysLines)
  private static let daysLines: [(words: String, meaning: Int)] = [
    ("今天 今日 今儿 本日 当日 当天 即日", 0),
    ("明天 明日 明儿 次日 翌日 第二天", 1),
    ("后天 后日 後日", 2),
    ("大后天 大后日", 3),
    ("大大后天", 4),
    ("昨天 昨日 昨儿", -1),
    ("前天 前日", -2),
    ("大前天 大前日", -3),
    ("大大前天", -4),
  ]

  /// Two days in one word, by the first.
  static let dayPairs = WordTable<Int>(dayPairsLines)
  private static let dayPairsLines: [(words: String, meaning: Int)] = [
    ("明后天 明后两天 明后二天 明后两日", 1), ("今明两天 今明两日 今明二天", 0), ("昨今两天", -1),
  ]

  /// 今晚 and its like: a day and a part of it in one word.
  static let nights = WordTable<(day: Int, part: DayPart)>(nightsLines)
  private static let nightsLines: [(words: String, meaning: (day: Int, part: DayPart))] = [
    ("今晚 今夜 当晚", (0, .evening)),
    ("明晚", (1, .evening)),
    ("昨晚 昨夜", (-1, .evening)),
    ("后晚", (2, .evening)),
    ("前晚", (-2, .evening)),
    ("今早 今晨", (0, .morning)),
    ("明早 明晨", (1, .morning)),
    ("昨早", (-1, .morning)),
  ]

  /// Parts of a day, with their usual hours.
  enum DayPart: Sendable {
    case beforeDawn
    case morning
    case forenoon
    case noon
    case afternoon
    case evening
    case midnight

    /// From and to which hour; where usage differs the wider span of duckling and MiNLP is taken.
    var hours: (from: Int, to: Int) {
      switch self {
      case .beforeDawn: (0, 6)
      case .morning: (4, 12)
      case .forenoon: (8, 12)
      case .noon: (11, 13)
      case .afternoon: (12, 18)
      case .evening: (18, 24)
      case .midnight: (22, 24)
      }
    }
  }

  static let dayParts = WordTable<DayPart>(dayPartsLines)
  private static let dayPartsLines: [(words: String, meaning: DayPart)] = [
    ("凌晨 清早 拂晓", .beforeDawn),
    ("早上 早晨 清晨 早 早间", .morning),
    ("上午 午前", .forenoon),
    ("中午 正午 晌午", .noon),
    ("下午 午后 傍晚 黄昏", .afternoon),
    ("晚上 夜晚 夜里 晚间 晚 夜间 今夜", .evening),
    ("半夜 午夜 深夜", .midnight),
  ]

  /// A step of a calendar unit: 上, 这, 下.
  static let steps = WordTable<Int>(stepsLines)
  private static let stepsLines: [(words: String, meaning: Int)] = [
    ("上 上个 上一 上一个 前一 前一个 过去一", -1),
    ("上上 上上个", -2),
    ("上上上 上上上个", -3),
    ("下 下个 下一 下一个 后一 后一个 来 次", 1),
    ("下下 下下个", 2),
    ("下下下 下下下个", 3),
    ("这 这个 本 这一 本个 今个 当 此 今", 0),
  ]

  /// Years and months in one word.
  static let years = WordTable<Int>(yearsLines)
  private static let yearsLines: [(words: String, meaning: Int)] = [
    ("今年 本年 本年度 今年度 当年 这年", 0),
    ("明年 来年 次年 下年 明年度", 1),
    ("后年", 2),
    ("大后年", 3),
    ("去年 上年 旧年", -1),
    ("前年", -2),
    ("大前年", -3),
  ]

  /// The edges of the month and year of the message.
  private static let edges = "月底 月末 月初 年底 年末 年初"

  /// The days of the week after 周, 星期, 礼拜.
  static let weekdays = WordTable<Int>([
    ("一 1", 1), ("二 2", 2), ("三 3", 3), ("四 4", 4), ("五 5", 5), ("六 6", 6), ("日 天 7", 7),
    ("末", 8),
  ])

  static let weeks = WordTable<Bool>(weeksLines)
  private static let weeksLines: [(words: String, meaning: Bool)] = [("周 星期 礼拜 週", true)]

  /// Words before a length that make it a stretch before (`true`) or after now.
  static let stretches = WordTable<Bool>(stretchesLines)
  private static let stretchesLines: [(words: String, meaning: Bool)] = [
    ("前 上 过去 近 最近 之前 此前 往前 向前 前面", true),
    ("后 下 未来 今后 之后 接下来 还剩 还剩下 再过 往后 向后 后面", false),
  ]

  /// Every word with which a time can begin, and whether it is one by itself (今天) or only with
  /// what follows it (下); one look in place of eight.
  static let starts = WordTable<Bool>(
    (daysLines.map(\.words) + dayPairsLines.map(\.words) + nightsLines.map(\.words)
      + yearsLines.map(\.words) + [edges]).map { ($0, true) }
      + dayPartsLines.map {
        (
          String($0.words.split(separator: " ").filter { $0.count > 1 }.joined(separator: " ")),
          true
        )
      }
      + (stepsLines.map(\.words) + weeksLines.map(\.words) + stretchesLines.map(\.words)
      + ["早 晚 每 自 从 大约 半 大半 个半 分半"]).map { ($0, false) })
}

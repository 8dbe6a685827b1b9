import TerminalDriver
import Testing

/// `mingbai calc …`: no option is passed over in silence, and nothing is assumed in silence.
@Suite(.serialized) struct CalcCommandTests {
  private func calc(_ question: String, _ language: String = "zh") throws -> Program.Run {
    let program = try Program()
    return try program.run(
      ["calc"] + question.split(separator: " ").map(String.init)
        + ["--lang", language, "--today", "2026-11-22", "--data", program.folder])
  }

  /// A question with an option it makes no use of, or that says two things: the status and the option.
  @Test(arguments: [
    ("apr --flow 2026-01-05:10 --flow 2027-01-05:-11 --received 9", "unused-option: --received"),
    ("apr --flow 2026-01-05:10 --flow 2027-01-05:-11 --months 9", "unused-option: --months"),
    ("apr --flow 2026-01-05:10 --flow 2027-01-05:-11 --per-year 9", "unused-option: --per-year"),
    ("apr --received 9 --instalment 1 --months 12 --contract 2026-01-05", "missing: --lender"),
    ("apr --received 9 --instalment 1 --months 12 --platform", "missing: --lender"),
    ("schedule --principal 12000 --months 12 --fee 500", "unused-option: --fee"),
    ("schedule --principal 12000 --months 12 --offer 500 --over 8", "unused-option: --offer"),
    ("schedule --principal 12000 --months 12 --over 8", "unused-option: --over"),
    (
      "schedule --kind up-front-fee --principal 12000 --months 12 --fee 500 --rate 12%/年",
      "unused-option: --rate"
    ),
    (
      "schedule --kind lump-sum --principal 12000 --offer 11000 --months 3",
      "unused-option: --months"
    ),
    (
      "schedule --kind lump-sum --principal 12000 --offer 11000 --rate 1%/年",
      "unused-option: --rate"
    ),
    ("schedule --kind lump-sum --principal 12000 --offer 0", "not-above-zero: --offer"),
    ("deadline lawsuit_answer --days 3", "one-of-these: KEY --days"),
    ("deadline --days 5 --working-days 5", "one-of-these: --days --working-days"),
    ("deadline", "missing: KEY --days --working-days"),
    ("credit --on 2026-01-05", "unused-option: --on"),
    (
      "penalty --principal 9 --rate 1%/年 --due 2026-01-05 --principal-first",
      "unused-option: --principal-first"
    ),
    (
      "penalty --principal 9 --rate 1%/年 --due 2026-01-05 --paid 2026-01-04:5", "bad-date: --paid"
    ),
    ("penalty --principal 9 --rate 1%/年 --rate 24%/年 --due 2026-01-05", "repeated-option: --rate"),
    ("penalty --principal 9 --rate=1%/年 --rate 24%/年 --due 2026-01-05", "repeated-option: --rate"),
    ("afford --income 9 --essentials 5 --rate 12%/年", "missing: --owed"),
    ("prorata --sum 9 --debt =50", "bad-debt: --debt"),
    ("prorata --sum 0 --debt 卡=50", "not-above-zero: --sum"),
    (
      "offer --amount 0 --months 3 --monthly 9 --instalments 60", "not-above-zero: --amount"
    ),
  ])
  func `an option without use or with two meanings is refused by its name`(
    question: String, refusal: String
  ) throws {
    for language in ["zh", "en"] {
      let run = try calc(question, language)
      #expect(run.status == 64, "\(question)")
      #expect(run.errors.hasPrefix(refusal + ": "), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  /// A question the core refuses, and with which status.
  @Test(arguments: [
    ("schedule --kind lump-sum --principal 12000 --offer 15000", "offer-above-debt: "),
    ("afford --income 9000 --essentials 5 --owed 0", "nothing-owed: "),
    ("penalty --principal 9 --rate 1%/年 --due 1900-01-05 --mode compound-daily", "day-count: "),
    (
      "apr --flow 1900-01-05:10 --flow 2027-01-05:-11 --lender bank", "day-count: "
    ),
  ])
  func `what can't be computed is refused before anything is printed`(
    question: String, refusal: String
  ) throws {
    let run = try calc(question)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix(refusal), "\(run.errors)")
    #expect(run.output.isEmpty, "\(run.output)")
  }

  /// A question, and what its answer says of the options left out.
  @Test(arguments: [
    (
      "apr --flow 2022-01-05:10000 --flow 2023-01-05:-11450 --lender private",
      "合同日是第一笔的日子 2022-01-05", "a contract of the first flow's day, 2022-01-05"
    ),
    (
      "apr --received 10000 --instalment 950 --months 12 --lender private",
      "合同日是今天 2026-11-22", "a contract of today, 2026-11-22"
    ),
    (
      "schedule --principal 12000 --months 3", "首个还款日 2026-12-22，从今天起一个月",
      "first due day 2026-12-22, a month from today"
    ),
    ("schedule --principal 12000 --months 3", "不计息（--rate）", "no interest (--rate)"),
    ("schedule --principal 12000 --months 3", "等额本息（--kind）", "equal instalments (--kind)"),
    (
      "claim --claimed 5000 --principal 1000 --days 100", "机构类别不清楚",
      "an unknown kind of lender"
    ),
    (
      "claim --claimed 5000 --principal 1000 --days 100 --lender bank", "合同日是 2026-08-14",
      "a contract of 2026-08-14"
    ),
    ("credit --ended 2021-06-30", "看的是今天 2026-11-22", "asked about today, 2026-11-22"),
    (
      "offer --amount 4000 --months 12 --monthly 1000 --instalments 6000", "手上没有钱（--saved）",
      "nothing at hand (--saved)"
    ),
    (
      "offer --amount 4000 --months 12 --monthly 1000 --instalments 6000", "等待不用多花钱",
      "waiting costs nothing"
    ),
    (
      "afford --income 9000 --essentials 5000 --owed 800", "欠款不计息（--rate）",
      "the debt bears no interest (--rate)"
    ),
    ("afford --income 9000 --essentials 5000", "没有应急预留", "no reserve"),
    (
      "penalty --principal 100 --rate 24%/年 --due 2026-01-05", "算到今天 2026-11-22",
      "up to today, 2026-11-22"
    ),
    ("limitation --due 2022-03-01", "看的是今天 2026-11-22", "asked about today, 2026-11-22"),
  ])
  func `what was taken for an option left out is said`(
    question: String, zh: String, en: String
  ) throws {
    for (language, part) in [("zh", zh), ("en", en)] {
      let run = try calc(question, language)
      #expect(run.status == 0, "\(run.errors)")
      #expect(words(run.output).contains(words(part)), "\(run.output)")
    }
  }

  /// A question, and what its answer says.
  @Test(arguments: [
    (
      "apr --flow 2022-01-05:10000 --flow 2023-01-05:-11450 --lender private", "低于上限 年利率15.2%",
      "below the cap of 15.2% a year"
    ),
    (
      "apr --flow 2026-01-05:-10000 --flow 2027-01-05:15000 --lender bank",
      "上限管的是借款人的成本，所以这里没有比", "nothing was held against them"
    ),
    (
      "apr --flow 2026-01-05:-10000 --flow 2027-01-05:15000", "借钱给别人的一方赚的利率",
      "what one who lends earns"
    ),
    (
      "apr --flow 2026-01-05:10000 --flow 2026-01-05:-10000", "抵消后什么也不剩", "nothing is left"
    ),
    (
      "apr --flow 2026-01-05:10000 --flow 2026-01-05:-9000 --flow 2027-01-05:10", "只剩收入或只剩支出",
      "only receipts or only payments are left"
    ),
    (
      "apr --flow 2026-01-05:10 --flow 2027-01-05:1 --lender bank", "没有利率，所以没有和上限比",
      "There is no rate, so nothing"
    ),
    (
      "penalty --principal 1000 --rate 24%/年 --due 2026-01-05 --on 2026-02-05 --paid 2026-03-01:200",
      "那天以后付的 200.00元 没有算进来", "¥200.00 paid after that day is not counted"
    ),
    (
      "penalty --principal 1000 --rate 24%/年 --due 2026-01-05 --on 2026-02-05",
      "利息 ＝ 未还本金 × 日利率 × 天数", "interest = unpaid principal × rate a day × days"
    ),
    (
      "penalty --principal 1000 --rate 24%/年 --due 2026-01-05 --on 2026-02-05",
      "日利率 ＝ 年利率24% ÷ 365", "Rate a day = 24% a year ÷ 365"
    ),
    (
      "deadline --working-days 10 --start 2026-12-14", "不早于 2026年12月26日",
      "not before Sat 26 Dec 2026"
    ),
    ("deadline police_transfer --start 2026-11-20", "满 24 小时为止", "24 hours from that minute"),
    ("credit --ended 2027-01-31", "2027-01-31 还没到", "2027-01-31 is still to come"),
    ("prorata --sum 90 --debt 卡=50", "还有 40.00元 没有分出去", "¥40.00 is left over"),
    (
      "offer --amount 4000 --months 12 --monthly 1000 --saved 1000 --instalments 6000 --waiting 100",
      "结清金额不超过 5,500.00元", "up to ¥5,500.00"
    ),
  ])
  func `an answer says all that it rests on`(question: String, zh: String, en: String) throws {
    for (language, part) in [("zh", zh), ("en", en)] {
      let run = try calc(question, language)
      #expect(run.status == 0, "\(run.errors)")
      #expect(words(run.output).contains(words(part)), "\(run.output)")
      #expect(!run.output.contains("没有唯一的利率"))
    }
  }

  /// The text without blanks and line ends, which wrapping moves.
  private func words(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0 != " " && $0 != "\n" })
  }
}

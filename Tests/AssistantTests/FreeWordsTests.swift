import ShippedFlows
import FlowEngine
import FlowLanguage
import MoneyAndDates
import Recognizers
import SourceText
import Testing
import Wording

@testable import Assistant

/// Answers in people's own words: what is plain is taken, what is not is asked again.
@Suite struct FreeWordsTests {
  private static let reader = AnswerReader(
    FreeWords(
      recognizer: LazyPart {
        Recognizer(numbering: NumberingPlan(text: ""), suffixes: PublicSuffixes(text: ""))
      }
    ).understanding)

  /// What is said back to a line at a question of a type; `nil` where it is asked again.
  private func saidBack(
    _ line: String, to type: String, asked text: String = "？", check: String = "",
    in language: Language = .zh
  ) throws -> String? {
    let source = """
      schema: 1
      flow: my.kind
      version: 1
      title: {zh: "题", en: "Kind"}
      start: q
      vars: {v: {type: \(type)}}
      nodes:
        q: {ask: \(type), text: {zh: "\(text)", en: "\(text)"}, \(check) set: {v: "answer"}, next: done}
        done: {outcome: done, title: {zh: "完 {v}", en: "End {v}"}}
      """
    let (flow, faults) = FlowReader.read(SourceText(name: "kind.flow.yaml", text: source))
    let read = try #require(flow, "\(faults)")
    let (program, found) = FlowProgram.compile(
      read, in: FlowLibrary(flows: [read]), environment: .standard)
    let interview = Interview(
      ProgramLibrary([try #require(program, "\((faults + found).map { $0.line(in: .en) })")]),
      flow: "my.kind", today: ShippedFlows.today, language: language)
    guard case .asking(let question) = interview.state,
      case .answer(let value) = Self.reader.read(line, for: question, today: ShippedFlows.today)
    else { return nil }
    return question.printed(value, in: language)
  }

  @Test(
    arguments: [
      ("一万二", "12,000.00元"), ("1.2万", "12,000.00元"), ("１．２万", "12,000.00元"),
      ("1.2w", "12,000.00元"), ("5K", "5,000.00元"), ("大概五百", "500.00元"), ("一共500", "500.00元"),
      ("3,200.50元左右", "3,200.50元"), ("约300块", "300.00元"),
      ("1e5", nil), ("$300", nil), ("300美元", nil), ("两家500", nil), ("100-200", nil),
      ("12000.005", nil), ("999999999999999w", nil), ("w", nil),
      ("1 200", "1,200.00元"), ("3，200.50", "3,200.50元"), ("5000左右", "5,000.00元"),
      ("三块五", "3.50元"), ("1,2", nil), ("3 5", nil), ("32,00.50", nil), ("1,2345", nil),
      ("3 200,50", nil), ("1234,567", nil),
    ] as [(String, String?)])
  func `an amount is taken where the whole line is one`(line: String, said: String?) throws {
    #expect(try saidBack(line, to: "money") == said)
  }

  @Test(
    arguments: [
      ("twelve thousand", "12,000.00元"), ("Twelve thousand five hundred yuan", "12,500.00元"),
      ("a hundred and ten", "110.00元"), ("fifteen hundred", "1,500.00元"),
      ("about forty-two RMB", "42.00元"), ("two million three thousand", "2,003,000.00元"),
      ("12 thousand", "12,000.00元"), ("1.2 million", "1,200,000.00元"),
      ("one fifty", nil), ("a", nil), ("hundred", nil), ("a hundred and", nil), ("a twelve", nil),
      ("two thousand million", nil), ("thousand thousand", nil), ("five thousand and", nil),
      ("twelve dollars", nil), ("three or four hundred", nil),
    ] as [(String, String?)])
  func `an amount in English words is one too`(line: String, said: String?) throws {
    #expect(try saidBack(line, to: "money") == said)
  }

  @Test(
    arguments: [
      ("twelve", "How many?", "12"), ("thirty-seven days", "How many days overdue?", "37"),
      ("six months", "How many months?", "6"), ("two months", "How many days overdue?", nil),
      ("not two", "How many?", nil),
    ] as [(String, String, String?)])
  func `a number in English words is one too`(line: String, asked: String, said: String?) throws {
    #expect(try saidBack(line, to: "integer", asked: asked) == said)
  }

  @Test(
    arguments: [
      ("下周三", "2026年11月25日（周三）"), ("二十号前", "2026年12月20日（周日）"),
      ("11.23", "2026年11月23日（周一）"), ("２０２６年１１月２３日", "2026年11月23日（周一）"),
      ("3天内", "2026年11月24日（周二）"), ("昨天", "2026年11月20日（周五）"),
      ("11-23", "2026年11月23日（周一）"), ("上周", nil), ("上个月", nil), ("月底", nil), ("2025年3月", nil),
      ("2月30日", nil), ("13.40", nil),
    ] as [(String, String?)])
  func `a day is taken where the words name one day and no longer time`(
    line: String, said: String?
  ) throws {
    #expect(try saidBack(line, to: "date") == said)
  }

  @Test(
    arguments: [
      ("23 Nov", "Mon 23 Nov 2026"), ("23rd", "Mon 23 Nov 2026"), ("the 23rd", "Mon 23 Nov 2026"),
      ("45th", nil), ("next Wednesday", "Wed 25 Nov 2026"), ("last month", nil),
      ("end of the month", nil),
    ] as [(String, String?)])
  func `a day in English is one day too`(line: String, said: String?) throws {
    #expect(try saidBack(line, to: "date", in: .en) == said)
  }

  @Test(arguments: [
    ("answer <= today", "3月5号", "2026年3月5日（周四）"),
    ("answer > today", "3月5号", "2027年3月5日（周五）"),
  ])
  func `of a day without a year the one is taken that the question allows`(
    rule: String, line: String, said: String
  ) throws {
    let check = "check: [{that: \"\(rule)\", say: {zh: \"不行\", en: \"No\"}}],"
    #expect(try saidBack(line, to: "date", check: check) == said)
  }

  @Test(
    arguments: [
      ("十二", "逾期几天？", "12"), ("37天", "逾期几天？", "37"), ("12个月", "几个月？", "12"), ("12期", "几个月？", "12"),
      ("2个月", "逾期几天？", nil), ("一年", "几个月？", nil), ("3到5天", "逾期几天？", nil),
      ("1,200", "几天？", "1200"), ("3,5", "几天？", nil), ("3，5", "几天？", nil), ("3 5", "几天？", nil),
    ] as [(String, String, String?)])
  func `a number with a unit is taken where the question asks in that unit`(
    line: String, asked: String, said: String?
  ) throws {
    #expect(try saidBack(line, to: "integer", asked: asked) == said)
  }

  @Test(
    arguments: [
      ("18.25", "年利率18.25%"), ("１８％", "年利率18%"), ("月息2分", "月利率2%"), ("0.05%/日", "日利率0.05%"),
      ("千分之一每天", "日利率0.1%"), ("年化24", "年利率24%"), ("日息万分之五", "日利率0.05%"), ("日息万五", "日利率0.05%"),
      ("18,25", nil), ("18, 25", nil), ("3.45%到24%", nil), ("一分五", nil), ("万分之五", nil),
      ("1.5倍LPR", nil),
    ] as [(String, String?)])
  func `a rate keeps the basis that is said, and half of it is no rate`(
    line: String, said: String?
  ) throws {
    #expect(try saidBack(line, to: "percent, per: year") == said)
  }
}

import Expressions
import Facts
import Wording

/// The function `fact('file.id')`.
struct FactFunctions: Sendable {
  let facts: FactBook

  private static let shape = RecordShape<Fact>(
    "Fact",
    [
      .field("id", .string, zh: "编号", en: "id") { .string($0.id) },
      .field("zh", .string, zh: "中文内容", en: "Chinese text") { .string($0.statement.zh) },
      .field("en", .string, zh: "英文内容", en: "English text") { .string($0.statement.en) },
      .field("number", .string, zh: "可以打的号码", en: "number to call") {
        .string($0.numbers.first ?? "")
      },
      .field("asOf", .string, zh: "截至", en: "as of") { .string($0.asOf?.text ?? "") },
      .field("confidence", .string, zh: "可信程度", en: "confidence") {
        .string($0.confidence.rawValue)
      },
      .field("source", .string, zh: "来源", en: "source") { .string($0.sources.first?.title ?? "") },
    ])

  var types: [RecordType] { [FactFunctions.shape.type] }

  var all: [Function] {
    [
      .core(
        "fact", [.string], .record("Fact"), zh: "一条事实，连同来源和日期",
        en: "a fact with its source and date",
        example: .init("fact('rule.INT-01').id", gives: "'rule.INT-01'")
      ) { arguments throws(EvaluationError) in
        let id = try arguments.string(0)
        guard let fact = facts.fact(id) else {
          throw .function(zh: "事实里没有“\(id)”", en: "the facts have no \"\(id)\"")
        }
        return FactFunctions.shape.record(fact)
      },
      .core(
        "fact.text", [.string, .string], .string, reads: ["today"],
        zh: "一条事实的内容，用这种语言，后面写明是哪一条、截至哪天、过没过复核日",
        en:
          "what a fact says, in a language, with its key, its day and whether it is past its review",
        example: .init("fact.text('rule.INT-08', 'zh').contains('本金')", gives: "true")
      ) { arguments throws(EvaluationError) in
        let id = try arguments.string(0)
        guard let fact = facts.fact(id) else {
          throw .function(zh: "事实里没有“\(id)”", en: "the facts have no \"\(id)\"")
        }
        return .string(fact.quoted(on: try arguments.day(), in: try arguments.language(1)))
      },
      .core(
        "fact.line", [.string, .string], .string, reads: ["today"],
        zh: "一家机构（按名字）可以打的客服电话，连同来源、日期；没有核实过的，就说去哪里找",
        en:
          "the line of an institution (by its name) that may be called, with source and day; else where to find it",
        example: .init("fact.line('', 'zh').contains('银行卡背面')", gives: "true")
      ) { arguments throws(EvaluationError) in
        let line = OfficialLine(of: try arguments.string(0), in: facts, on: try arguments.day())
        return .string(line.text(in: try arguments.language(1)))
      },
    ]
  }
}

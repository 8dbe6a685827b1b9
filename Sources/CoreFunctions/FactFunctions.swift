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
        "fact.text", [.string, .string], .string, zh: "一条事实的内容，用这种语言",
        en: "what a fact says, in a language",
        example: .init("fact.text('rule.INT-08', 'zh').contains('本金')", gives: "true")
      ) { arguments throws(EvaluationError) in
        let id = try arguments.string(0)
        guard let fact = facts.fact(id) else {
          throw .function(zh: "事实里没有“\(id)”", en: "the facts have no \"\(id)\"")
        }
        return .string(fact.statement[try arguments.language(1)])
      },
    ]
  }
}

import ArgumentParser
import FlowEngine
import FlowLanguage
import FlowTesting
import SourceText
import Wording

/// `mingbai flow explain FLOW NODE`.
struct FlowExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "哪些回答会走到这个节点 / which answers lead to a node",
    discussion: """
      例子 / Examples:
        mingbai flow explain collection.text not_my_debt
        mingbai flow explain my.flow.yaml done --lang en
      """)

  @Argument(help: "流程的 id 或文件 / the flow's id, or its file.")
  var flow: String

  @Argument(help: "节点的 id / the node's id.")
  var node: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let language = options.language
    let (flow, shelf) = try options.flow(flow)
    let programs = try shelf.allPrograms(language)
    guard
      let explanation = Explanation(
        node: node, of: flow.id, in: programs, today: options.day, language: language)
    else {
      Exit.say(Words.noNode(node, among: flow.nodes.map(\.id)), language)
      throw Exit.noInput
    }
    if explanation.root != flow.id { print(Words.root(explanation.root)[language]) }
    for (number, way) in explanation.ways.enumerated() { show(way, number + 1) }
    if explanation.ways.isEmpty { print(Words.none(explanation.isExhaustive)[language]) }
    if !explanation.ways.isEmpty, !explanation.isExhaustive { print(Words.perhapsMore[language]) }
  }

  private func show(_ way: Explanation.Way, _ number: Int) {
    let language = options.language
    print(Words.heading(number, way.from)[language].safeForTerminal)
    if way.answers.isEmpty { print("  \(Words.noAnswers[language])") }
    for answer in way.answers {
      let label = answer.question.text(in: language).split(whereSeparator: \.isNewline).first ?? ""
      print("  \(answer.key): \(words(for: answer))    # \(label)".safeForTerminal)
    }
  }

  private func words(for given: Explanation.Given) -> String {
    let language = options.language
    if given.anyWillDo { return Words.any[language] }
    let values = [given.value] + given.alternatives
    let shown = values.prefix(4).map { value -> String in
      let printed = given.question.printed(value, in: language)
      return value.asWritten == "\"\(printed)\""
        ? value.asWritten : "\(value.asWritten) (\(printed))"
    }
    let more = values.count > 4 ? " …" : ""
    return shown.map { $0.split(whereSeparator: \.isNewline).first.map(String.init) ?? "" }
      .joined(separator: Words.or[language]) + more
  }

  private enum Words {
    static let any = BilingualText(zh: "随便哪个回答", en: "any answer")
    static let or = BilingualText(zh: " 或 ", en: " or ")
    static let noAnswers = BilingualText(zh: "一题不答就到", en: "no answer is needed")
    static let perhapsMore = BilingualText(
      zh: "（只试了一部分，可能还有别的路）", en: "(not everything was tried; there may be other ways)")
    static func heading(_ number: Int, _ from: String?) -> BilingualText {
      guard let from else {
        return BilingualText(zh: "\(number). 流程一开始：", en: "\(number). at the beginning:")
      }
      return BilingualText(
        zh: "\(number). 从“\(from)”过来：", en: "\(number). coming from \"\(from)\":")
    }
    static func root(_ id: String) -> BilingualText {
      BilingualText(zh: "从流程“\(id)”开始走：", en: "walked from the flow \"\(id)\":")
    }
    static func none(_ isExhaustive: Bool) -> BilingualText {
      isExhaustive
        ? BilingualText(zh: "怎么答都走不到这里", en: "no answers lead here")
        : BilingualText(zh: "试过的回答都没有走到这里", en: "none of the answers tried led here")
    }
    static func noNode(_ id: String, among ids: [String]) -> BilingualText {
      let near = nearestNames(to: id, among: ids)
      let names = (near.isEmpty ? Array(ids.prefix(60)) : near).joined(separator: ", ")
      let more = near.isEmpty && ids.count > 60 ? " …" : ""
      return BilingualText(
        zh: "没有节点“\(id)”；\(near.isEmpty ? "有" : "相近的有")：\(names)\(more)",
        en: "there is no node \"\(id)\"; \(near.isEmpty ? "there is" : "near"): \(names)\(more)")
    }
  }
}

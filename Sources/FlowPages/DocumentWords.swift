import Facts
import FlowLanguage
import Wording

/// The words of a flow's document.
enum DocumentWords {
  static let colon = BilingualText(zh: "：", en: ": ")
  static let listed = BilingualText(zh: "、", en: ", ")
  static let id = BilingualText(zh: "标识", en: "Id")
  static let offer = BilingualText(zh: "首页选项", en: "Line in the first menu")
  static let firstStep = BilingualText(zh: "第一步", en: "First step")
  static let calls = BilingualText(zh: "会用到的其他流程", en: "Other flows it runs")
  static let size = BilingualText(zh: "规模", en: "Size")
  static let steps = BilingualText(zh: "步骤", en: "Steps")
  static let outcomes = BilingualText(zh: "结局", en: "Outcomes")
  static let letters = BilingualText(zh: "信件", en: "Letters")
  static let facts = BilingualText(zh: "所依据的事实", en: "Facts it rests on")
  static let variables = BilingualText(zh: "记住的内容", en: "What is remembered")
  static let note = BilingualText(zh: "注意", en: "Note")
  static let unreachable = BilingualText(zh: "没有路走到这里", en: "nothing leads here")
  static let says = BilingualText(zh: "告诉对方", en: "Says")
  static let sets = BilingualText(zh: "记下", en: "Remembers")
  static let shows = BilingualText(zh: "列出可修改的回答", en: "Shows these answers, each can be changed")
  static let comesFrom = BilingualText(zh: "从哪里来", en: "Comes from")
  static let question = BilingualText(zh: "问", en: "Asks")
  static let answer = BilingualText(zh: "回答类型", en: "Kind of answer")
  static let options = BilingualText(zh: "选项", en: "Options")
  static let why = BilingualText(zh: "为什么问", en: "Why")
  static let help = BilingualText(zh: "去哪里找答案", en: "Where to find it")
  static let guess = BilingualText(zh: "建议值（须本人确认）", en: "Suggestion (to be confirmed)")
  static let checks = BilingualText(zh: "回答必须满足", en: "The answer must satisfy")
  static let skip = BilingualText(zh: "可以跳过", en: "Can be skipped")
  static let cannotSay = BilingualText(zh: "说不清", en: "I can't say")
  static let runs = BilingualText(zh: "运行流程", en: "Runs the flow")
  static let passes = BilingualText(zh: "传入", en: "Passes")
  static let takes = BilingualText(zh: "取回", en: "Takes back")
  static let until = BilingualText(zh: "重复，直到", en: "Repeats until")
  static let turns = BilingualText(zh: "次数", en: "Turns")
  static let collects = BilingualText(zh: "汇集到", en: "Collects into")
  static let next = BilingualText(zh: "接下来", en: "Then")
  static let verdict = BilingualText(zh: "结论", en: "Verdict")
  static let inWords = BilingualText(zh: "说明", en: "In words")
  static let deadlines = BilingualText(zh: "重要日期", en: "Dates that matter")
  static let contacts = BilingualText(zh: "联系方式", en: "Contacts")
  static let basis = BilingualText(zh: "依据", en: "Basis")
  static let by = BilingualText(zh: "截止", en: "by")
  static let onlyIf = BilingualText(zh: "仅当", en: "only if")
  static let addressee = BilingualText(zh: "收件方", en: "To")
  static let use = BilingualText(zh: "何时使用", en: "When to use it")
  static let must = BilingualText(zh: "必须", en: "Must")
  static let never = BilingualText(zh: "绝不能写", en: "Never")
  static let warnings = BilingualText(zh: "发出前注意", en: "Before it is sent")
  static let fields = BilingualText(zh: "填写项", en: "Fields")
  static let numbers = BilingualText(zh: "电话", en: "Numbers")
  static let asOf = BilingualText(zh: "截至", en: "As of")
  static let confidence = BilingualText(zh: "可信度", en: "Confidence")
  static let reviewBy = BilingualText(zh: "复核日", en: "Review by")
  static let sources = BilingualText(zh: "来源", en: "Sources")
  static let name = BilingualText(zh: "名称", en: "Name")
  static let type = BilingualText(zh: "类型", en: "Type")
  static let setBy = BilingualText(zh: "在哪里得到", en: "Set by")
  static let caller = BilingualText(zh: "由调用的流程传入", en: "passed in by the calling flow")

  /// What a step is.
  static func kind(_ node: Node) -> BilingualText {
    switch node.kind {
    case .ask: BilingualText(zh: "提问", en: "question")
    case .say: BilingualText(zh: "告知", en: "statement")
    case .branch: BilingualText(zh: "分岔", en: "fork")
    case .compute: BilingualText(zh: "计算", en: "computation")
    case .call: BilingualText(zh: "运行另一流程", en: "another flow")
    case .each: BilingualText(zh: "重复", en: "repetition")
    case .review: BilingualText(zh: "核对回答", en: "review")
    case .outcome: BilingualText(zh: "结局", en: "outcome")
    }
  }

  /// A type in words.
  static func type(_ type: VariableType, _ language: Language) -> String {
    let words: BilingualText =
      switch type {
      case .tri: BilingualText(zh: "是、否、不确定", en: "yes, no, not sure")
      case .bool: BilingualText(zh: "真或假", en: "true or false")
      case .integer: BilingualText(zh: "整数", en: "whole number")
      case .money: BilingualText(zh: "金额（元）", en: "amount in yuan")
      case .percent(per: .day): BilingualText(zh: "日利率", en: "percent a day")
      case .percent(per: .month): BilingualText(zh: "月利率", en: "percent a month")
      case .percent: BilingualText(zh: "年利率", en: "percent a year")
      case .date: BilingualText(zh: "日期", en: "date")
      case .text: BilingualText(zh: "一行文字", en: "line of text")
      case .phone: BilingualText(zh: "号码", en: "phone number")
      case .file: BilingualText(zh: "文件", en: "file")
      case .paste: BilingualText(zh: "粘贴的短信原文", en: "pasted message")
      case .choice: BilingualText(zh: "单选", en: "one of the options")
      case .multi: BilingualText(zh: "多选，可以一个也不选", en: "any of the options, or none")
      case .list(let element):
        BilingualText(
          zh: "列表：\(self.type(element, .zh))", en: "list: \(self.type(element, .en))")
      case .record(let name): BilingualText(zh: "记录 \(name)", en: "record \(name)")
      }
    return words[language]
  }

  static func confidence(_ confidence: Confidence) -> BilingualText {
    switch confidence {
    case .reported: BilingualText(zh: "仅见报道，未证实", en: "reported only")
    case .single: BilingualText(zh: "单一来源", en: "one source")
    case .verified: BilingualText(zh: "已核实", en: "verified")
    }
  }

  static func size(_ flow: Flow, _ language: Language) -> String {
    let asks = flow.nodes.count { if case .ask = $0.kind { true } else { false } }
    let ends = flow.nodes.count { if case .outcome = $0.kind { true } else { false } }
    return BilingualText(
      zh: "\(flow.nodes.count) 个节点：\(asks) 个问题，\(ends) 个结局",
      en: "\(flow.nodes.count) nodes: \(asks) questions, \(ends) outcomes")[language]
  }
}

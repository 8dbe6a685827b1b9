import Wording

/// What can be wrong with the form of a flow file, with its wording.
enum FlowFault {
  case notAFlow
  case trap(YAMLTrap)
  case missingKey(String)
  case wrongShape(wanted: Shape)
  case schemaVersion(String)
  case badID(String)
  case reservedName(String)
  case pathInName(String)
  case unknownKind(near: [String])
  case severalKinds([String])
  case unknownType(String, near: [String])
  case missingOptions
  case optionsUnused(String)
  case unknownOptionSource(String, near: [String])
  case notAChoice(String)
  case missingPeriod
  case eachRounds
  case notInBody(String)
  case untilNotAsked
  case untilHasNext
  case collectContent
  case tooMany(String, Int)
  case badUse(String)
  case missingLanguage(String)
  case emptyText
  case duplicate(String)
  case elseNotLast
  case unclosedBrace
  case strayBrace
  case emptyBraces
  case emptyExpression
  case braceInLabel
  case conditionTooDeep
  case notInCondition
  case letterKey(String)
  case letterFrontMatter
  case letterLanguage
  case letterFileName(String)

  /// What ought to stand at a place.
  enum Shape {
    case text, mapping, list, texts, wholeNumber, trueOrFalse, names, expression, next, condition
  }
}

extension FlowFault {
  /// The check under which the fault is listed.
  var check: String {
    switch self {
    case .trap: YAMLTrap.check
    case .missingLanguage, .emptyText: "translation"
    case .duplicate: "duplicate"
    case .unclosedBrace, .strayBrace, .emptyBraces, .emptyExpression, .braceInLabel: "syntax"
    case .elseNotLast: "unhandled"
    default: "shape"
    }
  }

  /// The fault in words, with the nearest names and the fix.
  var message: BilingualText {
    switch self {
    case .trap(let trap): trap.message
    case .notAFlow, .missingKey, .wrongShape, .schemaVersion, .badID, .reservedName,
      .pathInName, .tooMany, .duplicate:
      generalMessage
    case .unknownKind, .severalKinds, .unknownType, .missingOptions, .optionsUnused,
      .unknownOptionSource, .notAChoice, .missingPeriod, .eachRounds, .notInBody,
      .untilNotAsked, .untilHasNext, .collectContent, .badUse, .elseNotLast,
      .conditionTooDeep, .notInCondition:
      flowMessage
    case .missingLanguage, .emptyText, .unclosedBrace, .strayBrace, .emptyBraces, .emptyExpression,
      .braceInLabel,
      .letterKey,
      .letterFrontMatter, .letterLanguage, .letterFileName:
      textMessage
    }
  }

  private var generalMessage: BilingualText {
    switch self {
    case .missingKey(let key):
      BilingualText(
        zh: "缺少 \"\(key)\"；请补上一行 \(key): …", en: "\"\(key)\" is missing; add a line \(key): …")
    case .wrongShape(let wanted): wanted.message
    case .schemaVersion(let found):
      BilingualText(
        zh: "不认识格式版本 \"\(found)\"；请写 schema: 1",
        en: "format version \"\(found)\" is not known; write schema: 1")
    case .badID(let id):
      BilingualText(
        zh: "\"\(id)\" 不能作名字：只用英文字母、数字和 _，以字母开头，最长 \(FlowLimits.idBytes) 个",
        en:
          "\"\(id)\" can't be a name: use ASCII letters, digits and _, first a letter, at most \(FlowLimits.idBytes)"
      )
    case .reservedName(let name):
      BilingualText(
        zh: "\"\(name)\" 在表达式里另有含义；请换一个名字",
        en: "\"\(name)\" means something else in expressions; choose another name")
    case .pathInName(let name):
      BilingualText(
        zh: "\"\(name)\" 不是名字；只写 id，不写路径",
        en: "\"\(name)\" is not a name; write the id alone, never a path")
    case .tooMany(let what, let limit):
      BilingualText(zh: "\(what) 超过 \(limit) 个", en: "more than \(limit) \(what)")
    case .duplicate(let name):
      BilingualText(
        zh: "\"\(name)\" 已经声明过；请改名或去掉一处",
        en: "\"\(name)\" is declared already; rename it or take one out")
    default:
      BilingualText(
        zh: "这不是流程文件；它应当以 schema: 1 和 flow: … 开头",
        en: "this is not a flow file; it begins with schema: 1 and flow: …")
    }
  }

  private var flowMessage: BilingualText {
    switch self {
    case .unknownKind(let near):
      BilingualText(
        zh: "看不出这个节点做什么" + hint(near, FlowReading.kinds, .zh),
        en: "nothing says what this node does" + hint(near, FlowReading.kinds, .en))
    case .severalKinds(let kinds):
      BilingualText(
        zh: "一个节点只做一件事，这里有 \(kinds.joined(separator: "、"))；请拆成几个节点",
        en: "a node does one thing; here are \(kinds.joined(separator: ", ")): split it")
    case .unknownType(let type, let near):
      BilingualText(
        zh: "没有 \"\(type)\" 这种类型" + hint(near, FlowReading.typeNames, .zh),
        en: "there is no type \"\(type)\"" + hint(near, FlowReading.typeNames, .en))
    case .missingOptions:
      BilingualText(
        zh: "没有选项；请写 of: 变量名，或 options: {id: {zh: \"…\", en: \"…\"}}",
        en: "there are no options; write of: <variable>, or options: {id: {zh: \"…\", en: \"…\"}}")
    case .optionsUnused(let type):
      BilingualText(
        zh: "\(type) 没有选项；请去掉 options，或把类型改成 choice",
        en: "a \(type) has no options; take options out, or make it a choice")
    case .unknownOptionSource(let name, let near):
      BilingualText(
        zh: "没有变量 \"\(name)\"" + hint(near, [], .zh),
        en: "there is no variable \"\(name)\"" + hint(near, [], .en))
    case .notAChoice(let name):
      BilingualText(
        zh: "变量 \"\(name)\" 没有选项；请指一个同类型（choice 或 multi）的变量",
        en:
          "the variable \"\(name)\" has no such options; name one of the same type (choice or multi)"
      )
    case .missingPeriod:
      BilingualText(
        zh: "百分比要写明期间：per: day、month 或 year",
        en: "a percentage needs its period: per: day, month or year")
    case .eachRounds:
      BilingualText(
        zh: "说不清要重复几遍；请写 until: 一个是非题节点，或 count: \"整数表达式\"，两者选一",
        en:
          "nothing says how often this repeats; write until: <a tri question>, or count: \"a whole number\", one of them"
      )
    case .notInBody(let kind):
      BilingualText(
        zh: "each 的 body 里不能放 \(kind)；请移到外面，或用 call 调用另一个流程",
        en: "\(kind) can't stand in the body of an each; move it out, or call another flow")
    case .untilNotAsked:
      BilingualText(
        zh: "until 要写 body 里一个 ask: tri 节点的名字；回答“否”就再来一遍",
        en:
          "until names a node of the body with ask: tri; the answer \"no\" begins another turn")
    case .untilHasNext:
      BilingualText(
        zh: "这个问题的回答决定要不要再来一遍；请去掉它的 next",
        en: "the answer to this question decides whether there is another turn; take out its next")
    case .collectContent:
      BilingualText(
        zh: "collect 要写 fields: {字段: \"表达式\"} 或 value: \"表达式\"，两者选一",
        en: "collect takes fields: {field: \"expression\"} or value: \"expression\", one of them")
    case .badUse(let text):
      BilingualText(
        zh: "\"\(text)\" 应写成 \"流程id@版本\"，例如 \"repay.negotiate@2\"",
        en: "\"\(text)\" must be \"flow.id@version\", such as \"repay.negotiate@2\"")
    case .notInCondition:
      BilingualText(
        zh: "条件里没有 not；要否定请写 none: [条件, …]，或写一个表达式 \"!(…)\"",
        en:
          "there is no not in a condition; write none: [condition, …], or an expression \"!(…)\"")
    case .elseNotLast:
      BilingualText(
        zh: "else 后面的规则永远轮不到；请把 else 放在最后",
        en: "rules after else are never tried; put else last")
    default:
      BilingualText(
        zh: "条件嵌套超过 \(FlowLimits.conditionDepth) 层；请写成一个表达式",
        en: "conditions nested deeper than \(FlowLimits.conditionDepth) levels; write an expression"
      )
    }
  }

  private var textMessage: BilingualText {
    switch self {
    case .missingLanguage(let language):
      BilingualText(
        zh: "缺少 \(language) 文字；请补上 \(language): \"…\"",
        en: "the \(language) text is missing; add \(language): \"…\"")
    case .emptyText:
      BilingualText(zh: "文字是空的；请写上内容", en: "the text is empty; write one")
    case .unclosedBrace:
      BilingualText(
        zh: "花括号没有合上；请补上 }，要显示花括号请写 {{",
        en: "this brace is not closed; add }, or write {{ for a brace")
    case .strayBrace:
      BilingualText(
        zh: "多出一个 }；要显示花括号请写 }}", en: "there is no { for this }; write }} for a brace")
    case .emptyBraces:
      BilingualText(
        zh: "花括号里没有内容；请写变量名，要显示花括号请写 {{ }}",
        en: "nothing stands in these braces; name a variable, or write {{ }} for braces")
    case .emptyExpression:
      BilingualText(
        zh: "表达式是空的；请写上，或删掉这一行", en: "the expression is empty; write one, or delete the line")
    case .braceInLabel:
      BilingualText(
        zh: "标题和选项里不能用花括号取值；请写成普通文字",
        en: "titles and options show no values in braces; write plain words")
    case .letterFrontMatter:
      BilingualText(
        zh: "信函要以一行 --- 开头，写明 id 和 title，再以一行 --- 结束",
        en: "a letter begins with a line ---, then id and title, then a line ---")
    case .letterFileName(let stem):
      BilingualText(
        zh: "id 与文件名不同；请写 id: \(stem)，或改文件名",
        en: "the id differs from the file's name; write id: \(stem), or rename the file")
    case .letterKey(let key):
      BilingualText(
        zh: "看不懂占位符 \"\(key)\"；请写成 {{名字}}",
        en: "the placeholder \"\(key)\" can't be read; write {{name}}")
    default:
      BilingualText(
        zh: "看不出信函是哪种语言；文件名应以 .zh.md 或 .en.md 结尾",
        en: "the letter's language is not known; its file ends in .zh.md or .en.md")
    }
  }
}

extension FlowFault.Shape {
  /// What ought to stand there.
  fileprivate var message: BilingualText {
    switch self {
    case .text: BilingualText(zh: "这里应是一个词或一段文字", en: "a word or a text belongs here")
    case .mapping: BilingualText(zh: "这里应是 键: 值", en: "key: value pairs belong here")
    case .list:
      BilingualText(zh: "这里应是列表：[…] 或以 - 开头的行", en: "a list belongs here: […] or lines with -")
    case .texts:
      BilingualText(
        zh: "这里应是两种语言的文字：{zh: \"…\", en: \"…\"}",
        en: "a text in both languages belongs here: {zh: \"…\", en: \"…\"}")
    case .wholeNumber: BilingualText(zh: "这里应是从 1 起的整数", en: "a whole number from 1 belongs here")
    case .trueOrFalse: BilingualText(zh: "这里应是 true 或 false", en: "true or false belongs here")
    case .names: BilingualText(zh: "这里应是名字的列表：[a, b]", en: "a list of names belongs here: [a, b]")
    case .expression:
      BilingualText(zh: "这里应是加引号的表达式", en: "an expression in quotes belongs here")
    case .next:
      BilingualText(
        zh: "next 后面应是节点名、{答案: 节点} 或 [{when: \"…\", next: 节点}, {else: 节点}]",
        en:
          "next takes a node, {answer: node} or [{when: \"…\", next: node}, {else: node}]")
    case .condition:
      BilingualText(
        zh: "这里应是加引号的表达式，或 {变量: \"选项\"}、{all: […]}、{any: […]}、{none: […]}",
        en:
          "a quoted expression belongs here, or {variable: \"option\"}, {all: […]}, {any: […]}, {none: […]}"
      )
    }
  }
}

/// `; did you mean …?`, or the list of what may stand there.
func hint(_ near: [String], _ allowed: [String], _ language: Language) -> String {
  let quoted = { (names: [String]) in
    names.map { "\"\($0)\"" }.joined(separator: language == .zh ? "、" : ", ")
  }
  if !near.isEmpty {
    return language == .zh ? "；是不是 \(quoted(near))？" : "; did you mean \(quoted(near))?"
  }
  guard !allowed.isEmpty else { return "" }
  return language == .zh ? "；可用的有 \(quoted(allowed))" : "; these may stand here: \(quoted(allowed))"
}

import Wording

/// The bounds that keep an expression from a stranger cheap, each with a name.
package enum ExpressionLimit: String, Hashable, Sendable, CaseIterable {
  /// The source has at most 1,000 Unicode scalars.
  case sourceLength = "source-length"
  /// Parts stand at most 64 deep inside each other; a chain `1 + 1 + …` counts each sign.
  case nesting
  /// Macros (`all`, `map`, …) stand at most 3 deep inside each other.
  case macroNesting = "macro-nesting"
  /// An evaluation takes at most so many steps (100,000 unless the caller says otherwise).
  case steps
  /// A text that an expression makes has at most 64 KiB in UTF-8.
  case textLength = "text-length"
  /// A list or map that an expression makes has at most 10,000 elements.
  case listLength = "list-length"

  /// The bound itself: scalars, levels, steps, bytes, elements.
  package var most: Int {
    switch self {
    case .sourceLength: 1_000
    case .nesting: 64
    case .macroNesting: 3
    case .steps: 100_000
    case .textLength: 65_536
    case .listLength: 10_000
    }
  }

  /// Which bound was passed and what to do.
  package var message: BilingualText {
    switch self {
    case .sourceLength:
      BilingualText(
        zh: "表达式太长（最多 \(most) 个字符）；请分成几个 compute 变量",
        en:
          "the expression is too long (at most \(most) characters); split it into compute variables"
      )
    case .nesting:
      BilingualText(
        zh: "嵌套太深（最多 \(most) 层）；请分成几个 compute 变量",
        en: "nested too deeply (at most \(most) levels); split it into compute variables")
    case .macroNesting:
      BilingualText(
        zh: "列表宏（all、map 等）套得太深（最多 \(most) 层）",
        en: "list macros (all, map, …) are nested too deeply (at most \(most) levels)")
    case .steps:
      BilingualText(zh: "计算步数超出上限", en: "the evaluation takes too many steps")
    case .textLength:
      BilingualText(
        zh: "产生的文字太长（最多 \(most) 字节）", en: "the resulting text is too long (at most \(most) bytes)")
    case .listLength:
      BilingualText(
        zh: "产生的列表太长（最多 \(most) 项）",
        en: "the resulting list is too long (at most \(most) elements)")
    }
  }
}

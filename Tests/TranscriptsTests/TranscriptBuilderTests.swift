import FlowEngine
import Testing
import Wording

@testable import Transcripts

@Suite struct TranscriptBuilderTests {
  /// A message that holds the person's own numbers besides the collector's.
  private static let message =
    ShippedRun.message + "\n您的身份证110105194912310021，尾卡6222 0212 3412 3412 345。"

  private func markdown(masked: Bool = true, _ language: Language = .zh) throws -> String {
    let interview = try ShippedRun.scam(in: language, message: TranscriptBuilderTests.message)
    return ShippedRun.transcript(
      interview, language,
      notes: ["我的手机13912340000，对方用17144440188打来", "卡号6222021234123412345"], masked: masked
    ).markdown
  }

  @Test(arguments: Language.allCases)
  func `the numbers of the message's sender stay, the person's own are masked`(
    language: Language
  ) throws {
    let text = try markdown(language)
    #expect(text.contains("17144440188"))
    #expect(text.contains("①⑦①-4444-0188"))
    #expect(text.contains("139\\*\\*\\*\\*0000"))
    for number in ["13912340000", "110105194912310021", "3412 3412 345", "6222021234123412345"] {
      #expect(!text.contains(number), "\(number)")
    }
    #expect(text.contains("2,400.00"))
    #expect(text.contains("QH20260301-12"))
  }

  @Test func `a full transcript hides nothing`() throws {
    let text = try markdown(masked: false)
    #expect(text.contains("13912340000") && text.contains("110105194912310021"))
  }

  @Test func `numbers of contacts stay readable`() throws {
    let transcript = ShippedRun.transcript(try ShippedRun.scam(in: .zh), .zh)
    #expect(!transcript.contacts.isEmpty)
    for contact in transcript.contacts { #expect(!contact.title.contains("*"), "\(contact.title)") }
  }

  // MARK: Hostile messages

  /// Signs that would be markup or steer a terminal if they came through.
  private static let hostile = """
    【官方】# 标题
    ````
    ~~~
    <script>x</script> <b>点我</b> ![图](http://evil.example/i.png)
    [官网](http://evil.example) http://evil.example/a www.evil.example
    - 条目
    1. 第一
    > 引用
    ===
    ---
    | a | b |
    \u{1B}[31m红\u{1B}]0;t\u{7}\u{9B}2J\u{202E}倒\u{2066}写\u{E0041}
        code
    """

  @Test(arguments: Language.allCases)
  func `nothing that came from a message can steer a terminal`(language: Language) throws {
    let text = try hostileMarkdown(language)
    #expect(text.utf8.elementsEqual(text.safeForTerminal.utf8))
  }

  @Test(arguments: Language.allCases)
  func `nothing that came from a message becomes markup outside its fence`(
    language: Language
  ) throws {
    let lines = outsideFences(try hostileMarkdown(language))
    let text = lines.joined(separator: "\n")
    for sign in ["<script", "<b>", "](http:", "![图]", " http://evil", " www.evil"] {
      #expect(!text.contains(sign), "\(sign)")
    }
    for line in lines where line.hasPrefix("   > ") {
      let words = line.dropFirst(5)
      for opening in ["# ", "~~~", "```", "- ", "1. ", "> ", "===", "---", "|", " "] {
        #expect(!words.hasPrefix(opening), "\(line)")
      }
    }
    #expect(!lines.contains { ["===", "---", "~~~", "````", "- 条目", "# 标题"].contains($0) })
  }

  private func hostileMarkdown(_ language: Language) throws -> String {
    let interview = try ShippedRun.scam(
      in: language, message: TranscriptBuilderTests.hostile, lender: TranscriptBuilderTests.hostile)
    return ShippedRun.transcript(interview, language, notes: [TranscriptBuilderTests.hostile])
      .markdown
  }

  /// The lines that are not inside a fence of backticks.
  private func outsideFences(_ markdown: String) -> [String] {
    var fence: String?
    var lines: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let open = fence {
        if line == open { fence = nil }
      } else if line.hasPrefix("```"), line.allSatisfy({ $0 == "`" }) {
        fence = line
      } else {
        lines.append(line)
      }
    }
    #expect(fence == nil, "a fence stays open")
    return lines
  }
}

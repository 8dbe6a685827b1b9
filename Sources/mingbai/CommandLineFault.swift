import ArgumentParser
import Wording

/// What the argument parser says of a command line that it does not understand.
///
/// It says so in English alone; its sentences are told by their fixed words and said again in Chinese. A sentence not
/// known here stays as it is.
struct CommandLineFault {
  /// The parser's message: the fault, the option's help, the usage.
  let message: String

  /// The message in a language.
  func words(in language: Language) -> String {
    guard language == .zh else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { CommandLineFault.chinese(String($0)) }.joined(separator: "\n")
  }

  /// The language that the arguments ask for, else the locale's.
  static func language(of arguments: [String]) -> Language {
    let name = "--lang"
    for (place, word) in arguments.enumerated() {
      if word.hasPrefix(name + "="), let asked = Language(rawValue: String(word.dropFirst(7))) {
        return asked
      }
      let next = place + 1
      if word == name, next < arguments.count, let asked = Language(rawValue: arguments[next]) {
        return asked
      }
    }
    return Surroundings.language ?? .zh
  }

  private static func chinese(_ line: String) -> String {
    for (head, said) in heads where line.hasPrefix(head) {
      return said + sentence(String(line.dropFirst(head.count)))
    }
    return sentence(line)
  }

  private static func sentence(_ text: String) -> String {
    for (pattern, said) in sentences {
      if let parts = parts(of: text, between: pattern) { return said(parts.map(sentence)) }
    }
    return text
  }

  /// What stands between the fixed words of a sentence; `nil` where it is another sentence.
  private static func parts(of text: String, between pattern: [String]) -> [String]? {
    guard let first = pattern.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var parts: [String] = []
    for fixed in pattern.dropFirst() {
      if fixed.isEmpty {
        parts.append(String(rest))
        rest = ""
      } else {
        guard let range = rest.firstRange(of: fixed) else { return nil }
        parts.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty ? parts : nil
  }

  private static let heads = [("Error: ", "错误："), ("Help:  ", "说明：  "), ("Usage: ", "用法：")]

  /// Sentences by their fixed words; an empty last word stands for whatever comes.
  private static let sentences: [(pattern: [String], said: @Sendable ([String]) -> String)] = [
    (["Unknown option '", "'. Did you mean '", "'?"], { "没有选项 \($0[0])；是不是想写 \($0[1])？" }),
    (["Unknown option '", "'"], { "没有选项 \($0[0])。" }),
    (["Missing value for '", "'"], { "\($0[0]) 后面要写一个值（以 - 开头的值请用 = 连起来写）。" }),
    (
      ["The option '", "' does not take any value, but '", "' was specified."],
      { "选项 \($0[0]) 后面不写值，却写了“\($0[1])”。" }
    ),
    (["Unexpected argument '", "'"], { "多了一个参数“\($0[0])”。" }),
    (["", " unexpected arguments: '", "'"], { "多了 \($0[0]) 个参数：'\($0[1])'。" }),
    (["Missing expected argument '", "'"], { "还缺参数 \($0[0])。" }),
    (["Missing one of: '", "'"], { "这些里要写一个：'\($0[0])'。" }),
    (["The value '", "' is invalid for '", "'", ""], { "“\($0[0])”不能作为 \($0[1]) 的值\($0[2])" }),
    ([". Please provide one of ", "."], { "；可以写 \($0[0])。" }),
    (["Missing required subcommand."], { _ in "还要写一个子命令。" }),
    (["  See '", "' for more information."], { "  更多说明：\($0[0])" }),
  ]
}

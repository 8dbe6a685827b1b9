import ArgumentParser
import Wording

/// The command lines that people type most, read without the argument parser.
///
/// The parser looks at every option's type by reflection, which costs more than all else before the menu. What
/// is not read here for certain is left to it: the answer is `nil`.
enum PlainCommandLine {
  /// The command that these arguments (without the program's name) stand for.
  static func command(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let line = Words(arguments) else { return nil }
    switch line.free.first {
    case nil:
      var command = BeginCommand()
      command.options = line.options
      return command
    case "start" where line.free.count <= 2:
      var command = StartCommand()
      command.flow = line.free.count == 2 ? line.free[1] : Shelf.mainFlow
      command.options = line.options
      return command
    case "resume" where line.free.count <= 2:
      var command = ResumeCommand()
      command.session = line.free.count == 2 ? line.free[1] : nil
      command.migrate = false
      command.options = line.options
      return command
    default: return nil
    }
  }

  /// Arguments told into free words and the options that every command knows.
  private struct Words {
    private(set) var free: [String] = []
    private var values: [String: String] = [:]
    private static let names: Set<String> = ["--lang", "--today", "--data", "--flows", "--facts"]

    init?(_ arguments: [String]) {
      var rest = arguments[...]
      while let word = rest.popFirst() {
        if Words.names.contains(word) {
          guard let value = rest.popFirst(), Words.isPlain(value) else { return nil }
          values[word] = value
        } else {
          guard Words.isPlain(word) else { return nil }
          free.append(word)
        }
      }
      // Options before the command's name belong to no command.
      if let first = arguments.first, !free.isEmpty, first != free[0] { return nil }
      guard fits(\.lang, "--lang"), fits(\.today, "--today") else { return nil }
    }

    private static func isPlain(_ word: String) -> Bool {
      !word.isEmpty && word.utf8.first != UInt8(ascii: "-")
    }

    /// Whether an option's value was understood, where there is one.
    private func fits<Value>(_ option: KeyPath<CommonOptions, Value?>, _ name: String) -> Bool {
      values[name] == nil || options[keyPath: option] != nil
    }

    var options: CommonOptions {
      var options = CommonOptions()
      options.lang = values["--lang"].flatMap(Language.init(rawValue:))
      options.today = values["--today"].flatMap { .init(argument: $0) }
      options.data = values["--data"]
      options.flows = values["--flows"]
      options.facts = values["--facts"]
      return options
    }
  }
}

import ArgumentParser
import Glibc
import Wording

/// The command `mingbai`.
@main
struct Mingbai: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingbai",
    abstract: "明白：收到催收短信，一步一步弄明白。Walks you through an overdue-debt text, offline.",
    discussion: """
      例子 / Examples:
        mingbai                          开始，或接着上次 / begin, or go on where you left
        mingbai --lang en                in English
        mingbai resume                   接着上次 / go on with the last session
        mingbai read message.txt         只读一条短信 / read one message
        mingbai flow check               检查流程文件 / check the flow files

      退出码 / exit codes: 0 done or saved · 3 input ended early (saved) · 64 usage · 65 bad data ·
      66 no such input · 73/74 cannot write · 75 session open elsewhere · 130 interrupted (saved)
      """,
    version: "0.1.0",
    subcommands: [
      BeginCommand.self, StartCommand.self, ResumeCommand.self, SessionsCommand.self,
      ReadCommand.self, PlanCommand.self, StatementCommand.self, RecognizeCommand.self,
      CalcCommand.self,
      EvalCommand.self,
      FlowCommand.self, FactsCommand.self,
    ],
    defaultSubcommand: BeginCommand.self)

  static func main() {
    ProcessGuards.set()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["--version"] {
      return TextFiles.emit(configuration.version + "\n", to: STDOUT_FILENO)
    }
    do {
      var command = try PlainCommandLine.command(arguments) ?? parseAsRoot(arguments)
      try command.run()
    } catch {
      end(after: error, arguments)
    }
  }

  private static func end(after error: any Error, _ arguments: [String]) -> Never {
    // The parser's own way from an exit code to its number makes all that its help would say.
    if let code = error as? ExitCode { Glibc.exit(code.rawValue) }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    let words =
      code.isSuccess
      ? message
      : CommandLineFault(message: message).words(in: CommandLineFault.language(of: arguments))
    // What was typed comes back in the message: it must not steer the terminal.
    if !words.isEmpty {
      TextFiles.emit(
        words.safeForTerminal + "\n", to: code.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
    }
    Glibc.exit(code.rawValue)
  }
}

import ArgumentParser
import CoreFunctions
import Glibc
import MoneyAndDates
import NoticeFilter
import NoticePage
import Notices
import Wording

/// `mingbai read [FILE…]`: what a message says.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "读一条短信：说了什么、缺什么、有什么依据 / read a message: what it says, lacks, and what it weighs",
    discussion: """
      例子 / Examples:
        mingbai read message.txt --sender 10690000123
        cat message.txt | mingbai read
        mingbai read --jsonl < messages.jsonl
      """)

  @Argument(help: "短信文件；- 或不写是标准输入 / message files; - or none is standard input.")
  var files: [String] = []

  @Option(help: "发信号码 / the sender's number.")
  var sender: String?

  @Option(help: "收到的日子 / the day it came, YYYY-MM-DD. (默认今天 / default: today)")
  var received: CalendarDate?

  @Flag(help: "逐行 JSON / a JSON Lines filter.")
  var jsonl = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let shelf = try options.shelf()
    if jsonl {
      let filter = NoticeFilter(reader: shelf.cores.reader, assessor: shelf.cores.assessor)
      return try LineFilter.run(progress: FilterProgress(options.language)) { line in
        let reply = filter.reply(to: line)
        return LineFilter.Reply(bytes: reply.bytes, isError: reply.isError)
      }
    }
    for file in files.isEmpty ? ["-"] : files {
      let bytes: [UInt8]
      do throws(TextFiles.Failure) {
        bytes = try TextFiles.bytes(file)
      } catch {
        Exit.say(error.words, options.language)
        throw Exit.noInput
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let notice = shelf.cores.reader.read(
        text, sender: sender, received: received ?? options.day)
      if files.count > 1 { print("\n== \(file) ==".safeForTerminal) }
      let page = ReadingPage(
        notice, shelf.cores.assessor.assess(notice), facts: shelf.facts, in: options.language)
      TextFiles.emit(page.text(Surroundings.pageLook), to: STDOUT_FILENO)
    }
  }
}

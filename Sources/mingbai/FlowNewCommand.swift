import ArgumentParser
import FlowPages
import Wording

/// `mingbai flow new NAME`.
struct FlowNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "写一个可以改的小流程和它的场景 / a small flow with scenarios, ready to be changed",
    discussion: """
      例子 / Examples:
        mingbai flow new late-rent            late-rent.flow.yaml, scenarios/late-rent.yaml
        mingbai flow new --flows my-flows late-rent
      """)

  @Argument(help: "流程的名字：字母、数字、_、-、. / the flow's name: letters, digits, _, -, dots.")
  var name: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let language = options.language
    let name = bareName
    guard let fresh = NewFlow(name) else {
      Exit.say(Words.badName(name), language)
      throw ExitCode(64)
    }
    let folder = options.flows ?? "."
    let files = [
      ("\(folder)/\(name).flow.yaml", fresh.flow),
      ("\(folder)/scenarios/\(name).yaml", fresh.scenarios),
    ]
    if let taken = files.map(\.0).first(where: TextFiles.exists) {
      Exit.say(Words.taken(taken), language)
      throw Exit.cannotCreate
    }
    if try isKnown(name, besides: folder) {
      Exit.say(Words.known(name), language)
      throw Exit.cannotCreate
    }
    do throws(TextFiles.Failure) {
      try TextFiles.makeFolder("\(folder)/scenarios")
      for (path, text) in files { try TextFiles.create(text, at: path) }
    } catch {
      Exit.say(error.words, language)
      throw Exit.cannotCreate
    }
    for (path, _) in files { print(path.safeForTerminal) }
    print(Words.next(folder, name)[language].safeForTerminal)
  }

  /// Whether a flow of this id is there, shipped or in the folder, which may be new.
  private func isKnown(_ id: String, besides folder: String) throws -> Bool {
    let own = TextFiles.isFolder(folder) ? folder : nil
    let shelf = try Shelf(ownFlows: own, facts: options.facts, language: options.language)
    return shelf.library().library.flow(id) != nil
  }

  /// The name without the ending that the file will have.
  private var bareName: String {
    for ending in [".flow.yaml", ".yaml"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  private enum Words {
    static func known(_ name: String) -> BilingualText {
      BilingualText(
        zh: "已经有流程“\(name)”，新的会把它盖住；请换一个名字（要改它，就复制它的文件）",
        en:
          "there is a flow \"\(name)\" already, and yours would lie over it; choose another name (to change it, copy its file)"
      )
    }
    static func badName(_ name: String) -> BilingualText {
      BilingualText(
        zh: "“\(name)”不能作名字：只用英文字母、数字和 _，中间可以用 - 或 . 连接",
        en: "\"\(name)\" can't be a name: use ASCII letters, digits and _, joined by - or dots")
    }
    static func taken(_ path: String) -> BilingualText {
      BilingualText(
        zh: "\(path) 已经有了，没有改动；请换一个名字",
        en: "\(path) is there already and was left alone; choose another name")
    }
    static func next(_ folder: String, _ name: String) -> BilingualText {
      BilingualText(
        zh: """
          接下来：
            mingbai flow check \(folder)/\(name).flow.yaml
            mingbai flow run \(folder)/\(name).flow.yaml
            mingbai flow test --flows \(folder) \(folder)/scenarios/\(name).yaml
          """,
        en: """
          Next:
            mingbai flow check \(folder)/\(name).flow.yaml
            mingbai flow run \(folder)/\(name).flow.yaml
            mingbai flow test --flows \(folder) \(folder)/scenarios/\(name).yaml
          """)
    }
  }
}

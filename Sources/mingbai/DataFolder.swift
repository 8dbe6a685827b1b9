import Glibc
import SourceText
import Wording

/// The folder of flows, letters and facts: the one shipped with the program, or a person's own.
struct DataFolder {
  let path: String
  /// Whether the facts stand in the folder itself (`--facts DIR`) and not in its folder `facts`.
  var factsStandAlone = false

  /// The shipped folder: beside the program, or where a package puts it; `nil` where it is missing.
  static var shipped: DataFolder? {
    let program = Surroundings.programFolder
    return [
      program + "/mingbai_mingbai.resources/flows", program + "/flows",
      program + "/../share/mingbai/flows",
    ].first(where: TextFiles.isFolder).map { DataFolder(path: $0) }
  }

  /// Where the shipped folder is looked for, for the message that it is missing.
  static let missing = BilingualText(
    zh: "找不到程序自带的 flows 目录（应在程序旁边的 mingbai_mingbai.resources 里）；请重新安装或在源码目录里运行 swift build",
    en:
      "the shipped folder flows is missing (it stands in mingbai_mingbai.resources beside the program); install again, or run swift build in the source folder"
  )

  /// The message for a folder that is not there.
  static func noFolder(_ path: String) -> BilingualText {
    BilingualText(zh: "没有目录 \(path)", en: "there is no folder \(path)")
  }

  /// The flow files, by name.
  func flows() throws -> [SourceText] { try files(ending: ".flow.yaml") }

  /// The letters, by name, those alone whose file names are wanted.
  func letters(where isWanted: (String) -> Bool = { _ in true }) throws -> [SourceText] {
    try files(ending: ".md", in: "letters", where: isWanted)
  }

  /// The facts, by name.
  func facts() throws -> [SourceText] {
    let folder = factsStandAlone ? nil : "facts"
    return try [".yaml", ".csv", ".txt"].flatMap { try files(ending: $0, in: folder) }
  }

  /// The scenarios, by name.
  func scenarios() throws -> [SourceText] { try files(ending: ".yaml", in: "scenarios") }

  /// The name of the file of accepted translations.
  static let lockName = "translations.lock"

  /// The accepted translations; empty where there are none.
  func translations() -> String {
    guard TextFiles.names(in: path).contains(DataFolder.lockName),
      let bytes = try? TextFiles.bytes("\(path)/\(DataFolder.lockName)", isPlain: true)
    else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The files of the letters of these ids, in both languages.
  func letters(_ ids: Set<String>, _ language: Language) -> [SourceText] {
    readOrEnd(language) { folder in
      try folder.letters { ids.contains(String($0.prefix { $0 != "." })) }
    }
  }

  /// Ends the program where a file can't be read: without it other flows, or none, would be told
  /// to be sound, and facts would be missing unseen.
  func readOrEnd(
    _ language: Language, _ read: (DataFolder) throws -> [SourceText]
  ) -> [SourceText] {
    do {
      return try read(self)
    } catch {
      if let failure = error as? TextFiles.Failure { Exit.say(failure.words, language) }
      exit(Exit.noInput.rawValue)
    }
  }

  private func files(
    ending: String, in folder: String? = nil, where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [SourceText] {
    let folder = folder.map { "\(path)/\($0)" } ?? path
    if let code = TextFiles.whyClosed(folder) {
      throw TextFiles.Failure(path: folder, code: code, isWriting: false)
    }
    return try TextFiles.names(in: folder)
      .filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") && isWanted($0) }
      .map { try TextFiles.source("\(folder)/\($0)", isPlain: true) }
  }
}

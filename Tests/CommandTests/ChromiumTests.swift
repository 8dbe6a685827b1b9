import Foundation
import Testing

/// The browser, where it is installed.
enum Chromium {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// The saved page in a real browser: no error on its console, no request to anywhere, dark and light.
@Suite(.serialized, .enabled(if: Chromium.path != nil, "Chromium is not installed"))
struct ChromiumTests {
  /// Runs the browser on a page; what it said, and the addresses its network log names.
  private func visit(
    _ page: String, _ folder: String, _ options: [String]
  ) throws -> (said: String, addresses: Set<String>) {
    let log = folder + "/net.json"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Chromium.path))
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-logging=stderr",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/profile",
        "--log-net-log=\(log)", "--window-size=900,2600",
      ] + options + ["file://" + page]
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let errors = folder + "/said"
    try Data().write(to: URL(fileURLWithPath: errors))
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let said = String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self)
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self)
    let addresses = text.components(separatedBy: "\"url\":\"").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
    return (said, Set(addresses))
  }

  /// Whether the browser itself asks there (for its time, its updates, its account), whatever the page.
  private func isBrowsersOwn(_ address: String) -> Bool {
    let host = address.components(separatedBy: "://").last?.split(separator: "/").first ?? ""
    return ["google.com", "googleapis.com", "gvt1.com"].contains { host.hasSuffix($0) }
  }

  @Test(arguments: ["zh", "en"])
  func `the page of a session is drawn without an error or a request`(language: String) throws {
    let program = try Program()
    _ = try program.run(["start", "--lang", language] + program.common, input: Script.piped)
    let journal = try #require(try program.journals().first)
    let id = try #require(journal.split(separator: "/").last?.split(separator: ".").first)
    let html = try program.run(
      ["sessions", "export", "\(id)", "--format", "html"] + program.common)
    let page = program.folder + "/page.html"
    try Data(html.output.utf8).write(to: URL(fileURLWithPath: page))
    for dark in [false, true] {
      let picture = program.folder + "/page-\(dark).png"
      let (said, addresses) = try visit(
        page, program.folder,
        ["--screenshot=\(picture)"] + (dark ? ["--blink-settings=preferredColorScheme=0"] : []))
      #expect(!said.contains("CONSOLE"), "\(said)")
      let asked = addresses.filter { $0.contains("://") && !$0.hasPrefix("file:") }
      #expect(asked.filter { !isBrowsersOwn($0) }.isEmpty, "\(asked)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: picture))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 50_000)
    }
    let paper = program.folder + "/page.pdf"
    _ = try visit(page, program.folder, ["--print-to-pdf=\(paper)"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: paper)).starts(with: Array("%PDF".utf8)))
  }
}

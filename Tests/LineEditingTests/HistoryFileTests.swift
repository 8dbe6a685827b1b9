import Glibc
import Testing

@testable import LineEditing

struct HistoryFileTests {
  /// Runs a test with the path of a file that is not there yet.
  func withPath(_ body: (String) throws -> Void) throws {
    var template = Array((P_tmpdir + "/history-XXXXXX").utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    let path = folder + "/history"
    defer {
      unlink(path)
      unlink(path + ".other")
      rmdir(folder)
    }
    try body(path)
  }

  @Test func `lines come back in their order`() throws {
    try withPath { path in
      let history = HistoryFile(path: path)
      #expect(history.lines().isEmpty)
      history.add("是")
      history.add(":返回")
      #expect(history.lines() == ["是", ":返回"])
    }
  }

  @Test func `a file that grew long is cut to its newest lines`() throws {
    try withPath { path in
      let history = HistoryFile(path: path)
      for number in 0..<1_001 { history.add("\(number)") }
      #expect(history.lines() == (501..<1_001).map(String.init))
      #expect(history.lines().first == "501")
    }
  }

  @Test func `others lose their right to read`() throws {
    try withPath { path in
      let history = HistoryFile(path: path)
      history.add("是")
      chmod(path, 0o644)
      _ = history.lines()
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `a link is neither read nor written`() throws {
    try withPath { path in
      HistoryFile(path: path + ".other").add("秘密")
      symlink(path + ".other", path)
      let history = HistoryFile(path: path)
      history.add("是")
      #expect(history.lines().isEmpty)
      #expect(HistoryFile(path: path + ".other").lines() == ["秘密"])
    }
  }
}

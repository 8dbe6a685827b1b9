import Glibc
import TerminalDriver
import Testing

/// The driver itself: other tests trust it.
struct TerminalSessionTests {
  @Test(.enabled(if: access("/bin/sh", X_OK) == 0))
  func `sessions begun at once each have a terminal of their own, and its Ctrl-C`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<64 {
        group.addTask {
          let session = try TerminalSession(
            "/bin/sh", ["-c", "echo begun \(number).; exec sleep 600"],
            environment: ["PATH": "/usr/bin:/bin"])
          try session.read(until: "begun \(number).")
          session.send("\u{3}")
          #expect(session.waitForEnd() == .killed(SIGINT))
        }
      }
      try await group.waitForAll()
    }
  }
}

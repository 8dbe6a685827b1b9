import Glibc
import TerminalDriver

/// Kills the program at random moments of a scripted conversation and looks whether anything that
/// was acknowledged is missing: `FaultDriver [KILLS [SEED]]`.
///
/// An answer is acknowledged when the next prompt was seen. The same seed makes the same choices; what
/// the machine does in those moments differs.
@main
enum FaultDriver {
  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let kills = numbers.first ?? 50
    let seed = numbers.dropFirst().first ?? 1
    guard let program = BuiltProgram.path(of: "mingbai") else {
      print("mingbai is not built beside this program")
      exit(70)
    }
    do {
      let wanted = try KilledConversation.undisturbed(program)
      var tally = Tally()
      var number = 0
      while tally.kills < kills {
        number += 1
        let chance = Chance(seed: UInt64(bitPattern: Int64(seed &* 1_000_003 &+ number)))
        var conversation = try KilledConversation(program, chance: chance)
        try conversation.run(wanted: wanted, tally: &tally)
      }
      print(tally.line(conversations: number, seed: seed))
    } catch {
      print("seed \(seed): \(error)")
      exit(1)
    }
  }
}

/// What the kills met.
struct Tally {
  private(set) var moments: [Moment: Int] = [:]
  /// Answers that had been sent, not acknowledged, and were there all the same.
  var unacknowledgedButKept = 0

  var kills: Int { moments.values.reduce(0, +) }

  mutating func count(_ moment: Moment) { moments[moment, default: 0] += 1 }

  func line(conversations: Int, seed: Int) -> String {
    let parts = Moment.allCases.map { "\($0.rawValue) \(moments[$0] ?? 0)" }
    return
      "\(kills) kills (\(parts.joined(separator: ", "))) in \(conversations) conversations, seed \(seed): "
      + "no acknowledged answer lost; \(unacknowledgedButKept) kept without acknowledgement"
  }
}

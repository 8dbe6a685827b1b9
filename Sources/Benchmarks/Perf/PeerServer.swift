import Glibc
import JSONText
import MoneyAndDates
import Planning

/// Times one case at a time on request, so that a script can alternate it with its peers.
///
/// A line on standard input names a case; the answer is `{"name":…,"seconds":…}`, the seconds a unit
/// took in one round.
struct PeerServer {
  let cases: [PerfCase]

  func run() {
    let byName = Dictionary(cases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var calls: [String: Int] = [:]
    while let line = readLine() {
      guard let item = byName[line] else {
        answer([("name", .string(line)), ("error", .string("no such case"))])
        continue
      }
      let count = calls[line] ?? Stopwatch.calls(item)
      calls[line] = count
      answer([
        ("name", .string(line)), ("seconds", .double(Stopwatch.round(item, calls: count))),
      ])
    }
  }

  /// What the cases work on, for the peers: messages and flows.
  static func printInputs(_ corpus: Corpus) {
    let sets = corpus.sets.map { name, messages in
      (name, JSONValue.array(messages.map(JSONValue.string)))
    }
    let flows = [36, 360].map { count in
      (
        "flows-\(count)",
        JSONValue.array(
          PlanningPart.flows(count).map { flow in
            .array([.string(flow.date.iso), .int(Int(flow.amount.fen))])
          })
      )
    }
    let expressions: [(String, JSONValue)] = [
      ("simple", .string(ExpressionPart.simple)), ("macro", .string(ExpressionPart.macro)),
    ]
    print(String(decoding: JSONValue.object(sets + flows + expressions).jsonBytes, as: UTF8.self))
  }

  private func answer(_ members: [(String, JSONValue)]) {
    print(String(decoding: JSONValue.object(members).jsonBytes, as: UTF8.self))
    fflush(nil)
  }
}

/// A sound flow of any size in two languages: questions, computations, branches and texts in turn.
///
/// Of five nodes three ask, so that long sessions can be answered too.
struct GeneratedFlow {
  let nodes: Int

  /// The flow file.
  var text: String {
    var lines = [
      "schema: 1", "flow: bench.generated", "version: 1",
      "title: {zh: \"测量\", en: \"Measurement\"}", "start: n0", "vars:", "  sum: {type: money}",
      "  sure: {type: tri}", "  count: {type: integer}", "  level: {type: integer}", "nodes:",
    ]
    for index in 0..<nodes - 1 { lines.append(node(index)) }
    lines.append(
      "  n\(nodes - 1): {outcome: done, title: {zh: \"完成\", en: \"Done\"}}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func node(_ index: Int) -> String {
    let next = "n\(index + 1)"
    switch index % 5 {
    case 0:
      return """
          n\(index):
            ask: money
            text: {zh: "第 \(index) 题：还欠多少？", en: "Question \(index): how much is owed?"}
            why: {zh: "用来算后面的数。", en: "To work out what follows."}
            help: {zh: "看账单。", en: "Look at the bill."}
            check:
              - {that: "answer >= money('0')", say: {zh: "不能小于 0。", en: "Not below 0."}}
            set: {sum: "answer"}
            next: \(next)
        """
    case 1:
      return """
          n\(index):
            ask: tri
            text: {zh: "第 \(index) 题：欠 {sum} 对吗？", en: "Question \(index): is {sum} right?"}
            why: {zh: "对一遍。", en: "To make sure."}
            help: {zh: "不清楚就选不确定。", en: "If in doubt, not sure."}
            set: {sure: "answer"}
            next: {"yes": \(next), "no": \(next), "unsure": \(next)}
        """
    case 2:
      return """
          n\(index):
            ask: integer
            text: {zh: "第 \(index) 题：逾期几天？", en: "Question \(index): how many days overdue?"}
            why: {zh: "影响罚息。", en: "It changes the penalty."}
            help: {zh: "数到今天。", en: "Count up to today."}
            check:
              - {that: "answer >= 0 && answer <= 4000", say: {zh: "0 到 4000。", en: "0 to 4000."}}
            set: {count: "answer"}
            next: \(next)
        """
    case 3:
      return
        "  n\(index): {compute: {level: \"count > 90 ? 3 : count > 30 ? 2 : 1\"}, next: \(next)}"
    default:
      return """
          n\(index):
            say: {zh: "等级 {level}，天数 {count}。", en: "Level {level}, {count} days."}
            next: \(next)
        """
    }
  }
}

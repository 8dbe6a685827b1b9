import MoneyAndDates
import Notices
import Recognizers

/// Recognizing and reading, message by message.
struct ReadingParts {
  let files: ProjectFiles
  let corpus: Corpus

  private static let day = CalendarDate(iso: "2026-11-21")

  /// The recognizers alone, folding included, as the filter runs them.
  var recognize: [PerfCase] {
    let recognizer = files.recognizer()
    let reference = ReadingParts.day.map { ReferenceTime(date: $0) }
    return corpus.sets.map { name, messages in
      PerfCase("recognize.\(name)", unit: "message", units: messages.count) {
        messages.reduce(0) {
          $0 &+ recognizer.recognize($1, reference: reference).entities.count
        }
      }
    }
  }

  /// Reading and weighing.
  var read: [PerfCase] {
    let cores = files.cores()
    return corpus.sets.map { name, messages in
      PerfCase("read.\(name)", unit: "message", units: messages.count) {
        messages.reduce(0) { sum, message in
          let notice = cores.reader.read(message, received: ReadingParts.day)
          return sum &+ cores.assessor.assess(notice).evidence.count &+ notice.amounts.count
        }
      }
    }
  }
}

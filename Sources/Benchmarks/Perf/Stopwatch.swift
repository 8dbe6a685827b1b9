import Glibc

/// Times cases in alternating rounds, so that a slow moment of the machine meets all of them.
enum Stopwatch {
  /// How long a round of one case lasts at least, in seconds.
  private static let roundLength = Extent.of(whole: 0.05, brief: 0)
  private static let rounds = Extent.of(whole: 5, brief: 1)

  /// The monotonic clock in seconds.
  static var now: Double { seconds(of: CLOCK_MONOTONIC) }

  /// The time this thread had of a core, in seconds: what other processes take is not in it.
  static var core: Double { seconds(of: CLOCK_THREAD_CPUTIME_ID) }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Times each case in five rounds, one case after the other in each.
  ///
  /// `clock`: the time that passes, or the time of a core.
  static func time(_ cases: [PerfCase], clock: () -> Double = { now }) -> [PerfTimes] {
    let calls = cases.map(calls)
    var seconds = cases.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, item) in cases.enumerated() {
        seconds[index].append(round(item, calls: calls[index], clock: clock))
      }
    }
    return zip(cases, seconds).map { PerfTimes(name: $0.name, unit: $0.unit, rounds: $1) }
  }

  /// The seconds a unit takes in one round of so many calls.
  static func round(_ item: PerfCase, calls: Int, clock: () -> Double = { now }) -> Double {
    let start = clock()
    for _ in 0..<calls { sink &+= item.body() }
    return (clock() - start) / Double(calls * item.units)
  }

  /// How many calls fill a round; the calls made to find out also warm the caches.
  static func calls(_ item: PerfCase) -> Int {
    let start = now
    var calls = 0
    repeat {
      sink &+= item.body()
      calls += 1
    } while now - start < roundLength
    return calls
  }

  /// Where results go, so that the optimizer can't drop the work; one thread alone uses it.
  nonisolated(unsafe) private static var sink = 0

  /// A number that hangs on all results.
  static var checksum: Int { sink }
}

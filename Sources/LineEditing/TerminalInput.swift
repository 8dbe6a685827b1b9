import Glibc

/// The characters typed at a terminal, read ahead in pieces.
final class TerminalInput {
  /// What came next.
  enum Event {
    case scalar(Unicode.Scalar)
    case signal(TerminalSignals.Notice)
    case end
  }

  private enum Arrival {
    case bytes
    case signal(TerminalSignals.Notice)
    case nothing
    case end
  }

  /// Standard input opened once more, so that reading it never waits; standard input itself, which
  /// other programs share and which therefore keeps its modes, where it can't be.
  private static let descriptor: Int32 = {
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard ttyname_r(STDIN_FILENO, &name, name.count) == 0 else { return STDIN_FILENO }
    let own = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return own >= 0 ? own : STDIN_FILENO
  }()

  private var buffer: [UInt8] = []
  private var start = 0
  /// Scalars to be read before anything else, the last one first.
  private var retyped: [Unicode.Scalar] = []
  private var hasEnded = false
  /// How many bytes the newest read brought.
  private(set) var newestCount = 0

  /// Reads these scalars next, as if they were typed.
  func retype(_ scalars: some BidirectionalCollection<Unicode.Scalar>) {
    retyped.append(contentsOf: scalars.reversed())
  }

  /// Forgets what was to be retyped; what the person typed ahead stays.
  func forgetRetyped() {
    retyped.removeAll()
  }

  /// Waits for the next character or signal.
  func next() -> Event {
    if let scalar = retyped.popLast() { return .scalar(scalar) }
    while true {
      if let scalar = takeScalar(isLast: hasEnded) { return .scalar(scalar) }
      switch arrival(within: -1) {
      case .bytes, .nothing: continue
      case .signal(let notice): return .signal(notice)
      case .end:
        guard start < buffer.count else { return .end }
      }
    }
  }

  /// Whether text waits, or comes within so many milliseconds; a key such as an arrow is no text.
  func hasText(within milliseconds: Int32) -> Bool {
    if start == buffer.count {
      guard case .bytes = arrival(within: milliseconds, takingSignals: false) else { return false }
    }
    let byte = buffer[start]
    return byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  // MARK: Pieces of a paste

  /// The next whole line of a burst without its newline, or `nil` where none has arrived.
  ///
  /// A line with an escape sequence in it is left to the editor: it was not pasted text.
  func takeLine(waiting milliseconds: Int32) -> [UInt8]? {
    var searched = start
    while true {
      let unseen = buffer[searched...]
      if let stop = unseen.firstIndex(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x1B }) {
        guard buffer[stop] != 0x1B else { return nil }
        defer { skipNewline(at: stop) }
        return Array(buffer[start..<stop])
      }
      let waitingCount = buffer.count - start
      guard case .bytes = arrival(within: milliseconds, takingSignals: false) else { return nil }
      searched = start + waitingCount
    }
  }

  /// Passes over a newline; CR and LF together are one.
  private func skipNewline(at place: Int) {
    let isPair = buffer[place] == 0x0D && place + 1 < buffer.count && buffer[place + 1] == 0x0A
    start = place + (isPair ? 2 : 1)
  }

  /// Passes over the LF of a CR LF whose CR was just read.
  func skipPairedLineFeed() {
    if start > 0, start < buffer.count, buffer[start - 1] == 0x0D, buffer[start] == 0x0A {
      start += 1
    }
  }

  /// The bytes up to this mark, which is passed over; also ends when nothing comes for two seconds.
  func take(upTo mark: [UInt8]) -> [UInt8] {
    var taken: [UInt8] = []
    while true {
      while let place = buffer[start...].firstIndex(of: mark[0]) {
        taken += buffer[start..<place]
        start = place
        guard fill(mark.count) else { break }
        if buffer[start..<start + mark.count].elementsEqual(mark) {
          start += mark.count
          return taken
        }
        taken.append(buffer[start])
        start += 1
      }
      taken += buffer[start...]
      start = buffer.count
      guard case .bytes = arrival(within: 2_000, takingSignals: false) else { return taken }
    }
  }

  /// Waits until so many bytes are there; false where they don't come.
  private func fill(_ count: Int) -> Bool {
    while buffer.count - start < count {
      guard case .bytes = arrival(within: 2_000, takingSignals: false) else { return false }
    }
    return true
  }

  // MARK: Bytes

  /// The scalar at the start of the buffer, or `nil` where more bytes are needed.
  ///
  /// A byte that begins no UTF-8 sequence becomes U+FFFD.
  private func takeScalar(isLast: Bool) -> Unicode.Scalar? {
    guard start < buffer.count else { return nil }
    let lead = buffer[start]
    let needed = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    let there = buffer[start...].prefix(needed)
    let isCut = there.count < needed && there.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    if isCut, !isLast { return nil }
    var bytes = there.makeIterator()
    var decoder = UTF8()
    guard !isCut, case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      start += 1
      return "\u{FFFD}"
    }
    start += needed
    return scalar
  }

  private func arrival(within milliseconds: Int32, takingSignals: Bool = true) -> Arrival {
    if takingSignals, let notice = TerminalSignals.take() { return .signal(notice) }
    guard !hasEnded else { return .end }
    var ends = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: TerminalSignals.wakeReader, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&ends, takingSignals ? 2 : 1, milliseconds)
    if count == 0 { return .nothing }
    if count > 0, ends[1].revents != 0 { TerminalSignals.drain() }
    if takingSignals, let notice = TerminalSignals.take() { return .signal(notice) }
    guard count > 0, ends[0].revents != 0 else {
      return takingSignals ? .nothing : retry(milliseconds)
    }
    return readMore()
  }

  /// A wait that a signal cut short is made again, at its full length.
  private func retry(_ milliseconds: Int32) -> Arrival {
    var end = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&end, 1, milliseconds) > 0 ? readMore() : .nothing
  }

  private func readMore() -> Arrival {
    if start > 0 {
      // The byte before stays: it tells a CR from one that belongs to a CR LF.
      buffer.removeFirst(start - 1)
      start = 1
    }
    let (bytes, count) = SystemRead.bytes(
      from: TerminalInput.descriptor, atMost: 65_536, retrying: false)
    newestCount = max(count, 0)
    // Ctrl-C makes the terminal throw away what was typed before it, also what it just told of.
    if count == -Int(EAGAIN) || count == -Int(EINTR) { return .nothing }
    guard count > 0 else {
      hasEnded = true
      return .end
    }
    buffer += bytes
    return .bytes
  }
}

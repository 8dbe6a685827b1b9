/// What every Unicode scalar folds to, and the traits of that: one look-up for a scalar of a text.
///
/// Joined from `FoldTable` and `ScalarTraits.Table`. A page of 256 numbers for each block of scalars
/// that has anything to say names their records. Scalars that stay what they are and have the same
/// traits share one, so what common texts need stays in the nearest cache.
struct ScalarTable: Sendable {
  /// What is known of a scalar.
  struct Record: BitwiseCopyable, Sendable {
    /// Its entry in the fold table, 0 where it stays what it is.
    let fold: FoldTable.Entry
    /// The class and traits of what it folds to.
    let traits: ScalarTraits
  }

  /// The table for texts.
  static let standard = ScalarTable(traits: .standard)
  /// The table for the words that traits are made from: classes only.
  static let words = ScalarTable(traits: .none)

  /// Where the codes of each page begin.
  private var pages: [UInt32] = []
  private var codes: [UInt16] = []
  private var records: [Record] = []

  /// Lends the table for a loop of look-ups.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    pages.withUnsafeBufferPointer { pages in
      codes.withUnsafeBufferPointer { codes in
        records.withUnsafeBufferPointer { records in
          guard let pages = pages.baseAddress, let codes = codes.baseAddress,
            let records = records.baseAddress
          else { preconditionFailure("a table has pages, codes and records") }
          return body(Lookup(pages: pages, codes: codes, records: records))
        }
      }
    }
  }

  /// Whether no look-up of a scalar up to U+10FFFF leaves the table.
  var holdsEveryScalar: Bool {
    pages.count == 0x1100 && pages.allSatisfy { Int($0) + 256 <= codes.count }
      && codes.allSatisfy { Int($0) < records.count }
  }

  /// The table while it is lent: three addresses, so that all of it stays in registers.
  ///
  /// No look-up of a scalar up to U+10FFFF leaves the table, as `holdsEveryScalar` tells.
  struct Lookup {
    fileprivate let pages: UnsafePointer<UInt32>
    fileprivate let codes: UnsafePointer<UInt16>
    fileprivate let records: UnsafePointer<Record>

    /// The record of a scalar up to U+10FFFF.
    @inline(__always)
    subscript(scalar: UInt32) -> Record {
      records[Int(codes[Int(pages[Int(scalar >> 8)] &+ scalar & 0xFF)])]
    }
  }

  // MARK: - Joining

  private init(traits: ScalarTraits.Table) {
    var joining = Joining(traits: traits)
    pages.reserveCapacity(0x1100)
    for page in UInt32(0)..<0x1100 {
      let isKnown = FoldTable.standard.hasPage(page) || traits.hasPage(page)
      let isHan = FoldTable.standard[page << 8] >> 21 & 0xF == UInt32(ScalarClass.han.rawValue)
      let isSurrogate = (0xD8...0xDF).contains(page)
      if !isKnown, !isSurrogate, let shared = isHan ? joining.plainHan : joining.plainOther {
        pages.append(shared)
        continue
      }
      let start = UInt32(codes.count)
      pages.append(start)
      if !isKnown, !isSurrogate { joining.share(start, isHan: isHan) }
      for scalar in page << 8..<(page + 1) << 8 { codes.append(joining.code(scalar, &records)) }
    }
  }

  /// What is known while the records are made.
  private struct Joining {
    let traits: ScalarTraits.Table
    /// The pages of scalars that stay what they are and have no traits.
    var plainHan: UInt32?
    var plainOther: UInt32?
    /// The codes of scalars that stay what they are, by their traits; those of the plain ones apart.
    private var codes: [UInt32: UInt16] = [:]
    private var lastTraits: UInt32?
    private var lastCode: UInt16 = 0

    init(traits: ScalarTraits.Table) {
      self.traits = traits
    }

    /// A surrogate is no scalar; the pass looks at it again and finds that the bytes are not well formed.
    private func isSurrogate(_ scalar: UInt32) -> Bool { (0xD800...0xDFFF).contains(scalar) }

    mutating func share(_ page: UInt32, isHan: Bool) {
      if isHan { plainHan = page } else { plainOther = page }
    }

    /// The code of a scalar, whose record is added where it is a new one.
    mutating func code(_ scalar: UInt32, _ records: inout [Record]) -> UInt16 {
      let entry = isSurrogate(scalar) ? FoldTable.dropped : FoldTable.standard[scalar]
      let isNumber = entry & FoldTable.twoDigits != 0
      let target = entry & 0x1F_FFFF
      let traits = traits[isNumber ? 0x30 + target % 10 : target, entry]
      guard entry >> 25 == 0, target == scalar else {
        records.append(Record(fold: entry, traits: traits))
        return UInt16(clamping: records.count - 1)
      }
      if traits.rawValue == lastTraits { return lastCode }
      lastTraits = traits.rawValue
      lastCode = codes[traits.rawValue] ?? UInt16(clamping: records.count)
      if Int(lastCode) == records.count {
        records.append(Record(fold: 0, traits: traits))
        codes[traits.rawValue] = lastCode
      }
      return lastCode
    }
  }
}

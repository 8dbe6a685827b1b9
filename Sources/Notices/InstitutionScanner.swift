/// Finds the institutions a text names: known names, names before an ending (…银行, …公安局), the
/// signature's name in the body, and names in quotes or after 在 beside 平台 or 借款.
///
/// Works on compared scalars; the ranges it returns are of these.
struct InstitutionScanner {
  let text: CueText
  /// Names known by the registry or the cue file, with the registry's id if any.
  let known: [(range: Range<Int>, id: String?)]
  /// Endings such as 银行.
  let endings: [Range<Int>]
  /// Words beside which a quoted or 在… name is a lender: 平台, 借款.
  let products: SortedRanges
  /// Verbs that stand before a name and are no part of it: 移交, 委托.
  let verbs: SortedRanges
  /// Whether a brace stands in the text.
  let hasBraces: Bool
  /// The signatures' names in compared form.
  let signatures: [[UInt32]]

  /// A name with the registry's id, if any.
  struct Found {
    var range: Range<Int>
    var id: String?
  }

  /// How far a name reaches to the left of its ending.
  private static let reach = 12

  /// What closes a quotation that a scalar opens, `nil` where it opens none.
  private static func closing(_ open: UInt32) -> UInt32? {
    switch open {
    case 0x201C: 0x201D
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    case 0x3010: 0x3011
    case 0xFF5B: 0xFF5D
    case 0x7B: 0x7D
    case 0x22: 0x22
    default: nil
    }
  }

  private static func closesQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201D, 0x300D, 0x300F, 0x3011, 0xFF5D, 0x7D, 0x22: true
    default: false
    }
  }

  func found() -> [Found] {
    var all = known.map { Found(range: $0.range, id: $0.id) }
    func add(_ range: Range<Int>?) {
      if let range { all.append(Found(range: range, id: nil)) }
    }
    for ending in endings { add(endingName(ending)) }
    for product in products.ranges { add(quotedName(product)) }
    for product in products.ranges { add(placedName(product)) }
    if hasBraces { for range in bracedNames() { add(range) } }
    for signature in signatures { for range in occurrences(of: signature) { add(range) } }
    return InstitutionScanner.longest(all)
  }

  /// Of overlapping names the longest, with the id of any that has one.
  private static func longest(_ all: [Found]) -> [Found] {
    guard all.count > 1 else { return all }
    var result: [Found] = []
    let sorted = all.sorted {
      ($0.range.lowerBound, $1.range.count) < ($1.range.lowerBound, $0.range.count)
    }
    for item in sorted {
      guard var last = result.last, last.range.upperBound > item.range.lowerBound else {
        result.append(item)
        continue
      }
      if last.id == nil { last.id = item.id }
      if item.range.count > last.range.count { last.range = item.range }
      result[result.count - 1] = last
    }
    return result
  }

  /// The characters before an ending that belong to its name, with the ending.
  private func endingName(_ ending: Range<Int>) -> Range<Int>? {
    if CueText.isLetter(text.scalars[ending.lowerBound]) { return nil }
    var start = ending.lowerBound
    while start > 0, ending.lowerBound - start < InstitutionScanner.reach,
      belongsToName(text.scalars[start - 1])
    {
      start -= 1
    }
    start = afterVerb(from: start, upTo: ending.lowerBound)
    return ending.lowerBound - start >= 2 ? start..<ending.upperBound : nil
  }

  /// The end of the last verb that lies in the run, or its start.
  private func afterVerb(from start: Int, upTo end: Int) -> Int {
    guard let verb = verbs.last(endingBy: end), verb.lowerBound >= start else { return start }
    return verb.upperBound
  }

  private func belongsToName(_ scalar: UInt32) -> Bool {
    (CueText.isHan(scalar) && !InstitutionScanner.breaksName(scalar)) || scalar == 0x78
  }

  /// Whether a character hardly stands inside a name: particles, verbs and pronouns before it.
  private static func breaksName(_ scalar: UInt32) -> Bool {
    let place = Int(scalar &- 0x4E00)
    return place < breaks.count * 64 && breaks[place >> 6] & 1 << UInt64(place & 63) != 0
  }

  /// These characters, one bit each from U+4E00 on.
  private static let breaks: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 0x5200 / 64)
    for scalar in "的在向由于是到至被和与及您你我他她请经从对为将把让给已前往通过自称接应可该本各这那以并或去来还有无如若元日月年号笔需询找联系按是就也都了过着"
      .unicodeScalars
    where (0x4E00..<0xA000).contains(scalar.value) {
      bits[Int(scalar.value - 0x4E00) >> 6] |= 1 << UInt64((scalar.value - 0x4E00) & 63)
    }
    return bits
  }()

  /// `“某某”网贷平台`: a quoted name right before a product word, or `【…】借款`.
  private func quotedName(_ product: Range<Int>) -> Range<Int>? {
    let scalars = text.scalars
    var close = product.lowerBound - 1
    var steps = 0
    while close >= 0, steps < 5, !InstitutionScanner.closesQuote(scalars[close]) {
      guard CueText.isHan(scalars[close]) else { return nil }
      close -= 1
      steps += 1
    }
    guard close > 0, InstitutionScanner.closesQuote(scalars[close]) else { return nil }
    var open = close - 1
    while open >= 0, close - open <= 13 {
      if InstitutionScanner.closing(scalars[open]) == scalars[close] {
        let name = open + 1..<close
        return name.count >= 2 && scalars[name].contains(where: CueText.isHan) ? name : nil
      }
      open -= 1
    }
    return nil
  }

  /// `｛小满分期｝`: what a template was filled with, two to ten Chinese characters.
  private func bracedNames() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for (index, scalar) in text.scalars.enumerated() {
      if scalar == 0xFF5B || scalar == 0x7B {
        open = index
      } else if scalar == 0xFF5D || scalar == 0x7D, let start = open {
        if (2...10).contains(index - start - 1),
          text.scalars[start + 1..<index].allSatisfy(CueText.isHan)
        {
          found.append(start + 1..<index)
        }
        open = nil
      }
    }
    return found
  }

  /// `在某某平台`: a short name between 在 and a product word.
  private func placedName(_ product: Range<Int>) -> Range<Int>? {
    var start = product.lowerBound
    while start > 0, product.lowerBound - start < 8, belongsToName(text.scalars[start - 1]) {
      start -= 1
    }
    let count = product.lowerBound - start
    guard count >= 2, start > 0, text.scalars[start - 1] == 0x5728,
      !products.overlaps(start..<product.lowerBound)
    else { return nil }
    return start..<product.lowerBound
  }

  private func occurrences(of name: [UInt32]) -> [Range<Int>] {
    guard name.count >= 2, let first = name.first else { return [] }
    return text.scalars.withUnsafeBufferPointer { scalars in
      var found: [Range<Int>] = []
      var index = 0
      while index + name.count <= scalars.count {
        if scalars[index] == first, scalars[index..<index + name.count].elementsEqual(name) {
          found.append(index..<index + name.count)
          index += name.count
        } else {
          index += 1
        }
      }
      return found
    }
  }
}

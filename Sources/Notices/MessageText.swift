/// A message as an array of scalars, so that any range of it can be quoted at once.
struct MessageText: Sendable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The words of a range; a range outside the text is cut to it.
  func quote(_ range: Range<Int>) -> Quote {
    let range = range.clamped(to: scalars.indices)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return Quote(range: range, text: String(view))
  }
}

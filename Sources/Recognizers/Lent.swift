/// The elements of an array while it lends them out: no reference is counted to read one.
///
/// A place outside stops the program, as it does in the array.
struct Lent<Element: BitwiseCopyable> {
  private let elements: UnsafeBufferPointer<Element>

  init(_ elements: UnsafeBufferPointer<Element>) {
    self.elements = elements
  }

  var count: Int { elements.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    guard has(index) else { preconditionFailure("no such element") }
    return elements[index]
  }

  /// The element at a place, `other` where there is none.
  @inline(__always)
  subscript(index: Int, or other: Element) -> Element {
    has(index) ? elements[index] : other
  }

  /// Whether there is an element at a place, in one comparison.
  @inline(__always)
  private func has(_ index: Int) -> Bool {
    UInt(bitPattern: index) < UInt(bitPattern: elements.count)
  }
}

import Synchronization

/// A value made on first use, once, and shared from then on.
package final class LazyPart<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that `make` makes.
  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// The value; others who ask while it is made wait for it.
  package var value: Value {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }
}

import Synchronization

/// A value made on first use, once, and shared from then on.
package final class LazyPart<Value: Sendable>: Sendable {
  /// What was made, by a type without `Value` in it: the metadata of a lock that knows its value is
  /// looked up at every use, which costs ten times as much as the lock.
  private let made = Mutex<(any AnyObject & Sendable)?>(nil)
  private let make: @Sendable () -> Value

  private final class Made: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// A value that `make` makes.
  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// The value; others who ask while it is made wait for it.
  package var value: Value {
    let object = made.withLock { made -> any AnyObject & Sendable in
      if let made { return made }
      let new = Made(make())
      made = new
      return new
    }
    return unsafeDowncast(object, to: Made.self).value
  }
}

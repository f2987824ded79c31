import Synchronization

/// A value made when it is first asked for, by whichever thread asks first; the others wait for it.
public final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// Nothing made yet.
  public init() {}

  /// The value, by `make` where it is not there yet. After an error it is tried again.
  public func value<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    try made.withLock { (known) throws(Failure) -> Value in
      if let known { return known }
      let value = try make()
      known = value
      return value
    }
  }
}

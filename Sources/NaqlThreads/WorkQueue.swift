import Synchronization

/// Numbers handed out once each, in order, to the threads that ask.
public final class WorkQueue: Sendable {
  private let left: Mutex<Range<Int>>

  /// A queue of the numbers 0 to `count` - 1.
  public init(_ count: Int) { left = Mutex(0..<count) }

  /// How many are left.
  public var count: Int { left.withLock { $0.count } }

  /// The next number; nil when none is left.
  public func next() -> Int? {
    left.withLock { left in
      guard let first = left.first else { return nil }
      left = (first + 1)..<left.upperBound
      return first
    }
  }

  /// Leaves none.
  public func close() { left.withLock { $0 = $0.upperBound..<$0.upperBound } }
}

/// Results by number, each written by one thread, and read when all are there.
public final class Slots<Value>: @unchecked Sendable {
  private let places: UnsafeMutableBufferPointer<Value?>

  /// Room for `count` results.
  public init(_ count: Int) {
    places = .allocate(capacity: count)
    places.initialize(repeating: nil)
  }

  deinit {
    places.deinitialize()
    places.deallocate()
  }

  /// The result of a number; written by one thread only.
  public subscript(_ index: Int) -> Value? {
    get { places[index] }
    set { places[index] = newValue }
  }

  /// All results that are there, in order.
  public var all: [Value] { places.compactMap { $0 } }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads of the system for work that falls into independent parts.
///
/// What they make never depends on their number: each part writes its own result, and results are put together in the
/// order of the parts.
public enum Threads {
  /// Number of threads worth having: that of the processors, at most 16; `NAQL_THREADS` in the environment overrules.
  public static let available: Int = {
    if let set = getenv("NAQL_THREADS"), let count = Int(String(cString: set)), count >= 1 { return min(count, 64) }
    return max(1, min(16, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }()

  /// Calls `body` with 0 to `count` - 1 at once, the first on the calling thread, and returns when all are done.
  public static func each(_ count: Int, _ body: @Sendable (Int) -> Void) {
    guard count > 1 else {
      if count == 1 { body(0) }
      return
    }
    withoutActuallyEscaping(body) { body in
      let others = (1..<count).map { index in SystemThread { body(index) } }
      body(0)
      for thread in others { thread.join() }
    }
  }

  /// 0 to `count` - 1 cut into ranges, one a thread, of which none is shorter than `least` but where there is one alone.
  public static func ranges(_ count: Int, least: Int) -> [Range<Int>] {
    let pieces = max(1, min(available, count / max(1, least)))
    return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
  }

  /// The results of `make` for 0 to `count` - 1, in order, made by up to `threads` threads.
  public static func map<Value: Sendable>(
    _ count: Int, threads: Int = available, _ make: @Sendable (Int) -> Value
  ) -> [Value] {
    let results = Slots<Value>(count)
    let queue = WorkQueue(count)
    each(min(threads, count)) { _ in
      while let index = queue.next() { results[index] = make(index) }
    }
    return results.all
  }
}

/// A value that a thread of its own makes in the background, for one owner.
public final class Later<Value>: @unchecked Sendable {
  private var thread: SystemThread?
  private var made: Value?

  /// Starts making the value.
  public init(_ make: @escaping @Sendable () -> sending Value) {
    thread = SystemThread { [self] in made = make() }
  }

  /// The value, waited for where it is not there yet.
  public var value: Value {
    thread?.join()
    thread = nil
    return made!
  }
}

/// A thread of the system that is waited for once; where the system gives none, the work is done at once.
final class SystemThread: @unchecked Sendable {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  #if canImport(Darwin)
    private var handle: pthread_t?
  #else
    private var handle = pthread_t()
  #endif
  private var isRunning = false
  /// Bytes of stack, as much as a main thread commonly has.
  private static let stack = 8 << 20

  init(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Self.stack)
    defer { pthread_attr_destroy(&attributes) }
    #if canImport(Darwin)
      let failed = pthread_create(
        &handle, &attributes,
        {
          Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
    #else
      let failed = pthread_create(
        &handle, &attributes,
        {
          Unmanaged<Work>.fromOpaque($0!).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
    #endif
    if failed == 0 { isRunning = true } else { work.takeRetainedValue().body() }
  }

  /// Waits until the work is done.
  func join() {
    guard isRunning else { return }
    isRunning = false
    #if canImport(Darwin)
      if let handle { pthread_join(handle, nil) }
    #else
      pthread_join(handle, nil)
    #endif
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import CMemory

/// Memory for large tables of plain values: it grows without being copied where the system can move its pages.
enum PlainMemory {
  /// Memory for `count` elements that holds those of `old`, which is given up; nil for none.
  static func resized<Element: BitwiseCopyable>(_ old: UnsafeMutablePointer<Element>?, to count: Int)
    -> UnsafeMutablePointer<Element>
  {
    guard let memory = realloc(old, max(1, count * MemoryLayout<Element>.stride)) else { fatalError("out of memory") }
    return memory.bindMemory(to: Element.self, capacity: count)
  }

  /// Gives memory back.
  static func release<Element>(_ memory: UnsafeMutablePointer<Element>) { free(memory) }
}

extension UnsafePointer {
  /// Has `count` elements fetched into the processor's near memory while other work goes on.
  @inline(__always)
  func prefetch(_ count: Int = 1) {
    var at = UnsafeRawPointer(self)
    let end = UnsafeRawPointer(self + count) - 1
    while at < end {
      cmemory_prefetch(at)
      at += 64
    }
    cmemory_prefetch(end)
  }
}

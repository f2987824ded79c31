#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import CMemory

/// Memory for large tables of plain values, in the system's large pages where it has such: tables that are read here and
/// there wait less for them.
enum PlainMemory {
  /// Memory for `count` elements, at a multiple of 64 bytes, that holds the first `kept` of `old`, which is given up.
  static func resized<Element: BitwiseCopyable>(_ old: UnsafeMutablePointer<Element>?, kept: Int, to count: Int)
    -> UnsafeMutablePointer<Element>
  {
    let bytes = max(1, count * MemoryLayout<Element>.stride)
    let isLarge = bytes >= largePage
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, isLarge ? largePage : 64, bytes) == 0, let memory else {
      fatalError("out of memory")
    }
    #if canImport(Glibc)
      if isLarge { madvise(memory, bytes, MADV_HUGEPAGE) }
    #endif
    let elements = memory.bindMemory(to: Element.self, capacity: count)
    if let old {
      elements.update(from: old, count: kept)
      release(old)
    }
    return elements
  }

  /// Gives memory back.
  static func release<Element>(_ memory: UnsafeMutablePointer<Element>) { free(memory) }

  private static let largePage = 2 << 20
}

extension UnsafePointer {
  /// Has `count` elements (of one, only the beginning) fetched into near memory while other work goes on.
  @inline(__always)
  func prefetch(_ count: Int = 1) {
    var at = UnsafeRawPointer(self)
    if count > 1 {
      let last = UnsafeRawPointer(self + count) - 1
      while at < last {
        cmemory_prefetch(at)
        at += 64
      }
      at = last
    }
    cmemory_prefetch(at)
  }
}

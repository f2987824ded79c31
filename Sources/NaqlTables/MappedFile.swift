#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that never change: a file mapped into memory, or a copy on the heap.
///
/// Only files that the program itself writes (by rename, never in place) are mapped; a user's input is read, since a
/// file cut short while it is mapped would kill the process.
public final class MappedFile: @unchecked Sendable {
  /// The bytes, valid while the object lives.
  public let bytes: UnsafeRawBufferPointer
  private let mapped: Bool

  /// Maps the file at `path`; nil where it cannot be opened, is no regular file or is empty.
  public init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
    mapped = true
  }

  /// A copy of `contents`, aligned for any element type.
  public init(copying contents: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(contents.count, 1), alignment: 64)
    memory.copyBytes(from: contents)
    bytes = UnsafeRawBufferPointer(start: memory.baseAddress, count: contents.count)
    mapped = false
  }

  deinit {
    if mapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}

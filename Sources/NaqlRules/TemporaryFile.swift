import CInterrupt
import NaqlModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that gets its name only when it is complete: written beside it under another name, then renamed.
///
/// Given up, or interrupted by a signal, it leaves nothing behind.
public final class TemporaryFile {
  private let path: String
  private let temporary: String
  private let slot: Int32
  private var descriptor: Int32

  /// Opens the temporary file for `path`, in the same folder.
  public init(for path: String) throws(Diagnostic) {
    self.path = path
    // Threads of one process may write the same file too.
    temporary = Self.name(for: path)
    if FileSystem.isDirectory(path) {
      throw Diagnostic("write.cannot-open", "is a folder; name a file", file: path)
    }
    slot = cinterrupt_remember(temporary)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      let why = String(cString: strerror(errno))
      cinterrupt_forget(slot)
      throw Diagnostic("write.cannot-open", "cannot be written: \(why)", file: path)
    }
  }

  /// The name of a temporary file beside `path`: a longer one than its own, or where the system has no room for that, another.
  private static func name(for path: String) -> String {
    let ending = ".part-\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
    let name = FileSystem.name(of: path)
    // One that is too long itself cannot be written, and that is told when the file is opened.
    if name.utf8.count + ending.utf8.count <= 255 || name.utf8.count > 255 { return path + ending }
    return String(path.dropLast(name.count)) + "naql" + ending
  }

  /// Appends `bytes`.
  public func write(_ bytes: [UInt8]) throws(Diagnostic) {
    try FileSystem.write(bytes, descriptor: descriptor, name: path)
  }

  /// Whether what was written so far is `bytes`.
  public func holds(_ bytes: [UInt8]) throws(Diagnostic) -> Bool { try FileSystem.read(temporary) == bytes }

  /// Puts the file in place.
  public func commit() throws(Diagnostic) {
    close(descriptor)
    descriptor = -1
    defer { cinterrupt_forget(slot) }
    if rename(temporary, path) != 0 {
      let why = String(cString: strerror(errno))
      unlink(temporary)
      throw Diagnostic("write.cannot-rename", "cannot be put in place: \(why)", file: path)
    }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(temporary)
      cinterrupt_forget(slot)
    }
  }

  /// Makes SIGINT, SIGTERM and SIGHUP remove the temporary files and end the program with 128 + the signal's number; writing to a
  /// closed pipe or over the limit of a file's size becomes an error of that write alone.
  public static func removeOnInterrupt() { cinterrupt_install() }
}

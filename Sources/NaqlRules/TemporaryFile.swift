import CInterrupt
import NaqlModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that gets its name only when it is complete: written beside it under another name, then renamed.
///
/// Given up, or interrupted by a signal, it leaves nothing behind. A file that stands there already keeps its mode, and one behind a link
/// its link; what is no file, as a pipe or a device, is written as it comes.
public final class TemporaryFile {
  private let path: String
  /// What `path` leads to, links resolved.
  private let target: String
  /// The file that is written; nil where that is the target itself.
  private let temporary: String?
  private let slot: Int32
  private var descriptor: Int32

  /// Opens the temporary file for `path`, in the same folder.
  public init(for path: String) throws(Diagnostic) {
    if FileSystem.isDirectory(path) {
      throw Diagnostic("write.cannot-open", "is a folder; name a file", file: path)
    }
    self.path = path
    target = FileSystem.resolved(path)
    // Threads of one process may write the same file too.
    temporary = FileSystem.exists(path) && !FileSystem.isFile(path) ? nil : Self.name(for: target)
    slot = temporary.map { cinterrupt_remember($0) } ?? -1
    descriptor =
      temporary.map { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) } ?? open(path, O_WRONLY | O_CLOEXEC)
    if descriptor < 0 {
      let why = String(cString: strerror(errno))
      cinterrupt_forget(slot)
      throw Diagnostic("write.cannot-open", "cannot be written: \(why)", file: path)
    }
    if temporary != nil, let permissions = FileSystem.permissions(target) { fchmod(descriptor, permissions) }
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

  /// Whether what was written so far is `bytes`; false where it cannot be read again.
  public func holds(_ bytes: [UInt8]) throws(Diagnostic) -> Bool {
    guard let temporary else { return false }
    return try FileSystem.read(temporary) == bytes
  }

  /// Puts the file in place.
  public func commit() throws(Diagnostic) {
    close(descriptor)
    descriptor = -1
    defer { cinterrupt_forget(slot) }
    guard let temporary else { return }
    if rename(temporary, target) != 0 {
      let why = String(cString: strerror(errno))
      unlink(temporary)
      throw Diagnostic("write.cannot-rename", "cannot be put in place: \(why)", file: path)
    }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      if let temporary { unlink(temporary) }
      cinterrupt_forget(slot)
    }
  }

  /// Makes SIGINT, SIGTERM and SIGHUP remove the temporary files and end the program with 128 + the signal's number; writing to a
  /// closed pipe or over the limit of a file's size becomes an error of that write alone.
  public static func removeOnInterrupt() { cinterrupt_install() }
}

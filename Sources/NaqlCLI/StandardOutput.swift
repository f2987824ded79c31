#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import NaqlModel
import NaqlRules

/// Buffered standard output. A pipe that the reader has closed is success: the program ends quietly.
struct StandardOutput: ~Copyable {
  private var buffer: [UInt8] = []
  private let limit = 1 << 18

  init() {
    buffer.reserveCapacity(limit + 4096)
  }

  /// Adds text.
  mutating func write(_ text: String) throws(Diagnostic) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= limit { try flush() }
  }

  /// Adds bytes.
  mutating func write(_ bytes: some Sequence<UInt8>) throws(Diagnostic) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= limit { try flush() }
  }

  /// Hands everything to the system. Call it at the end.
  mutating func flush() throws(Diagnostic) {
    try Self.hand(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Refuses to write to `path` where that is one of `inputs`, which would be lost.
  static func refuse(_ path: String?, over inputs: [String]) throws(Diagnostic) {
    guard let path, path != "-", inputs.contains(where: { $0 != "-" && FileSystem.isSame($0, path) }) else { return }
    throw Diagnostic("write.over-input", "is one of the inputs; name another file", file: path)
  }

  /// Writes all that a command gives: to standard output where `path` is nil or `-`, else to a file, which gets its name
  /// when it is complete.
  static func write(_ bytes: [UInt8], to path: String?) throws(Diagnostic) {
    if let path, path != "-" { return try FileSystem.write(bytes, to: path) }
    var output = StandardOutput()
    try output.write(bytes)
    try output.flush()
  }

  /// Hands bytes to the system at once; ends the program where nobody reads any longer.
  static func hand(_ bytes: [UInt8]) throws(Diagnostic) {
    do throws(Diagnostic) {
      try FileSystem.write(bytes, descriptor: 1, name: "standard output")
    } catch {
      if error.code == "write.closed-pipe" { exit(0) }
      throw error
    }
  }
}

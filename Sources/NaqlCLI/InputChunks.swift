#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import NaqlModel
import NaqlRules
import NaqlText

/// Reads a file or standard input in pieces that end where the caller may cut, in flat memory.
struct InputChunks: ~Copyable {
  private let descriptor: Int32
  private let name: String?
  private var rest: [UInt8] = []
  private var isDone = false
  private let size = 1 << 20

  /// Opens `path`; `-` is standard input.
  init(_ path: String) throws(Diagnostic) {
    if path != "-", FileSystem.isDirectory(path) {
      throw Diagnostic("read.cannot-open", "is a folder; name the files in it", file: path)
    }
    let opened = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    if opened < 0 {
      throw Diagnostic("read.cannot-open", "cannot be opened: \(String(cString: strerror(errno)))", file: path)
    }
    descriptor = opened
    name = path == "-" ? nil : path
  }

  deinit { if name != nil { close(descriptor) } }

  /// The next piece, or nil at the end. `cut` says how many of the bytes at hand make whole lines. Ill-formed UTF-8
  /// is mended to U+FFFD.
  mutating func next(where cut: (UnsafeRawBufferPointer) -> Int) throws(Diagnostic) -> [UInt8]? {
    while !isDone {
      var got = 0
      rest.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
          repeat { got = read(descriptor, buffer.baseAddress, size) } while got < 0 && errno == EINTR
          count = max(0, got)
        })
      if got < 0 {
        throw Diagnostic("read.failed", "cannot be read: \(String(cString: strerror(errno)))", file: name)
      }
      if got == 0 {
        isDone = true
        break
      }
      let whole = rest.withUnsafeBytes { cut($0) }
      if whole > 0 {
        let piece = Array(rest[..<whole])
        rest.removeSubrange(..<whole)
        return Self.wellFormed(piece)
      }
    }
    if rest.isEmpty { return nil }
    defer { rest = [] }
    return Self.wellFormed(rest)
  }

  private static func wellFormed(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.withUnsafeBytes({ isWellFormed($0) }) { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Whether the bytes are UTF-8 as the Unicode Standard defines it, without overlong forms and surrogates.
  private static func isWellFormed(_ text: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    let count = text.count
    while at < count {
      let b = text[at]
      if b < 0x80 {
        at += 1
      } else if b >= 0xC2 && b < 0xE0 {
        guard at + 1 < count, text[at + 1] & 0xC0 == 0x80 else { return false }
        at += 2
      } else if b >= 0xE0 && b < 0xF0 {
        guard at + 2 < count, text[at + 1] & 0xC0 == 0x80, text[at + 2] & 0xC0 == 0x80 else { return false }
        if b == 0xE0 && text[at + 1] < 0xA0 || b == 0xED && text[at + 1] >= 0xA0 { return false }
        at += 3
      } else if b >= 0xF0 && b < 0xF5 {
        guard at + 3 < count, text[at + 1] & 0xC0 == 0x80, text[at + 2] & 0xC0 == 0x80, text[at + 3] & 0xC0 == 0x80
        else { return false }
        if b == 0xF0 && text[at + 1] < 0x90 || b == 0xF4 && text[at + 1] >= 0x90 { return false }
        at += 4
      } else {
        return false
      }
    }
    return true
  }
}

import NaqlModel
import NaqlText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is looked for in every text that is read: ill-formed UTF-8, NUL bytes, bidi controls left open, no Arabic at all.
public enum TextCheck {
  /// Offset of the first byte that is no well-formed UTF-8, or nil.
  public static func firstIllFormed(_ text: UnsafeRawBufferPointer) -> Int? {
    var at = 0
    let count = text.count
    while true {
      at = skipShort(text, at)
      if at >= count { return nil }
      let b0 = text[at]
      if b0 < 0x80 {
        at += 1
      } else if b0 < 0xE0 {  // Arabic letters
        guard b0 >= 0xC2, at + 1 < count, text[at + 1] & 0xC0 == 0x80 else { return at }
        at += 2
      } else if b0 < 0xF0 {
        guard at + 2 < count, text[at + 1] & 0xC0 == 0x80, text[at + 2] & 0xC0 == 0x80 else { return at }
        let scalar = UTF8Scalars.decode(text, at).scalar
        guard scalar >= 0x800, scalar < 0xD800 || scalar > 0xDFFF else { return at }
        at += 3
      } else {
        guard b0 < 0xF5, at + 3 < count, text[at + 1] & 0xC0 == 0x80, text[at + 2] & 0xC0 == 0x80,
          text[at + 3] & 0xC0 == 0x80
        else { return at }
        let scalar = UTF8Scalars.decode(text, at).scalar
        guard scalar >= 0x10000, scalar <= 0x10FFFF else { return at }
        at += 4
      }
    }
  }

  /// Where the first character behind `start`, which begins one, may have more than two bytes or be ill-formed; eight
  /// bytes are tried at once.
  private static func skipShort(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = 0x80 * ones
    var at = start
    // Whether the byte before is the first of two.
    var isOpen: UInt64 = 0
    while at + 8 <= text.count {
      let bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let leads = bytes & bytes &<< 1 & high
      let followers = bytes & high & ~leads
      let long = leads & bytes &<< 2
      // C0 and C1 begin nothing: of the other leads at least one bit of five is set.
      let proper = ((bytes & (0x3E * ones)) &+ 0x7E * ones) & high
      guard long == 0, leads & ~proper == 0, followers == leads &<< 8 | isOpen else { break }
      isOpen = leads >> 56
      at += 8
    }
    return isOpen == 0 ? at : at - 1
  }

  /// The error about text that is not UTF-8 at the byte `bad` of `piece`, a piece of an input in which so many lines
  /// and bytes come before it.
  public static func notUTF8(at bad: Int, in piece: [UInt8], file: String?, linesBefore: Int, bytesBefore: Int)
    -> Diagnostic
  {
    let place = piece.withUnsafeBytes { Self.place(of: bad, in: $0) }
    return Diagnostic(
      "read.not-utf8",
      "the text is not UTF-8 (byte \(bytesBefore + bad)); name its encoding, for example --encoding windows-1256",
      file: file ?? "standard input", line: linesBefore + place.line, column: place.column)
  }

  /// Warnings about a text that can be read.
  static func warnings(_ text: UnsafeRawBufferPointer, file: String?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if !text.contains(where: { $0 != 0x20 && !($0 >= 0x09 && $0 <= 0x0D) }) {
      return [Diagnostic("read.empty", "the text is empty", severity: .warning, file: file, line: 1)]
    }
    if isHTML(text) {
      found.append(
        Diagnostic(
          "read.html",
          "the page is HTML, and its tags are read as text; save its text as a file of its own (.txt, UTF-8)",
          severity: .warning, file: file, line: 1))
    }
    if let nul = text.first(0, from: 0) {
      let place = place(of: nul, in: text)
      found.append(
        Diagnostic(
          "read.nul", "a NUL byte stands here; it is kept, and XML files show U+FFFD for it", severity: .warning,
          file: file, line: place.line, column: place.column))
    }
    if let open = firstUnbalancedControl(text) {
      let place = place(of: open, in: text)
      found.append(
        Diagnostic(
          "read.bidi", "a bidi control is not closed in its line; it is kept, and may turn what follows it around",
          severity: .warning, file: file, line: place.line, column: place.column))
    }
    if !hasArabic(text) {
      found.append(
        Diagnostic("read.no-arabic", "no Arabic letter is in the text", severity: .warning, file: file, line: 1))
    }
    return found
  }

  /// Whether a text begins as HTML pages do.
  private static func isHTML(_ text: UnsafeRawBufferPointer) -> Bool {
    let front = text.prefix(64).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let start = String(decoding: front.prefix(14), as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }

  /// Line and column (code points), both from 1, of a byte.
  static func place(of offset: Int, in text: UnsafeRawBufferPointer) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    var at = 0
    while at < offset {
      if text[at] == 0x0A || (text[at] == 0x0D && !(at + 1 < text.count && text[at + 1] == 0x0A)) {
        line += 1
        start = at + 1
      }
      at += 1
    }
    return (line, text[start..<max(start, offset)].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
  }

  /// Number of line ends (LF, CR LF, CR) in a text that is not cut between CR and LF.
  public static func lineEnds(in text: UnsafeRawBufferPointer) -> Int {
    var count = 0
    for at in text.indices where text[at] == 0x0A || text[at] == 0x0D && !(at + 1 < text.count && text[at + 1] == 0x0A)
    {
      count += 1
    }
    return count
  }

  private static func hasArabic(_ text: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at < text.count {
      if text[at] < 0x80 {
        at += 1
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isLetter(scalar) { return true }
      at += length
    }
    return false
  }

  /// Offset of the first embedding, override or isolate that its line does not close, or of a closer without one.
  private static func firstUnbalancedControl(_ text: UnsafeRawBufferPointer) -> Int? {
    var open: [(offset: Int, isolate: Bool)] = []
    var at = 0
    while at < text.count {
      // Nothing is open: only a control, all of which begin with E2, can change that.
      if open.isEmpty {
        guard let next = text.first(0xE2, from: at) else { return nil }
        at = next
      }
      if text[at] == 0x0A || text[at] == 0x0D {
        if let first = open.first { return first.offset }
      } else if text[at] == 0xE2 {
        let (scalar, length) = UTF8Scalars.decode(text, at)
        switch scalar {
        case 0x202A, 0x202B, 0x202D, 0x202E: open.append((at, false))
        case 0x2066, 0x2067, 0x2068: open.append((at, true))
        case 0x202C, 0x2069:
          guard let last = open.popLast(), last.isolate == (scalar == 0x2069) else { return at }
        default: break
        }
        at += length
        continue
      }
      at += 1
    }
    return open.first?.offset
  }
}

extension UnsafeRawBufferPointer {
  /// Offset of the first `byte` at or behind `start`.
  fileprivate func first(_ byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }
}

/// A punctuation mark that matters to sentences.
struct Mark {
  /// What it does.
  enum Kind: UInt8 {
    case stop, question, exclamation, ellipsis, semicolon
    case comma, colon, dash
    /// `"` and its like, which open or close by where they stand.
    case either
    case openQuote, closeQuote, openBracket, closeBracket
    /// No mark of these.
    case none

    /// Whether it may end a sentence.
    @inline(__always) var isTerminator: Bool { rawValue <= Kind.semicolon.rawValue }
  }

  /// Offset of its first byte.
  var offset: Int
  var kind: Kind
  /// Length in bytes.
  var length: UInt8
  /// Which pair of quotation marks or brackets it belongs to.
  var pair: UInt8
}

/// Finds the marks of a block in one pass over its bytes, eight at a time.
struct MarkScanner {
  /// The marks of the block last scanned, in order.
  private(set) var marks: [Mark] = []
  /// Index of the first terminator, or -1.
  private(set) var firstTerminator = -1

  /// Whether `؛` counts among the terminators; else it is a comma.
  var semicolons = false

  /// Scans `start..<end` of `text`.
  mutating func scan(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) {
    marks.removeAll(keepingCapacity: true)
    firstTerminator = -1
    guard let base = text.baseAddress else { return }
    var at = start
    while at + 8 <= end {
      var hits = Self.candidates(UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      while hits != 0 {
        add(text, at + hits.trailingZeroBitCount >> 3, start, end)
        hits &= hits &- 1
      }
      at += 8
    }
    while at < end {
      add(text, at, start, end)
      at += 1
    }
  }

  /// The high bit of every byte that may belong to a mark: 21–3F and the brackets of ASCII, lead bytes of the general
  /// marks (C0–CF, E0–FF), and 8C–9F, the second bytes of ، ؛ ؟ ۔, whose lead bytes are common in words.
  @inline(__always)
  private static func candidates(_ bytes: UInt64) -> UInt64 {
    let one: UInt64 = 0x0101_0101_0101_0101
    // Sums of seven bits carry into the eighth where the byte is at least so much, and no further.
    let low = bytes & (one &* 0x7F)
    let ascii = (low &+ one &* 0x5F) & ~(low &+ one &* 0x40)
    let letterlike = low | (one &* 0x20)
    let brackets = (letterlike &+ one &* 0x05) & ~(letterlike &+ one &* 0x02)
    let seconds = (low &+ one &* 0x74) & ~(low &+ one &* 0x60)
    let leads = bytes << 1 & (bytes << 2 | ~(bytes << 3))
    return ((ascii | brackets) & ~bytes | (seconds & ~(bytes << 1) | leads) & bytes) & (one &* 0x80)
  }

  /// Adds the mark that the byte at `place` belongs to, if any: it is its first byte, or its second after D8 or DB.
  @inline(__always)
  private mutating func add(_ text: UnsafeRawBufferPointer, _ place: Int, _ start: Int, _ end: Int) {
    var at = place
    let byte = text[at]
    if byte >= 0x80, byte < 0xC0 {
      guard at > start, text[at - 1] == 0xD8 || text[at - 1] == 0xDB else { return }
      at -= 1
    } else if byte >= 0xD8, byte <= 0xDB {
      return
    }
    addMark(text, at, end)
  }

  private mutating func addMark(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) {
    var mark = Self.mark(text, at, end)
    if mark.kind == .none { return }
    if mark.kind == .semicolon, !semicolons { mark.kind = .comma }
    if firstTerminator < 0, mark.kind.isTerminator { firstTerminator = marks.count }
    marks.append(mark)
  }

  /// The mark that starts at `at`, of kind `none` where there is none.
  @inline(__always)
  static func mark(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Mark {
    let b = text[at]
    var kind = Mark.Kind.none
    var length: UInt8 = 1
    var pair: UInt8 = 0
    if b < 0x80 {
      switch b {
      case 0x2E: kind = .stop
      case 0x3F: kind = .question
      case 0x21: kind = .exclamation
      case 0x3B: kind = .semicolon
      case 0x2C: kind = .comma
      case 0x3A: kind = .colon
      case 0x2D: kind = .dash
      case 0x22: (kind, pair) = (.either, 1)
      case 0x28: (kind, pair) = (.openBracket, 10)
      case 0x29: (kind, pair) = (.closeBracket, 10)
      case 0x5B: (kind, pair) = (.openBracket, 11)
      case 0x5D: (kind, pair) = (.closeBracket, 11)
      case 0x7B: (kind, pair) = (.openBracket, 12)
      case 0x7D: (kind, pair) = (.closeBracket, 12)
      default: break
      }
    } else if at + 1 < end {
      let c = text[at + 1]
      length = 2
      switch b {
      case 0xD8:
        switch c {
        case 0x9F: kind = .question
        case 0x8C: kind = .comma
        case 0x9B: kind = .semicolon
        default: break
        }
      case 0xDB: if c == 0x94 { kind = .stop }
      case 0xC2:
        if c == 0xAB { (kind, pair) = (.openQuote, 2) }
        if c == 0xBB { (kind, pair) = (.closeQuote, 2) }
      case 0xE2 where at + 2 < end:
        length = 3
        let d = text[at + 2]
        if c == 0x80 {
          switch d {
          case 0xA6: kind = .ellipsis
          case 0x93, 0x94, 0x95, 0x92: kind = .dash
          case 0x9C: (kind, pair) = (.openQuote, 3)
          case 0x9D: (kind, pair) = (.closeQuote, 3)
          case 0x9E, 0x9F: (kind, pair) = (.openQuote, 3)
          case 0xB9: (kind, pair) = (.openQuote, 4)
          case 0xBA: (kind, pair) = (.closeQuote, 4)
          case 0x98, 0x9A: (kind, pair) = (.openQuote, 5)
          case 0x99: (kind, pair) = (.closeQuote, 5)
          case 0xBC: kind = .exclamation
          case 0xBD: kind = .question
          default: break
          }
        } else if c == 0x81 {
          if d == 0x87 || d == 0x88 || d == 0x89 { kind = .question }
        }
      case 0xEF where at + 2 < end:
        length = 3
        if c == 0xB4 {
          if text[at + 2] == 0xBF { (kind, pair) = (.openQuote, 6) }
          if text[at + 2] == 0xBE { (kind, pair) = (.closeQuote, 6) }
        }
      default: break
      }
    }
    return Mark(offset: at, kind: kind, length: length, pair: pair)
  }
}

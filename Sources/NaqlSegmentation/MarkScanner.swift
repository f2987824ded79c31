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

/// Finds the marks of a block in one pass over its bytes, sixteen at a time.
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
    // The second load reads one byte past the sixteen.
    while at + 17 <= end {
      let v = base.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
      let w = base.loadUnaligned(fromByteOffset: at + 1, as: SIMD16<UInt8>.self)
      let ascii = ((v &- 0x21) .< 0x0F) .| ((v &- 0x3A) .< 6)
      let square = ((v | 0x26) .== 0x7F)
      let arabic = ((v .== 0xD8) .& (w .< 0xA0)) .| ((v .== 0xDB) .& (w .== 0x94))
      let wide = (v .== 0xC2) .| (v .== 0xE2) .| (v .== 0xEF)
      let hit = unsafeBitCast(ascii .| square .| arabic .| wide, to: SIMD2<UInt64>.self)
      if hit[0] | hit[1] != 0 {
        var bits = hit[0]
        while bits != 0 {
          let index = bits.trailingZeroBitCount >> 3
          add(text, at + index, end)
          bits &= ~(0xFF << UInt64(index * 8))
        }
        bits = hit[1]
        while bits != 0 {
          let index = bits.trailingZeroBitCount >> 3
          add(text, at + 8 + index, end)
          bits &= ~(0xFF << UInt64(index * 8))
        }
      }
      at += 16
    }
    while at < end {
      let b = text[at]
      if b < 0x40 ? b > 0x20 : (b >= 0x5B && b <= 0x7D) || b == 0xC2 || b == 0xD8 || b == 0xDB || b == 0xE2 || b == 0xEF
      {
        add(text, at, end)
      }
      at += 1
    }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) {
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

import NaqlText

/// The quotation marks and brackets that are open at a place inside one block; it never outlives the block.
struct Nesting {
  /// A mark that was opened.
  struct Level {
    /// Index of the opening mark in the block's marks.
    var mark: Int
    /// Offset of the opening mark.
    var offset: Int
    var isQuote: Bool
    var pair: UInt8
    /// It opens the current sentence: nothing but openers, dashes and labels before it.
    var isFirst: Bool
    /// A colon stands before it.
    var afterColon: Bool
    /// A sentence has ended inside it.
    var many = false
    /// Offset of the closing mark, -1 where there is none, -2 where nobody has looked yet.
    var closing = -2
  }

  private(set) var levels: [Level] = []

  mutating func reset() { levels.removeAll(keepingCapacity: true) }

  /// The innermost quotation that is open.
  var quote: Level? { levels.last { $0.isQuote } }

  /// A sentence has ended here: what is open holds more than one.
  mutating func noteBreak() { for index in levels.indices { levels[index].many = true } }

  mutating func setClosing(_ offset: Int, at index: Int) { levels[index].closing = offset }

  /// Takes the mark at `index` in; returns the level it closed, or nil.
  mutating func take(
    _ marks: [Mark], _ index: Int, _ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int, sentence: Int
  ) -> Level? {
    let mark = marks[index]
    switch mark.kind {
    case .openBracket: open(mark, index, false, text, start, sentence)
    case .closeBracket:
      if mark.pair == 10, levels.contains(where: { $0.pair == 20 }) {
        if index > 0, marks[index - 1].kind == .closeBracket, marks[index - 1].offset + 1 == mark.offset {
          return close { $0.pair == 20 }
        }
        if index + 1 < marks.count, marks[index + 1].kind == .closeBracket, marks[index + 1].offset == mark.offset + 1 {
          return nil
        }
      }
      return close { !$0.isQuote && $0.pair == mark.pair }
    case .openQuote, .closeQuote, .either:
      if opens(mark, text, start, end) {
        open(mark, index, true, text, start, sentence)
      } else {
        return close { $0.isQuote && $0.pair == mark.pair } ?? close { $0.isQuote && ($0.pair == 1 || mark.pair == 1) }
      }
    default: break
    }
    return nil
  }

  /// Whether a quotation mark opens a quotation, by its shape and by what stands on both sides.
  func opens(_ mark: Mark, _ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    let left = Self.left(text, mark.offset, start)
    let right = Self.right(text, mark.offset + Int(mark.length), end)
    let isOpen = levels.contains { $0.isQuote && $0.pair == mark.pair }
    switch mark.kind {
    case .openQuote:
      // Typed the wrong way round: »كلام«.
      if isOpen, left == .word || left == .mark, right != .word, right != .opener { return false }
      return true
    case .closeQuote:
      return !isOpen && (left == .space || left == .opener || left == .colon) && right == .word
    default:
      if left == .space || left == .opener || left == .colon || left == .dash {
        if right != .space && right != .mark { return true }
        return !isOpen
      }
      if right == .space || right == .mark || right == .closer || right == .dash { return false }
      return !isOpen
    }
  }

  private enum Side { case space, word, mark, opener, closer, colon, dash }

  private static func left(_ text: UnsafeRawBufferPointer, _ at: Int, _ start: Int) -> Side {
    var at = at
    while at > start {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if ArabicScript.isSpace(c) { return .space }
      if ArabicScript.isInvisible(c) {
        at -= length
        continue
      }
      switch c {
      case 0x28, 0x5B, 0x7B, 0xAB, 0x201C, 0x201E, 0x2018, 0x2039: return .opener
      case 0x3A: return .colon
      case 0x2D, 0x2013, 0x2014, 0x2F: return .dash
      case 0x29, 0x5D, 0x7D, 0xBB, 0x201D, 0x2019, 0x203A: return .closer
      default: return Characters.isWord(c) || ArabicScript.digit(c) != nil ? .word : .mark
      }
    }
    return .space
  }

  private static func right(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Side {
    var at = at
    while at < end {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isSpace(c) { return .space }
      if ArabicScript.isInvisible(c) {
        at += length
        continue
      }
      switch c {
      case 0x28, 0x5B, 0x7B, 0xAB, 0x201C, 0x201E, 0x2018, 0x2039: return .opener
      case 0x29, 0x5D, 0x7D, 0xBB, 0x201D, 0x2019, 0x203A: return .closer
      case 0x2D, 0x2013, 0x2014, 0x2F: return .dash
      default: return Characters.isWord(c) || ArabicScript.digit(c) != nil || c == 0x23 || c == 0x40 ? .word : .mark
      }
    }
    return .space
  }

  private mutating func open(
    _ mark: Mark, _ index: Int, _ isQuote: Bool, _ text: UnsafeRawBufferPointer, _ start: Int, _ sentence: Int
  ) {
    // Two round brackets together are quotation marks: ((كلام)).
    if !isQuote, mark.pair == 10, let last = levels.last, last.pair == 10, last.offset + 1 == mark.offset {
      levels[levels.count - 1].isQuote = true
      levels[levels.count - 1].pair = 20
      return
    }
    var at = mark.offset
    var colon = false
    var first = true
    while at > sentence {
      let (c, length) = UTF8Scalars.decode(text, before: at)
      if c == 0x3A, at <= mark.offset { colon = true }
      // A bracket right inside a quotation opens the sentence there.
      if !isQuote, levels.last?.isQuote == true, at - length == levels.last?.offset { break }
      if ArabicScript.isSpace(c) || ArabicScript.isInvisible(c) || Self.isOpening(c) {
        at -= length
        continue
      }
      first = false
      break
    }
    levels.append(
      Level(mark: index, offset: mark.offset, isQuote: isQuote, pair: mark.pair, isFirst: first, afterColon: colon))
  }

  /// Marks that may stand before the first word of a sentence.
  private static func isOpening(_ c: UInt32) -> Bool {
    switch c {
    case 0x28, 0x5B, 0x7B, 0xAB, 0x201C, 0x201E, 0x201D, 0x2018, 0x2039, 0x22, 0x2D, 0x2013, 0x2014, 0x2022, 0x25AA,
      0x25CF, 0x2A, 0x2E, 0x2026:
      return true
    default: return false
    }
  }

  private mutating func close(where fits: (Level) -> Bool) -> Level? {
    guard let index = levels.lastIndex(where: fits) else { return nil }
    let level = levels[index]
    // What was opened inside and never closed goes with it, but a bracket does not end a quotation.
    levels.removeSubrange(index...)
    return level
  }
}

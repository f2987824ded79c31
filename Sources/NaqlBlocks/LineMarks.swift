import NaqlModel
import NaqlText

/// Running notes on the marks of one line, by words from its start.
struct LineMarks {
  /// What `Features` the marks show.
  var features: UInt64 = 0
  /// Arrows and strokes between words, as in a path of the site.
  var paths = 0
  /// Commas and semicolons.
  var commas = 0
  /// Hash signs before a letter.
  var hashtags = 0
  /// At signs, and colons before a stroke.
  var addresses = 0
  /// Letters of no Arabic script.
  var foreign = 0
  /// Arabic letters.
  var arabic = 0
  /// Words before the last mark that ends a sentence, or -1; likewise for a pipe, a dash, the first colon.
  var stopWord = -1
  var pipeWord = -1
  var dashWord = -1
  var earlyColon = -1
  var lastColon = -1
  /// Pipes and what `paths` counts: how many, words before the last one, words of the longest part before it.
  var strokes = 0
  var strokeWord = 0
  var longestPart = 0
  /// Arrows among them.
  var arrows = 0
  /// Dashes between digits.
  var dashes = 0

  /// A digit: a time or a date shows by what stands behind it and the next digit.
  mutating func digit(_ text: UnsafeRawBufferPointer, _ at: Int, _ length: Int, _ range: TextRange) {
    let next = at + length
    guard next + 1 < range.end else { return }
    let b = text[next]
    guard b == 0x3A || b == 0x2F || b == 0x2D,
      ArabicScript.digit(UTF8Scalars.decode(text, next + 1).scalar) != nil
    else { return }
    // One dash between digits is a score as often as a date.
    if b == 0x2D { dashes += 1 }
    if b != 0x2D || dashes > 1 { features |= Features.clock }
  }

  /// A stroke between two parts of the line, behind so many words.
  private mutating func stroke(_ words: Int) {
    strokes += 1
    longestPart = max(longestPart, words - strokeWord)
    strokeWord = words
  }

  /// A mark of punctuation or a symbol behind so many words, the last of so many folded letters (0 where there is none).
  mutating func mark(
    _ c: UInt32, _ text: UnsafeRawBufferPointer, _ at: Int, _ length: Int, _ range: TextRange, behind words: Int,
    lastWord: Int
  ) {
    let next: UInt32 = at + length < range.end ? UTF8Scalars.decode(text, at + length).scalar : 0x20
    let before: UInt32 = at > range.start ? UTF8Scalars.decode(text, before: at).scalar : 0x20
    let spaced = ArabicScript.isSpace(before) && ArabicScript.isSpace(next)
    switch c {
    case 0x2E, 0x61F, 0x3F, 0x21, 0x2026, 0x6D4:
      if next == 0x2E || c == 0x2026 {
        if at + length < range.end - 2 { features |= Features.innerDots }
      } else if before != 0x2E, before != 0x2026, !ArabicScript.isLetter(next), ArabicScript.digit(next) == nil,
        lastWord > 0, c != 0x2E || lastWord > 1
      {
        stopWord = words
      }
    case 0x3A:
      if earlyColon < 0 { earlyColon = words }
      lastColon = words
      if next == 0x2F { addresses += 1 }
    case 0x40: addresses += 1
    case 0x23:
      if ArabicScript.isLetter(next) || ArabicScript.isOtherLetter(next) { hashtags += 1 }
    case 0xA9: features |= Features.copyright
    case 0x7C, 0xA6, 0x2223:
      features |= Features.pipe
      pipeWord = words
      stroke(words)
    case 0xBB, 0xAB, 0x203A, 0x2039, 0x3E, 0x3C, 0x2192, 0x2190, 0x276F, 0x276E, 0x25C0, 0x25B6, 0x2BC7:
      if spaced || c == 0x203A || c == 0x2039 || c == 0x3E || c == 0x3C || c == 0x2192 || c == 0x2190 {
        paths += 1
        arrows += 1
        stroke(words)
      }
    case 0x2F, 0x5C:
      if spaced {
        paths += 1
        stroke(words)
      }
      features |= Features.slash
    case 0x2D, 0x2013, 0x2014, 0x2015, 0x2022, 0xB7:
      if ArabicScript.isSpace(before) || ArabicScript.isSpace(next), words > 0 {
        features |= Features.innerDash
        dashWord = words
      }
    case 0x60C, 0x2C, 0x61B: commas += 1
    default: break
    }
  }
}

import NaqlModel
import NaqlTables
import NaqlText

/// Reads one line off its bytes in one pass: its folded letters, its words, its marks, and what cleaning would change.
///
/// `كتــب - أحمد:` → words 2, folded `كتباحمد`, feature colon, one edit (the tatweel).
struct LineScanner: Sendable {
  private let rules: BlockRules
  private let fold: FoldTable
  /// Folded letters of the line last read, without spaces.
  private var key: [UInt8] = []
  /// Where each word begins in `key`.
  private var words: [Int] = []
  /// Edits of the lines read so far.
  var edits: [Edit] = []

  /// Longest line, in words, whose every phrase is looked up.
  private static let shortLine = 24
  /// Words of the longest phrase in the lists.
  private static let longestPhrase = 6

  /// A scanner that looks phrases up in `rules`.
  init(_ rules: BlockRules) {
    self.rules = rules
    fold = FoldTable()
  }

  /// What is known of the line at `range`, which has no outer white space.
  mutating func scan(_ text: UnsafeRawBufferPointer, _ range: TextRange) -> LineFacts {
    key.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    var marks = LineMarks()
    read(text, range, &marks)
    var facts = LineFacts(range: range)
    facts.words = words.count
    facts.features = marks.features | shape(text, range, marks)
    hash(&facts, marks)
    classify(&facts)
    return facts
  }

  private mutating func read(_ text: UnsafeRawBufferPointer, _ range: TextRange, _ marks: inout LineMarks) {
    var at = range.start
    let end = range.end
    var inWord = false
    fold.arabic.withUnsafeBufferPointer { arabic in
      while at < end {
        let b = text[at]
        if b & 0xFC == 0xD8, at + 1 < end {
          let code = arabic[Int(b & 3) << 6 | Int(text[at + 1] & 0x3F)]
          if code >= FoldTable.letter {
            if !inWord {
              words.append(key.count)
              inWord = true
            }
            if code >= 0x80 { marks.arabic += 1 } else { marks.digit(text, at, 2, range) }
            key.append(code)
            at += 2
            continue
          }
          if code == FoldTable.ignored {
            at += 2
            continue
          }
          if code == FoldTable.tatweel {
            at = tatweel(text, at, range)
            continue
          }
        } else if b == 0x20, at + 1 < end, text[at + 1] > 0x20, text[at + 1] != 0xC2, text[at + 1] & 0xF0 != 0xE0 {
          inWord = false
          at += 1
          continue
        }
        at = other(text, at, range, &inWord, &marks)
      }
    }
  }

  /// Bytes of the longest line that may be things side by side.
  private static let longestRow = 400

  /// Whatever is neither a letter of the Arabic block nor a single space.
  private mutating func other(
    _ text: UnsafeRawBufferPointer, _ at: Int, _ range: TextRange, _ inWord: inout Bool, _ marks: inout LineMarks
  ) -> Int {
    let (c, length) = UTF8Scalars.decode(text, at)
    if c < 0x80, fold.ascii[Int(c)] >= FoldTable.letter {
      if !inWord { words.append(key.count) }
      inWord = true
      let code = fold.ascii[Int(c)]
      key.append(code)
      if code >= 0x61 { marks.foreign += 1 } else { marks.digit(text, at, 1, range) }
      return at + 1
    }
    if ArabicScript.isSpace(c) {
      inWord = false
      var next = at + length
      var count = 1
      while next < range.end {
        let (c, length) = UTF8Scalars.decode(text, next)
        guard ArabicScript.isSpace(c) else { break }
        next += length
        count += 1
      }
      if count > 1 { edits.append(Edit(range: TextRange(at, next), replacement: " ", rule: "edit.space")) }
      return next
    }
    if ArabicScript.isInvisible(c) {
      edits.append(Edit(range: TextRange(at, at + length), replacement: "", rule: "edit.invisible"))
      return at + length
    }
    if ArabicScript.isMark(c) { return at + length }
    if ArabicScript.isLetter(c) || ArabicScript.isOtherLetter(c) {
      if !inWord { words.append(key.count) }
      inWord = true
      fold.append(other: c, to: &key)
      if ArabicScript.isLetter(c) { marks.arabic += 1 } else { marks.foreign += 1 }
      if c >= 0xFB50, c <= 0xFEFF, let scalar = Unicode.Scalar(c) {
        let plain = SpellingKey.strict.of(String(Character(scalar)))
        edits.append(Edit(range: TextRange(at, at + length), replacement: plain, rule: "edit.presentation-form"))
      }
      return at + length
    }
    let inNumber = number(c, text, at, length, range, inWord)
    inWord = inNumber || c == 0x27 || c == 0x2019 || c == 0x40 || c == 0x5F ? inWord : false
    let lastWord = words.last.map { key.count - $0 } ?? 0
    marks.mark(c, text, at, length, range, behind: words.count, lastWord: lastWord)
    return at + length
  }

  /// A tatweel stands for nothing, except behind ه at a word's end, where it makes an abbreviation (1446 هـ).
  private mutating func tatweel(_ text: UnsafeRawBufferPointer, _ start: Int, _ range: TextRange) -> Int {
    var at = start
    while at + 1 < range.end, text[at] == 0xD9, text[at + 1] == 0x80 { at += 2 }
    let next: UInt32 = at < range.end ? UTF8Scalars.decode(text, at).scalar : 0x20
    let before: UInt32 = start > range.start ? UTF8Scalars.decode(text, before: start).scalar : 0x20
    if before == 0x647, !ArabicScript.isLetter(next) { return at }
    edits.append(Edit(range: TextRange(start, at), replacement: "", rule: "edit.tatweel"))
    return at
  }

  /// Keeps a mark that is part of a number, since 2.5 % is not 25, +3 not -3; whether the word goes on behind it.
  private mutating func number(
    _ c: UInt32, _ text: UnsafeRawBufferPointer, _ at: Int, _ length: Int, _ range: TextRange, _ inWord: Bool
  ) -> Bool {
    if inWord, joinsDigits(c, text, at, length, range) {
      key.append(c == 0x66B ? 0x2E : c == 0x66C ? 0x2C : UInt8(c))
      return true
    }
    if inWord, c == 0x25 || c == 0x66A, ArabicScript.digit(UTF8Scalars.decode(text, before: at).scalar) != nil {
      key.append(0x25)
      return true
    }
    guard !inWord, c == 0x2B || c == 0x2D || c == 0x2212, at + length < range.end, at > range.start,
      ArabicScript.digit(UTF8Scalars.decode(text, at + length).scalar) != nil
    else { return false }
    words.append(key.count)
    key.append(c == 0x2B ? 0x2B : 0x2D)
    return true
  }

  /// Whether the mark stands between two digits of one number (1.5, 10:25, 2024/05/01).
  private func joinsDigits(
    _ c: UInt32, _ text: UnsafeRawBufferPointer, _ at: Int, _ length: Int, _ range: TextRange
  ) -> Bool {
    guard c == 0x2E || c == 0x2C || c == 0x3A || c == 0x2F || c == 0x2D || c == 0x66B || c == 0x66C,
      at > range.start, at + length < range.end
    else { return false }
    return ArabicScript.digit(UTF8Scalars.decode(text, before: at).scalar) != nil
      && ArabicScript.digit(UTF8Scalars.decode(text, at + length).scalar) != nil
  }

  /// How the line begins and ends, and what it is made of.
  private func shape(_ text: UnsafeRawBufferPointer, _ range: TextRange, _ marks: LineMarks) -> UInt64 {
    var features = LineShape.ends(text, range) | LineShape.label(text, range)
    if range.count <= Self.longestRow { features |= LineShape.columns(text, range) }
    if words.isEmpty { return features | Features.numeric | Features.empty }
    if marks.arabic == 0 { features |= marks.foreign == 0 ? Features.numeric : Features.foreign }
    if marks.paths > 0 { features |= Features.path }
    if marks.paths > 1 { features |= Features.manyPaths }
    features |= parts(marks)
    if marks.commas > 1 { features |= Features.commas }
    if marks.commas > 0 { features |= Features.innerComma }
    if marks.hashtags > 0, marks.hashtags * 3 >= words.count { features |= Features.hashtags }
    if marks.addresses > 0 || LineShape.beginsAddress(text, range) {
      features |= marks.arabic == 0 ? Features.address : Features.addressIn
    }
    if features & Features.endBracket != 0, LineShape.endsInitialCredit(text, range) {
      features |= Features.initialCredit
    }
    if marks.stopWord > 0, marks.stopWord < words.count { features |= Features.sentences }
    if marks.earlyColon == 1 || marks.earlyColon == 2 { features |= Features.labelColon }
    if marks.earlyColon > 0, marks.earlyColon <= 6, marks.earlyColon < words.count { features |= Features.earlyColon }
    return features
  }

  /// What the strokes between the line's parts show.
  private func parts(_ marks: LineMarks) -> UInt64 {
    guard !words.isEmpty else { return 0 }
    var features: UInt64 = 0
    if marks.arrows > 0 { features |= Features.arrow }
    if marks.strokes > 1 { features |= Features.manyParts }
    if max(marks.longestPart, words.count - marks.strokeWord) <= 3 { features |= Features.shortParts }
    if marks.strokes > 0, marks.arrows == 0, marks.lastColon > marks.strokeWord, marks.lastColon < words.count {
      features |= Features.colonPart
    }
    return features
  }

  private func hash(_ facts: inout LineFacts, _ marks: LineMarks) {
    key.withUnsafeBytes { facts.hash = $0.isEmpty ? 0 : tableHash($0) | 1 }
    let cut = marks.earlyColon > 0 ? marks.earlyColon : marks.dashWord
    if cut > 0, cut <= 3, cut < words.count {
      key.withUnsafeBytes { facts.tailHash = tableHash(UnsafeRawBufferPointer(rebasing: $0[words[cut]...])) | 1 }
    }
    // A site's name: at most four words and no number behind the last | or dash, at least three before, five before a dash.
    for (cut, least) in [(marks.pipeWord, 3), (marks.dashWord, 5)]
    where cut >= least && cut < words.count && words.count - cut <= 4 {
      key.withUnsafeBytes { bytes in
        if bytes[words[cut]...].contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return }
        facts.headHash = tableHash(UnsafeRawBufferPointer(rebasing: bytes[..<words[cut]])) | 1
      }
      return
    }
  }

  /// Looks the line's phrases up in the word lists.
  private func classify(_ facts: inout LineFacts) {
    let count = words.count
    if count == 0 { return }
    key.withUnsafeBytes { bytes in
      let own = ~BlockRules.begins
      facts.start = startClasses(bytes)
      for at in 0..<min(count, Self.shortLine) {
        let word = slice(bytes, at, at + 1)
        if word.count > 3 { facts.wordBits |= 1 << (tableHash(word) & 63) }
      }
      if count > Self.shortLine {
        facts.end = rules.classes(UnsafeRawBufferPointer(rebasing: bytes[words[count - 1]...])) & own
        return
      }
      facts.line = rules.classes(bytes) & own
      var every = ~UInt64(0) >> UInt64(64 - rules.everyMasks.count)
      var at = 0
      while at < count {
        var (next, classes) = longest(bytes, at)
        if classes == 0, isNumber(bytes, at) { classes = rules.numberClasses }
        if next <= at { next = at + 1 }
        if every != 0 {
          for (index, mask) in rules.everyMasks.enumerated() where classes & mask == 0 {
            every &= ~(1 << UInt64(index))
          }
        }
        facts.some |= classes
        facts.end = classes
        at = next
      }
      facts.every = every
    }
  }

  /// Classes of all phrases that the line opens with.
  private func startClasses(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let first = rules.classes(slice(bytes, 0, 1))
    var found = first
    if first & BlockRules.begins != 0 {
      for length in stride(from: 2, through: min(Self.longestPhrase, words.count), by: 1) {
        found |= rules.classes(slice(bytes, 0, length))
      }
    }
    return found & ~BlockRules.begins
  }

  /// The longest known phrase from word `at` on: where it ends and its classes, 0 where none is known.
  private func longest(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (next: Int, classes: UInt64) {
    let first = rules.classes(slice(bytes, at, at + 1))
    if first & BlockRules.begins != 0 {
      for length in stride(from: min(Self.longestPhrase, words.count - at), to: 1, by: -1) {
        let classes = rules.classes(slice(bytes, at, at + length)) & ~BlockRules.begins
        if classes != 0 { return (at + length, classes) }
      }
    }
    return (at + 1, first & ~BlockRules.begins)
  }

  /// Whether the word holds a digit (12, 5.3, 2k).
  private func isNumber(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    slice(bytes, at, at + 1).contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func slice(_ bytes: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[words[from]..<(to < words.count ? words[to] : bytes.count)])
  }
}

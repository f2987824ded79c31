import NaqlICU
import NaqlText

/// A word of a line as the vowel model sees it: its letters, the marks it came with, the break in front of it.
public struct VowelToken: Sendable {
  /// The word as it stands in the input.
  public var text: String
  /// Letter codes; empty where the word has no Arabic letters, or has something else among them.
  public var letters: [UInt8] = []
  /// Marks given with each letter (code points).
  public var given: [[UInt32]] = []
  /// Whether any mark was given.
  public var hasMarks = false
  /// Whether there are Arabic letters at all.
  public var isArabic = false
  /// Punctuation at the front and at the end: 0 none, 1 comma, 2 full stop or colon, 3 bracket, 4 quote.
  public var front: UInt8 = 0, back: UInt8 = 0

  /// Reads a word with any punctuation on it.
  public init(_ text: String) {
    let text = Self.composed(text)
    self.text = text
    var isOpen = true
    var isClosed = false
    var isMixed = false
    for scalar in text.unicodeScalars {
      let c = scalar.value
      if ArabicScript.isLetter(c) {
        if isClosed { isMixed = true }
        isOpen = false
        isArabic = true
        for letter in Self.folded(c) {
          letters.append(VowelLetter.code(letter))
          given.append([])
        }
      } else if ArabicScript.isMark(c) {
        if !letters.isEmpty, !isClosed, Self.isVowelMark(c) {
          given[given.count - 1].append(c)
          hasMarks = true
        }
      } else if c == 0x640 || ArabicScript.isInvisible(c) {
        continue
      } else {
        let kind = Self.kind(c)
        if isOpen {
          front = max(front, kind)
        } else {
          back = max(back, kind)
          isClosed = true
        }
        if kind == 0, scalar.properties.isAlphabetic || scalar.properties.numericType != nil { isMixed = true }
      }
    }
    if isMixed || !isArabic {
      letters = []
      given = []
      hasMarks = false
    }
  }

  /// The word with a madda or hamza that stands as a mark of its own joined to its letter (و and U+0654 to ؤ).
  private static func composed(_ text: String) -> String {
    text.unicodeScalars.contains { $0.value >= 0x653 && $0.value <= 0x655 }
      ? NormalisationForm.nfc.apply(to: text) : text
  }

  static func isVowelMark(_ c: UInt32) -> Bool { (c >= 0x64B && c <= 0x652) || c == 0x670 }

  private static func kind(_ c: UInt32) -> UInt8 {
    switch c {
    case 0x2C, 0x60C, 0x61B, 0x3B: 1
    case 0x2E, 0x3A, 0x2F, 0x3D, 0x21, 0x3F, 0x61F, 0x2026: 2
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E, 0x2D, 0x2013, 0x2014: 3
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A: 4
    default: 0
    }
  }

  static func folded(_ c: UInt32) -> [UInt32] {
    switch c {
    case 0x671: return [0x627]
    case 0x6A9: return [0x643]
    case 0x6CC, 0x6D0: return [0x64A]
    case 0x6BE, 0x6C1, 0x6D5: return [0x647]
    case 0xFB50...: return SpellingKey.strict.of(String(Character(Unicode.Scalar(c)!))).unicodeScalars.map(\.value)
    default: return [c]
    }
  }
}

extension VowelToken {
  /// The mark at the end of the word (code point), 0 where there is none.
  var closing: UInt32 {
    guard back > 0 || letters.isEmpty, let last = text.unicodeScalars.last?.value, Self.kind(last) > 0 else { return 0 }
    return last
  }

  /// Whether the marks given decide the reading: every letter but long-vowel letters and the last has one, and no consonant is
  /// without a vowel that it needs.
  var isFullyMarked: Bool {
    guard hasMarks else { return false }
    for at in letters.indices.dropLast() where given[at].isEmpty {
      let code = letters[at]
      if VowelLetter.isVowelLetter(code) || code == VowelLetter.madda || code == VowelLetter.lam { continue }
      return false
    }
    return !SpelledWord(text).hasOpenConsonant
  }

  /// Whether the marks given allow the label `raw` of the letter at `at`, as far as the letter alone tells.
  func allows(_ raw: UInt8, at: Int) -> Bool {
    let given = given[at], label = VowelLabel(raw: raw)
    if given.isEmpty { return true }
    let isLast = at == letters.count - 1
    let isAfterArticle = at == 2 && letters[1] == VowelLetter.lam
    if given.contains(0x651), label.consonants < 2, !isAfterArticle, !(isLast && label.vowel == .longI) { return false }
    if given.contains(0x652) { return label.vowel == .none && label.consonants < 2 }
    guard let vowel = given.compactMap(VowelLabel.Vowel.init(mark:)).first else { return true }
    // The vowel before a long one is the long one's.
    let isOpen = label.vowel == .none && (isLast || VowelLetter.isVowelLetter(letters[at + 1]))
    return label.vowel == vowel || isOpen || vowel == .a && label.vowel == .longA
      || vowel == .i && label.vowel == .longI || vowel == .u && label.vowel == .longU
  }

  /// The word with `marks` added to its letters; nil where they disagree with the marks given.
  ///
  /// A given vowel must be the reading's vowel and a given shadda be there; a reading's own sukun or shadda beside a
  /// given vowel is added. `spelling` is what to write for each letter, its marks behind the first, where careful spelling differs from the source.
  func text(with marks: [[UInt32]], spelling: [[UInt8]]? = nil) -> String? {
    if !hasMarks { return rebuilt(marks, spelling) }
    var merged = marks
    // The tanwin of -an may stand on the alif or on the letter before it.
    if let last = given.indices.last, last > 0, given[last].contains(0x64B), merged[last - 1].contains(0x64B) {
      merged[last - 1].removeAll { $0 == 0x64B }
      // The vowel before it is often written too (شكرَاً).
      if given[last - 1].contains(0x64E) { merged[last - 1].append(0x64E) }
    }
    for at in given.indices where !given[at].isEmpty {
      let vowels = given[at].filter { $0 != 0x651 && $0 != 0x652 }
      let own = merged[at].filter { $0 != 0x651 && $0 != 0x652 }
      if given[at].contains(0x652), !own.isEmpty || marks[at].contains(0x651) { return nil }
      if given[at].contains(0x651), !merged[at].contains(0x651) { return nil }
      if !vowels.isEmpty, vowels != own {
        // A case ending given at the end is kept; elsewhere another vowel is another reading.
        guard own.isEmpty, at == given.count - 1 else { return nil }
        // In مُلَخَّصاً the alif only carries the nunation.
        if at > 0, vowels == [0x64B], letters[at] == VowelLetter.alif, !given[at - 1].contains(0x64E) {
          merged[at - 1].removeAll { $0 == 0x64E }
        }
      }
      merged[at] = marks[at].filter { $0 == 0x651 && !given[at].contains(0x651) }
      let added = vowels.isEmpty ? own : []
      merged[at] += given[at] + added
    }
    return rebuilt(merged, spelling)
  }

  private func rebuilt(_ marks: [[UInt32]], _ spelling: [[UInt8]]?) -> String {
    var view = String.UnicodeScalarView()
    var at = 0
    for scalar in text.unicodeScalars {
      let c = scalar.value
      if Self.isVowelMark(c), at > 0, at <= marks.count, !marks[at - 1].isEmpty || !given[at - 1].isEmpty { continue }
      guard ArabicScript.isLetter(c), at < marks.count else {
        view.append(scalar)
        continue
      }
      let written = spelling.map { $0[at].map { VowelLetter.scalar($0) } } ?? [c]
      let isChanged = spelling.map { $0[at] != [letters[at]] } ?? false
      if isChanged, written.isEmpty {
        at += 1
        continue
      }
      view.append(isChanged ? Unicode.Scalar(written[0]) ?? scalar : scalar)
      for _ in 0..<(c >= 0xFB50 ? Self.folded(c).count : 1) where at < marks.count {
        for mark in marks[at] { view.append(Unicode.Scalar(mark)!) }
        at += 1
      }
      if isChanged { for more in written.dropFirst() { view.append(Unicode.Scalar(more)!) } }
    }
    return String(view)
  }
}

import NaqlICU
import NaqlRomanisation

/// Divides a romanised word among the letters of its Arabic spelling, so that every letter has a label.
///
/// كتاب with kitāb → Ci · C · ā · C. Short vowels go to the consonant before them, so that ا takes the ā.
struct LetterAligner {
  /// The casing of a romanised word: 0 lower, 1 capital behind the clitics, 2 capital in front of them.
  struct Latin {
    var codes: [UInt8] = []
    var casing: UInt8 = 0
  }

  private static let unknown: UInt8 = 1
  private static let special: [Unicode.Scalar: UInt8] = [
    "ā": 0x80, "ī": 0x81, "ū": 0x82, "á": 0x83, "ḥ": 0x84, "ṣ": 0x85, "ḍ": 0x86, "ṭ": 0x87, "ẓ": 0x88, "-": 0x2D,
    "â": 0x80, "î": 0x81, "û": 0x82,
  ]

  /// A romanised word (outer punctuation taken off) as codes, kinds of apostrophe alike.
  static func latin(_ word: String) -> Latin {
    var latin = Latin()
    let composed = NormalisationForm.nfc.apply(to: word)
    var upper: [Bool] = []
    for scalar in composed.unicodeScalars {
      if scalar.value == 0x2B9 || scalar.value == 0x200E || scalar.value == 0x200F { continue }
      let isUpper = scalar.properties.isUppercase
      let lower = isUpper ? scalar.properties.lowercaseMapping.unicodeScalars.first! : scalar
      if lower.value >= 0x61, lower.value <= 0x7A {
        latin.codes.append(UInt8(lower.value))
      } else if let code = special[lower] {
        latin.codes.append(code)
      } else if isApostrophe(lower.value) {
        latin.codes.append(0x27)
      } else {
        latin.codes.append(unknown)
      }
      upper.append(isUpper)
    }
    if let first = upper.firstIndex(of: true) {
      let lastHyphen = latin.codes.lastIndex(of: 0x2D) ?? -1
      latin.casing = first > lastHyphen || !latin.codes.contains(0x2D) ? 1 : 2
    }
    return latin
  }

  static func isApostrophe(_ c: UInt32) -> Bool {
    c == 0x27 || c == 0x60 || c == 0x2018 || c == 0x2019 || c == 0x201B || (c >= 0x2B9 && c <= 0x2BF) || c == 0x2C8
      || c == 0x2CA || c == 0x2CB
      || c == 0xB4
  }

  private struct Option {
    var text: [UInt8]
    var label: UInt8
    var score: Float

    var isNunation: Bool { [.an, .in, .un].contains(VowelLabel(raw: label).vowel) }
  }

  private let options: [[Option]]
  private let initial: [[Option]]

  /// An aligner with the ALA-LC patterns of every letter; `isLoose` also takes spellings without dots and macrons, where
  /// the Arabic letter tells the consonant and the length.
  init(isLoose: Bool = false) {
    var options: [[Option]] = []
    var initial: [[Option]] = []
    for code in 0..<UInt8(VowelLetter.count) {
      options.append(Self.patterns(code, isInitial: false))
      initial.append(Self.patterns(code, isInitial: true))
      if isLoose {
        options[Int(code)] += options[Int(code)].compactMap(Self.undotted)
        initial[Int(code)] += initial[Int(code)].compactMap(Self.undotted)
      }
    }
    self.options = options
    self.initial = initial
  }

  private static let vowelTexts: [[UInt8]] = [
    [], [0x61], [0x69], [0x75], [0x80], [0x81], [0x82], [0x83], [0x61, 0x6E], [0x69, 0x6E], [0x75, 0x6E],
  ]

  /// The pattern without dots and macrons; nil where it has none.
  private static func undotted(_ option: Option) -> Option? {
    let plain: [UInt8: UInt8] = [
      0x80: 0x61, 0x81: 0x69, 0x82: 0x75, 0x83: 0x61, 0x84: 0x68, 0x85: 0x73, 0x86: 0x64, 0x87: 0x74, 0x88: 0x7A,
    ]
    let text = option.text.map { plain[$0] ?? $0 }
    return text == option.text ? nil : Option(text: text, label: option.label, score: option.score - 0.5)
  }

  private static func patterns(_ code: UInt8, isInitial: Bool) -> [Option] {
    var found: [Option] = []
    func add(_ consonants: UInt8, _ text: [UInt8], _ vowels: [VowelLabel.Vowel], _ score: Float, hyphen: Bool = false) {
      for vowel in vowels {
        var score = score
        switch vowel {
        case .longA, .longI, .longU: score -= consonants > 0 ? 3 : 0
        case .an, .in, .un: score -= 1
        case .maqsura: score -= consonants > 0 ? 4 : 0
        default: break
        }
        found.append(
          Option(text: text + vowelTexts[Int(vowel.rawValue)], label: VowelLabel(consonants, vowel).raw, score: score))
        if hyphen, [.none, .a, .i, .u].contains(vowel) {
          found.append(
            Option(
              text: text + vowelTexts[Int(vowel.rawValue)] + [0x2D],
              label: VowelLabel(consonants, vowel, hyphen: true).raw, score: score))
        }
      }
    }
    let short: [VowelLabel.Vowel] = [.none, .a, .i, .u]
    let all: [VowelLabel.Vowel] = short + [.longA, .longI, .longU, .an, .in, .un]
    let c = latin(VowelLetter.consonant(code)).codes
    switch code {
    case 7:  // ا
      add(0, [], [.longA], 2)
      add(0, [], [.none], isInitial ? 0 : -2)
      add(0, [], [.a, .i, .u], isInitial ? 1 : -1)
      add(0, [], [.an, .maqsura], 1)
      add(1, [0x27], all, -1)
    case 2:  // آ
      add(0, [], [.longA], 2)
      add(1, [0x27], [.longA], 2)
      add(0, [], [.none, .a], -2)
    case 3, 5:
      add(0, [], [.none], 0)
      add(0, [], [.a, .i, .u], 1)
      add(0, [], [.longA], -1)
      add(1, [0x27], all, 1)
    case 1, 4, 6:
      add(1, [0x27], all, 2)
      add(0, [], [.none, .a, .i, .u, .longI, .longU], -4)
    case 40:  // و
      add(0, [], [.longU], 2)
      add(0, [], [.none], -3)
      add(0, [], [.u], -2)
      add(1, c, all, 2, hyphen: true)
      add(2, c + c, all, 2)
      add(3, [0x82] + c, short, 3)
    case 42, 41:  // ي ى
      add(0, [], [.longI], 2)
      add(0, [], [.maqsura], 2)
      add(0, [], [.none], -4)
      add(0, [], [.i, .longA, .an, .a], code == 41 ? -1 : -3)
      add(1, c, all, 2)
      add(2, c + c, all, 2)
      add(3, [0x81] + c, short + [.longA], 3)
    case 9:  // ة
      add(1, [0x68], [.none], 2)
      add(2, [0x74], short + [.an, .in, .un], 2)
      add(0, [], [.none, .a], -2)
    case 0, 48: break
    default:
      let canHyphen = [8, 19, 33, 35, 36, 10].contains(code)
      add(1, c, all + [.maqsura], 2, hyphen: canHyphen)
      add(2, c + c, all, 1)
      add(0, [], [.none], -5)
    }
    return found.filter { !$0.text.contains(unknown) }
  }

  /// Labels of `letters` for the romanised word, nil where the two do not match to the last letter.
  func labels(_ letters: [UInt8], _ latin: [UInt8]) -> [UInt8]? {
    if letters == [8, 38], latin == [0x69, 0x62, 0x6E] { return [1, 1] }
    let n = letters.count, m = latin.count
    guard n > 0, m > 0, n <= 30, m <= 60, !latin.contains(Self.unknown) else { return nil }
    let width = m + 1
    var score = [Float](repeating: -.infinity, count: (n + 1) * width)
    var from = [Int16](repeating: -1, count: (n + 1) * width)
    var label = [UInt8](repeating: 0, count: (n + 1) * width)
    score[0] = 0
    for i in 0..<n {
      for j in 0...m where score[i * width + j] > -.infinity {
        let base = score[i * width + j]
        let isInitial = i == 0 || j > 0 && latin[j - 1] == 0x2D
        for option in (isInitial ? initial : options)[Int(letters[i])] {
          let end = j + option.text.count
          // Nunation stands at the end only: إننا is no inn-an-ā.
          if end > m || option.isNunation && i < n - 1 { continue }
          var matches = true
          for k in option.text.indices where latin[j + k] != option.text[k] {
            matches = false
            break
          }
          if !matches { continue }
          let slot = (i + 1) * width + end
          if base + option.score > score[slot] {
            score[slot] = base + option.score
            from[slot] = Int16(j)
            label[slot] = option.label
          }
        }
      }
    }
    guard score[n * width + m] > -.infinity else { return nil }
    var labels = [UInt8](repeating: 0, count: n)
    var j = m
    for i in stride(from: n, through: 1, by: -1) {
      labels[i - 1] = label[i * width + j]
      j = Int(from[i * width + j])
    }
    // More silent consonants than a spelling can have are a sign of another word.
    let silent = zip(letters, labels).filter { $1 == 0 && !($0 <= 7 || $0 >= 40) }.count
    return silent > 0 ? nil : labels
  }
}

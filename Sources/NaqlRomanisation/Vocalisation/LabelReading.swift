import NaqlText

/// Reads vocalised Arabic as letters with labels: the way back from marks, for lexicon entries and marked input.
public struct LabelReading: Hashable, Sendable {
  /// Letter codes.
  public var letters: [UInt8]
  /// A label for each letter.
  public var labels: [UInt8]
  /// Whether a final -ī is written with shadda (-iyy).
  public var isNisba = false

  /// Letters and labels.
  public init(letters: [UInt8], labels: [UInt8], isNisba: Bool = false) {
    self.letters = letters
    self.labels = labels
    self.isNisba = isNisba
  }

  /// The labels of a vocalised word (UTF-8): قُوَّة → q Cu? The long-vowel letters take their vowel, so q C, w ūwa, h.
  public init(vocalised: UnsafeRawBufferPointer) {
    var letters: [UInt8] = []
    var vowels: [VowelLabel.Vowel] = []
    var doubled: [Bool] = []
    var bare: [Bool] = []
    var at = 0
    while at < vocalised.count {
      let (c, length) = UTF8Scalars.decode(vocalised, at)
      at += length
      if ArabicScript.isLetter(c) {
        letters.append(VowelLetter.code(c))
        vowels.append(.none)
        doubled.append(false)
        bare.append(true)
        continue
      }
      guard let last = letters.indices.last else { continue }
      switch c {
      case 0x64B: vowels[last] = .an
      case 0x64C: vowels[last] = .un
      case 0x64D: vowels[last] = .in
      case 0x64E: vowels[last] = .a
      case 0x64F: vowels[last] = .u
      case 0x650: vowels[last] = .i
      case 0x651: doubled[last] = true
      case 0x652: break
      case 0x670: if letters[last] != VowelLetter.alifMaqsura { vowels[last] = .longA }
      default: continue
      }
      bare[last] = false
    }
    self.letters = letters
    labels = []
    resolve(vowels, doubled, bare)
  }

  private mutating func resolve(_ given: [VowelLabel.Vowel], _ doubled: [Bool], _ bare: [Bool]) {
    var vowels = given
    var consonants = [UInt8](repeating: 1, count: letters.count)
    for at in letters.indices {
      let code = letters[at]
      let before = at > 0 ? vowels[at - 1] : .none
      if code == VowelLetter.madda {
        vowels[at] = .longA
        consonants[at] = at == 0 ? 0 : 1
        continue
      }
      if doubled[at] { consonants[at] = 2 }
      if doubled[at], code == VowelLetter.ya || code == VowelLetter.alifMaqsura, before == .i {
        consonants[at] = 3
        vowels[at - 1] = .none
      } else if doubled[at], code == VowelLetter.waw, before == .u {
        consonants[at] = 3
        vowels[at - 1] = .none
      } else if bare[at], VowelLetter.isVowelLetter(code) {
        switch (code, before) {
        case (VowelLetter.alif, .a): (consonants[at], vowels[at], vowels[at - 1]) = (0, .longA, .none)
        case (VowelLetter.waw, .u): (consonants[at], vowels[at], vowels[at - 1]) = (0, .longU, .none)
        case (VowelLetter.ya, .i), (VowelLetter.alifMaqsura, .i):
          (consonants[at], vowels[at], vowels[at - 1]) = (0, .longI, .none)
        case (VowelLetter.alifMaqsura, .a): (consonants[at], vowels[at], vowels[at - 1]) = (0, .maqsura, .none)
        case (VowelLetter.alif, .an), (VowelLetter.alifMaqsura, .an):
          (consonants[at], vowels[at], vowels[at - 1]) = (0, .an, .none)
        case (VowelLetter.alif, _): consonants[at] = 0
        case (VowelLetter.waw, _) where at == letters.count - 1 && at > 0 && before == .none: consonants[at] = 0
        default: break
        }
      } else if at == 0, VowelLetter.isHamza(code), code != VowelLetter.hamza {
        consonants[at] = 0
      } else if code == VowelLetter.alif {
        consonants[at] = 0
      } else if code == VowelLetter.tehMarbuta, vowels[at] != .none {
        consonants[at] = 2
      }
    }
    // A nisba's -iyy and a defective's -ī share one label; only the flag keeps them apart.
    if let last = letters.indices.last, consonants[last] == 3, vowels[last] == .none, letters[last] != VowelLetter.waw {
      consonants[last] = 0
      vowels[last] = .longI
      isNisba = true
    }
    labels = letters.indices.map { VowelLabel(consonants[$0], vowels[$0]).raw }
  }
}

import NaqlText

/// The letters behind clitics and article, read one by one into annotated spelling.
struct Stem {
  private let letters: [SpelledWord.Letter]
  private let token: GrammarAnnotator.Token
  private let lexicon: Lexicon?
  private let words: GrammarWords
  private let isConstruct: Bool
  private let pause: Endings.Pause
  private let isObject: Bool
  private var output = ""

  init(
    _ token: GrammarAnnotator.Token, lexicon: Lexicon?, words: GrammarWords, isConstruct: Bool, pause: Endings.Pause,
    isObject: Bool
  ) {
    self.token = token
    self.lexicon = lexicon
    self.words = words
    self.isConstruct = isConstruct
    self.pause = pause
    self.isObject = isObject
    letters = Array(token.stem)
  }

  /// The annotated spelling.
  mutating func annotated() -> String {
    if let known = words.spelling(SpelledWord.skeleton(letters)) {
      return isConstruct && known.last == "h" ? known.dropLast() + "t" : known  // مِائَة
    }
    for index in letters.indices { read(index) }
    return token.given.ending.map { InflectedStem.ended(output, with: $0) } ?? output
  }

  private mutating func read(_ index: Int) {
    let letter = letters[index]
    let isFinal = index == letters.count - 1
    switch letter.base {
    case 0x627, 0x671: readAlif(letter, index, isFinal)
    case 0x622:  // آ
      output += index == 0 ? "<ā" : "ءā"
    case 0x623, 0x625, 0x621, 0x624, 0x626: readHamza(letter, index, isFinal)
    case 0x649: readMaqsura(letter, index, isFinal)
    case 0x629: readTehMarbuta(letter, isFinal)
    case 0x648, 0x64A: readWeak(letter, index, isFinal)
    default: readConsonant(letter, index, isFinal)
    }
  }

  private mutating func readConsonant(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    guard let scalar = Unicode.Scalar(letter.base) else { return }
    output.unicodeScalars.append(scalar)
    // After the article the shadda of a sun letter is the article's own.
    if letter.hasShadda, index > 0 || !token.front.hasArticle { output.unicodeScalars.append(scalar) }
    appendVowel(letter, index, isFinal)
  }

  private mutating func readHamza(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    output += index == 0 ? "<" : "ء"
    if letter.hasShadda { output += "ء" }
    if letter.vowel == nil, !letter.hasVowel, !letter.hasSukun {
      if letter.base == 0x625 { output += "i" }
      if letter.base == 0x623, index == 0, !nextIsLong(index) { output += "a" }
    }
    appendVowel(letter, index, isFinal)
  }

  private mutating func readAlif(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    if index == 0 {
      output += "<"
      output += letter.vowel.map(String.init) ?? (letter.hasDagger ? "ā" : initialVowel())
      return
    }
    let previous = letters[index - 1]
    if previous.tanwin == "a" || letter.tanwin == "a" {  // the bearer of -an
      if previous.tanwin == nil { appendAdverb() }
      return
    }
    if letter.base == 0x671 { return }  // alif of union inside: silent
    if isFinal, previous.base == 0x648, !previous.hasShadda, index > 1 {
      if !previous.hasVowel { return }  // the silent alif of -ū in plural verbs
      if previous.vowel == "u", letters[index - 2].vowel == "a" {
        output.removeLast()  // يَتَلَقَّوُا: a vowel that helps over an article
        return
      }
    }
    dropShort("a")
    output += "ā"
  }

  /// The vowel of a bare alif at the start: i before a consonant with sukun or none (اِسْتِقْلَال), else a.
  private func initialVowel() -> String {
    guard letters.count > 1 else { return "ā" }
    return letters[1].hasVowel && !letters[1].hasShadda ? "a" : "i"
  }

  private mutating func readMaqsura(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    let previous = index > 0 ? letters[index - 1] : nil
    if previous?.vowel == "i" {  // ى written for ي
      dropShort("i")
      output += letter.hasShadda ? "Y" : "ī"
      return
    }
    if previous?.tanwin == "a" || letter.tanwin == "a" {
      if previous?.tanwin == nil { dropShort("a") }
      removeLast(Self.adverb)
      output += "Õ"
      return
    }
    dropShort("a")
    output += isFinal ? "ى" : "ā"
  }

  private mutating func readTehMarbuta(_ letter: SpelledWord.Letter, _ isFinal: Bool) {
    if output.last != "a", output.last != "ā" { output += "a" }
    guard isFinal else { return output += "ت" }
    if letter.tanwin == "a", !isObject {
      output += "t" + Self.adverb
    } else {
      output += isConstruct ? "t" : "h"
    }
  }

  /// و and ي: long vowel, diphthong or consonant.
  private mutating func readWeak(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    let sign: Character = letter.base == 0x648 ? "و" : "ي"
    let short: Character = sign == "و" ? "u" : "i"
    let long: Character = sign == "و" ? "ū" : "ī"
    let before = output.last
    if letter.hasShadda, index > 0 || !token.front.hasArticle {
      if before == short {
        output.removeLast()
        if isFinal || onlySilentFollows(index) {
          output.append(sign == "و" ? "Z" : "Y")
          if letter.tanwin == "a" { appendAdverb() }
          return
        }
        output.append(sign == "و" ? "U" : "X")
      } else {
        if index > 0, before.map(Self.isConsonant) == true, isFinal || letters[index - 1].vowel == nil, sign == "ي",
          !letters[index - 1].hasSukun
        {
          // مِصرىّ without its kasra: a nisba
          output += isFinal || onlySilentFollows(index) ? "Y" : "X"
          if !isFinal { appendVowel(letter, index, isFinal) }
          return
        }
        output.append(sign)
        output.append(sign)
      }
      appendVowel(letter, index, isFinal)
      return
    }
    let isRest =
      isFinal && letter.tanwin == nil && before == short
      && (letter.vowel != "a" || !Endings.keepsVowel(letters, token, lexicon: lexicon, pause: pause))
    let isVowel = !letter.hasVowel || isRest
    if index > 0, isVowel, !letter.hasSukun || before == short {
      if before == short {
        output.removeLast()
        output.append(long)
        return
      }
      if before.map(Self.isConsonant) == true, !letters[index - 1].hasSukun, !nextIsAlif(index) {
        output.append(long)
        return
      }
    }
    if letter.hasTanwinOfDefective, before == short { output.removeLast() }
    output.append(sign)
    appendVowel(letter, index, isFinal)
  }

  /// Appends the vowel of a letter; at the end of the word only where the word keeps it.
  private mutating func appendVowel(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    if letter.hasDagger {
      output += "ā"
      return
    }
    if letter.tanwin == "a" {
      appendAdverb()
    } else if letter.tanwin == "i", isFinal, Defectives.ends(letters, kinds: token.kinds, lexicon: lexicon) {
      output += "Ĩ"
    } else if let vowel = letter.vowel {
      if isFinal, token.given.ending != nil || !Endings.keepsVowel(letters, token, lexicon: lexicon, pause: pause) {
        return
      }
      output.append(vowel)
    }
  }

  private static let adverb = "Ã"

  /// Writes the -an of an adverb; the case ending of an object goes.
  private mutating func appendAdverb() { if !isObject { output += Self.adverb } }

  /// Takes the short vowel back that a long one's letter makes long.
  private mutating func dropShort(_ vowel: Character) { if output.last == vowel { output.removeLast() } }
  private mutating func removeLast(_ text: String) { if output.hasSuffix(text) { output.removeLast(text.count) } }

  /// Whether nothing but the bearer of a nunation follows.
  private func onlySilentFollows(_ index: Int) -> Bool {
    index == letters.count - 2 && letters[index + 1].base == 0x627
      && (letters[index].tanwin == "a" || letters[index + 1].tanwin == "a")
  }

  private func nextIsAlif(_ index: Int) -> Bool {
    index + 1 < letters.count && letters[index + 1].base == 0x627 && index + 2 < letters.count
  }
  private func nextIsLong(_ index: Int) -> Bool {
    index + 1 < letters.count && [0x627, 0x648, 0x64A, 0x649].contains(letters[index + 1].base)
      && !letters[index + 1].hasVowel && !letters[index + 1].hasShadda
  }

  /// Whether an annotation is a consonant, so that a bare و or ي behind it is a long vowel.
  private static func isConsonant(_ sign: Character) -> Bool {
    sign.unicodeScalars.first.map { $0.value >= 0x600 } ?? false
  }
}

extension SpelledWord.Letter {
  /// Whether a nunation stands on the letter itself, as on the ي of a defective noun.
  fileprivate var hasTanwinOfDefective: Bool { tanwin == "i" }
}

extension SpelledWord {
  /// The letters without marks.
  static func skeleton(_ letters: [Letter]) -> String {
    var word = SpelledWord("")
    word.letters = letters
    return word.skeleton
  }
}

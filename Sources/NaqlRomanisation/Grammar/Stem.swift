import NaqlText

/// The letters behind clitics and article, read one by one into annotated spelling.
struct Stem {
  private let letters: [SpelledWord.Letter]
  private let token: GrammarAnnotator.Token
  private let lexicon: Lexicon?
  private let isConstruct: Bool
  private let pause: Endings.Pause
  private let isObject: Bool
  /// The signs written so far.
  private var output: [Unicode.Scalar] = []

  init(
    _ token: GrammarAnnotator.Token, lexicon: Lexicon?, isConstruct: Bool, pause: Endings.Pause, isObject: Bool
  ) {
    self.token = token
    self.lexicon = lexicon
    self.isConstruct = isConstruct
    self.pause = pause
    self.isObject = isObject
    letters = Array(token.stem)
    output.reserveCapacity(letters.count * 2 + 4)
  }

  /// The annotated spelling.
  mutating func annotated() -> String {
    if let known = token.stemSpelling {
      return isConstruct && known.last == "h" ? known.dropLast() + "t" : known  // مِائَة
    }
    for index in letters.indices { read(index) }
    let text = String(unsafeUninitializedCapacity: output.count * 4) { bytes in
      var at = 0
      for sign in output {
        for byte in UTF8.encode(sign)! {
          bytes[at] = byte
          at += 1
        }
      }
      return at
    }
    return token.given.ending.map { InflectedStem.ended(text, with: $0) } ?? text
  }

  private mutating func read(_ index: Int) {
    let letter = letters[index]
    let isFinal = index == letters.count - 1
    switch letter.base {
    case 0x627, 0x671: readAlif(letter, index, isFinal)
    case 0x622:  // آ
      output.append(index == 0 ? "<" : "ء")
      output.append("ā")
    case 0x623, 0x625, 0x621, 0x624, 0x626: readHamza(letter, index, isFinal)
    case 0x649: readMaqsura(letter, index, isFinal)
    case 0x629: readTehMarbuta(letter, isFinal)
    case 0x648, 0x64A: readWeak(letter, index, isFinal)
    default: readConsonant(letter, index, isFinal)
    }
  }

  private mutating func readConsonant(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    guard let scalar = Unicode.Scalar(letter.base) else { return }
    output.append(scalar)
    // After the article the shadda of a sun letter is the article's own.
    if letter.hasShadda, index > 0 || !token.front.hasArticle { output.append(scalar) }
    appendVowel(letter, index, isFinal)
  }

  private mutating func readHamza(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    output.append(index == 0 ? "<" : "ء")
    if letter.hasShadda { output.append("ء") }
    if letter.vowel == nil, !letter.hasVowel, !letter.hasSukun {
      if letter.base == 0x625 { output.append("i") }
      if letter.base == 0x623, index == 0, !nextIsLong(index) { output.append("a") }
    }
    appendVowel(letter, index, isFinal)
  }

  private mutating func readAlif(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    if index == 0 {
      output.append("<")
      output.append(letter.vowel?.scalar ?? (letter.hasDagger ? "ā" : initialVowel()))
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
    // أَرْبَعِمِائَة: behind -i- the alif before a hamza is written and not heard (Wright, Grammar, on مِائَة).
    if previous.vowel == "i", !letter.isMarked, !isFinal, letters[index + 1].base == 0x626 { return }
    dropShort("a")
    output.append("ā")
  }

  /// The vowel of a bare alif at the start: i before a consonant with sukun or none (اِسْتِقْلَال), else a.
  private func initialVowel() -> Unicode.Scalar {
    guard letters.count > 1 else { return "ā" }
    return letters[1].hasVowel && !letters[1].hasShadda ? "a" : "i"
  }

  private mutating func readMaqsura(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    let previous = index > 0 ? letters[index - 1] : nil
    if previous?.vowel == "i" {  // ى written for ي
      dropShort("i")
      output.append(letter.hasShadda ? "Y" : "ī")
      return
    }
    if previous?.tanwin == "a" || letter.tanwin == "a" {
      if previous?.tanwin == nil { dropShort("a") }
      if output.last == Self.adverb { output.removeLast() }
      output.append("Õ")
      return
    }
    dropShort("a")
    output.append(isFinal ? "ى" : "ā")
  }

  private mutating func readTehMarbuta(_ letter: SpelledWord.Letter, _ isFinal: Bool) {
    if output.last != "a", output.last != "ā" { output.append("a") }
    guard isFinal else { return output.append("ت") }
    if letter.tanwin == "a", !isObject {
      output.append("t")
      output.append(Self.adverb)
    } else {
      output.append(isConstruct ? "t" : "h")
    }
  }

  /// و and ي: long vowel, diphthong or consonant.
  private mutating func readWeak(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    let sign: Unicode.Scalar = letter.base == 0x648 ? "و" : "ي"
    let short: Unicode.Scalar = sign == "و" ? "u" : "i"
    let long: Unicode.Scalar = sign == "و" ? "ū" : "ī"
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
          output.append(isFinal || onlySilentFollows(index) ? "Y" : "X")
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
      if before == short, sign == "ي", !isFinal, letters[index + 1].base == 0x629 {
        // تَربِية; where the lexicon doubles it, with its shadda left out, مِصرِية
        if isDoubledInLexicon {
          output.removeLast()
          output.append("X")
        } else {
          output.append(sign)
        }
        return
      }
      if before == short, letter.hasSukun || !isBeforeAlif(index) {
        output.removeLast()
        output.append(long)
        return
      }
      if isConsonantBeforeFeminine(letter, index) {
        output.append(sign)
        return
      }
      if before.map(Self.isConsonant) == true, !letters[index - 1].hasSukun, !nextIsAlif(index),
        !(isFinal && isBareInLexicon(index - 1))
      {
        output.append(long)
        return
      }
    }
    if letter.hasTanwinOfDefective, before == short { output.removeLast() }
    output.append(sign)
    appendVowel(letter, index, isFinal)
  }

  /// Whether the lexicon has the word with a doubled letter before its ة: قَضِيَّة.
  private var isDoubledInLexicon: Bool {
    let entries = lexicon?.entries(of: token.stemSkeleton) ?? []
    return entries.contains { SpelledWord($0.vocalised).letters.dropLast().last?.hasShadda == true }
  }

  /// Whether و or ي behind a bare consonant is none of a long vowel, since ى follows, or ة in a word that has no other letter behind its first
  /// two: فَدوى, دُمية.
  private func isConsonantBeforeFeminine(_ letter: SpelledWord.Letter, _ index: Int) -> Bool {
    guard index + 2 == letters.count, !letters[index - 1].isMarked, !letter.isMarked else { return false }
    return letters[index + 1].base == 0x649 && letter.base == 0x648
      || letters[index + 1].base == 0x629 && index == 2 && letters[0].vowel != nil
  }

  /// Whether a letter without a mark has a sukun in all of the lexicon's words of these letters, with the vowel before it: نَحو.
  private func isBareInLexicon(_ index: Int) -> Bool {
    guard index == 1, letters.count == 3, !letters[1].isMarked, let vowel = letters[0].vowel else { return false }
    let words = (lexicon?.entries(of: token.stemSkeleton) ?? []).map { SpelledWord($0.vocalised).letters }
      .filter { $0.count == 3 && $0[0].vowel == vowel }
    return !words.isEmpty && words.allSatisfy { $0[1].hasSukun }
  }

  /// Appends the vowel of a letter; at the end of the word only where the word keeps it.
  private mutating func appendVowel(_ letter: SpelledWord.Letter, _ index: Int, _ isFinal: Bool) {
    if letter.hasDagger {
      output.append("ā")
      return
    }
    if letter.tanwin == "a" {
      appendAdverb()
    } else if letter.tanwin == "i", isFinal, Defectives.ends(letters, kinds: token.kinds, lexicon: lexicon) {
      output.append("Ĩ")
    } else if let vowel = letter.vowel {
      if isFinal, token.given.ending != nil || !Endings.keepsVowel(letters, token, lexicon: lexicon, pause: pause) {
        return
      }
      output.append(vowel.scalar)
    }
  }

  private static let adverb: Unicode.Scalar = "Ã"

  /// Writes the -an of an adverb; the case ending of an object goes.
  private mutating func appendAdverb() { if !isObject { output.append(Self.adverb) } }

  /// Takes the short vowel back that a long one's letter makes long.
  private mutating func dropShort(_ vowel: Unicode.Scalar) { if output.last == vowel { output.removeLast() } }

  /// Whether nothing but the bearer of a nunation follows.
  private func onlySilentFollows(_ index: Int) -> Bool {
    index == letters.count - 2 && letters[index + 1].base == 0x627
      && (letters[index].tanwin == "a" || letters[index + 1].tanwin == "a")
  }

  /// Whether a bare alif follows that is a long vowel, so that a weak letter is a consonant: زِيادَة, دُوار, سُورِيا, but سَافَرُوا.
  private func isBeforeAlif(_ index: Int) -> Bool {
    nextIsAlif(index) && !letters[index + 1].isMarked
      || letters[index].base == 0x64A && index == letters.count - 2 && letters[index + 1].base == 0x627
        && !letters[index + 1].isMarked
  }

  private func nextIsAlif(_ index: Int) -> Bool {
    index + 1 < letters.count && letters[index + 1].base == 0x627 && index + 2 < letters.count
  }
  private func nextIsLong(_ index: Int) -> Bool {
    index + 1 < letters.count && [0x627, 0x648, 0x64A, 0x649].contains(letters[index + 1].base)
      && !letters[index + 1].hasVowel && !letters[index + 1].hasShadda
  }

  /// Whether an annotation is a consonant, so that a bare و or ي behind it is a long vowel.
  private static func isConsonant(_ sign: Unicode.Scalar) -> Bool { sign.value >= 0x600 }
}

extension SpelledWord.Letter {
  /// Whether a nunation stands on the letter itself, as on the ي of a defective noun.
  fileprivate var hasTanwinOfDefective: Bool { tanwin == "i" }
}

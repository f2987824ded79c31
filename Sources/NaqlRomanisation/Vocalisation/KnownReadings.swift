import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// Readings of well-known names that the vowel model, which learnt from catalogues, would read otherwise (`readings.tsv`): سلطنة عمان is
/// ʻUmān, محمد ولد داداه has a Wuld.
///
/// Several words hold wherever they stand side by side; a word by itself holds in names only.
struct KnownReadings: Sendable {
  private let names: HashIndex
  /// First words of names of several words.
  private let openers: HashIndex
  /// Holds the vocalised words of each name and where they begin.
  private let table: Table

  /// How a word may take part.
  struct Standing: OptionSet {
    let rawValue: UInt8
    /// It begins a name of several words.
    static let opens = Standing(rawValue: 1)
    /// It is read by itself.
    static let single = Standing(rawValue: 2)
  }

  /// Words in the longest name.
  private static let longest = 6
  /// What the table has before a name that stands behind another word only.
  private static let inside = "+ "

  /// The readings in the table of schemes.
  init(_ table: Table) {
    self.table = table
    names = HashIndex(table, named: "known")
    openers = HashIndex(table, named: "opening")
  }

  /// What the list has a word for.
  func standing(of token: VowelToken) -> Standing {
    guard token.isArabic, !token.hasMarks, let key = token.looseKey else { return [] }
    var standing: Standing = []
    if openers.ordinal(of: key) >= 0 { standing.insert(.opens) }
    if names.ordinal(of: key) >= 0 || names.ordinal(of: Self.inside + key) >= 0 { standing.insert(.single) }
    return standing
  }

  /// The readings of the words of a line that the list settles, by their places.
  func readings(of seen: [SeenWord], use: Use) -> [Int: WordReading] {
    var found: [Int: WordReading] = [:]
    var at = 0
    while at < seen.count {
      let words = seen[at].standing.isEmpty ? [] : name(at, seen, use)
      for (offset, word) in words.enumerated() {
        // بن without marks is left to the grammar.
        guard word.unicodeScalars.contains(where: { ArabicScript.isMark($0.value) }),
          let text = seen[at + offset].token.replacingLetters(by: word)
        else { continue }
        found[at + offset] = WordReading(
          VocalisedWord(text, capital: use == .name ? .stem : nil, clitics: Self.clitics(word)), probability: 0.98,
          origin: .lexicon)
      }
      at += max(1, words.count)
    }
    return found
  }

  /// The clitics of a word of the list, which has none but the article, لل and وال.
  private static func clitics(_ word: String) -> [Int]? {
    if word.hasPrefix("لِل") || word.hasPrefix("وَال") { return nil }
    return word.hasPrefix("ال") ? [2] : []
  }

  /// The vocalised words of the longest name that begins at a word.
  private func name(_ at: Int, _ seen: [SeenWord], _ use: Use) -> [String] {
    var keys: [String] = []
    for index in at..<min(seen.count, at + Self.longest) {
      let token = seen[index].token
      guard token.isArabic, !token.hasMarks, index == at || token.front == 0, let key = token.looseKey else { break }
      keys.append(key)
      if token.back > 0 || !seen[at].standing.contains(.opens) { break }
    }
    while !keys.isEmpty {
      if keys.count > 1 || use == .name {
        let key = keys.joined(separator: " ")
        if let words = words(key) ?? (at > 0 ? words(Self.inside + key) : nil) { return words }
      }
      keys.removeLast()
    }
    return []
  }

  private func words(_ key: String) -> [String]? {
    row(key).map { $0[0].split(separator: " ").map(String.init) }
  }

  /// The cells of a name of the list: its vocalised words and, of some, the English spelling.
  private func row(_ key: String) -> [String]? {
    let ordinal = names.ordinal(of: key)
    guard ordinal >= 0 else { return nil }
    let starts = table.array("known.rows", of: UInt32.self)
    let bytes = table.section("known.text")[Int(starts[ordinal])..<Int(starts[ordinal + 1])]
    return bytes.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
  }

  /// How a place is read and spelt in a text about `country`, where another country has one of the same letters: عمان is ʻUmān, Oman, in OM.
  func homograph(_ name: String, in country: String) -> (vocalised: String, english: String)? {
    guard let cells = row(country + " " + SpellingKey.loose.of(name)), cells.count == 2 else { return nil }
    return (cells[0], cells[1])
  }

  /// The country whose place the marks of a name mean, where those of several countries have the same letters: عُمان is OM's; nil without marks,
  /// and where they agree with none.
  func country(marked name: String) -> String? {
    let marks = name.unicodeScalars.filter { ArabicScript.isMark($0.value) }
    guard !marks.isEmpty else { return nil }
    return SpellingTag.countries.first { country in
      homograph(name, in: country).map { Self.agree(SpelledWord(name), SpelledWord($0.vocalised)) } ?? false
    }
  }

  /// Whether the marks on the letters of a word are those of its reading.
  private static func agree(_ word: SpelledWord, _ reading: SpelledWord) -> Bool {
    word.letters.count == reading.letters.count
      && zip(word.letters, reading.letters).allSatisfy { given, read in
        (given.vowel == nil || given.vowel == read.vowel) && (!given.hasShadda || read.hasShadda)
      }
  }

  /// Puts the list of `rules` into the table of schemes.
  static func add(_ rules: RuleSet, to image: inout TableImage) throws(Diagnostic) {
    var names = HashIndex.Builder(), openers = HashIndex.Builder()
    var text: [UInt8] = []
    var starts: [UInt32] = [0]
    if rules.find(file) != nil {
      let list = try TSVFile(rules, file, columns: ["vocalised", "where", "english"])
      let columns = ["vocalised", "where", "english"].map { list.column($0)! }
      for row in list.rows {
        let words = row.cells[columns[0]].split(separator: " ").joined(separator: " "), english = row.cells[columns[2]]
        let place = try list.choice(row, "where", among: ["", "inside"] + SpellingTag.countries, "readings.where")
        let scalars = words.unicodeScalars
        guard scalars.contains(where: { ArabicScript.isMark($0.value) }),
          scalars.allSatisfy({ $0 == " " || ArabicScript.isLetter($0.value) || ArabicScript.isMark($0.value) })
        else { throw list.error(row, "readings.name", "a name with its vowel marks was expected, found “\(words)”") }
        let key = SpellingKey.loose.of(words)
        if key.split(separator: " ").count > longest {
          throw list.error(row, "readings.length", "a name of more than \(longest) words is not looked for")
        }
        let front = place.isEmpty ? "" : place == "inside" ? inside : place + " "
        guard names.add(front + key) == starts.count - 1 else {
          throw list.error(row, "readings.twice", "“\(words)” is in the list already")
        }
        if place.count != 2, let space = key.firstIndex(of: " ") { _ = openers.add(String(key[..<space])) }
        text += (english.isEmpty ? words : words + "\t" + english).utf8
        starts.append(UInt32(text.count))
      }
    }
    names.add(to: &image, named: "known")
    openers.add(to: &image, named: "opening")
    image.add("known.text", bytes: text)
    image.add("known.rows", starts)
  }

  private static let file = "romanisation/readings.tsv"
}

extension VowelToken {
  /// The word's letters as lists are looked up by; nil where something else is among them.
  var looseKey: String? { letters.isEmpty ? nil : lettersRange.map { SpellingKey.loose.of(String(text[$0])) } }

  /// The word with `own` for its letters and marks, the punctuation around them as it is; nil where it has no Arabic letters.
  func replacingLetters(by own: String) -> String? {
    lettersRange.map { String(text[..<$0.lowerBound]) + own + String(text[$0.upperBound...]) }
  }

  /// Where its letters and marks are, the punctuation around them aside.
  var lettersRange: Range<String.Index>? {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { ArabicScript.isLetter($0.value) }),
      let last = scalars.lastIndex(where: { ArabicScript.isLetter($0.value) || ArabicScript.isMark($0.value) })
    else { return nil }
    return first..<scalars.index(after: last)
  }
}

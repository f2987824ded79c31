import NaqlModel
import NaqlRules
import NaqlTables
import Testing

@testable import NaqlRomanisation

/// The lexicon, the table of known words, and the speller over the shipped model.
struct SpellingTests {
  private static let rules = try! RuleSet(root: rulesRoot)
  private static var rulesRoot: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Rules"
  }

  private static func table(_ fill: (inout TableImage) -> Void) throws -> Table {
    var image = TableImage()
    fill(&image)
    return try Table(MappedFile(copying: image.encoded()))
  }

  private static func word(_ text: String) -> LatinWord { LatinWord(SpellingLetters.latin(text)) }

  @Test("every word of a lexicon is found, has its own number and facts, and comes back by its number")
  func lexicon() throws {
    let names = ["a", "ali", "alia", "aliya", "assad", "bashar", "basharat", "zaynab"]
    let facts: [UInt16] = [0, 3, 64, 3, 512, 1024, 256, 7]
    let table = try Self.table {
      LatinLexicon.add(zip(names, facts).map { (SpellingLetters.latin($0), $1) }, to: &$0)
    }
    let lexicon = LatinLexicon(table)
    var numbers: Set<Int> = []
    for (name, bits) in zip(names, facts) {
      let place = try #require(lexicon.place(of: Self.word(name)), "\(name)")
      #expect(lexicon.word(Int(place.word)).text == name)
      #expect(lexicon.facts(place).census == Int(bits & 7) && lexicon.facts(place).isPerson == (bits & 512 != 0))
      numbers.insert(Int(place.word))
    }
    #expect(numbers.count == names.count)
    for absent in ["al", "basha", "b", "zaynabs", "yusuf"] { #expect(lexicon.number(of: Self.word(absent)) == nil) }
  }

  @Test("a lexicon of many words keeps each: subtrees over 255 bytes and over 65,535")
  func largeLexicon() throws {
    var words: Set<LatinWord> = []
    var state: UInt64 = 1
    while words.count < 30_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var letters: [UInt8] = []
      for at in 0..<(3 + Int(state >> 60)) { letters.append(UInt8((state >> UInt64(8 + 2 * at)) % 26) + 1) }
      words.insert(LatinWord(letters))
    }
    let sorted = words.map { (letters: $0.letters, facts: UInt16(0)) }
      .sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    let lexicon = LatinLexicon(try Self.table { LatinLexicon.add(sorted, to: &$0) })
    for word in words {
      let number = try #require(lexicon.number(of: word))
      #expect(lexicon.word(number) == word)
    }
  }

  @Test("counts of known words keep their order and come back to one part in twenty")
  func counts() throws {
    let counts = [1, 2, 7, 20, 50, 400]
    let key = KnownWords.key(SpellingLetters.codes("محمد"))
    let known = KnownWords(
      try Self.table {
        $0.add("words.keys", [UInt32](repeating: key, count: counts.count))
        $0.add("words.rows", counts.enumerated().map { KnownWords.row(word: $0, tag: 3 + $0, count: $1) })
      })
    let rows = known.rows(SpellingLetters.codes("مُحمد"))
    #expect(rows.map(\.word) == Array(counts.indices) && rows.map(\.tag) == counts.indices.map { $0 + 3 })
    for (row, count) in zip(rows, counts) { #expect(abs(row.count / Float(count) - 1) < 0.1) }
    #expect(known.rows(SpellingLetters.codes("أحمد")).isEmpty)
  }

  @Test("a word of five letters or more with ال is cut; others are whole")
  func articles() throws {
    let cut = try #require(ArticleWord(SpellingLetters.codes("الصالح")))
    #expect(cut.bare == SpellingLetters.codes("صالح"))
    #expect(ArticleWord(SpellingLetters.codes("العز")) == nil)
    #expect(ArticleWord(SpellingLetters.codes("ألبرت")) == nil)
  }

  @Test("what the beam finds for a word has the probability that the letter model gives it")
  func beam() throws {
    let model = try #require(try Self.rules.model(SpellingModel.file).map { SpellingModel($0) })
    let decoder = LetterDecoder(model.forward)
    for name in ["هريفناك", "بومدين", "شلقامي"] {
      decoder.begin(SpellingLetters.codes(name), tag: SpellingTag.name)
      let found = decoder.spellings(free: 24, listed: 24, margin: 8, model.lexicon)
      #expect(found.count > 10)
      #expect(Set(found.map(\.word)).count == found.count)
      let best = try #require(found.max { $0.log < $1.log })
      // The beam drops unlikely alignments, so that it may only find less.
      let whole = decoder.log(of: best.word)
      #expect(best.log <= whole + 0.02 && best.log > whole - 0.3, "\(name): \(best.word.text) \(best.log) \(whole)")
      #expect(found.reduce(0) { $0 + fastExp($1.log) } < 1.02)
    }
  }

  @Test("spellings have falling probabilities that sum to at most one, none twice, the same every time")
  func probabilities() throws {
    let names = ["محمد بوعزيزي", "عبد الرحمن الميرازي", "سجلماسي", "جون هيكنلوبر", "أبو عامر"]
    let speller = try ConventionalSpeller(Self.rules), other = try ConventionalSpeller(Self.rules)
    for name in names.reversed() {
      _ = other.spellings(of: name, entityClass: .person, country: nil, limit: 3)
    }
    for name in names {
      let found = speller.spellings(of: name, entityClass: .person, country: nil, limit: 10)
      #expect(found.count == 10, "\(name)")
      #expect(found.reduce(0) { $0 + $1.probability } < 1.001)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.probability >= $1.probability })
      #expect(Set(found.map { SpellingLetters.latin($0.text) }).count == found.count)
      #expect(found == other.spellings(of: name, entityClass: .person, country: nil, limit: 10))
    }
  }

  @Test(
    "a body or site named by a common noun and a listed place gets its English name",
    arguments: [
      ("شرطة مومباي", EntityClass.organisation, "Mumbai Police"),
      ("مطار القاهرة الدولي", .location, "Cairo International Airport"),
      ("محافظة السويداء", .location, "As-Suwayda Governorate"),
      ("غرفة تجارة دمشق", .organisation, "Damascus Chamber of Commerce"),
    ])
  func placed(_ name: String, _ entityClass: EntityClass, _ english: String) throws {
    let speller = try ConventionalSpeller(Self.rules)
    #expect(speller.spellings(of: name, entityClass: entityClass, country: nil, limit: 1).first?.text == english)
  }

  @Test("a common noun before what is no listed place is no such name")
  func unplaced() {
    let names = NamePatterns("شرطة {p}\t{} Police\nمطار {p} الدولي\t{} International Airport")
    #expect(names.spelling(of: "شرطة الآداب") { _, _ in nil } == nil)
    #expect(names.spelling(of: "مطار الدولي") { _, _ in "X" } == nil)
    #expect(
      names.spelling(of: "مطار حلب الدولي") { $0 == "حلب" && $1 == .place ? "Aleppo" : nil }
        == "Aleppo International Airport")
  }

  @Test("the country decides between Mohammed and Mohamed, ou and u")
  func countries() throws {
    let speller = try ConventionalSpeller(Self.rules)
    func spelt(_ name: String, _ country: String) -> String {
      speller.spellings(of: name, entityClass: .person, country: country, limit: 1).first?.text ?? ""
    }
    #expect(spelt("محمد بوشريط", "DZ").hasPrefix("Mohamed Bouch"))
    #expect(spelt("محمد الصيعري", "SA").hasPrefix("Mohammed"))
    #expect(spelt("مبروك بن حسن", "TN") == "Mabrouk Ben Hassen")
    #expect(spelt("سعيد بن حسن", "SA") == "Saeed bin Hassan")
    #expect(spelt("نجيب بن عمر", "SA") == "Najib bin Omar")
  }
}

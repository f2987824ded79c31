import NaqlRules
import NaqlText
import Testing

@testable import NaqlRomanisation

/// The types of common words that are made when the rules are compiled.
struct CommonTypesTests {
  private static let rules = VocalisationTests.rules

  @Test("A type made beforehand is the one that would be made at first sight")
  func sameTypes() throws {
    let common = try #require(CommonTypes(Self.rules))
    let model = try VowelModel(Self.rules)
    let fresh = VowelTypes(model: model, lexicon: try Lexicon(Self.rules))
    for word in ["كتب", "وقال", "للرئيس", "مدينة", "استقالتها", "الاسرائيلية", "دمشق", "خطا"] {
      let letters = VowelToken(word).letters
      let type = try #require(common.type(letters)), own = fresh.type(letters)
      #expect(type.candidates.map(\.labels) == own.candidates.map(\.labels))
      #expect(type.candidates.map(\.origin) == own.candidates.map(\.origin))
      #expect(type.candidates.map(\.isNisba) == own.candidates.map(\.isNisba))
      #expect(type.scores == own.scores && type.proseScores == own.proseScores)
      #expect(type.noneScore == own.noneScore && type.proseNoneScore == own.proseNoneScore)
      #expect([type.word, type.stem, type.suffix] == [own.word, own.stem, own.suffix])
      #expect([type.leadEnding, type.leadPattern, type.kind] == [own.leadEnding, own.leadPattern, own.kind])
      #expect([type.capital, type.wordCapital] == [own.capital, own.wordCapital])
    }
    #expect(common.type(VowelToken("قسطنطنبولاه").letters) == nil)
  }

  @Test("Lines are read alike with them and without")
  func sameReadings() throws {
    let model = try VowelModel(Self.rules), lexicon = try Lexicon(Self.rules)
    let grammar = try SchemeCatalogue(Self.rules).words
    let readers = [CommonTypes(Self.rules), nil].map {
      Vocaliser(model: model, lexicon: lexicon, common: $0, grammar: grammar)
    }
    let line = "وقال وزير الخارجية إن بلاده مستعدة للمشاركة في المؤتمر الذي تستضيفه جنيف".split(separator: " ").map(
      String.init)
    for use in [Use.phrase, .title, .name] {
      let read = readers.map { $0.readings(of: line, use: use, limit: 4) }
      #expect(read[0].map { $0.map(\.word) } == read[1].map { $0.map(\.word) })
      #expect(read[0].map { $0.map(\.probability) } == read[1].map { $0.map(\.probability) })
    }
  }
}

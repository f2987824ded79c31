import NaqlModel
import Testing

@testable import NaqlFormats

@Suite struct DocumentNamesTests {
  /// Three mentions of one person, the last spelt otherwise and romanised otherwise, and a place of the same letters.
  private func document() -> Document {
    var document = Document(id: "d", text: Array("سعيد سعيد سعـيد سعيد".utf8))
    let ranges = [0..<8, 9..<17, 18..<28, 29..<37]
    document.entities = ranges.enumerated().map { number, range in
      Entity(
        range: TextRange(range.lowerBound, range.upperBound), entityClass: number == 3 ? .location : .person,
        name: "سعيد", id: number == 3 ? "loc:سعيد" : "per:سعيد", origin: .model, rule: "r", confidence: 100 * number)
    }
    let texts = ["Saïd", "Saïd", "Saeed", "Said"]
    document.romanisations = texts.enumerated().map { number, text in
      Romanisation(target: .entity(number), scheme: "conventional", text: text, origin: .model, confidence: 500)
    }
    return document
  }

  @Test func mentionsThatAreAlikeMakeOneGroup() {
    let names = DocumentNames(document())
    #expect(names.groupOf == [0, 0, 1, 2])
    #expect(names.groups.map(\.count) == [2, 1, 1])
    #expect(names.groups.map(\.confidence) == [100, 200, 300])
    // The second group has the name of the first, the place has not.
    #expect(names.groups.map(\.name) == [0, 0, 2])
  }

  @Test func formsAreThoseOfEachMention() {
    let document = document()
    let names = DocumentNames(document)
    #expect(
      (0..<4).map { names.forms(of: $0).map { document.romanisations[$0].text } } == [
        ["Saïd"], ["Saïd"], ["Saeed"], ["Said"],
      ])
  }

  @Test func aListCountsEveryMentionAndForm() throws {
    var collector = NameCollector()
    collector.add(document())
    let entries = collector.sorted(.count)
    #expect(entries.map(\.count) == [3, 1])
    #expect(entries[0].confidence == 200)
    #expect(entries[0].variants == ["سعيد", "سعـيد"])
    let form = try #require(entries[0].form("conventional"))
    #expect(form.text == "Saïd" && form.count == 2)
    #expect(entries[0].conflicts == ["conventional"])
  }
}

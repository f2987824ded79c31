import Foundation
import NaqlModel
import NaqlRules
import Testing

@testable import NaqlFormats

/// Lists of names: their columns, order, spellings and cells.
struct NameListTests {
  /// A document with the mentions given as surface, name and class.
  private func document(_ text: String, _ mentions: [(surface: String, name: String, EntityClass)]) -> Document {
    var document = Document(id: "d", text: Array(text.utf8))
    var from = text.startIndex
    for (surface, name, entityClass) in mentions {
      guard let found = text[from...].firstRange(of: surface) else { continue }
      from = found.upperBound
      let range = TextRange(
        text.utf8.distance(from: text.startIndex, to: found.lowerBound),
        text.utf8.distance(from: text.startIndex, to: found.upperBound))
      document.entities.append(
        Entity(
          range: range, entityClass: entityClass, name: name, id: "\(entityClass.rawValue):\(name)", origin: .model,
          rule: "r", confidence: 700))
    }
    return document
  }

  @Test(
    "one foreign person under two Arabic spellings is one entry, two people under one English spelling are two",
    arguments: [
      (["سيرغي لافروف", "سيرجي لافروف", "سيرغي لافروف"], Origin.gazetteer, ["سيرغي لافروف"]),
      (["بنيامين نتنياهو", "بنيامين نتانياهو"], .gazetteer, ["بنيامين نتنياهو"]),
      (["بنيامين نتنياهو", "بنيامين نتانياهو"], .model, ["بنيامين نتنياهو", "بنيامين نتانياهو"]),
      (["أحمد سالم", "أحمد حاتم"], .gazetteer, ["أحمد سالم", "أحمد حاتم"]),
    ])
  func spellings(_ names: [String], _ origin: Origin, _ listed: [String]) {
    var document = document(names.joined(separator: " "), names.map { ($0, $0, .person) })
    document.romanisations = names.indices.map {
      Romanisation(
        target: .entity($0), scheme: "conventional", text: "One Spelling", origin: origin, confidence: 900)
    }
    var collector = NameCollector()
    collector.add(document)
    let entries = collector.sorted(.count)
    #expect(Set(entries.map(\.name)) == Set(listed))
    #expect(entries.map(\.count).reduce(0, +) == names.count)
  }

  @Test("an original in Latin letters is no name of the list where the Arabic one stands")
  func originals() {
    var document = document("زيد (Zaid Zaid) (Zaid Zaid)", [("زيد", "زيد", .person)])
    for start in [8, 20] {
      document.entities.append(
        Entity(
          range: TextRange(start, start + 9), entityClass: .person, name: "Zaid Zaid", id: "PER:زيد", origin: .rule,
          rule: "r",
          confidence: 800))
    }
    var collector = NameCollector()
    collector.add(document)
    #expect(collector.sorted(.count).map(\.name) == ["زيد"])
    #expect(collector.sorted(.count).map(\.count) == [3])
  }

  private func schemes(_ titles: [[String]], _ names: [[String]]) -> [String] {
    var collector = NameCollector()
    var document = Document(id: "d", text: Array("ا".utf8))
    for (number, forms) in (titles + names).enumerated() {
      document.entities.append(
        Entity(
          range: TextRange(0, 2), entityClass: number < titles.count ? .title : .person, name: "ا\(number)",
          id: "\(number)", origin: .model, rule: "r", confidence: 700))
      document.romanisations += forms.map {
        Romanisation(target: .entity(number), scheme: $0, text: "a", origin: .model, confidence: 500)
      }
    }
    collector.add(document)
    return collector.schemes
  }

  @Test("columns have the order of the schemes, whatever is met first")
  func columns() {
    let standard = ["conventional", "bgn-pcgn", "ala-lc"]
    #expect(schemes([], []) == standard)
    #expect(schemes([["bgn-pcgn", "ala-lc"]], []) == standard)
    #expect(schemes([["bgn-pcgn", "ala-lc"]], [standard]) == standard)
    #expect(schemes([["ijmes"]], []) == ["ijmes"])
    #expect(schemes([], [["b", "c"], ["a", "b", "x", "c"]]) == ["a", "b", "x", "c"])
    var collector = NameCollector()
    collector.expect(["ijmes", "conventional"])
    #expect(collector.schemes == ["ijmes", "conventional"])
  }

  @Test("origin and confidence are those of the name, whichever scheme is first")
  func confidence() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    var document = document("سعيد", [("سعيد", "سعيد", .person)])
    document.romanisations = [("a", 100), ("b", 900)].map {
      Romanisation(target: .entity(0), scheme: $0.0, text: "x", origin: .gazetteer, confidence: $0.1)
    }
    var collector = NameCollector()
    collector.add(document)
    let list = NamesFound(
      entries: collector.sorted(.count), schemes: ["b", "a"],
      settings: FormatSettings(rules: try RuleSet(root: root + "/Rules")))
    #expect(list.cells(list.entries[0])[6...7] == ["model", "700"])
  }

  @Test("behind لل a spelling has its article")
  func articles() {
    var collector = NameCollector()
    collector.add(document("للزيات والزيات", [("زيات", "الزيات", .person), ("الزيات", "الزيات", .person)]))
    collector.add(document("لزيات", [("زيات", "زيات", .person)]))
    #expect(collector.sorted(.count).map(\.variants) == [["الزيات"], ["زيات"]])
  }

  @Test(
    "glossaries have names with the prepositions before them",
    arguments: [
      ("للرياض", "رياض", "الرياض", ["للرياض"]), ("ولعمّان", "عمّان", "عمان", ["لعمّان"]),
      ("وبمجلس", "مجلس", "مجلس", ["بمجلس"]),
      ("فلبنان", "لبنان", "لبنان", []), ("وبيروت", "بيروت", "بيروت", []), ("في لبنان", "لبنان", "لبنان", []),
    ])
  func clitics(_ text: String, _ surface: String, _ name: String, _ expected: [String]) {
    var collector = NameCollector(mergingShort: false)
    collector.add(document(text, [(surface, name, .location)]))
    #expect(collector.sorted(.count).map(\.withClitics) == [expected])
  }

  @Test(
    "signs of ayn and hamza and the article at the head do not count in sorting",
    arguments: [
      ("ʿAbd al-Raḥmān", "عبد الرحمن", "Abd al-Raḥmān"), ("Ash Shāriqah", "الشارقة", "Shāriqah"),
      ("Aḑ Ḑabb", "الضب", "Ḑabb"),
      ("al-ʻIrāq", "العراق", "Irāq"), ("El-Sisi", "السيسي", "Sisi"), ("An Nabi", "أن نبي", "An Nabi"),
      ("Almaty", "ألماتي", "Almaty"), ("Arab League", "الجامعة", "Arab League"),
    ])
  func filing(_ text: String, _ name: String, _ expected: String) {
    #expect(FilingForm.of(text, name: name) == expected)
  }

  @Test(
    "cells are on one line, without bidi controls, and no formulas",
    arguments: [
      ("=1+1", "'=1+1", "'=1+1"), ("- بند", "'- بند", "'- بند"), ("\u{200F}@من\u{202C}", "'@من", "'@من"),
      ("أ\tب\nج", "أ ب ج", "أ ب ج"), ("قال \"نعم\", ثم", "قال \"نعم\", ثم", "\"قال \"\"نعم\"\", ثم\""),
      ("می\u{200C}خواهم", "می\u{200C}خواهم", "می\u{200C}خواهم"),
    ])
  func cells(_ text: String, _ tsv: String, _ csv: String) {
    #expect(TableCell.tsv(text) == tsv)
    #expect(TableCell.csv(text) == csv)
  }
}

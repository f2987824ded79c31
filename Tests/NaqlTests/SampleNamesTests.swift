import Foundation
import NaqlModel
import NaqlPipeline
import NaqlRules
import Testing

@testable import Naql

/// The names of the pages in `samples/`, against those that a reader found in them (`Tests/Gold/pages/*.names.tsv`).
///
/// Titles are left out: the pages' readers noted only some of them.
struct SampleNamesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A name of a page: its class and how it is written there, without clitics.
  private struct Name: Hashable {
    let entityClass: String
    let surface: String
  }

  /// Names of the pages, sorted.
  private static func pages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/samples").filter { $0.hasSuffix(".txt") }
      .map { String($0.dropLast(4)) }.sorted()
  }

  private static func text(_ page: String) throws -> String {
    try String(contentsOfFile: root + "/samples/\(page).txt", encoding: .utf8)
  }

  /// The names that the reader found, in order.
  private static func gold(_ page: String) throws -> [Name] {
    let table = try String(contentsOfFile: root + "/Tests/Gold/pages/\(page).names.tsv", encoding: .utf8)
    return try table.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 3, "\(page): \(line)")
      return Name(entityClass: cells[0], surface: cells[1])
    }
  }

  /// How often each of `names` stands there, titles left out.
  private static func counted(_ names: [Name]) -> [Name: Int] {
    names.filter { $0.entityClass != EntityClass.title.rawValue }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test("every sample has its gold names, and each of them stands in the page")
  func goldIsOfThePages() throws {
    let pages = try Self.pages()
    #expect(pages.count >= 10)
    for page in pages {
      let text = try Self.text(page), names = try Self.gold(page)
      #expect(!names.isEmpty, "\(page)")
      for name in names {
        #expect(text.contains(name.surface), "\(page): \(name.surface)")
        #expect(EntityClass(rawValue: name.entityClass) != nil, "\(page): \(name.entityClass)")
      }
    }
  }

  @Test(
    "seven names in eight are found on the samples, with their class and bounds; three of four that are found are names"
  )
  func precisionAndRecall() throws {
    let stream = try StageStream(
      "recognise", options: StageOptions(), rules: RuleSet(root: Self.root + "/Rules"))
    var right = 0, found = 0, all = 0
    for page in try Self.pages() {
      var document = Document(id: page, text: Array(try Self.text(page).utf8))
      try stream.process(&document)
      let gold = Self.counted(try Self.gold(page))
      let names = Self.counted(
        document.entities.map { Name(entityClass: $0.entityClass.rawValue, surface: document.string($0.range)) })
      let same = names.reduce(0) { $0 + min($1.value, gold[$1.key] ?? 0) }
      // No page is far below the rest.
      #expect(same * 10 >= gold.values.reduce(0, +) * 7, "\(page): \(same) of \(gold.values.reduce(0, +))")
      right += same
      found += names.values.reduce(0, +)
      all += gold.values.reduce(0, +)
    }
    #expect(all > 250)
    #expect(Double(right) >= 0.75 * Double(found), "precision \(right) of \(found)")
    #expect(Double(right) >= 0.87 * Double(all), "recall \(right) of \(all)")
  }

  @Test("a name has one strict form: the romanised tier of its sentence writes it as its own entry does")
  func tierHasTheForms() throws {
    let stream = try StageStream("align", options: StageOptions(), rules: RuleSet(root: Self.root + "/Rules"))
    var same = 0, all = 0
    for page in try Self.pages() {
      var document = Document(id: page, text: Array(try Self.text(page).utf8))
      try stream.process(&document)
      for alignment in document.alignments {
        guard let tier = alignment.tier.map({ document.romanisations[$0].text }) else { continue }
        for index in alignment.entities where document.entities[index].entityClass != .title {
          let form = document.romanisations.first { $0.target == .entity(index) && $0.scheme == "ala-lc" }
          guard let name = form?.text else { continue }
          all += 1
          if tier.contains(name.hasPrefix("al-") ? String(name.dropFirst(3)) : name) { same += 1 }
        }
      }
    }
    #expect(all > 250)
    #expect(same * 50 >= all * 49, "\(same) of \(all)")
  }
}

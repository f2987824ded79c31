import Naql
import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

/// Vocalised names, titles and phrases whose forms were written down before the program saw them: `Blind/*.tsv`, each
/// with the counts of its first run at its head, a column for each scheme. A cell `-` is left open.
struct BlindTests {
  private static let folder = SchemeTests.root + "/Tests/NaqlRomanisationTests/Blind"
  private static let batches = FileSystem.names(in: folder).filter { $0.hasSuffix(".tsv") }.sorted()

  @Test("Blind batches come out as the conventions have them", arguments: batches)
  func batch(_ name: String) throws {
    let path = Self.folder + "/" + name
    let table = try TSVFile(
      String(decoding: FileSystem.read(path), as: UTF8.self), file: path, columns: ["arabic", "use"])
    let schemes = table.columns.filter { $0 != "arabic" && $0 != "use" }
    #expect(schemes.count >= 4 && table.rows.count >= 25)
    // Names of phrases are found first, as `naql romanise --use phrase` does.
    let finder = try LineNames(LineNames.Tools(VocalisationTests.rules))
    let names = table.rows.map { $0.cells[1] == "phrase" ? finder.names(in: String($0.cells[0])) : [] }
    for id in schemes {
      let column = try #require(table.column(id))
      let romaniser = try Romaniser(
        id, catalogue: SchemeTests.catalogue, lexicon: SchemeTests.lexicon, vocaliser: MarksOnly(SchemeTests.lexicon))
      for (number, row) in table.rows.enumerated() where row.cells[column] != "-" {
        let use = try #require(Use(rawValue: String(row.cells[1])))
        let arabic = String(row.cells[0])
        let written = romaniser.romanise(arabic, use: use, names: names[number])
        #expect(written == [String(row.cells[column])], "\(id) \(arabic)")
      }
    }
  }
}

import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

/// Vocalised names, titles and phrases whose forms were written down before the program saw them: `Blind/*.tsv`, each
/// with the counts of its first run at its head. A cell `-` is left open.
struct BlindTests {
  private static let folder = SchemeTests.root + "/Tests/NaqlRomanisationTests/Blind"
  private static let batches = FileSystem.names(in: folder).filter { $0.hasSuffix(".tsv") }.sorted()

  @Test(
    "Blind batches come out as the conventions have them", arguments: batches,
    ["bgn-pcgn", "ala-lc", "ijmes", "din-31635"])
  func batch(_ name: String, _ id: String) throws {
    let path = Self.folder + "/" + name
    let table = try TSVFile(
      String(decoding: FileSystem.read(path), as: UTF8.self), file: path, columns: ["arabic", "use", id])
    let columns = ["arabic", "use", id].map { table.column($0)! }
    let romaniser = try Romaniser(
      id, catalogue: SchemeTests.catalogue, lexicon: SchemeTests.lexicon, vocaliser: MarksOnly(SchemeTests.lexicon))
    #expect(table.rows.count >= 60)
    for row in table.rows where row.cells[columns[2]] != "-" {
      let use = try #require(Use(rawValue: String(row.cells[columns[1]])))
      let arabic = String(row.cells[columns[0]])
      #expect(romaniser.romanise(arabic, use: use) == [String(row.cells[columns[2]])], "\(arabic)")
    }
  }
}

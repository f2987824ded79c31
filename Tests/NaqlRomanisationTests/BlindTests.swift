import Naql
import NaqlModel
import NaqlRules
import Testing

@testable import NaqlRomanisation

/// Vocalised names, titles and phrases whose forms were written down before the program saw them: `Blind/*.tsv`, each
/// with the counts of its first run at its head, a column for each scheme. A cell `-` is left open by its writer; before `!` stands what the
/// writer has and the program writes otherwise: an error of the one or, where the conventions can be read either way, of nobody.
struct BlindTests {
  private static let folder = SchemeTests.root + "/Tests/NaqlRomanisationTests/Blind"
  private static let batches = FileSystem.names(in: folder).filter { $0.hasSuffix(".tsv") }.sorted()

  private static let tools = Result { try RomanisationTools(rules: VocalisationTests.rules) }

  @Test("Blind batches come out as the conventions have them, but for the errors that are known", arguments: batches)
  func batch(_ name: String) throws {
    let path = Self.folder + "/" + name
    let table = try TSVFile(
      String(decoding: FileSystem.read(path), as: UTF8.self), file: path, columns: ["arabic", "use"])
    let schemes = table.columns.filter { $0 != "arabic" && $0 != "use" }
    #expect(schemes.count >= 4 && table.rows.count >= 25)
    // Names of phrases and titles are found first, as `naql romanise` does.
    let finder = try LineNames(LineNames.Tools(VocalisationTests.rules))
    let bench = try Self.tools.get().bench()
    for id in schemes {
      let column = try #require(table.column(id))
      for use in [Use.name, .title, .phrase] {
        let write = try bench.lineWriter(
          id, use: use, best: 1, country: nil, names: use == .name ? nil : finder.names(in:))
        for row in table.rows where row.cells[column] != "-" && row.cells[1] == use.rawValue {
          let written = write(String(row.cells[0])), cell = String(row.cells[column])
          if cell.hasPrefix("!") {
            #expect(written != [String(cell.dropFirst())], "mended, so that the sign may go: \(id) \(row.cells[0])")
          } else {
            #expect(written == [cell], "\(id) \(row.cells[0])")
          }
        }
      }
    }
  }
}

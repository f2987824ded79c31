import Foundation
import Naql
import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlText
import Testing

/// The examples of docs/library.md, as they stand there.
@Suite("Naql as a library")
struct LibraryTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  @Test("a page becomes files")
  func page() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "naql-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "page.txt").path
    try "زار الوزير سمير كنعان مدينة حلب.\n".write(toFile: page, atomically: true, encoding: .utf8)
    let written = try translate(page: page, into: folder.appending(path: "out").path, rules: Self.root + "/Rules")
    #expect(written.contains { $0.hasSuffix("page.ar-en.xlf") })
    #expect(written.allSatisfy { FileManager.default.fileExists(atPath: $0) })
  }

  @Test("a name is romanised and spelt")
  func name() throws {
    let forms = try forms(of: "بَشَّار الأَسَد", rules: Self.root + "/Rules")
    #expect(forms.strict == "Bashshār al-Asad" && forms.usual == "Bashar al-Assad")
  }

  @Test("a sentence has the capitals of its names")
  func sentenceWithNames() throws {
    let text = try sentence("زَارَ أَحْمَد زُوَيْل أَسْوَانَ", rules: Self.root + "/Rules")
    #expect(text == "zāra Aḥmad Zuwayl Aswān")
  }

  @Test("docs/library.md has the code that runs here")
  func examples() throws {
    let page = try String(contentsOfFile: Self.root + "/docs/library.md", encoding: .utf8)
    let code = try String(contentsOfFile: #filePath, encoding: .utf8)
    let examples = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(examples.count == 3)
    for example in examples { #expect(code.contains(example.trimmingCharacters(in: .whitespacesAndNewlines))) }
  }
}

/// Turns a page into the files of the shipped pipeline “translator”; the paths of what was written.
func translate(page: String, into folder: String, rules root: String) throws -> [String] {
  let rules = try RuleSet(root: root)
  let run = PipelineRun(try PipelineRun.pipeline("translator", rules: rules), rules: rules)
  return try run.run(inputs: [page], directory: folder) { print($0) }.written
}

/// A name in a strict scheme and in the spelling that English readers know.
func forms(of name: String, rules root: String) throws -> (strict: String, usual: String?) {
  let rules = try RuleSet(root: root)
  let romaniser = try Romaniser(
    "ala-lc", catalogue: SchemeCatalogue(rules), lexicon: Lexicon(rules), vocaliser: Vocaliser(rules))
  let speller = try ConventionalSpeller(rules)
  return (
    romaniser.romanise(name, use: .name)[0],
    speller.spellings(of: name, entityClass: .person, country: nil, limit: 1).first?.text
  )
}

/// A sentence in a scheme, after the names in it were found.
func sentence(_ text: String, rules root: String) throws -> String {
  let rules = try RuleSet(root: root)
  let names = try LineNames(LineNames.Tools(rules))
  let write = try RomanisationTools(rules: rules).bench().lineWriter(
    "ijmes", use: .phrase, best: 1, country: nil, names: names.names(in:))
  return write(text)[0]
}

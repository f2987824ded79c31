import NaqlICU
import NaqlModel
import NaqlRules

/// Writes the rules of a profile as a standard SRX 2.0 file, as far as regular expressions can say them: the rows of
/// `Rules/segmentation/srx.tsv` that hold for the profile and those that it inherits from.
public struct SRXWriter {
  /// The file of expressions, relative to the rules root.
  private static let file = "segmentation/srx.tsv"

  /// What SRX cannot say: it sees characters on both sides of a place, and neither lists of labels nor what is open. The
  /// rules that a profile of one's own adds are named here too.
  public private(set) var unsaid = [
    "Whether a quotation was opened as a title, a slogan or as speech: after a closing mark only words decide.",
    "Whether a bracket was opened inside a sentence and is closed later.",
    "Enumerations whose numbers count on inside a line, and labels after a break.",
    "Asides between two dashes, and dashes that open turns.",
    "A phrase of time before its verb, after the abbreviation of an era.",
    "Verbs by their shape, and words under object pronouns or spelt with other hamzas.",
    "--unwrap, --max-length and --unpunctuated.",
  ]

  /// The file as XML.
  public let text: String

  /// Writes `profile` of `rules`, a name or the path of a `.yaml` file. A profile that no row of the file holds for, and a row
  /// that ICU cannot read, are errors.
  public init(_ profile: String, rules set: RuleSet) throws(Diagnostic) {
    let source = try ProfileSource(profile, rules: set)
    let table = try TSVFile(set, Self.file, columns: ["break", "before", "after", "profile", "note"])
    let columns = ["break", "before", "after", "profile", "note"].map { table.column($0)! }
    let profiles = set.list("segmentation", suffix: ".yaml").map { String(FileSystem.name(of: $0).dropLast(5)) }
    var known: Set<String> = []
    for row in table.rows {
      known.insert(try table.choice(row, "profile", among: profiles + ["semicolon"], "srx.profile"))
    }
    let names = source.lineage.map(\.name) + (source.breaksAtSemicolon ? ["semicolon"] : [])
    guard names.contains(where: known.contains) else {
      throw Diagnostic(
        "srx.no-profile",
        "the profile “\(profile)” cannot be said in SRX: no row of \(Self.file) holds for it; known: "
          + known.subtracting(["semicolon"]).sorted().joined(separator: ", "), file: table.file)
    }
    var expressions = SRXExpressions(try Self.words(source, set))
    var lines: [String] = []
    for row in table.rows where names.contains(String(row.cells[columns[3]])) {
      let cells = columns.map { String(row.cells[$0]) }
      do throws(SRXExpressions.Fault) {
        if cells[0] == "let" {
          expressions.define(cells[1], try expressions.resolved(cells[2]))
          continue
        }
        guard cells[0] == "yes" || cells[0] == "no" else { throw .init(message: "“break” is yes, no or let") }
        lines.append("        <!-- \(cells[4]) -->")
        lines.append("        <rule break=\"\(cells[0])\">")
        lines.append("          <beforebreak>\(Self.xml(try expressions.checked(cells[1])))</beforebreak>")
        lines.append("          <afterbreak>\(Self.xml(try expressions.checked(cells[2])))</afterbreak>")
        lines.append("        </rule>")
      } catch { throw table.error(row, "srx.expression", error.message) }
    }
    text = Self.header(source.lineage.last?.name ?? profile) + lines.joined(separator: "\n") + Self.footer
    for (name, file) in source.lineage where !known.contains(name) {
      let own = source.rules.filter { $0.file == file }.map(\.id)
      if !own.isEmpty { unsaid.append("The rules of the profile \(name): \(own.joined(separator: ", ")).") }
    }
  }

  /// The words of the profile's lists with their classes, as they are written, longer ones first: an expression takes the first
  /// alternative that fits.
  private static func words(_ source: ProfileSource, _ set: RuleSet) throws(Diagnostic) -> [(
    word: String, kind: String
  )] {
    var found: [(word: String, kind: String)] = []
    for path in source.wordFiles {
      let file = try TSVFile(set, "segmentation/" + path, columns: ["word", "class"])
      let (word, kind) = (file.column("word")!, file.column("class")!)
      found += file.rows.map { (word: String($0.cells[word]), kind: String($0.cells[kind])) }
    }
    for row in found where row.kind.hasPrefix("latin-") {
      let capital = row.word.prefix(1).uppercased() + row.word.dropFirst()
      found.append((capital, row.kind))
      if row.word.contains(".") { found.append((row.word.uppercased(), row.kind)) }
    }
    for path in source.verbFiles {
      let verbs = try TSVFile(set, "segmentation/" + path, columns: ["perfect", "imperfect", "class"])
      let columns = ["perfect", "imperfect", "class"].map { verbs.column($0)! }
      for row in verbs.rows where !row.cells[columns[2]].isEmpty {
        let (perfect, kind) = (String(row.cells[columns[0]]), String(row.cells[columns[2]]))
        found.append((perfect, kind))
        if !perfect.hasSuffix("ت"), !perfect.hasSuffix("ى"), !perfect.hasSuffix("ا") {
          found.append((perfect + "ت", kind))
        }
        if !row.cells[columns[1]].isEmpty { found.append((String(row.cells[columns[1]]), kind)) }
      }
    }
    var seen: Set<String> = []
    let words = found.filter { seen.insert($0.word + "\t" + $0.kind).inserted }
    return words.enumerated().sorted { one, other in
      let (length, next) = (one.element.word.unicodeScalars.count, other.element.word.unicodeScalars.count)
      return length != next ? length > next : one.offset < other.offset
    }.map(\.element)
  }

  private static func xml(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func header(_ profile: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Sentence breaks of Arabic, written by Naql (profile \(xml(profile.replacing("--", with: "-")))). What SRX cannot say is listed by: naql rules export -->
    <srx xmlns="http://www.lisa.org/srx20" version="2.0">
      <header segmentsubflows="yes" cascade="no">
        <formathandle type="start" include="no"/>
        <formathandle type="end" include="yes"/>
        <formathandle type="isolated" include="no"/>
      </header>
      <body>
        <languagerules>
          <languagerule languagerulename="Arabic">

    """
  }

  private static let footer = """

          </languagerule>
        </languagerules>
        <maprules>
          <languagemap languagepattern="[Aa][Rr].*" languagerulename="Arabic"/>
          <languagemap languagepattern=".*" languagerulename="Arabic"/>
        </maprules>
      </body>
    </srx>

    """
}

/// The expressions of `srx.tsv` while they are put together: names and classes of words in braces stand for what they mean.
private struct SRXExpressions {
  /// What is wrong with a row.
  struct Fault: Error {
    var message: String
  }

  private var names: [String: String] = [:]
  private let words: [(word: String, kind: String)]

  init(_ words: [(word: String, kind: String)]) { self.words = words }

  mutating func define(_ name: String, _ expression: String) { names[name] = expression }

  /// `text` with what the braces stand for; braces around digits are the expression's own.
  func resolved(_ text: String) throws(Fault) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      guard inside.first?.isLetter == true, let close = inside.firstIndex(of: "}") else {
        result += "{"
        rest = inside
        continue
      }
      result += try meaning(String(inside[..<close]))
      rest = inside[inside.index(after: close)...]
    }
    return result + rest
  }

  /// The same for an expression that must be one that ICU reads.
  func checked(_ text: String) throws(Fault) -> String {
    let expression = try resolved(text)
    if expression.isEmpty { return expression }
    do { _ = try RegularExpression(expression) } catch { throw Fault(message: "\(error)") }
    return expression
  }

  private func meaning(_ name: String) throws(Fault) -> String {
    guard name.hasPrefix("words:") else {
      if let expression = names[name] { return expression }
      throw Fault(message: "there is no “{\(name)}” above" + Nearest.hint(name, among: names.keys.sorted()))
    }
    let kinds = name.dropFirst(6).split(separator: " ").map(String.init)
    let known = Set(words.map(\.kind))
    if let unknown = kinds.first(where: { !known.contains($0) }) {
      throw Fault(message: "no word has the class “\(unknown)”" + Nearest.hint(unknown, among: known.sorted()))
    }
    return words.filter { kinds.contains($0.kind) }.map { Self.escape($0.word) }.joined(separator: "|")
  }

  private static func escape(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if ".+*?()[]{}|^$\\".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

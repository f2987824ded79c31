import NaqlModel
import NaqlRules
import NaqlText

/// Writes the rules of a profile as a standard SRX 2.0 file, as far as regular expressions can say them.
public enum SRXWriter {
  /// What SRX cannot say: it sees characters on both sides of a place, and neither lists of labels nor what is open.
  public static let unsaid = [
    "Whether a quotation was opened as a title, a slogan or as speech: after a closing mark only words decide.",
    "Whether a bracket was opened inside a sentence and is closed later.",
    "Enumerations whose numbers count on inside a line, and labels after a break.",
    "Asides between two dashes, and dashes that open turns.",
    "A phrase of time before its verb, after the abbreviation of an era.",
    "Verbs by their shape, and words under object pronouns or spelt with other hamzas.",
    "--unwrap, --max-length and --unpunctuated.",
  ]

  /// The SRX text of `profile`.
  public static func text(_ profile: String, rules set: RuleSet) throws(Diagnostic) -> String {
    let words = try words(set)
    func list(_ classes: String...) -> String {
      words.filter { classes.contains($0.kind) }.map(\.word).map(escape).joined(separator: "|")
    }
    let letter = "\\u0621-\\u064A\\u066E-\\u06D3"
    let start = "(^|[\\s(\\[\"«“„])[ولبف]?"
    let invisible = "[\\u200B-\\u200F\\u061C\\u202C\\u2069]{0,3}"
    let close = "[\"»”“›’)\\]}]{1,3}"
    let quote = "[\"»”“›’]{1,3}"
    var lines: [String] = []
    func rule(_ breaks: Bool, _ before: String, _ after: String, _ note: String) {
      lines.append("        <!-- \(note) -->")
      lines.append("        <rule break=\"\(breaks ? "yes" : "no")\">")
      lines.append("          <beforebreak>\(xml(before))</beforebreak>")
      lines.append("          <afterbreak>\(xml(after))</afterbreak>")
      lines.append("        </rule>")
    }
    rule(false, "[.!?؟۔…](\(close))?", "\\s{0,3}[،؛,:;]", "A comma, semicolon or colon follows")
    rule(false, "[(\\[][.!?؟…]{1,3}[)\\]]", "\\s", "A lone mark in brackets")
    rule(
      false, "(^|\\n)\\s{0,8}[(]?([0-9\\u0660-\\u0669\\u06F0-\\u06F9]{1,3}|[\(letter)A-Za-z]|[IVXLC]{1,5})\\.", "",
      "A label at the start of a line")
    rule(false, "[0-9\\u0660-\\u0669\\u06F0-\\u06F9]\\.", "[0-9\\u0660-\\u0669\\u06F0-\\u06F9]", "Inside a number")
    rule(false, "\(start)[0-9\\u0660-\\u0669]{1,2}\\.", "\\s[0-9\\u0660-\\u0669]{1,2}\\.", "Inside a date")
    rule(false, "[A-Za-z0-9_/@-]\\.", "[A-Za-z0-9_/@]", "Inside an address, a file name or a Latin name")
    rule(true, "(\\.{2,4}|…)\(close)[.]", "\\s", "A full stop after the closing mark")
    rule(false, "(\\.{2,4}|…|۔۔۔)(\(close))?", "", "An ellipsis inside a line")
    rule(false, "\(start)(\(list("title", "latin-title")))\\s?\\.", "", "A title before a name")
    rule(
      false, "\(start)(\(list("era", "agency", "etcetera", "reference", "latin-abbreviation")))\\.", "\\s?",
      "An abbreviation")
    rule(false, "[0-9\\u0660-\\u0669]\\s?(\(list("unit", "hour", "era")))\\.", "", "A unit, hour or era after a number")
    rule(false, "\(start)(\(list("latin-reference")))\\.", "\\s?[0-9\\u0660-\\u0669]", "A reference before its number")
    rule(false, "(^|[\\s.(\"«])[\(letter)]\\.", "\\s?[\(letter)]\\.", "Initials")
    rule(false, "\\.[\(letter)]\\.", "", "The end of initials")
    rule(false, "[.]", "(\(list("domain")))([^\(letter)]|$)", "The name of a site")
    rule(false, "(\(list("letter-name")))\\.", "(\(list("letter-name")))([^\(letter)]|$)", "Names of letters")
    rule(false, "\(start)(\(list("brand")))!", "\\s", "A name with a mark in it")
    rule(
      false, "[.!?؟۔…]\(quote)", "\\s(\(list("speech")))([^\(letter)]|$)", "A verb of speech attributes what was said")
    rule(
      false, "[.!?؟۔…]\(quote)", "\\s(\(list("attribution", "quote-noun", "copula")))([^\(letter)]|$)",
      "An attribution, or a noun for the quotation")
    rule(true, "[.!?؟۔]{1,4}\(invisible)(\(close))?[.!?؟۔]?\(invisible)", "\\s", "A terminator ends the sentence")
    rule(true, "[.!?؟۔]{1,4}", "[«“„]", "An opening mark typed close to a terminator")
    rule(true, "[\(letter)]{2}[.!?؟۔]", "[\(letter)]{2}", "The space is missing")
    return header + lines.joined(separator: "\n") + footer
  }

  private static func words(_ set: RuleSet) throws(Diagnostic) -> [(word: String, kind: String)] {
    let file = try TSVFile(set, "segmentation/words.tsv", columns: ["word", "class"])
    let word = file.column("word")!
    let kind = file.column("class")!
    var found = file.rows.map { (word: String($0.cells[word]), kind: String($0.cells[kind])) }
    for row in found where row.kind.hasPrefix("latin-") {
      let capital = row.word.prefix(1).uppercased() + row.word.dropFirst()
      found.append((capital, row.kind))
      if row.word.contains(".") { found.append((row.word.uppercased(), row.kind)) }
    }
    let verbs = try TSVFile(set, "segmentation/verbs.tsv", columns: ["perfect", "imperfect", "class"])
    let columns = ["perfect", "imperfect", "class"].map { verbs.column($0)! }
    for row in verbs.rows where row.cells[columns[2]] == "speech" {
      let perfect = String(row.cells[columns[0]])
      found.append((perfect, "speech"))
      if !perfect.hasSuffix("ت"), !perfect.hasSuffix("ى"), !perfect.hasSuffix("ا") {
        found.append((perfect + "ت", "speech"))
      }
      if !row.cells[columns[1]].isEmpty { found.append((String(row.cells[columns[1]]), "speech")) }
    }
    // Longer ones first: an expression takes the first alternative that fits.
    var seen: Set<String> = []
    return found.filter { seen.insert($0.word + "\t" + $0.kind).inserted }
  }

  private static func escape(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if ".+*?()[]{}|^$\\/".unicodeScalars.contains(scalar), scalar != "/" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func xml(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static let header = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Sentence breaks of Arabic, written by Naql. What SRX cannot say is listed by: naql rules export -->
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

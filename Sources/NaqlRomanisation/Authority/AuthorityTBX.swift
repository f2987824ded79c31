import NaqlModel
import NaqlText
import NaqlXML

/// Reads an authority list from TBX 2 (`martif`): Arabic terms, Latin ones with their scheme in a note, and an English one.
final class AuthorityTBX: XMLReader.Handler {
  private var entries: [(entry: Authority.Entry, line: Int)] = []
  private var isTBX = false
  private var language = ""
  private var terms: [(language: String, text: String, note: String)] = []
  private var entityClass: EntityClass?
  private var isSubject = false
  private var text = ""
  private var line = 0

  /// The entries of a file, each Arabic term one, with the line that its entry begins in.
  static func entries(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [(entry: Authority.Entry, line: Int)] {
    let content = AuthorityTBX()
    try XMLReader.read(bytes, file: file, content)
    guard content.isTBX else {
      throw Diagnostic("authority.not-tbx", "is no TBX 2 file: it has no element “martif”", file: file)
    }
    return content.entries
  }

  func start(_ element: XMLReader.Element) {
    text = ""
    switch element.name {
    case "martif": isTBX = true
    case "termEntry":
      (terms, entityClass) = ([], nil)
      line = element.line
    case "descrip": isSubject = element.attributes["type"] == "subjectField"
    case "langSet": language = element.attributes["lang"] ?? ""
    default: break
    }
  }

  func text(_ text: String) { self.text += text }

  func end(_ name: String) {
    switch name {
    case "descrip": if isSubject { entityClass = EntityClass(rawValue: text) }
    case "term": terms.append((language, text, ""))
    case "note": if !terms.isEmpty { terms[terms.count - 1].note = text }
    case "termEntry": close()
    default: break
    }
    text = ""
  }

  private func close() {
    var forms = Authority.Entry(arabic: "", vocalised: "", conventional: "", schemes: [:], entityClass: entityClass)
    for term in terms {
      if term.language.hasSuffix("-Latn") {
        if !term.note.isEmpty { forms.schemes[term.note] = term.text }
      } else if term.language.hasPrefix("en"), forms.conventional.isEmpty {
        forms.conventional = term.text
      }
    }
    let arabic = terms.filter { $0.language.hasPrefix("ar") && !$0.language.hasSuffix("-Latn") }.map(\.text)
    for text in arabic where !arabic.contains(where: { Self.isPart(text, of: $0) }) {
      var entry = forms
      entry.arabic = text
      entries.append((entry, line))
    }
  }

  /// Whether a name is a part of a longer one: الأسد of بشار الأسد, which others are called too.
  private static func isPart(_ name: String, of other: String) -> Bool {
    let words = name.split(separator: " "), all = other.split(separator: " ")
    var at = 0
    for word in all
    where at < words.count && SpellingKey.strict.of(String(word)) == SpellingKey.strict.of(String(words[at])) {
      at += 1
    }
    return at == words.count && all.count > words.count
  }
}

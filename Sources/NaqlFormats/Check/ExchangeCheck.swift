import NaqlModel
import NaqlXML

/// Looks over what TMX 1.4 and TBX need to be of use: parts that must be there, ids given once, and names of elements.
///
/// Sources: the DTDs of TMX 1.4 (`tmx14.dtd`) and of TBX 2 (`TBXcoreStructV02.dtd`), and the core structure of TBX 3 (ISO 30042:2019).
final class ExchangeCheck: XMLReader.Handler {
  /// What was found, in the order of the file.
  private(set) var findings: [Diagnostic] = []

  /// Which format the file is in.
  private enum Kind { case tmx, tbx }

  private let kind: Kind
  private let file: String
  /// Elements that are open, with their lines and the names met in them so far.
  private var open: [(name: String, line: Int, inside: Set<String>)] = []
  private var ids: Set<String> = []
  private var text = ""

  /// A check of `file`, whose root element is `root`.
  private init(_ root: String, file: String) {
    kind = root == "tmx" ? .tmx : .tbx
    self.file = file
  }

  /// Findings about a well-formed file whose root element is `root`: tmx, martif or tbx.
  static func findings(_ bytes: [UInt8], root: String, file: String) -> [Diagnostic] {
    let check = ExchangeCheck(root, file: file)
    do throws(Diagnostic) { try XMLReader.read(bytes, file: file, check) } catch { return [error] }
    return check.findings
  }

  func start(_ element: XMLReader.Element) {
    let (name, line) = (element.name, element.line)
    // Modules of TBX 3 have namespaces and elements of their own.
    let isModule = element.namespace.map { !Self.namespaces.contains($0) } ?? false
    let known = kind == .tmx ? Self.tmx : Self.tbx
    if !isModule, !known.contains(name) {
      find("check.element", "“\(name)” is no element of \(kind == .tmx ? "TMX" : "TBX")", line)
    }
    if kind == .tmx, name == "header", element.attributes["srclang", default: ""].isEmpty {
      find("check.incomplete", "the header does not say the language of the sources: “srclang” is missing", line)
    }
    if kind == .tbx, let id = element.attributes["id"], !ids.insert(id).inserted {
      find("check.duplicate-id", "the id “\(id)” is used twice", line)
    }
    for index in open.indices { open[index].inside.insert(name) }
    open.append((name, line, []))
    text = ""
  }

  func text(_ text: String) { self.text += text }

  func end(_ name: String) {
    guard let element = open.popLast() else { return }
    if name == "term", text.allSatisfy(\.isWhitespace), element.inside.isEmpty {
      find("check.incomplete", "the term is empty", element.line)
    }
    text = ""
    for (container, part) in kind == .tmx ? Self.partsOfTMX : Self.partsOfTBX
    where container == name && element.inside.isDisjoint(with: part) {
      find("check.incomplete", "the \(name) has no \(part[0])", element.line)
    }
  }

  private func find(_ code: String, _ message: String, _ line: Int) {
    findings.append(Diagnostic(code, message, severity: .warning, file: file, line: line))
  }

  /// What must stand in an element: one of the names.
  private static let partsOfTMX = [
    ("tmx", ["header"]), ("tmx", ["body"]), ("tu", ["tuv"]), ("tuv", ["seg"]),
  ]
  private static let partsOfTBX = [
    ("body", ["termEntry", "conceptEntry"]), ("termEntry", ["term"]), ("conceptEntry", ["term"]),
  ]

  private static let tmx: Set<String> = [
    "body", "bpt", "ept", "header", "hi", "it", "map", "note", "ph", "prop", "seg", "sub", "tmx", "tu", "tuv", "ude",
    "ut",
  ]

  private static let tbx: Set<String> = [
    "admin", "adminGrp", "adminNote", "back", "body", "bpt", "change", "conceptEntry", "date", "descrip", "descripGrp",
    "descripNote", "ec", "encodingDesc", "ept", "fileDesc", "foreign", "hi", "item", "itemGrp", "itemSet", "langSec",
    "langSet", "martif", "martifHeader", "note", "ntig", "p", "ph", "publicationStmt", "ref", "refObject",
    "refObjectList", "refObjectSec", "revisionDesc", "sc", "sourceDesc", "tbx", "tbxHeader", "term", "termComp",
    "termCompGrp", "termCompList", "termEntry", "termGrp", "termNote", "termNoteGrp", "termSec", "text", "tig",
    "title", "titleStmt", "transac", "transacGrp", "transacNote", "xref",
  ]

  private static let namespaces: Set<String> = ["urn:iso:std:iso:30042:ed-2"]
}

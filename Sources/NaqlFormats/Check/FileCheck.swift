import NaqlModel
import NaqlRules
import NaqlText
import NaqlXML

/// Looks a file over before it is handed on: what other tools pass silently is said here, with its place.
///
/// XLIFF 1.2: well-formed, right namespace, ids given once, no unit lost, targets there, no Arabic letter left in a translation, bidi
/// controls closed. TMX and TBX: well-formed, elements that there are, each unit and entry with its parts, ids given once. JSON Lines: every line a document whose offsets fit.
public enum FileCheck {
  /// Findings about the bytes of `file`, in order; none when all is well.
  public static func findings(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    let start = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if start == 0x3C { return xmlFindings(bytes, file: file) }
    if start == 0x7B { return lineFindings(bytes, file: file) }
    return [
      Diagnostic(
        "check.unknown", "is neither XML nor Naql JSON Lines; check takes XLIFF, TMX, TBX and JSON Lines", file: file)
    ]
  }

  private static func xmlFindings(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    let root = RootElement()
    do throws(Diagnostic) { try XMLReader.read(bytes, file: file, root) } catch { return [error] }
    switch root.name {
    case "xliff": return xliffFindings(bytes, file: file)
    case "tmx", "martif", "tbx": return ExchangeCheck.findings(bytes, root: root.name, file: file)
    default:
      return [Diagnostic("check.root", "the root element “\(root.name)” is none that Naql writes", file: file, line: 1)]
    }
  }

  private static func xliffFindings(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    let reader = XLIFF12Reader()
    do throws(Diagnostic) { try XMLReader.read(bytes, file: file, reader) } catch { return [error] }
    if let problem = reader.problem { return [Diagnostic("check.namespace", problem, file: file, line: 1)] }
    var findings = reader.faults.map {
      Diagnostic("check.segments", $0.message, severity: .warning, file: file, line: $0.line)
    }
    var seen: Set<String> = []
    for unit in reader.units {
      func find(_ code: String, _ message: String) {
        findings.append(
          Diagnostic(code, "unit \(unit.id): \(message)", severity: .warning, file: file, line: unit.line))
      }
      if !seen.insert(unit.id).inserted { find("check.duplicate-id", "the id is used twice") }
      if unit.source.isEmpty { find("check.empty-source", "the source is empty") }
      guard unit.translate else { continue }
      guard let target = unit.target else {
        find("check.untranslated", "there is no translation")
        continue
      }
      if !unit.isTranslated {
        find("check.untranslated", "the target is still the source")
      } else if target.unicodeScalars.contains(where: { ArabicScript.isLetter($0.value) }) {
        find("check.arabic-left", "Arabic letters are left in the translation")
      }
      if !bidiControlsClose(target) { find("check.bidi", "a bidi control is not closed in the translation") }
    }
    for case .missing(let id, _) in UnitOrder(reader.units, reader.groups, room: bytes.count).slots {
      findings.append(Diagnostic("check.missing", "unit \(id) is missing", severity: .warning, file: file))
    }
    return findings
  }

  private static func lineFindings(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var number = 0
    for line in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      // Between CR and LF no line begins.
      let (start, end) = (line.startIndex, line.endIndex)
      if start == end, start > 0, end < bytes.count, bytes[start - 1] == 0x0D, bytes[end] == 0x0A { continue }
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      do throws(Diagnostic) {
        _ = try DocumentReader.parse(Array(line), file: file, number: number)
      } catch { findings.append(error) }
    }
    return findings
  }

  private static func bidiControlsClose(_ text: String) -> Bool {
    var open = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068: open += 1
      case 0x202C, 0x2069: open -= 1
      default: continue
      }
      if open < 0 { return false }
    }
    return open == 0
  }

  /// Remembers the first element's name.
  private final class RootElement: XMLReader.Handler {
    var name = ""
    func start(_ element: XMLReader.Element) { if name.isEmpty { name = element.name } }
    func end(_ name: String) {}
    func text(_ text: String) {}
  }
}

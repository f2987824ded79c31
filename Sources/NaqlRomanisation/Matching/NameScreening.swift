import NaqlModel
import NaqlRules

/// Looks for names in a list, however either side spells them.
public struct NameScreening {
  /// A name of the list that may be the name looked for.
  public struct Hit {
    /// The name as the list has it.
    public let name: String
    /// How alike they are.
    public let match: NameMatch
  }

  private let entries: [(text: String, name: MatchName)]
  private let matcher: NameMatcher

  /// A list of names, compared by `matcher`.
  public init(_ names: [String], _ matcher: NameMatcher) {
    self.matcher = matcher
    entries = names.map { ($0, matcher.name($0)) }
  }

  /// The names of a file: the first column of each line that is no comment (`#`) and not empty.
  public static func names(in path: String) throws(Diagnostic) -> [String] {
    String(decoding: try FileSystem.read(path), as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let cell = line.prefix { $0 != "\t" }
      return cell.first == "#" || cell.allSatisfy(\.isWhitespace) ? nil : String(cell)
    }
  }

  /// At most `limit` names of the list whose score reaches `threshold`, best first, equal ones in the list's order.
  public func hits(of text: String, threshold: Double, limit: Int) -> [Hit] {
    let name = matcher.name(text)
    var hits: [(place: Int, hit: Hit)] = []
    for (place, entry) in entries.enumerated() {
      let match = matcher.match(name, entry.name, limit: matcher.limit(name, entry.name, threshold: threshold))
      if match.score >= threshold { hits.append((place, Hit(name: entry.text, match: match))) }
    }
    hits.sort {
      $0.hit.match.score != $1.hit.match.score ? $0.hit.match.score > $1.hit.match.score : $0.place < $1.place
    }
    return hits.prefix(limit).map(\.hit)
  }
}

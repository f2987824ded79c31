import NaqlModel
import NaqlRules

/// Looks for names in a list, however either side spells them.
public struct NameScreening {
  /// A name of the list that may be the name looked for.
  public struct Hit {
    /// The name as the list has it.
    public let name: String
    /// How alike they are.
    public let match: NameComparison
  }

  private let entries: [(text: String, name: MatchName)]
  private let matcher: NameMatcher
  /// The words of the list, each once, and the entries that have it.
  private var words: [(word: MatchName, entries: [Int])] = []
  /// Entries of one word, which may be several joined.
  private var single: [Int] = []

  /// A list of names, compared by `matcher`.
  public init(_ names: [String], _ matcher: NameMatcher) {
    self.matcher = matcher
    entries = names.map { ($0, matcher.name($0)) }
    var places: [[UInt8]: Int] = [:]
    for (place, entry) in entries.enumerated() {
      if entry.name.wordCount < 2 { single.append(place) }
      for word in Self.telling(entry.name) {
        let at = places[word] ?? words.count
        if at == words.count {
          places[word] = at
          words.append((MatchName(codes: word), []))
        }
        if words[at].entries.last != place { words[at].entries.append(place) }
      }
    }
  }

  /// The words of a name that say something: three letters or more, or all where none has.
  private static func telling(_ name: MatchName) -> [[UInt8]] {
    let words = name.codes.split(separator: MatchLetters.gap).map(Array.init)
    let long = words.filter { $0.count > 2 }
    return long.isEmpty ? words : long
  }

  /// Entries that have a word near one of the name's, in order: no other can reach the threshold, but for words joined.
  private func candidates(_ name: MatchName, _ threshold: Double) -> [Int] {
    if name.wordCount < 2 { return Array(entries.indices) }
    var isNear = [Bool](repeating: false, count: entries.count)
    for place in single { isNear[place] = true }
    for word in Self.telling(name).map({ MatchName(codes: $0) }) {
      for (other, places) in words where matcher.isNear(word, other, threshold: threshold) {
        for place in places { isNear[place] = true }
      }
    }
    return entries.indices.filter { isNear[$0] }
  }

  /// The names of a file: the first column of each line that is no comment (`#`) and not empty.
  public static func names(in path: String) throws(Diagnostic) -> [String] {
    String(decoding: try FileSystem.read(path), as: UTF8.self).split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
      .compactMap { line in
        let cell = line.prefix { $0 != "\t" }
        return cell.first == "#" || cell.allSatisfy(\.isWhitespace) ? nil : String(cell)
      }
  }

  /// At most `limit` names of the list whose score reaches `threshold`, best first, equal ones in the list's order.
  public func hits(of text: String, threshold: Double, limit: Int) -> [Hit] {
    let name = matcher.name(text)
    var hits: [(place: Int, hit: Hit)] = []
    for place in candidates(name, threshold) {
      let entry = entries[place]
      let match = matcher.match(name, entry.name, limit: matcher.limit(name, entry.name, threshold: threshold))
      if match.score >= threshold { hits.append((place, Hit(name: entry.text, match: match))) }
    }
    hits.sort {
      $0.hit.match.score != $1.hit.match.score ? $0.hit.match.score > $1.hit.match.score : $0.place < $1.place
    }
    return hits.prefix(limit).map(\.hit)
  }
}

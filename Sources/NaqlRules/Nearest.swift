/// Finds the name that a user most likely meant.
public enum Nearest {
  /// `; did you mean “x”?` for the nearest of `names`, or for those that have it for a part (tsv: names-tsv, segments-tsv), or the list of
  /// them where none is near.
  public static func hint(_ name: String, among names: [String]) -> String {
    let whole = names.filter { $0.split(separator: "-").dropFirst().contains(Substring(name)) }
    if !whole.isEmpty { return "; did you mean \(whole.map { "“\($0)”" }.joined(separator: " or "))?" }
    if let near = nearest(name, among: names) { return "; did you mean “\(near)”?" }
    return names.isEmpty ? "" : "; known: \(names.joined(separator: ", "))"
  }

  /// The name at the smallest edit distance, if that is at most a third of its length (at least 2).
  public static func nearest(_ name: String, among names: [String]) -> String? {
    let scored = names.map {
      (distance(Array(name.lowercased().unicodeScalars), Array($0.lowercased().unicodeScalars)), $0)
    }
    guard let best = scored.min(by: { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }) else { return nil }
    return best.0 <= max(2, best.1.count / 3) ? best.1 : nil
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}

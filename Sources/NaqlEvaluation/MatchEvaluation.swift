import NaqlModel
import NaqlRules

/// Judges what says whether two spellings are one name: precision and recall by threshold, and how well it ranks pairs.
public struct MatchEvaluation: Sendable {
  /// A pair of spellings and whether they are one name.
  public struct Pair: Sendable {
    /// One spelling, in either script.
    public var one: String
    /// The other spelling.
    public var other: String
    /// Whether they are one name.
    public var isSame: Bool
    /// What kind of pair it is, for a table by kind; empty where the file does not say.
    public var kind: String
  }

  /// What a threshold makes of the pairs.
  public struct Point: Sendable {
    /// Score from which a pair counts as one name, from 0 to 1.
    public var threshold: Double
    /// Pairs rightly taken for one name, all taken for one, and all that are one.
    public var counts = PrecisionRecall()
  }

  /// The pairs, in order.
  public let pairs: [Pair]

  /// Reads pairs: two names and yes or no with TABs between, perhaps a kind behind them; a header line may come first.
  public init(path: String) throws(Diagnostic) {
    var pairs: [Pair] = []
    var number = 0
    for line in try GoldFile.text(path).split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let answer = cells.count > 2 ? cells[2].lowercased() : ""
      if answer != "yes" && answer != "no" {
        if pairs.isEmpty, cells.count > 2 { continue }
        throw Diagnostic(
          "evaluate.pairs", "two names and yes or no were expected here, with TABs between",
          file: FileSystem.inputName(path), line: number)
      }
      pairs.append(
        Pair(one: cells[0], other: cells[1], isSame: answer == "yes", kind: cells.count > 3 ? cells[3] : ""))
    }
    if pairs.isEmpty { throw GoldFile.empty(path) }
    self.pairs = pairs
  }

  /// The point of `threshold` for scores of the pairs, in their order.
  public func point(_ scores: [Double], threshold: Double) -> Point {
    var point = Point(threshold: threshold)
    for (pair, score) in zip(pairs, scores) {
      point.counts.gold += pair.isSame ? 1 : 0
      point.counts.given += score >= threshold ? 1 : 0
      point.counts.right += pair.isSame && score >= threshold ? 1 : 0
    }
    return point
  }

  /// The point with the best balance of precision and recall among thresholds of hundredths.
  public func best(_ scores: [Double]) -> Point {
    var best = point(scores, threshold: 0.01)
    for step in 2...100 {
      let next = point(scores, threshold: Double(step) / 100)
      if next.counts.f1 > best.counts.f1 { best = next }
    }
    return best
  }

  /// The probability that a pair of one name scores above a pair of two names, ties counted half (area under the ROC).
  public func area(_ scores: [Double]) -> Double {
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var sum = 0.0, negatives = 0, at = 0
    while at < order.count {
      var end = at, same = 0, others = 0
      while end < order.count, scores[order[end]] == scores[order[at]] {
        if pairs[order[end]].isSame { same += 1 } else { others += 1 }
        end += 1
      }
      sum += Double(same) * (Double(negatives) + Double(others) / 2)
      negatives += others
      at = end
    }
    let positives = pairs.count - negatives
    return positives == 0 || negatives == 0 ? 1 : sum / (Double(positives) * Double(negatives))
  }

  /// For each kind, in order of appearance: its pairs and how many of them are judged rightly at `threshold`.
  public func kinds(_ scores: [Double], threshold: Double) -> [(kind: String, pairs: Int, right: Int)] {
    var places: [String: Int] = [:]
    var found: [(kind: String, pairs: Int, right: Int)] = []
    for (pair, score) in zip(pairs, scores) where !pair.kind.isEmpty {
      let place = places[pair.kind] ?? found.count
      if place == found.count {
        places[pair.kind] = place
        found.append((pair.kind, 0, 0))
      }
      found[place].pairs += 1
      found[place].right += (score >= threshold) == pair.isSame ? 1 : 0
    }
    return found
  }
}

/// The likeliest lines that are made of one choice a word.
///
/// Of each step only links to the step before are kept, so that the work grows with the line and not with its square.
enum LineChoices {
  /// A line so far: the line that it goes on from, and the choice of its last word.
  private struct Link {
    var line: Int32
    var choice: Int32
  }

  /// The least odds of a choice: none rules a line out.
  private static let least = 1e-9

  /// At most `limit` lines by the product of their odds, best first, of equal ones the earlier choices first; each has the number of
  /// the choice for each word. `odds` are those of each word's choices, of which every word has one at least.
  static func best(_ odds: [[Double]], limit: Int) -> [[Int]] {
    var steps: [[Link]] = []
    var scores = [1.0]
    for word in odds {
      // Against the likeliest of the word, so that the product of a long line does not vanish.
      let top = max(word.max() ?? 1, least)
      var links: [Link] = [], products: [Double] = []
      for (line, score) in scores.enumerated() {
        for (choice, odd) in word.enumerated() {
          links.append(Link(line: Int32(line), choice: Int32(choice)))
          products.append(score * max(odd, least) / top)
        }
      }
      if word.count > 1 {
        let order = products.indices.sorted {
          products[$0] != products[$1] ? products[$0] > products[$1] : $0 < $1
        }
        .prefix(limit)
        (links, products) = (order.map { links[$0] }, order.map { products[$0] })
      }
      steps.append(links)
      scores = products
    }
    return scores.indices.map { choices(of: $0, steps) }
  }

  private static func choices(of last: Int, _ steps: [[Link]]) -> [Int] {
    var choices = [Int](repeating: 0, count: steps.count)
    var line = last
    for at in steps.indices.reversed() {
      choices[at] = Int(steps[at][line].choice)
      line = Int(steps[at][line].line)
    }
    return choices
  }
}

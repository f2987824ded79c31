/// The likeliest ways through the parts of a name, one spelling each, with their share in every country.
struct Paths {
  /// Number of countries.
  let width: Int
  /// What is left of each country's share, path by path.
  private(set) var shares: [Float]
  /// The sum of a path's shares.
  private(set) var sums: [Float] = [1]
  /// For each part the path that each path goes on from, and the spelling it has taken.
  private var steps: [[(path: Int, choice: Int)]] = []

  /// One path through no part, with the share of each country.
  init(_ shares: [Float]) {
    self.shares = shares
    width = shares.count
  }

  /// Number of paths.
  var count: Int { sums.count }

  /// Which spelling of each part a path has taken.
  func choices(_ path: Int) -> [Int] {
    var choices = [Int](repeating: 0, count: steps.count)
    var path = path
    for at in steps.indices.reversed() { (path, choices[at]) = steps[at][path] }
    return choices
  }

  /// Lengthens the paths by each of `choices`, whose probability by country is in `columns`, and keeps the best.
  mutating func extend(by choices: [Int], _ columns: [[Float]], width most: Int) {
    var best = Leading<(path: Int, choice: Int)>(most)
    for path in sums.indices {
      for choice in choices {
        var sum: Float = 0
        for tag in 0..<width { sum += shares[path * width + tag] * columns[tag][choice] }
        if sum > 0 { best.insert((path, choice), sum) }
      }
    }
    var newShares: [Float] = [], newSums: [Float] = []
    newShares.reserveCapacity(best.items.count * width)
    for (at, score) in best.items {
      for tag in 0..<width { newShares.append(shares[at.path * width + tag] * columns[tag][at.choice]) }
      newSums.append(score)
    }
    (shares, sums) = (newShares, newSums)
    steps.append(best.items.map(\.item))
  }
}

/// The items of the highest scores, best first; of equal ones the earlier stay in front.
struct Leading<Item> {
  /// The items so far.
  private(set) var items: [(item: Item, score: Float)] = []
  private let limit: Int

  /// At most `limit` items.
  init(_ limit: Int) {
    self.limit = limit
    items.reserveCapacity(limit + 1)
  }

  /// Puts an item in its place, if it is among the best.
  @inline(__always)
  mutating func insert(_ item: Item, _ score: Float) { insert(item, score) { _, _ in false } }

  /// The same; of equal scores the item that `precedes` stands in front.
  @inline(__always)
  mutating func insert(_ item: Item, _ score: Float, precedes: (Item, Item) -> Bool) {
    if items.count == limit, let last = items.last, !isBetter(item, score, than: last, precedes) { return }
    var at = items.count
    while at > 0, isBetter(item, score, than: items[at - 1], precedes) { at -= 1 }
    items.insert((item, score), at: at)
    if items.count > limit { items.removeLast() }
  }

  @inline(__always)
  private func isBetter(
    _ item: Item, _ score: Float, than other: (item: Item, score: Float), _ precedes: (Item, Item) -> Bool
  ) -> Bool {
    score != other.score ? score > other.score : precedes(item, other.item)
  }
}

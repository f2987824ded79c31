import NaqlModel

/// Finds whose name a person's short form is that begins with a word of kinship, عبد or أبو: بن سلمان behind محمد بن سلمان,
/// أبو عاقلة behind شيرين أبو عاقلة.
enum ShortNames {
  /// For each mention the longer one that it stands for: the last before it, else the first behind it; nil where it stands
  /// for none. `numbers` are those of the mentions' names.
  static func full(_ mentions: [Mention], _ numbers: [Int], of names: EntityNames) -> [Int?] {
    var fulls = [Int?](repeating: nil, count: mentions.count)
    guard numbers.contains(where: { names.isPart($0) }) else { return fulls }
    var first: [String: Int] = [:]
    for (index, number) in numbers.enumerated() {
      for part in names.parts(of: number) where first[part] == nil { first[part] = index }
    }
    if first.isEmpty { return fulls }
    var last: [String: Int] = [:]
    for index in mentions.indices where mentions[index].full == nil {
      for part in names.parts(of: numbers[index]) { last[part] = index }
      guard names.isPart(numbers[index]) else { continue }
      let key = String(names[numbers[index]].key)
      guard let full = last[key] ?? first[key] else { continue }
      fulls[index] = fulls[full] ?? full
    }
    return fulls
  }
}

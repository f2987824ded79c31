import NaqlModel

/// Finds whose name a person's short form is that begins with a word of kinship, عبد or أبو: بن سلمان behind محمد بن سلمان,
/// أبو عاقلة behind شيرين أبو عاقلة.
enum ShortNames {
  /// For each mention the longer one that it stands for: the last before it, else the first behind it; nil where it stands
  /// for none.
  static func full(_ mentions: [Mention], _ names: [EntityNames.Known]) -> [Int?] {
    var first: [String: Int] = [:]
    var hasShort = false
    for (index, name) in names.enumerated() {
      for part in name.parts where first[part] == nil { first[part] = index }
      if name.isPart { hasShort = true }
    }
    guard hasShort, !first.isEmpty else { return [Int?](repeating: nil, count: mentions.count) }
    var last: [String: Int] = [:]
    var fulls = [Int?](repeating: nil, count: mentions.count)
    for index in mentions.indices {
      if mentions[index].full == nil { for part in names[index].parts { last[part] = index } }
      guard names[index].isPart, mentions[index].full == nil else { continue }
      let key = String(names[index].key)
      guard let full = last[key] ?? first[key] else { continue }
      fulls[index] = fulls[full] ?? full
    }
    return fulls
  }
}

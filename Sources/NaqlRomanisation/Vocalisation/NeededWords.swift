/// Which words of a line must be read so that those asked for are chosen as if all were: the stretches of words that lead
/// up to them, and what the features look at from there.
struct NeededWords {
  /// The words to choose readings for, each span from the start of the line or from behind what is no Arabic word.
  private(set) var spans: [Range<Int>] = []
  /// A stand-in for each word that need not be read, nil for the others.
  private(set) var types: [VowelType?]

  /// Nil where nearly all words are needed, or the line is very long.
  init?(_ tokens: [VowelToken], asked: [Bool], use: Use) {
    guard tokens.count < 1 << 15, asked.count(where: { $0 }) * 3 < tokens.count else { return nil }
    var start = 0
    for at in tokens.indices {
      if tokens[at].letters.isEmpty { start = at + 1 }
      guard asked[at], start <= at else { continue }
      if let last = spans.last, last.lowerBound == start { spans.removeLast() }
      spans.append(start..<(at + 1))
    }
    // In a line of stand-ins that are told by their places, each word's context names the words that it looks at.
    types = tokens.indices.map { tokens[$0].letters.isEmpty ? nil : VowelType(standIn: UInt32($0)) }
    let line = VowelLine(tokens, use: use, types: types)
    for at in spans.joined() {
      let context = line.context(at)
      types[at] = nil
      for other in [context.previous, context.beforePrevious, context.next, context.afterNext] {
        if let other { types[Int(other.stem)] = nil }
      }
      for place in [context.opening, context.clause] where place < tokens.count { types[Int(place)] = nil }
    }
  }
}

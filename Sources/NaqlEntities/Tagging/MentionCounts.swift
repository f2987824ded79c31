/// How often each name bears which label in a stretch of text that moves on.
struct MentionCounts {
  /// Mentions of each name, and those of them with a label other than O.
  private var totals: [SIMD2<Int32>] = []
  /// Of those, how many with each label.
  private var named: [NameScores] = []

  /// Makes room for so many names.
  mutating func fit(_ names: Int) {
    if totals.count >= names { return }
    let more = names * 2 - totals.count
    totals.append(contentsOf: repeatElement(SIMD2(), count: more))
    named.append(contentsOf: repeatElement(NameScores(), count: more))
  }

  /// Asks for what the names of a sentence's tokens are counted in.
  func prefetch(_ tokens: ArraySlice<TypeFacts>) {
    totals.withUnsafeBufferPointer { totals in
      for token in tokens where Int(token.name) < totals.count { (totals.baseAddress! + Int(token.name)).prefetch() }
    }
  }

  /// Counts the tokens of a sentence, `by` 1, or takes them away, by -1.
  mutating func count(_ tokens: ArraySlice<TypeFacts>, _ labels: ArraySlice<UInt8>, by step: Int16) {
    tokens.withUnsafeBufferPointer { tokens in
      labels.withUnsafeBufferPointer { labels in
        totals.withUnsafeMutableBufferPointer { totals in
          for at in 0..<tokens.count {
            let name = Int(tokens[at].name)
            totals[name][0] &+= Int32(step)
            if labels[at] == 0 { continue }
            totals[name][1] &+= Int32(step)
            named[name][Int(labels[at]) - 1] &+= step
          }
        }
      }
    }
  }

  /// Appends the code of what the other mentions of each token's name are labelled.
  func appendCodes(_ tokens: ArraySlice<TypeFacts>, _ labels: ArraySlice<UInt8>, to codes: inout [UInt8]) {
    totals.withUnsafeBufferPointer { totals in
      for (token, label) in zip(tokens, labels) {
        let name = Int(token.name)
        let all = totals[name]
        // Most words are no names anywhere near.
        var others = NameScores()
        if all[1] > (label == 0 ? 0 : 1) {
          others = named[name]
          if label != 0 { others[Int(label) - 1] &-= 1 }
        }
        codes.append(ContextCodes.mentionCode(total: Int(all[0]) - 1, named: others))
      }
    }
  }
}

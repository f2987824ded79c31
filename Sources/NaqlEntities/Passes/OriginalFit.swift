import NaqlModel

/// Names before their original in brackets, which spells all of their words: أغنيتا فالتسكوغ (Agnetha Fältskog).
///
/// Source: usage of encyclopaedias.
struct OriginalFit: MentionPass {
  let words: DocumentWords

  /// Brings such a name to the words that the original spells.
  func edit(_ board: inout MentionBoard) {
    for bracket in words.facts.indices where words.facts[bracket].signature == .openingBracket {
      let end = bracket > 0 && words.facts[bracket - 1].signature == .quote ? bracket - 1 : bracket
      guard let latin = words.original(behind: bracket).map({ $0.filter { words[$0].signature == .latin } }),
        latin.count > 1
      else {
        continue
      }
      let first = end - latin.count
      guard first >= words.sentence(bracket).start, (first..<end).allSatisfy({ words[$0].length > 0 }),
        case let held = board.numbers(in: first..<end), !held.isEmpty,
        held.allSatisfy({ board[$0].isInside(first..<end) }),
        held.count > 1 || held.allSatisfy({ board[$0].count < latin.count }),
        zip(first + 1..<end, latin.dropFirst()).allSatisfy({ spells($0, $1, behind: 0) }),
        let letters = [0, 1, 2].first(where: { spells(first, latin[0], behind: $0) })
      else { continue }
      let surest = held.max { (board[$0].confidence, $1) < (board[$1].confidence, $0) }!
      var whole = board[surest]
      // Of two names that are none the class of neither holds.
      if held.count > 1, whole.confidence < 900 { whole.entityClass = .person }
      let cue = words.cueBefore(first, words.sentence(bracket).start)
      if cue.contains(.mediaCue) {
        whole.entityClass = .media
      } else if cue.contains(.workCue) {
        whole.entityClass = .work
      }
      (whole.words, whole.letters, whole.restored) = (first..<end, letters, false)
      board.put(whole)
    }
  }

  /// Whether a word behind so many letters of clitics spells a Latin one.
  private func spells(_ at: Int, _ latin: Int, behind letters: Int) -> Bool {
    if letters > 0, words[at].letters[1] == 255 { return false }
    return OriginalLetters.areAlike(Array(spelling(at).dropFirst(letters * 2)), spelling(latin))
  }

  private func spelling(_ at: Int) -> [UInt8] {
    var word: [UInt8] = []
    words.cache.bytes(of: words.facts[at].type) { word = Array($0) }
    return word
  }
}

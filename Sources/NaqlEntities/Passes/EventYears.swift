import NaqlModel
import NaqlText

/// The year of a competition, a festival or a conference, which belongs to its name.
struct EventYears: MentionPass {
  let words: DocumentWords

  /// Takes the year directly behind an event into it, over one adjective (الألعاب الأولمبية الصيفية 2024), and ends the event there
  /// where a place behind ب follows: كأس العالم 2022 بقطر.
  func edit(_ board: inout MentionBoard) {
    for index in board.inOrder() where board[index].entityClass == .event {
      let mention = board[index]
      if let year = (mention.start + 1..<mention.end).first(where: { isYear($0) }) {
        if year + 2 == mention.end { setPlaceApart(of: index, on: &board) }
        continue
      }
      var at = mention.end
      if at < words.count, isDescription(at) { at += 1 }
      guard at < words.sentence(mention.start).end, isYear(at), (mention.end...at).allSatisfy({ board.isFree($0) })
      else {
        continue
      }
      board.stretch(index, over: mention.start..<at + 1)
    }
  }

  /// Makes a place of its own of an event's last word, where that is one behind ب. Lists of events may have the word as it stands.
  private func setPlaceApart(of index: Int, on board: inout MentionBoard) {
    let last = board[index].end - 1
    let word = words[last]
    let isPlace = (1..<4).contains {
      word.letters[$0] == 1 && word.ordinals[$0] >= 0
        && words.nameFacts(word.ordinals[$0]).kind.contains(.place)
    }
    guard words.edges(last).contains(.behindBa), isPlace, word.wholeKind.isDisjoint(with: .place) else { return }
    board.cut(index, to: board[index].start..<last)
    board.put(
      Mention(
        start: last, end: last + 1, entityClass: .location, origin: .rule, rule: .list, confidence: 800, letters: 1))
  }

  /// Whether a word is an adjective with its article.
  private func isDescription(_ at: Int) -> Bool {
    words[at].hasArticle && !words.kindsWithoutArticle(at).isDisjoint(with: [.adjective, .nisba])
  }

  /// Whether a word is a year from 1900 to 2099, of either digits. A round one counts what follows: حضر المهرجان 2000 ضيف.
  private func isYear(_ at: Int) -> Bool {
    guard words.isNumber(at) else { return false }
    var year = 0
    words.cache.bytes(of: words.facts[at].type) { word in
      let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
      if scalars.count == 4 { year = scalars.reduce(0) { $0 * 10 + (ArabicScript.digit($1.value) ?? 0) } }
    }
    guard (1900...2099).contains(year) else { return false }
    return year % 100 != 0 || at + 1 == words.count || words.isMark(at + 1) || words[at + 1].hasArticle
  }
}

import NaqlModel

/// Words behind a conjunction or a preposition that is written together with them.
extension DocumentWords {
  /// Whether a word is و before a hamza, which keys fold away: وأدى is no wadi.
  func isJoinedHamza(_ at: Int) -> Bool { begins("وأ", at) }

  /// Whether a word is و before a hamza that no list has: توتال وأودي.
  func isJoinedBeforeHamza(_ at: Int) -> Bool {
    self[at].ordinals[0] < 0 && edges(at).contains(.beforeHamza) && begins("و", at)
  }

  /// Whether a word is a given name behind و, though lists have another name of these letters: وليلى, the town of Volubilis.
  func isJoinedGivenName(_ at: Int) -> Bool {
    let word = self[at]
    return word.ordinals[0] >= 0 && word.letters[1] == 1 && word.ordinals[1] >= 0 && edges(at).contains(.joined)
      && word.wholeKind.isDisjoint(with: [.given, .family, .foreign, .kinship])
      && nameFacts(word.ordinals[1]).kind.contains(.given)
  }

  /// Whether a word is و with a definite word behind it, listed or not: والترجمة.
  func isJoinedDefinite(_ at: Int) -> Bool { cache.isJoinedDefinite(facts[at].type) }

  /// Whether a word stands behind a preposition, so that none is glued to it: في كاث, قرب بياي.
  /// علي is the name where the text writes على apart (سافر علي لمصر).
  func isGoverned(_ at: Int) -> Bool {
    at > 0 && self[at - 1].wholeKind.contains(.preposition) && !(writesYehApart && isSpelt("علي", at - 1))
  }

  /// Whether a word is a clitic before أبو or ابن in one of their cases, or before آل: لابن قتيبة, بأبي حامد, لآل سعود.
  func isBeforeKunya(_ at: Int) -> Bool {
    bytes(at) { word in
      Self.openers.contains { word.count == $0.utf8.count + 2 && word.suffix($0.utf8.count).elementsEqual($0.utf8) }
        && Self.clitics.contains { word.starts(with: $0.utf8) }
    }
  }

  private static let openers = ["أبي", "أبو", "أبا", "ابي", "ابو", "ابا", "ابن", "بن", "آل"],
    clitics = ["ب", "ل", "و", "ف", "ك"]

  /// Whether a word is ب and the article.
  func isDefiniteBehindBa(_ at: Int) -> Bool { begins("بال", at, least: 11) }

  /// Whether a word is one behind للـ, with which no person's name goes on: سلام للصحافيين.
  func isForOthers(_ at: Int) -> Bool {
    let word = self[at]
    return word.ordinals[0] < 0 && (1..<4).contains { word.restored & (1 << UInt8($0)) != 0 && word.letters[$0] != 255 }
  }

  /// Whether a word is ب or ل and a place of the lists: علي خليل | لبيروت.
  func isListedPlaceBehindLetter(_ at: Int) -> Bool {
    guard edges(at).contains(.behindBa) || begins("ل", at), let match = listed(at) else { return false }
    return match.reading != 0 && !match.list.isDisjoint(with: [.place, .country]) && !match.list.contains(.minor)
  }

  /// Whether a word of a body's or event's name is a place behind ب, listed or, behind a definite word, in no list: مجلس الوزراء بالعلمين,
  /// المؤتمر العالمي بووتشن.
  func isPlaceBehindBa(_ at: Int) -> Bool {
    let word = self[at]
    guard word.ordinals[0] < 0, edges(at).contains(.behindBa), word.wholeKind.isEmpty else { return false }
    if let match = listed(at), match.reading != 0, match.list.contains(.place) { return true }
    if word.best != 0, word.kind.contains(.place) { return true }
    return word.score == 0 && word.length >= 5 && self[at - 1].hasArticle
      && edges(at).isDisjoint(with: [.behindPreposition, .possessed]) && word.kind.isEmpty && !begins("بال", at)
  }
}

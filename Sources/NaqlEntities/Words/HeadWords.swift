import NaqlModel

/// Words that open names or stand before them: titles, heads of bodies, descriptors.
extension DocumentWords {
  /// Whether a word is a title with its article, behind which a person's name begins.
  func isTitle(_ at: Int) -> Bool { self[at].hasArticle && self[at].kind.contains(.titleHead) }

  /// Whether a word is an ordinal behind a definite title: الضابط الثاني غيورغي.
  func isOrdinalOfOffice(_ at: Int) -> Bool {
    guard at > 0, self[at].hasArticle, self[at - 1].hasArticle else { return false }
    if self[at].wholeKind.contains(.ordinal) { return true }
    return isTitle(at - 1) && kindsWithoutArticle(at).contains(.adjective)
      && self[at].kind.union(kindsWithoutArticle(at)).isDisjoint(with: [.given, .family])
  }

  /// Whether a definite title stands before a person, and belongs to no body's name: تيار الحكمة السيد عمار.
  func isTitleOfPerson(_ at: Int, _ end: Int) -> Bool {
    let word = self[at]
    return word.hasArticle && word.kind.contains(.titleHead) && at + 1 < end && labels[at + 1] <= TagLabel.insidePerson
      && (labels[at + 1] == TagLabel.person || self[at + 1].kind.contains(.given))
  }

  /// Whether a name is that of a news agency by its first two words.
  func isNewsAgency(_ at: Int) -> Bool {
    at + 1 < count && self[at].kind.contains(.mediaHead) && self[at + 1].wholeKind.contains(.newsword)
  }

  /// Whether a word and the next describe the body behind them: مجلس إدارة الأهلي.
  func isBoard(_ at: Int) -> Bool { self[at].kind.contains(.bodyHead) && self[at + 1].kind.contains(.board) }

  /// Whether a head is no part of a foreign name behind it: فرقة هيب ستارز, but فرقة معان للفلكلور.
  func isBand(_ at: Int) -> Bool {
    self[at].kind.isSuperset(of: [.bodyHead, .bodyCue]) && !self[at + 1].hasArticle
      && (isUnknown(at + 1) || self[at + 1].kind.contains(.foreign))
  }

  /// Whether a listed club stands at a token, before which the head is no part of its name; one called like a town or by a common word is none behind
  /// the head of another body (جامعة برشلونة, مجلس التعاون).
  func isClub(_ at: Int) -> Bool {
    guard let match = listed(at), match.list.contains(.club) else { return false }
    if match.list.isDisjoint(with: [.place, .country, .common]) { return true }
    let cues: WordFacts.Kind = match.list.contains(.common) ? [.bodyCue, .contest] : .bodyCue
    return at > 0 && !self[at - 1].kind.isDisjoint(with: cues)
  }

  /// Whether وكالة stands before a body that the lists have without it, and no list has both: وكالة ناسا, but وكالة فرانس برس.
  func isAgencyBeforeBody(_ at: Int) -> Bool {
    guard at + 1 < count, self[at].kind.contains(.mediaHead), listed(at) == nil, !self[at + 1].hasArticle,
      let match = listed(at + 1)
    else { return false }
    return match.reading == 0 && match.list.contains(.organisation) && match.list.isDisjoint(with: [.place, .media])
  }

  /// Whether a head only says what kind of event the next head opens: بطولة كأس أمم أفريقيا.
  func isKindOfEvent(_ at: Int) -> Bool {
    self[at].kind.contains(.eventHead) && at + 1 < count && !self[at + 1].hasArticle
      && self[at + 1].wholeKind.contains(.eventHead)
  }

  /// Where the name of a body goes on with what it is for, behind a definite adjective: الجمعية الأمريكية للملحنين والمؤلفين; `at` where
  /// it does not.
  func purpose(behind at: Int, of head: Int) -> Int {
    guard at > head + 1, at < count, begins("لل", at, least: 10) else { return at }
    let (start, end) = sentence(head)
    let before = self[at - 1]
    guard at < end, before.hasArticle,
      !before.kind.union(kindsWithoutArticle(at - 1)).isDisjoint(with: [.adjective, .nisba, .demonym]),
      headKinds(head).contains(.bodyHead), head == start || self[head - 1].kind.isDisjoint(with: .personCue),
      self[at].kind.isDisjoint(with: [.demonym, .place])
    else { return at }
    var last = at + 1
    while last < end, !isMark(last), isJoinedDefinite(last), !isLabelled(last) || labels[last] == TagLabel.insideBody {
      last += 1
    }
    return last
  }
}

import NaqlModel

/// Words on the edges of a tagged name that grammar rules out: verbs, particles, accusatives and duals of common words.
///
/// Only words without any evidence of being a name are looked at, so that كريم or أحمد stay.
extension MentionFinder {
  /// The name without such words; nil where nothing is left. Of places and bodies only possessed nouns are taken.
  func withoutCommonEdges(_ mention: Mention) -> Mention? {
    var mention = mention
    if mention.entityClass != .person {
      while mention.end > mention.start + 1, isPossessed(mention.end - 1) { mention.end -= 1 }
      if mention.entityClass == .location, mention.end > mention.start + 2, isSpelt("شبه", mention.start),
        type(mention.start + 1).kind.contains(.placeCue)
      {
        mention.start += 2  // شبه جزيرة القرم
      }
      if mention.entityClass == .location, mention.end == mention.start + 2, isDirectionOfPlace(mention.start) {
        mention.start += 1  // جنوب تنجانيقا
      }
      if mention.end == mention.start + 1, isJoinedVerb(mention.start) || isOrdinaryWord(mention.start) {
        return nil  // فرأى, فازوا
      }
      if mention.end > mention.start + 1, isSpelt("أن", mention.start) { mention.start += 1 }
      while mention.end > mention.start + 1,
        isPossessed(mention.start) || isJoinedVerb(mention.start) || isFuture(mention.start)
          || isVerbWithObject(mention.start)
      {
        if isPossessed(mention.start), type(mention.start + 1).hasArticle { return nil }  // حليفيه الرئيسيين
        mention.start += 1
      }
      return mention
    }
    while mention.end > mention.start,
      isCommonEnd(mention.end - 1, first: mention.end - 1 == mention.start)
        || isTitleEnd(mention.end - 1, behind: mention.start)
    {
      mention.end -= 1
    }
    while mention.end - mention.start > 1,
      isCommonStart(mention.start) || isPossessed(mention.start) || isVerbWithObject(mention.start)
        || isFuture(mention.start) || isConjunction(mention.start) && writesHamzas && begins("أ", mention.start)
        || isForOthers(mention.start) && type(mention.start).score < 2
        || isJoinedNoun(mention.start) || mention.end - mention.start > 2 && isNounBeforeFullName(mention.start)
    { mention.start += 1 }
    return mention.start < mention.end ? mention : nil
  }

  /// Whether a word without the article is one of running text, and of no list of names.
  private func isOrdinaryWord(_ at: Int) -> Bool {
    !type(at).hasArticle && text.quoted[at] == 0 && (isUnlisted(at, .ordinary) || isUnlisted(at, .verb))
  }

  /// A direction before a place of one word, of which no list has both together.
  private func isDirectionOfPlace(_ at: Int) -> Bool {
    edges(at).contains(.direction) && !type(at + 1).hasArticle && type(at).best == 0
      && listed(at).map { Int($0.end) <= at + 1 } ?? true
  }

  /// A title with its article behind a full name, which begins the next (نبيه بري السفير), or what a person became (فيصل ملكا).
  private func isTitleEnd(_ at: Int, behind start: Int) -> Bool {
    let word = type(at)
    if at > start, word.ordinals[0] < 0, edges(at).contains(.titleWithAlif) { return true }
    return at > start + 1 && word.hasArticle && word.best == 0 && kindsWithoutArticle(at).contains(.titleHead)
      && word.kind.union(kindsWithoutArticle(at)).isDisjoint(with: [.family, .given])
  }

  /// بارو متحدثا, أبي وهو: a particle with its conjunction, or a common word in the accusative.
  private func isCommonEnd(_ at: Int, first: Bool) -> Bool {
    let word = type(at)
    guard word.score == 0 else { return false }
    guard word.ordinals[0] < 0 else {
      // بعيدا, which begins titles of the lists
      return !first && text.codes[at] == 0 && ends(with: "ا", at) && edges(at).contains(.commonWithAlif)
    }
    let edges = edges(at)
    return edges.contains(.joinedParticle)
      || !first && !edges.isDisjoint(with: [.commonWithAlif, .possessed, .joinedVerb, .behindPreposition])
      || !first && edges.contains(.ordinary) && !(word.hasArticle && edges.contains(.nisbaEnd))
      || !first && word.length > 3 && edges.contains(.verb)
  }

  /// A verb with a pronoun, behind which its subject stands: صرعه هرقل.
  private func isVerbWithObject(_ at: Int) -> Bool { isUnlisted(at, .withObject) }

  /// A verb in the future: سيوفد نوهو ريبادو.
  private func isFuture(_ at: Int) -> Bool { isUnlisted(at, .future) }

  /// Whether a word that no list has is none of a name before which it stands: وتوصف, سيوفد, أخرجه, لاعبوه.
  func isOutside(_ at: Int) -> Bool {
    isJoinedVerb(at) || isFuture(at) || isVerbWithObject(at) || isPossessed(at) || isUnlisted(at, .behindPreposition)
  }

  /// A verb behind its conjunction: وأدى حسن البارودي.
  private func isJoinedVerb(_ at: Int) -> Bool { isUnlisted(at, .joinedVerb) }

  /// A common noun with و and the article before a person's name: والسيناريو عبد الحي أديب.
  private func isJoinedNoun(_ at: Int) -> Bool {
    let word = type(at)
    return word.score < 2 && edges(at).contains(.joined)
      && (word.ordinals[0] < 0 || isJoinedDefinite(at) && word.wholeKind.isDisjoint(with: WordEdges.nameKinds))
      && !kindsWithoutArticle(at).isDisjoint(with: [.word, .institution])
  }

  /// A common noun whose genitive a person is: ريشة هنري مور.
  private func isNounBeforeFullName(_ at: Int) -> Bool {
    let word = type(at), next = type(at + 1)
    return !word.hasArticle && word.score < 2 && word.kind.contains(.word) && WordEdges.isCommon(word.kind)
      && next.kind.contains(.given) && !WordEdges.isCommon(next.kind) && next.best == 0
  }

  /// A common word with a pronoun behind it, of which no list has a name: ملاحظاته, شروطها.
  private func isPossessed(_ at: Int) -> Bool { isUnlisted(at, .possessed) }

  /// Whether a word is one behind للـ, with which no person's name goes on: سلام للصحافيين.
  func isForOthers(_ at: Int) -> Bool {
    let word = type(at)
    return word.ordinals[0] < 0 && (1..<4).contains { word.restored & (1 << UInt8($0)) != 0 && word.letters[$0] != 255 }
  }

  /// أهدر ميتروفيتش: a verb, with a conjunction or without; حليفا الأسد: the dual of a common word before its genitive.
  func isCommonStart(_ at: Int) -> Bool {
    let word = type(at)
    guard word.score == 0, !word.hasArticle else { return false }
    let edges = edges(at)
    return edges.contains(.verb) || word.ordinals[0] < 0 && !edges.isDisjoint(with: [.joinedParticle, .ordinary])
      || word.ordinals[0] < 0 && edges.contains(.commonWithAlif) && type(at + 1).hasArticle
  }

  /// Whether a word begins no name: أنا, في, as it stands.
  func isOpener(_ at: Int) -> Bool {
    type(at).wholeKind.contains(.opener) && type(at).best == 0 && !begins("آ", at)  // آنا is no أنا
      || isSpelt("فإن", at)  // فان is a name's فان; with its hamza it is none
  }

  /// Whether a word is an adjective and the next is joined to it by و, so that the name is the second alone: آسيوية وأدنوك.
  func isJoinedDescription(_ at: Int) -> Bool {
    let word = type(at), next = type(at + 1)
    guard !word.hasArticle, next.best != 0, next.letters[Int(next.best)] == 1, edges(at + 1).contains(.joined) else {
      return false
    }
    return word.score < 2 && !word.kind.isDisjoint(with: [.adjective, .demonym, .nisba])
      && word.kind.isDisjoint(with: [.given, .family, .place])
  }

  /// Whether a word of no list is the definite adjective of the definite word before it: المبعوث الأممي رمطان لعمامرة.
  func isOfficeAdjective(_ at: Int) -> Bool {
    let word = type(at)
    guard word.hasArticle, type(at - 1).hasArticle, word.ordinals[0] < 0, word.score == 0 else { return false }
    return edges(at).contains(.nisbaEnd)
  }

  /// Whether a word is an ordinal behind a definite title: الضابط الثاني غيورغي.
  func isOrdinalOfOffice(_ at: Int) -> Bool {
    guard at > 0, type(at).hasArticle, type(at - 1).hasArticle else { return false }
    if type(at).wholeKind.contains(.ordinal) { return true }
    return isTitle(at - 1) && kindsWithoutArticle(at).contains(.adjective)
      && type(at).kind.union(kindsWithoutArticle(at)).isDisjoint(with: [.given, .family])
  }

  /// Whether a word is the number of a channel, and counts nothing: القناة 12, فرانس 24, but نشرت مجلة ساينس 12 دراسة.
  func isChannelNumber(_ at: Int) -> Bool {
    guard type(at).signature == .number, bytes(at, { $0.count <= 2 }) else { return false }
    return at + 1 == text.count || type(at + 1).hasArticle || !type(at + 1).kind.contains(.word)
  }

  /// Whether the spelling of a token (UTF-8) passes a test.
  func bytes(_ at: Int, _ test: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var passes = false
    cache.bytes(of: text.facts[at].type) { passes = test($0) }
    return passes
  }

  /// Whether a token is spelt so.
  func isSpelt(_ spelling: String, _ at: Int) -> Bool {
    bytes(at) { $0.count == spelling.utf8.count && Self.starts($0, with: spelling) }
  }

  /// Whether a token begins with these letters and has at least `least` UTF-8 bytes.
  func begins(_ letters: String, _ at: Int, least: Int = 0) -> Bool {
    bytes(at) { $0.count >= max(least, letters.utf8.count) && Self.starts($0, with: letters) }
  }

  /// Whether a token ends in these letters.
  func ends(with letters: String, _ at: Int) -> Bool {
    let length = letters.utf8.count
    return bytes(at) { word in
      word.count > length
        && Self.starts(UnsafeRawBufferPointer(rebasing: word[(word.count - length)...]), with: letters)
    }
  }

  /// Whether bytes, no fewer than those of `letters`, begin with them.
  @inline(__always)
  private static func starts(_ word: UnsafeRawBufferPointer, with letters: String) -> Bool {
    letters.utf8.withContiguousStorageIfAvailable { asked in
      for at in asked.indices where word[at] != asked[at] { return false }
      return true
    } ?? word.starts(with: letters.utf8)
  }

  /// Whether a word of which no list has a name has an edge.
  private func isUnlisted(_ at: Int, _ edge: WordEdges) -> Bool {
    let word = type(at)
    return word.score == 0 && word.ordinals[0] < 0 && edges(at).contains(edge)
  }

  /// What the endings and fronts of a token's word say.
  func edges(_ at: Int) -> WordEdges { cache.edges(of: text.facts[at].type) }
}

import NaqlText

/// Gathers the readings of a word type from the tables, the lexicon and the letter tagger.
struct Candidates {
  let model: VowelModel
  let lexicon: Lexicon
  /// Stable hashes of the lexicon's kinds.
  let kinds: [UInt8]
  /// Which of its kinds have a nunation.
  private let isDeclined: [Bool]
  /// Which are given names, and which verbs.
  private let isName: [Bool]
  let isVerb: [Bool]

  init(model: VowelModel, lexicon: Lexicon) {
    self.model = model
    self.lexicon = lexicon
    kinds = lexicon.kinds.map(Self.kindHash)
    isName = lexicon.kinds.map { $0 == "given" }
    isVerb = lexicon.kinds.map { $0.hasPrefix("verb-") }
    isDeclined = lexicon.kinds.map { ["noun", "adjective", "participle", "masdar", "nisba"].contains($0) }
  }

  /// A stable hash of the name of a lexicon kind, never 0.
  static func kindHash(_ name: String) -> UInt8 {
    UInt8(truncatingIfNeeded: FeatureHash.bytes(7, name.utf8) % 251 + 1)
  }

  /// How far readings are looked for.
  enum Search {
    /// In all tables, and by the letter tagger.
    case full
    /// As `full`, but for no clitic, not even the article, at the front.
    case uncut
    /// As `full`, but by the letter tagger only where no table has the word: for very long documents.
    case quick
    /// In the tables only: for words that their marks settle, which are but neighbours of others.
    case tables
  }

  /// Readings of `letters`, likeliest first by a first guess, at most `limit`.
  func all(of letters: [UInt8], _ search: Search = .full, limit: Int = 20) -> [Candidate] {
    var found: [Candidate] = []
    let count = letters.count
    let ordinal = model.ordinal(letters)
    let known = model.word(ordinal, length: count)
    if known.count > 0, search != .uncut {
      let total = Float(max(1, known.total))
      for reading in 0..<known.count {
        let at = place(Array(known.labels(reading)), &found)
        found[at].sources.insert(.word)
        found[at].wordShare = Float(known.counts[reading]) / total
        found[at].wordRank = UInt8(min(reading, 14))
      }
    }
    for cut in CliticCut.all(of: letters) where search != .uncut || cut.length == 0 {
      let stem = Array(letters[cut.length...])
      addStems(stem, cut, &found)
      addLexicon(stem, cut, &found)
      addVerbForms(stem, cut, &found)
      addSuffixed(stem, cut, &found)
      addAccusative(stem, cut, &found)
      if cut.length == 0 { addSonOf(stem, &found) }
    }
    let seen = known.count > 0 ? known.total : 0
    let isTagged =
      switch search {
      case .full, .uncut: true
      case .quick, .tables: found.isEmpty
      }
    if count <= 24, isTagged {
      let paths = LetterTagger(model: model).best(
        letters, relatives: Relatives(model: model).labels(letters), limit: seen >= 20 ? 2 : 5,
        hasClitics: search != .uncut)
      for (rank, path) in paths.enumerated() {
        let at = place(path.labels, &found)
        found[at].sources.insert(.tagger)
        found[at].tagShare = path.probability
        found[at].tagRank = UInt8(rank)
      }
    }
    found.removeAll { candidate in
      Self.isFutureOfNoun(letters, candidate.labels)
        || candidate.kind == Self.perfect && Self.isFuture(letters, candidate.labels)
    }
    dropDoubled(&found, of: letters)
    dropMaqsura(&found, of: letters)
    let order = found.indices.sorted {
      let (a, b) = (found[$0].prior, found[$1].prior)
      return a != b ? a > b : found[$0].labels.lexicographicallyPrecedes(found[$1].labels)
    }
    return order.prefix(limit).map { found[$0] }
  }

  /// Drops readings that only double a ي otherwise than the lexicon has it: headings of catalogues mix iy and īy, تَنْمِيَة is no tanmīyah.
  private func dropDoubled(_ found: inout [Candidate], of letters: [UInt8]) {
    let known = found.filter { $0.sources.contains(.lexicon) && !$0.sources.contains(.loose) }
    if known.isEmpty || !letters.contains(VowelLetter.ya) { return }
    found.removeAll { candidate in
      guard !candidate.sources.contains(.lexicon) else { return false }
      return known.contains { Self.differsInYa(candidate.labels, $0.labels, letters) }
    }
  }

  /// Drops guesses in -á of a word in ى that the lexicon has in ي and not so, as Egypt and older books write it: التجارى is al-Tijārī.
  private func dropMaqsura(_ found: inout [Candidate], of letters: [UInt8]) {
    guard letters.last == VowelLetter.alifMaqsura else { return }
    func last(_ candidate: Candidate) -> VowelLabel.Vowel { VowelLabel(raw: candidate.labels.last ?? 0).vowel }
    let known = found.filter { $0.sources.contains(.lexicon) }
    guard known.contains(where: { last($0) == .longI && $0.sources.contains(.loose) }),
      !known.contains(where: { last($0) == .maqsura })
    else { return }
    found.removeAll { last($0) == .maqsura && $0.sources.isDisjoint(with: [.lexicon, .word]) }
  }

  /// Whether two readings differ in how many consonants a ي is, and in nothing else but the ending of a ة.
  private static func differsInYa(_ one: [UInt8], _ other: [UInt8], _ letters: [UInt8]) -> Bool {
    var differs = false
    for at in one.indices where one[at] != other[at] {
      let (a, b) = (VowelLabel(raw: one[at]), VowelLabel(raw: other[at]))
      if letters[at] == VowelLetter.tehMarbuta { continue }
      if at + 1 < letters.count, letters[at + 1] == VowelLetter.ya, a.consonants == b.consonants,
        [a.vowel, b.vowel].allSatisfy({ $0 == .none || $0 == .i })
      {
        continue  // the i of iy, which īy has in its ya
      }
      guard letters[at] == VowelLetter.ya, a.vowel == b.vowel, a.consonants > 0, b.consonants > 0 else { return false }
      differs = true
    }
    return differs
  }

  /// Whether سـ is cut off before what ends in a bare consonant: it stands before the indicative of the imperfect only, which ends
  /// in a vowel, a ن or a pronoun (Wright, A Grammar of the Arabic Language, on the prefixed particles). ستواصل is no sa-tawāṣul.
  private static func isFutureOfNoun(_ letters: [UInt8], _ labels: [UInt8]) -> Bool {
    guard isFuture(letters, labels), let last = labels.last, let letter = letters.last, letter != VowelLetter.nun,
      letter != VowelLetter.mim
    else { return false }
    let end = VowelLabel(raw: last)
    return end.consonants > 0 && end.vowel == .none
  }

  /// Whether سـ is cut off a word; no perfect stands behind it (sa-tuwāṣilu, not sa-tawāṣala; Wright, on the prefixed
  /// particles).
  private static func isFuture(_ letters: [UInt8], _ labels: [UInt8]) -> Bool {
    let at = letters.first == VowelLetter.waw || letters.first == VowelLetter.fa ? 1 : 0
    return at < letters.count && letters[at] == VowelLetter.sin && labels[at] == CliticCut.wa
  }

  private static let perfect = kindHash("verb-perfect")

  func place(_ labels: [UInt8], _ found: inout [Candidate]) -> Int {
    if let at = found.firstIndex(where: { $0.labels == labels }) { return at }
    found.append(Candidate(labels))
    return found.count - 1
  }

  private func addStems(_ stem: [UInt8], _ cut: CliticCut, _ found: inout [Candidate]) {
    let ordinal = model.ordinal(stem)
    guard ordinal >= 0 else { return }
    let readings = model.stem(ordinal, length: stem.count)
    let total = Float(max(1, readings.total))
    for reading in 0..<min(6, readings.count) {
      let at = place(cut.labels + readings.labels(reading), &found)
      found[at].sources.insert(.stem)
      let share = Float(readings.counts[reading]) / total
      if share > found[at].stemShare {
        found[at].stemShare = share
        found[at].stemSeen = readings.counts[reading]
      }
    }
  }

  private func addLexicon(_ stem: [UInt8], _ cut: CliticCut, _ found: inout [Candidate]) {
    forEachEntry(stem) { reading, number, isLoose in
      let at = place(cut.labels + reading.labels, &found)
      found[at].sources.insert(isLoose ? [.lexicon, .loose] : .lexicon)
      let rank = UInt8(min(9, lexicon.rank(number)))
      if found[at].lexiconRank == 0 || rank < found[at].lexiconRank {
        found[at].lexiconRank = rank
        found[at].kind = kinds[lexicon.kind(number)]
      }
      if reading.labels.last == VowelLabel(0, .longI).raw, found[at].isNisba == nil {
        found[at].isNisba = reading.isNisba
      }
    }
  }

  /// Stem and pronoun: قواتها → quwwātuhā, quwwātihā, quwwātahā.
  private func addSuffixed(_ stem: [UInt8], _ cut: CliticCut, _ found: inout [Candidate]) {
    if cut.hasArticle || stem.count < 4 { return }
    for suffix in PronounSuffix.all where stem.count >= suffix.letters.count + 3 {
      guard stem.suffix(suffix.letters.count).elementsEqual(suffix.letters) else { continue }
      var base = Array(stem.dropLast(suffix.letters.count))
      var bases: [(labels: [UInt8], rank: UInt8, kind: UInt8)] = []
      func gather(_ base: [UInt8], feminine: Bool) {
        func labels(_ own: [UInt8]) -> [UInt8] {
          feminine ? own.dropLast() + [VowelLabel(1, .none).raw] : own
        }
        forEachEntry(base) { reading, number, isLoose in
          if !isLoose, bases.count < 4 {
            bases.append((labels(reading.labels), UInt8(min(9, lexicon.rank(number))), kinds[lexicon.kind(number)]))
          }
        }
        if !feminine {
          forEachVerbForm(base, isOpen: true) { labels, number in
            guard bases.count < 6 else { return }
            bases.append((labels, UInt8(min(9, lexicon.rank(number))), kinds[lexicon.kind(number)]))
          }
        }
        let ordinal = model.ordinal(base)
        if ordinal >= 0 {
          let readings = model.stem(ordinal, length: base.count)
          for reading in 0..<min(2, readings.count) { bases.append((labels(Array(readings.labels(reading))), 0, 0)) }
        }
      }
      gather(base, feminine: false)
      if base.last == VowelLetter.ta {
        base[base.count - 1] = VowelLetter.tehMarbuta
        gather(base, feminine: true)
      }
      for base in bases {
        guard let last = base.labels.last.map(VowelLabel.init(raw:)) else { continue }
        let isOpen = last.vowel == .none && last.consonants > 0
        for vowel in isOpen ? [VowelLabel.Vowel.u, .i, .a] : [last.vowel] {
          var labels = base.labels
          labels[labels.count - 1] = VowelLabel(last.consonants, vowel).raw
          let isI = vowel == .i || vowel == .longI
          let at = place(cut.labels + labels + (isI ? suffix.afterI : suffix.labels), &found)
          found[at].sources.insert(.suffixed)
          if found[at].lexiconRank == 0, base.rank > 0 {
            found[at].lexiconRank = base.rank
            found[at].kind = base.kind
          }
        }
      }
    }
  }

  /// A noun or adjective of the lexicon with its nunation: طفيفا ṭafīfan.
  private func addAccusative(_ stem: [UInt8], _ cut: CliticCut, _ found: inout [Candidate]) {
    guard stem.last == VowelLetter.alif, stem.count >= 4, !cut.hasArticle else { return }
    forEachEntry(Array(stem.dropLast())) { reading, number, isLoose in
      guard !isLoose, isDeclined[lexicon.kind(number)], reading.labels.count > 1 else { return }
      var labels = reading.labels
      let last = labels.count - 1
      if reading.isNisba {
        labels[last] = VowelLabel(3, .none).raw
      } else if labels[last] == VowelLabel(0, .longI).raw {  // رَاضِيًا
        labels[last] = VowelLabel(1, .none).raw
        labels[last - 1] = VowelLabel(VowelLabel(raw: labels[last - 1]).consonants, .i).raw
      }
      guard VowelLabel(raw: labels[last]).vowel == .none, VowelLabel(raw: labels[last]).consonants > 0 else { return }
      let at = place(cut.labels + labels + [VowelLabel(0, .an).raw], &found)
      found[at].sources.insert(.suffixed)
      if found[at].lexiconRank == 0 {
        found[at].lexiconRank = UInt8(min(9, lexicon.rank(number)))
        found[at].kind = kinds[lexicon.kind(number)]
      }
    }
  }

  /// A family name of the Maghreb, in which بن is written together with the name of the forefather: بنموسى Binmūsá.
  private func addSonOf(_ stem: [UInt8], _ found: inout [Candidate]) {
    guard stem.count >= 5, stem[0] == VowelLetter.ba, stem[1] == VowelLetter.nun else { return }
    forEachEntry(Array(stem[2...])) { reading, number, isLoose in
      guard !isLoose, isName[lexicon.kind(number)], lexicon.rank(number) == 1 else { return }
      let at = place([VowelLabel(1, .i).raw, VowelLabel(1, .none).raw] + reading.labels, &found)
      found[at].sources.insert(.lexicon)
      if found[at].lexiconRank == 0 { (found[at].lexiconRank, found[at].kind) = (1, Self.kindHash("family")) }
    }
  }

  /// Calls `visit` with each entry of the lexicon that has these letters; where none has, with those that have them but for hamza, ة and ى.
  private func forEachEntry(_ stem: [UInt8], _ visit: (LabelReading, Int, Bool) -> Void) {
    guard !stem.contains(VowelLetter.other) else { return }
    if forEachExactEntry(stem, { number in visit(LabelReading(vocalised: lexicon.vocalised(number)), number, false) }) {
      return
    }
    var folded: [UInt8] = []
    Self.key(stem).withUnsafeBytes { SpellingKey.loose.append($0, to: &folded) }
    var seen = 0
    folded.withUnsafeBytes { bytes in
      lexicon.forEach(looseKey: bytes) { number in
        let reading = LabelReading(vocalised: lexicon.vocalised(number))
        if reading.letters.count == stem.count, seen < 6 {
          seen += 1
          visit(reading, number, true)
        }
      }
    }
  }

  /// Calls `visit` with the number of each entry of the lexicon that has these letters; whether there is one.
  @discardableResult
  func forEachExactEntry(_ stem: [UInt8], _ visit: (Int) -> Void) -> Bool {
    var isFound = false
    Self.key(stem).withUnsafeBytes { bytes in
      lexicon.forEach(strictKey: bytes) { number in
        isFound = true
        visit(number)
      }
    }
    return isFound
  }

  /// Letters in UTF-8.
  private static func key(_ letters: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(letters.count * 2)
    for code in letters { UTF8Scalars.append(VowelLetter.scalar(code), to: &key) }
    return key
  }
}

extension VowelLetter {
  /// The letter of a code; U+FFFD for letters without one of their own.
  static func scalar(_ code: UInt8) -> UInt32 {
    if code >= 1, code <= 42 { return 0x620 + UInt32(code) }
    switch code {
    case 43: return 0x67E
    case 44: return 0x686
    case 45: return 0x698
    case 46: return 0x6A4
    case 47: return 0x6AF
    default: return 0xFFFD
    }
  }
}

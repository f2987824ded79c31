import NaqlModel
import NaqlTables
import NaqlText

/// Analyses word types: clitic readings as hypotheses, facts from lists, features for the tagger.
public struct WordAnalyser: Sendable {
  /// The names known.
  public let table: NameTable
  let clusters: WordClusters?
  /// Whether the text is a page, whose names are marked otherwise than ANERcorp's.
  let isPage: Bool

  /// An analyser over `table` and, where there are any, `clusters`; with `isPage` words have features that hold on pages only.
  public init(_ table: NameTable, clusters: WordClusters?, isPage: Bool = false) {
    self.table = table
    self.clusters = clusters
    self.isPage = isPage
  }

  /// Memory that is used again from word to word.
  public struct Scratch {
    /// Key of the whole word.
    public internal(set) var key: [UInt8] = []
    var readings: [[UInt8]] = [[], [], [], []]
    /// Hashes of the word's features.
    public internal(set) var features: [UInt64] = []
    /// Key of the best reading.
    public internal(set) var name: [UInt8] = []
    /// An empty scratch.
    public init() { features.reserveCapacity(96) }
  }

  /// Evidence in the lists that a word is (part of) a name; 0 for none.
  @inline(__always)
  func score(_ ordinal: Int) -> Int {
    if ordinal < 0 { return 0 }
    let fact = table.facts[ordinal]
    let lists = table.begin(Int32(ordinal)).lists
    var score = 0
    if !lists.isEmpty {
      if lists.contains(.country) {
        score += 5
      } else if lists.contains(.place) {
        score += lists.contains(.minor) ? 1 : 3
      }
      if lists.contains(.own) { score += 3 }
    }
    score += min(3, Int(fact.first.leadingBit)) + min(3, Int(fact.last.leadingBit))
    let kind = fact.kind
    if !kind.isDisjoint(with: [.given, .family, .foreign, .place, .demonym]) { score += 2 }
    if !kind.isDisjoint(with: [.bodyHead, .placeHead, .mediaCue, .titleHead, .institution]) { score += 1 }
    return score
  }

  /// Analyses `word` (UTF-8 as in the text). With `lexicon`, the tagger's features are put into `scratch` too.
  public func analyse(_ word: UnsafeRawBufferPointer, lexicon: TagLexicon?, features: Bool, _ scratch: inout Scratch)
    -> WordType
  {
    var type = WordType()
    scratch.key.removeAll(keepingCapacity: true)
    NameKey.append(word, to: &scratch.key)
    let first = word.count > 0 ? word[0] : 0
    let isArabic = first >= 0xD8 && first <= 0xDB && scratch.key.count >= 2 && scratch.key[0] >= 0xD8
    readings(&type, isArabic: isArabic, &scratch)
    type.inTitles = type.ordinals
    for reading in 0..<4 where type.ordinals[reading] >= 0 {
      let ordinal = type.ordinals[reading]
      if table.facts[Int(ordinal)].isBare, table.begin(ordinal).lists.isEmpty { type.ordinals[reading] = -1 }
    }
    let ordinal = Int(type.ordinals[Int(type.best)])
    let whole = Int(type.ordinals[0])
    if ordinal >= 0 { type.kinds = table.facts[ordinal].kinds }
    if whole >= 0 { type.wholeKinds = table.facts[whole].kinds }
    scratch.name.removeAll(keepingCapacity: true)
    scratch.name.append(contentsOf: scratch.readings[Int(type.best)])
    let name = scratch.name
    type.hasArticle = name.count >= 8 && name[0] == 0xD8 && name[1] == 0xA7 && name[2] == 0xD9 && name[3] == 0x84
    type.length = UInt8(min(255, scratch.key.count / 2))
    if let clusters {
      let (coarse, _, _) = scratch.key.withUnsafeBytes { clusters.of($0) }
      type.cluster = UInt8(min(63, coarse))
    }
    // Facts of the stem without the article help where the word with it is unknown.
    var bare = -1
    if type.hasArticle {
      bare = name.withUnsafeBytes { table.words.ordinal(of: UnsafeRawBufferPointer(rebasing: $0[4...])) }
      if ordinal < 0, bare >= 0 { type.kinds = table.facts[bare].kinds & ~WordFacts.Kind.given.rawValue }
      if bare >= 0, table.facts[bare].kind.contains(.demonym) { type.kinds |= WordFacts.Kind.demonym.rawValue }
      if bare >= 0, table.facts[bare].kind.contains(.nisba) { type.kinds |= WordFacts.Kind.nisba.rawValue }
    }
    type.signature = signature(type, ordinal, word, isArabic: isArabic)
    type.traits = traits(type)
    if word.count == 2, word[0] == 0xD8, [0x8C, 0x9B, 0x9F].contains(word[1]) { type.traits.insert(.arabicMark) }
    if features { makeFeatures(type, ordinal: ordinal, bare: bare, lexicon: lexicon, isArabic: isArabic, &scratch) }
    return type
  }

  /// The step that a listed name begins with at a reading of a word.
  @inline(__always)
  func beginning(of type: WordType, reading: Int) -> NameStep {
    type.mayBegin(reading: reading) ? table.begin(type.inTitles[reading]) : .none
  }

  private func traits(_ type: WordType) -> WordTraits {
    var traits: WordTraits = []
    if type.signature == .quote { traits.insert(.quote) }
    if type.signature == .openingBracket || type.signature == .closingBracket { traits.insert(.bracket) }
    if !type.kind.isDisjoint(with: [
      .bodyHead, .placeHead, .eventHead, .vessel, .titleCue, .publishing, .ministry,
    ]) {
      traits.insert(.head)
    }
    if type.wholeKind.contains(.sport) { traits.insert(.sport) }
    if type.wholeKind.contains(.workList) { traits.insert(.workList) }
    if type.inTitles[0] >= 0, table.facts[Int(type.inTitles[0])].continues != 0 { traits.insert(.continuesListed) }
    if (0..<4).contains(where: { !beginning(of: type, reading: $0).isNone }) {
      traits.insert(.beginsListed)
    }
    return traits
  }

  @inline(__always)
  private func readings(_ type: inout WordType, isArabic: Bool, _ scratch: inout Scratch) {
    let key = scratch.key
    for i in 0..<4 { scratch.readings[i].removeAll(keepingCapacity: true) }
    scratch.readings[0].append(contentsOf: key)
    guard isArabic, key.count >= 6 else {
      type.ordinals[0] = Int32(truncatingIfNeeded: key.withUnsafeBytes { table.words.ordinal(of: $0) })
      type.score = UInt8(min(255, score(Int(type.ordinals[0]))))
      return
    }
    var used = 1
    key.withUnsafeBytes { bytes in
      CliticHypothesis.forEach(in: bytes) { hypothesis in
        let clitics = hypothesis.conjunction + hypothesis.preposition
        if clitics == 0 || hypothesis.article == 4 || used == 4 { return }
        let rest = UnsafeRawBufferPointer(rebasing: bytes[(clitics + hypothesis.article)...])
        // لل with nothing restored is kept only where the article is not what the lams are.
        if hypothesis.article == 2 {
          scratch.readings[used].append(contentsOf: [0xD8, 0xA7, 0xD9, 0x84])
          type.restored |= 1 << used
        }
        scratch.readings[used].append(contentsOf: rest)
        type.letters[used] = UInt8((clitics + hypothesis.article) / 2)
        used += 1
      }
    }
    var hashes = SIMD4<UInt64>()
    for i in 0..<used { hashes[i] = scratch.readings[i].withUnsafeBytes { table.words.prefetch($0) } }
    for i in 0..<used {
      let ordinal = scratch.readings[i].withUnsafeBytes { table.words.ordinal(of: $0, hash: hashes[i]) }
      type.ordinals[i] = Int32(truncatingIfNeeded: ordinal)
      if ordinal >= 0 { table.prefetch(Int32(ordinal)) }
    }
    var best = score(Int(type.ordinals[0]))
    if best == 0 {
      for i in 1..<4 where type.letters[i] != 255 {
        let here = score(Int(type.ordinals[i]))
        // Two letters left over are name enough only for a listed country.
        if here > best, scratch.readings[i].count >= 6 || here >= 8 {
          best = here
          type.best = UInt8(i)
        }
      }
    }
    type.score = UInt8(min(255, best))
  }

  private func signature(
    _ type: WordType, _ ordinal: Int, _ word: UnsafeRawBufferPointer, isArabic: Bool
  ) -> WordSignature {
    guard isArabic else { return Self.signature(ofSign: word) }
    let isBehindClitic = type.best != 0
    let kind = type.kind
    let whole = type.wholeKind
    if whole.contains(.kinship) { return .kinship }
    if whole.contains(.particle) { return .particle }
    if ordinal >= 0 {
      let fact = table.facts[ordinal]
      let lists = table.begin(Int32(ordinal)).lists
      if lists.contains(.country) { return .country.behindClitic(isBehindClitic) }
      if kind.contains(.titleHead) { return type.hasArticle ? .definiteTitleHead : .titleHead }
      if kind.contains(.bodyHead) { return type.hasArticle ? .definiteBodyHead : .bodyHead }
      if kind.contains(.bodyCue) { return .bodyCue }
      if kind.contains(.placeHead) { return .placeHead }
      if kind.contains(.placeCue) { return .placeCue }
      if !kind.isDisjoint(with: [.mediaCue, .mediaHead]) { return .media }
      if !kind.isDisjoint(with: [.eventHead, .eventCue]) { return .event }
      if kind.contains(.workCue) { return .workCue }
      if kind.contains(.personCue) { return .personCue }
      if kind.contains(.demonym) { return type.hasArticle ? .definiteDemonym : .demonym }
      let ordinary = !kind.isDisjoint(with: [.word, .verb])
      if lists.contains(.place), !lists.contains(.minor) {
        return ordinary ? .ordinaryPlace : .place.behindClitic(isBehindClitic)
      }
      if fact.first >= 8 { return ordinary ? .ordinaryFrequentGiven : .frequentGiven.behindClitic(isBehindClitic) }
      if kind.contains(.foreign) { return .foreign.behindClitic(isBehindClitic) }
      if kind.contains(.family) || fact.last >= 3 {
        return ordinary ? .ordinaryFamily : type.hasArticle ? .definiteFamily : .family
      }
      if kind.contains(.given) || fact.first >= 2 { return ordinary ? .ordinaryGiven : .given }
      if kind.contains(.verb), !kind.contains(.word) { return .verb }
      if !kind.isDisjoint(with: [.institution, .title]) {
        return type.hasArticle ? .definiteInstitution : .institution
      }
      if kind.contains(.adjective) { return type.hasArticle ? .definiteAdjective : .adjective }
      if kind.contains(.word) { return type.hasArticle ? .definiteWord : .word }
      if fact.last > 0 || fact.first > 0 || fact.middle > 0 { return .ofPeople.behindClitic(isBehindClitic) }
      if fact.place > 0 { return .ofPlaces }
      if fact.organisation > 0 { return .ofBodies }
    }
    if kind.contains(.demonym) { return type.hasArticle ? .definiteDemonym : .demonym }
    if kind.contains(.nisba), type.hasArticle { return .definiteNisba }
    if kind.contains(.adjective) { return type.hasArticle ? .definiteAdjective : .adjective }
    if kind.contains(.word) { return type.hasArticle ? .definiteWord : .word }
    if type.hasArticle { return .definiteUnknown }
    return type.length <= 3 ? .shortUnknown : .unknown
  }

  /// The signature of what is no Arabic word, by its first byte.
  private static func signature(ofSign word: UnsafeRawBufferPointer) -> WordSignature {
    guard let lead = word.first else { return .none }
    switch lead {
    case 0x22, 0x27: return .quote
    case 0xC2: return word.count == 2 && word[1] == 0xA9 ? .sign : .quote  // © is no quotation mark
    case 0x28, 0x5B: return .openingBracket
    case 0x29, 0x5D: return .closingBracket
    case 0x2C: return .comma
    case 0x2E, 0x21: return .stop
    case 0x3A: return .colon
    case 0x2D: return .hyphen
    case 0x30...0x39: return .number
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xD3: return .latin
    case 0xD8: return .comma
    case 0xD9: return .number
    default: return .sign
    }
  }
}

extension UInt16 {
  /// How many bits the number has: a count in steps of doubling.
  @inline(__always)
  var leadingBit: Int { 16 - leadingZeroBitCount }
}

import NaqlModel

/// The words of the document that is being read, as every rule for names sees them: what each is, how the tagger labels it, where its
/// sentence ends, which listed name it begins, and what holds of the document as a whole. Nothing here changes while names are found.
///
/// A reference, since every rule holds it.
final class DocumentWords {
  /// The tokens, with the sentences, the listed names and the quotation marks.
  let text: TokenText
  /// The tagger's label of every token (see `TagLabel`).
  let labels: [UInt8]
  /// What is known of the types of words.
  let cache: TypeCache
  /// Whether the text writes في with ي rather than with ى, and so on.
  let writesYehApart: Bool
  /// Whether the text writes أن with its hamza more often than without.
  let writesHamzas: Bool
  /// Whether the text is about sport: a word in a hundred is one of it.
  let isAboutSport: Bool
  /// Types of the words that go on with a person's name somewhere in the text, by the tagger.
  let familyTypes: Set<Int32>

  /// The words of a text, annotated and labelled.
  init(_ text: TokenText, labels: [UInt8], _ cache: TypeCache) {
    (self.text, self.labels, self.cache) = (text, labels, cache)
    func count(of word: String) -> Int {
      var word = word
      let type = word.withUTF8 { cache.facts(of: UnsafeRawBufferPointer($0)).type }
      return text.facts.count { $0.type == type }
    }
    writesYehApart = count(of: "في") > count(of: "فى")
    writesHamzas = count(of: "أن") + count(of: "إلى") > count(of: "ان") + count(of: "الى")
    isAboutSport = text.facts.count { $0.traits.contains(.sport) } * 100 >= text.count
    var familyTypes: Set<Int32> = []
    for at in labels.indices where labels[at] == TagLabel.insidePerson { familyTypes.insert(text.facts[at].type) }
    self.familyTypes = familyTypes
  }

  /// Number of tokens.
  @inline(__always)
  var count: Int { text.count }

  /// What each token's type says.
  @inline(__always)
  var facts: [TypeFacts] { text.facts }

  /// The token after the last of each sentence.
  @inline(__always)
  var sentenceEnds: [Int] { text.sentenceEnds }

  /// The word at a token.
  @inline(__always)
  subscript(_ at: Int) -> WordType { cache.types[Int(text.facts[at].type)] }

  /// Whether the tagger takes a token for a word of a name.
  @inline(__always)
  func isLabelled(_ at: Int) -> Bool { labels[at] != TagLabel.outside }

  /// Whether a token stands in a listed name of the text, meant or not.
  @inline(__always)
  func isInListedName(_ at: Int) -> Bool { text.codes[at] != 0 }

  /// What the lists and the lexicon say of the word with an ordinal of the name table.
  @inline(__always)
  func nameFacts(_ ordinal: Int32) -> WordFacts { cache.analyser.table.facts[Int(ordinal)] }

  /// Asks for what is known of the word at a token.
  @inline(__always)
  func prefetch(_ at: Int) { cache.prefetchType(text.facts[at]) }

  /// How many candidates or mentions ahead memory is asked for.
  static let ahead = 8

  /// Whether the words from a token on are those of a span, as names.
  func repeats(_ span: Range<Int>, at: Int) -> Bool {
    (0..<span.count).allSatisfy { facts[at + $0].name == facts[span.lowerBound + $0].name }
  }

  /// Whether a mention is a person's name whose last word may stand for all of it.
  func givesFamily(_ mention: Mention) -> Bool {
    mention.entityClass == .person && mention.count >= 2 && self[mention.end - 1].length >= 3
  }

  /// Where the sentence around a token begins and ends.
  @inline(__always)
  func sentence(_ at: Int) -> (start: Int, end: Int) {
    let range = text.sentence(around: at)
    return (range.lowerBound, range.upperBound)
  }

  /// The listed name that begins at a token.
  func listed(_ at: Int) -> NameMatch? { text.listed(at) }

  /// What the endings and fronts of a token's word say.
  func edges(_ at: Int) -> WordEdges { cache.edges(of: facts[at].type) }

  /// Kinds of a word in all its readings, without its article and without a pronoun behind it.
  func headKinds(_ at: Int) -> WordFacts.Kind { cache.headKinds(of: facts[at].type).all }

  /// Kinds of a word without its article; none where it has none.
  func kindsWithoutArticle(_ at: Int) -> WordFacts.Kind { cache.headKinds(of: facts[at].type).withoutArticle }

  /// Kinds of the word before, an opening quotation mark skipped.
  func cueBefore(_ at: Int, _ sentenceStart: Int) -> WordFacts.Kind {
    var before = at - 1
    if before >= sentenceStart, self[before].signature == .quote { before -= 1 }
    guard before >= sentenceStart else { return [] }
    return self[before].kind
  }
}

import NaqlModel
import NaqlRules
import NaqlText

/// Recognises the names of documents, one after the other; keeps what it learnt of word types between them.
final class EntityRecogniser {
  /// What is used.
  struct Settings: Sendable {
    var model = true
    var gazetteers = true
    var minimumConfidence = 0
  }

  private let cache: TypeCache
  private let settings: Settings
  private var text = TokenText()
  private var tagger: Tagger
  private var finder: MentionFinder
  private let names = EntityNames()

  init(_ table: NameTable, _ clusters: WordClusters?, _ model: EntityModel?, _ settings: Settings) {
    cache = TypeCache(
      WordAnalyser(table, clusters: clusters, isPage: true), lexicon: model?.lexicon,
      passes: settings.model ? model?.passes ?? [] : [])
    self.settings = settings
    tagger = Tagger(cache)
    finder = MentionFinder(lists: settings.gazetteers)
  }

  /// The names of `document`, sorted; titles carry the index of their person.
  func entities(in document: Document) -> [Entity] {
    cache.trim()
    names.trim()
    let labels = label(document)
    text.noteHyphens(document.tokens)
    let words = DocumentWords(text, labels: labels, cache)
    let mentions = finder.find(in: words)
    let titles = TitleFinder(words: words, mentions: mentions).find()
    return document.text.withUnsafeBytes { build(mentions, titles, document, $0) }
  }

  /// Makes the document's tokens the text and labels them, sentence by sentence.
  private func label(_ document: Document) -> [UInt8] {
    text.removeAll(reserving: document.tokens.count)
    tagger.begin(document.tokens.count)
    document.text.withUnsafeBytes { bytes in
      document.tokens.withUnsafeBufferPointer { tokens in
        var next = 0
        for segment in document.segments {
          let first = next
          while next < tokens.count, Int(tokens[next].start) < segment.range.end { next += 1 }
          addSentence(tokens[first..<next], bytes)
        }
        addSentence(tokens[next...], bytes)
      }
    }
    return tagger.finish(text)
  }

  private func addSentence(_ tokens: Slice<UnsafeBufferPointer<Token>>, _ bytes: UnsafeRawBufferPointer) {
    guard !tokens.isEmpty else { return }
    cache.append(tokens, of: bytes, to: &text)
    text.endSentence()
    text.annotate(text.sentence(text.sentenceEnds.count - 1), cache, lists: settings.gazetteers)
    tagger.addSentence(text)
  }

  /// The entities of the mentions, which are in order and do not overlap; a title stands between those before and its
  /// person.
  private func build(
    _ mentions: [Mention], _ titles: [TitleFinder.Title], _ document: Document, _ bytes: UnsafeRawBufferPointer
  ) -> [Entity] {
    let ranges = mentions.map { range($0, document, bytes) }
    let numbers = names.numbers(mentions, ranges, bytes)
    let roles = titles.map(\.mention)
    let roleRanges = roles.map { range($0, document, bytes) }
    let roleNumbers = names.numbers(roles, roleRanges, bytes)
    // Where the mention with a number stands in order.
    var place = [Int](repeating: 0, count: mentions.count)
    for (index, mention) in mentions.enumerated() { place[mention.number] = index }
    let fulls = ShortNames.full(mentions, numbers, of: names)
    var entities: [Entity] = []
    entities.reserveCapacity(mentions.count + titles.count)
    var title = 0
    for (index, mention) in mentions.enumerated() {
      let isKept = mention.confidence >= settings.minimumConfidence
      if title < titles.count, titles[title].person == index {
        let role = roles[title]
        if role.confidence >= settings.minimumConfidence {
          let name = names[roleNumbers[title]]
          entities.append(entity(role, roleRanges[title], name.name, id: name.id))
          if isKept { entities[entities.count - 1].person = entities.count }
        }
        title += 1
      }
      guard isKept else { continue }
      let name = names[numbers[index]]
      // A short mention bears the id of the long one.
      if let full = mention.full.map({ place[$0] }) ?? fulls[index], mentions[full].full == nil,
        mentions[full].entityClass == mention.entityClass
      {
        entities.append(entity(mention, ranges[index], name.name, id: names[numbers[fulls[full] ?? full]].id))
      } else {
        entities.append(entity(mention, ranges[index], name.name, id: name.id))
      }
    }
    return entities
  }

  private func entity(_ mention: Mention, _ range: TextRange, _ name: String, id: String) -> Entity {
    Entity(
      range: range, entityClass: mention.entityClass, name: name, id: id, origin: mention.origin,
      rule: mention.rule.rawValue, confidence: min(1000, mention.confidence))
  }

  /// Where a mention stands, without clitics.
  private func range(_ mention: Mention, _ document: Document, _ bytes: UnsafeRawBufferPointer) -> TextRange {
    let first = Int(document.tokens[mention.start].start)
    let start = mention.letters == 0 ? first : skip(mention.letters, from: first, bytes)
    return TextRange(start, Int(document.tokens[mention.end - 1].end))
  }

  /// Offset behind `letters` letters, with the marks and tatweel that belong to them.
  private func skip(_ letters: Int, from start: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    var at = start
    var left = letters
    while at < bytes.count {
      let (c, length) = UTF8Scalars.decode(bytes, at)
      if ArabicScript.isLetter(c) {
        if left == 0 { break }
        left -= 1
      }
      at += length
    }
    return at
  }
}

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

  init(_ table: NameTable, _ clusters: WordClusters?, _ model: EntityModel?, _ settings: Settings) {
    cache = TypeCache(
      WordAnalyser(table, clusters: clusters), lexicon: model?.lexicon,
      passes: settings.model ? model?.passes ?? [] : [])
    self.settings = settings
  }

  /// The names of `document`, sorted; titles carry the index of their person.
  func entities(in document: Document) -> [Entity] {
    cache.trim()
    text.removeAll()
    return document.text.withUnsafeBytes { bytes in
      var segment = 0
      for token in document.tokens {
        let start = Int(token.start)
        while segment < document.segments.count, document.segments[segment].range.end <= start {
          text.endSentence()
          segment += 1
        }
        text.append(cache.id(of: UnsafeRawBufferPointer(rebasing: bytes[start..<Int(token.end)])))
      }
      text.endSentence()
      text.annotate(cache, lists: settings.gazetteers)
      var tagger = Tagger(cache)
      let labels = tagger.tag(text)
      var finder = MentionFinder(text, labels: labels, cache: cache, lists: settings.gazetteers)
      let mentions = finder.find()
      return build(mentions, document, bytes)
    }
  }

  private func build(_ mentions: [Mention], _ document: Document, _ bytes: UnsafeRawBufferPointer) -> [Entity] {
    let titles = TitleFinder(text: text, cache: cache, mentions: mentions).find()
    var entities: [(entity: Entity, person: Int?)] = []
    var found: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      found[mention.number] = index
      entities.append((entity(mention, document, bytes), nil))
    }
    // A short mention bears the id of the long one.
    for (index, mention) in mentions.enumerated() {
      guard let full = mention.full.flatMap({ found[$0] }), mentions[full].full == nil,
        mentions[full].entityClass == mention.entityClass
      else { continue }
      entities[index].entity.id = entities[full].entity.id
    }
    for title in titles {
      let mention = Mention(
        start: title.start, end: title.end, entityClass: .title, origin: .rule, rule: "title", confidence: 800,
        letters: title.letters, restored: title.restored)
      entities.append((entity(mention, document, bytes), title.person))
    }
    let order = entities.indices.sorted { entities[$0].entity.range < entities[$1].entity.range }
    var place = [Int](repeating: -1, count: entities.count)
    var sorted: [Entity] = []
    for index in order where entities[index].entity.confidence >= settings.minimumConfidence {
      place[index] = sorted.count
      sorted.append(entities[index].entity)
    }
    for index in order where place[index] >= 0 {
      if let person = entities[index].person, place[person] >= 0 { sorted[place[index]].person = place[person] }
    }
    return sorted
  }

  private func entity(_ mention: Mention, _ document: Document, _ bytes: UnsafeRawBufferPointer) -> Entity {
    let first = document.tokens[mention.start]
    let last = document.tokens[mention.end - 1]
    let start = skip(mention.letters, from: Int(first.start), bytes)
    let range = TextRange(start, Int(last.end))
    let name = Self.name(range, restored: mention.restored, bytes)
    return Entity(
      range: range, entityClass: mention.entityClass, name: name, id: Self.id(mention.entityClass, name),
      origin: mention.origin, rule: mention.rule, confidence: min(1000, mention.confidence))
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
    return letters == 0 ? start : at
  }

  /// The canonical form: white space folded, marks, tatweel and invisible characters dropped, the article restored.
  static func name(_ range: TextRange, restored: Bool, _ bytes: UnsafeRawBufferPointer) -> String {
    var out: [UInt8] = restored ? [0xD8, 0xA7, 0xD9, 0x84] : []
    var at = range.start
    var space = false
    while at < range.end {
      let (c, length) = UTF8Scalars.decode(bytes, at)
      if ArabicScript.isSpace(c) {
        space = true
      } else if !ArabicScript.isMark(c), !ArabicScript.isTatweel(c), !ArabicScript.isInvisible(c) {
        if space { out.append(0x20) }
        space = false
        out.append(contentsOf: bytes[at..<(at + length)])
      }
      at += length
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The id of a name: class and folded form, the same in every document and run: `loc:الرياض`.
  static func id(_ entityClass: EntityClass, _ name: String) -> String {
    var key: [UInt8] = []
    var copy = name
    // Digits stay: 3 فبراير and 5 فبراير are two clubs.
    copy.withUTF8 { NameKey.folding.subtracting(.digits).append(UnsafeRawBufferPointer($0), to: &key) }
    return entityClass.rawValue.lowercased() + ":" + String(decoding: key.map { $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
  }
}

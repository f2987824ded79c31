import NaqlModel
import NaqlPipeline
import NaqlText
import NaqlThreads

/// Romanises documents one after the other, the names and the segments of each shared out among threads.
///
/// The first thread begins with the names, the second with the segments, and whoever is done helps the other. Each has a
/// lane of its own, so nothing depends on which thread did what.
final class RomaniseWorker: StageWorker {
  private let lanes: [RomanisationLane]
  private let contextLimit: Int
  /// Names worked out, in this document or an earlier one.
  private var known: [NameKey: [NameForms.Form]] = [:]
  /// What is wrong with the authority list; said with the first document.
  private var conflicts: [Diagnostic]
  /// A missing model, said of every document, so that none depends on which came first.
  private let missing: Diagnostic?
  /// The first two lanes being opened; what is wrong with the rules.
  private var opening: [Later<Diagnostic?>] = []
  /// The document to come, being read until it is there.
  private var ahead: ReadingAhead?

  /// What is read of a document before its names are known: the words of a long one, the segments of another.
  private struct ReadingAhead {
    /// What was wrong with the rules, when reading has ended.
    let done: Later<Diagnostic?>
    /// What is left to read.
    let queue: WorkQueue
    /// The document as it was then: another stage may fail before its names are known, or cut it anew.
    let document: Document
    private let segments: Slots<Romaniser.TextReading>

    init(_ document: Document, _ queue: WorkQueue, _ segments: Slots<Romaniser.TextReading>, _ done: Later<Diagnostic?>)
    {
      (self.document, self.queue, self.segments, self.done) = (document, queue, segments, done)
    }

    /// The segments of `document` that were read; nil where it is another, or cut otherwise.
    func segments(of other: Document) -> Slots<Romaniser.TextReading>? {
      document.text == other.text && document.segments == other.segments ? segments : nil
    }

    /// Stops, and waits for what is being read; what is wrong with the rules.
    func stop() -> Diagnostic? {
      queue.close()
      return done.value
    }
  }

  /// A name to be worked out. In a long document it is spelt with less search, and kept apart so that no document
  /// depends on another.
  private struct NameKey: Hashable {
    let name: TextKey
    let entityClass: EntityClass
    let full: TextKey?
    let isLong: Bool
    /// The country that the article is about.
    let article: String?
    /// How the page itself spells the full name.
    let original: String?
  }

  /// Names and segments that are left when helping is worth opening further tools; those of segments are few where names have theirs.
  private static let worthwhile = (names: 24, segments: 4)
  /// Work for which a third thread and further ones are worth having.
  private static let share = 400
  private static let limit = 300_000

  init(_ order: RomanisationOrder, contextLimit: Int, threads: Int) {
    self.contextLimit = contextLimit
    conflicts = order.tools.authority.conflicts
    missing = order.schemes.contains("conventional") ? order.tools.missingModel : nil
    let words = TierWords()
    lanes = (0..<max(1, threads)).map { _ in RomanisationLane(order, words) }
    if lanes.count == 1 {
      opening = [
        Self.later(lanes[0]) { lane throws(Diagnostic) in
          try lane.openNames()
          try lane.openTier()
        }
      ]
    } else {
      opening = [
        Self.later(lanes[0]) { lane throws(Diagnostic) in try lane.openNames() },
        Self.later(lanes[1]) { lane throws(Diagnostic) in try lane.openTier() },
      ]
    }
  }

  private static func later(
    _ lane: RomanisationLane, _ open: @escaping @Sendable (RomanisationLane) throws(Diagnostic) -> Void
  ) -> Later<Diagnostic?> {
    Later {
      do throws(Diagnostic) {
        try open(lane)
        return nil
      } catch { return error }
    }
  }

  func ready() throws(Diagnostic) {
    for lane in opening { if let error = lane.value { throw error } }
    opening = []
    if let error = ahead?.stop() { throw error }
  }

  /// Words and segments are read on the second lane while other stages look for the names in them.
  func foresee(_ document: Document) {
    if let ahead, ahead.segments(of: document) != nil { return }
    let earlier = ahead?.stop()
    guard lanes.count > 1, lanes[0].order.text != nil, document.layers.contains(.segments) else { return }
    let (lane, opened, isLong) = (lanes[1], opening.popLast(), isLong(document))
    let queue = WorkQueue(document.segments.count), segments = Slots<Romaniser.TextReading>(document.segments.count)
    let done = Later<Diagnostic?> {
      let fault = opened?.value ?? earlier
      guard fault == nil, let tier = lane.tier else { return fault }
      if isLong {
        tier.readWords(of: document) { queue.next() != nil }
      } else {
        while let index = queue.next() { segments[index] = tier.read(index, of: document) }
      }
      return nil
    }
    ahead = ReadingAhead(document, queue, segments, done)
  }

  private func isLong(_ document: Document) -> Bool { document.tokens.count > contextLimit }

  func process(_ document: inout Document) throws(Diagnostic) {
    try ready()
    let read = ahead?.segments(of: document)
    ahead = nil
    let isLong = isLong(document)
    if known.count > Self.limit { known.removeAll(keepingCapacity: true) }
    let tools = lanes[0].order.tools
    let article = lanes[0].order.country == nil ? try tools.articleCountry().country(of: document.entities) : nil
    let place = try tools.articleCountry().likeliest(of: document.entities)
    let states = try tools.articleCountry().states(in: document)
    let names = names(of: document, isLong: isLong, article, place, states)
    let lines = work(names.missing, document, isLong, read) { index in
      let key = names.keys[names.numbers[index]]
      return ArticleName(
        article: key.article, full: key.entityClass == .person ? key.full?.text : nil, original: key.original)
    }
    var found: [Romanisation] = []
    found.reserveCapacity(document.entities.count * 3 + document.segments.count)
    let forms = names.keys.map { known[$0] ?? [] }
    for (index, number) in names.numbers.enumerated() {
      for form in forms[number] {
        found.append(
          Romanisation(
            target: .entity(index), scheme: form.scheme, text: form.text, origin: form.origin,
            confidence: form.confidence))
      }
    }
    if let scheme = lanes[0].order.text {
      for (index, line) in lines.enumerated() {
        found.append(
          Romanisation(
            target: .segment(index), scheme: scheme, text: line.text, origin: .model, confidence: line.confidence))
      }
    }
    document.romanisations = found
    if document.part <= 1 { document.diagnostics += conflicts }
    if let missing, document.part <= 1 { document.diagnostics.append(missing) }
    document.layers.insert(.romanisations)
  }

  private typealias Missing = (key: NameKey, entity: Entity, full: Entity?)

  /// For each entity the number of its name's key, the keys, and the names that were not met yet.
  private func names(
    of document: Document, isLong: Bool, _ article: String?, _ place: String?, _ states: [Int: String]
  ) -> (numbers: [Int], keys: [NameKey], missing: [Missing]) {
    let entities = document.entities
    let readings = lanes[0].order.tools.catalogue.readings
    let originals = OriginalSpellings(document)
    var ids = TextNumbers()
    // The name of most words of each person and body, the first of two; an original in Latin letters is none.
    var full: [Entity] = []
    let lengths = entities.map {
      NameForms.mayBeShort($0.entityClass) && OriginalSpellings.isArabic($0.name)
        ? $0.name.utf8.count { $0 == 0x20 } : 0
    }
    for index in entities.indices where lengths[index] > 0 {
      let owner = ids.number(entities[index].id)
      if owner == full.count { full.append(entities[index]) }
      if lengths[index] > full[owner].name.utf8.count(where: { $0 == 0x20 }) { full[owner] = entities[index] }
    }
    let marked = MarkedPlaces(document, readings)
    var texts = TextNumbers()
    var keys: [NameKey] = []
    var missing: [Missing] = []
    let numbers = entities.indices.map { index in
      let owner = NameForms.mayBeShort(entities[index].entityClass) ? ids.number(entities[index].id) : -1
      let isShort = owner >= 0 && owner < full.count && full[owner].name.utf8.count > entities[index].name.utf8.count
      let whole = isShort ? full[owner] : nil
      // A state by the word before it, سلطنة عمان, or by its marks.
      let state =
        states[index].flatMap { readings.homograph(entities[index].name, in: $0) == nil ? nil : $0 }
        ?? marked.country(of: index, in: document)
      let tag = (whole == nil ? state == nil ? 0 : -1 : owner + 1) << 3 | entities[index].entityClass.number
      let number = texts.number(entities[index].name, tag: tag)
      if number == keys.count {
        let entity = entities[index]
        let isThere = place.map { readings.homograph(entity.name, in: $0) != nil } ?? false
        let key = NameKey(
          name: TextKey(entity.name), entityClass: entity.entityClass, full: whole.map { TextKey($0.name) },
          isLong: isLong, article: state ?? (isThere && entity.entityClass == .location ? place : article),
          original: originals.spelling(
            of: (entity.entityClass == .person ? whole ?? entity : entity).name, entity.entityClass))
        keys.append(key)
        if known[key] == nil { missing.append((key, entity, whole)) }
      }
      return number
    }
    return (numbers, keys, missing)
  }

  /// Works out the missing names and the lines of all segments, some of which are `read`, on as many threads as that is worth.
  private func work(
    _ missing: [Missing], _ document: Document, _ isLong: Bool, _ read: Slots<Romaniser.TextReading>?,
    _ about: @escaping @Sendable (Int) -> ArticleName
  ) -> [SegmentTier.Line] {
    let chunk = isLong ? 64 : 2
    let segments = lanes[0].order.text == nil ? 0 : document.segments.count
    let names = WorkQueue(missing.count), texts = WorkQueue((segments + chunk - 1) / chunk)
    let forms = Slots<[NameForms.Form]>(missing.count), lines = Slots<[SegmentTier.Line]>(texts.count)
    let entities = missing.map { ($0.entity, $0.full, $0.key) }
    let lanes = lanes
    @Sendable func spellNames(_ lane: RomanisationLane) {
      if lane.names == nil, names.count < Self.worthwhile.names || (try? lane.openNames()) == nil { return }
      while let number = names.next() {
        let (entity, full, key) = entities[number]
        forms[number] = lane.names?.forms(
          of: entity, isLong: isLong, article: key.article, full: full, original: key.original)
      }
    }
    @Sendable func writeLines(_ lane: RomanisationLane) {
      if lane.tier == nil, texts.count * chunk < Self.worthwhile.segments || (try? lane.openTier()) == nil { return }
      while let number = texts.next() {
        let range = number * chunk..<min(segments, (number + 1) * chunk)
        lines[number] = lane.tier?.lines(range, of: document, isLong: isLong, read: read, about: about)
      }
    }
    let threads = min(lanes.count, 2 + (missing.count + segments) / Self.share)
    Threads.each(threads) { number in
      if number % 2 == 0 {
        spellNames(lanes[number])
        writeLines(lanes[number])
      } else {
        writeLines(lanes[number])
        spellNames(lanes[number])
      }
    }
    for (number, name) in missing.enumerated() { known[name.key] = forms[number] ?? [] }
    return lines.all.flatMap(\.self)
  }
}

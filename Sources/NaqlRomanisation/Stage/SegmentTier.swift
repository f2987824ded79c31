import NaqlModel
import NaqlTables
import NaqlText
import NaqlThreads

/// The romanised tier: whole segments in one scheme, a help to find one's place for readers without Arabic.
///
/// In documents of ordinary length each segment's words are read together, so that neighbours choose among readings. In
/// very long ones each word type is read once by itself.
final class SegmentTier {
  private let bench: RomanisationBench
  private let romaniser: Romaniser
  private let sources: NameSources
  /// Words as they stand, punctuation and all, with how they are written: those that this thread has met, and of all threads.
  private var words = ByteMap()
  private let shared: TierWords

  /// What of its neighbours decides how a word is written.
  private enum Flags {
    static let name: UInt8 = 1
    static let beforeArticle: UInt8 = 2
    static let punctuation: UInt8 = 4
  }

  init(_ scheme: String, bench: RomanisationBench, endings: Bool, words: TierWords) throws(Diagnostic) {
    self.bench = bench
    shared = words
    romaniser = try bench.romaniser(scheme, readsSyntax: true, endings: endings)
    sources = try NameSources(bench)
  }

  /// A segment in the scheme.
  struct Line: Sendable {
    let text: String
    /// From 0 to 1000.
    let confidence: Int
  }

  /// The segments `range` of `document`, in order; `read` has some of them as `read(_:of:)` gave them. `about` tells what the article
  /// says of an entity's name.
  func lines(
    _ range: Range<Int>, of document: Document, isLong: Bool, read: Slots<Romaniser.TextReading>?,
    about: (Int) -> ArticleName
  ) -> [Line] {
    guard let first = range.first else { return [] }
    var entity = Self.firstEntity(of: document, endingAfter: document.segments[first].range.start)
    return range.map { index in
      let segment = document.segments[index].range
      while entity < document.entities.count, document.entities[entity].range.end <= segment.start { entity += 1 }
      let spans = Self.words(document.text, segment)
      let (names, fronts) = Self.names(spans, of: document, from: entity)
      if isLong { return Line(text: wordByWord(document.text, spans, names), confidence: 500) }
      let sources = fronts.mapValues { entity in
        self.sources.source(of: document.entities[entity], about(entity))
      }
      let line = romaniser.romaniseText(
        read?[index] ?? reading(spans, of: document), names: names, sources: sources)
      return Line(text: line.text, confidence: line.confidence)
    }
  }

  /// Segment `index` as it is read before the names in it are known; not for very long documents.
  func read(_ index: Int, of document: Document) -> Romaniser.TextReading {
    reading(Self.words(document.text, document.segments[index].range), of: document)
  }

  private func reading(_ spans: [Range<Int>], of document: Document) -> Romaniser.TextReading {
    romaniser.textReading(spans.map { String(decoding: document.text[$0], as: UTF8.self) })
  }

  /// Reads the words of a document's segments as they are written where they are no part of a name, as far as one comes while
  /// `goesOn`.
  func readWords(of document: Document, while goesOn: () -> Bool) {
    for segment in document.segments where goesOn() {
      let spans = Self.words(document.text, segment.range)
      _ = wordByWord(document.text, spans, [Romaniser.NamePart](repeating: .none, count: spans.count))
    }
  }

  /// The first entity that ends behind `offset`; names stand in order and do not overlap, but for a title in front.
  private static func firstEntity(of document: Document, endingAfter offset: Int) -> Int {
    var low = 0, high = document.entities.count
    while low < high {
      let middle = (low + high) / 2
      if document.entities[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// For each word where it stands to the names, and of each name the number of its entity by that of the word it begins in; titles are text.
  /// `entity` is the first that may touch them.
  private static func names(
    _ spans: [Range<Int>], of document: Document, from entity: Int
  ) -> (parts: [Romaniser.NamePart], fronts: [Int: Int]) {
    var names = [Romaniser.NamePart](repeating: .none, count: spans.count)
    var fronts: [Int: Int] = [:]
    var at = entity
    for (number, span) in spans.enumerated() {
      while at < document.entities.count, document.entities[at].range.end <= span.lowerBound { at += 1 }
      var next = at
      while next < document.entities.count, document.entities[next].range.start < span.upperBound {
        if document.entities[next].entityClass != .title, document.entities[next].range.end > span.lowerBound {
          let core = EdgeMarks.core(of: span, in: document.text)
          let start = document.entities[next].range.start
          names[number] =
            start == core.lowerBound
            ? .front
            : core.contains(start)
              ? .behindClitic(letters: letters(document.text[core.lowerBound..<start])) : .inside
          if names[number] != .inside { fronts[number] = next }
        }
        next += 1
      }
    }
    return (names, fronts)
  }

  /// Number of letters (code points) before a name; 0 where marks or strokes stand among them.
  private static func letters(_ bytes: ArraySlice<UInt8>) -> Int {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return scalars.allSatisfy { ArabicScript.isLetter($0.value) } ? scalars.count : 0
  }

  private func wordByWord(_ text: [UInt8], _ spans: [Range<Int>], _ names: [Romaniser.NamePart]) -> String {
    if words.count > TierWords.limit { words.removeAll() }
    var line: [UInt8] = []
    line.reserveCapacity(spans.count * 10)
    text.withUnsafeBytes { text in
      for (number, span) in spans.enumerated() {
        if number > 0 { line.append(0x20) }
        // What follows matters to a final ة only.
        let hasArticle =
          number + 1 < spans.count && Self.endsInTehMarbuta(text, span)
          && Self.startsWithArticle(text, spans[number + 1])
        let flags = (names[number] == .none ? 0 : Flags.name) | (hasArticle ? Flags.beforeArticle : 0)
        append(UnsafeRawBufferPointer(rebasing: text[span]), flags, to: &line) { word in
          marked(word, flags)
        }
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Appends how `bytes` are written, which `make` tells where it is not known.
  private func append(
    _ bytes: UnsafeRawBufferPointer, _ flags: UInt8, to line: inout [UInt8],
    make: (UnsafeRawBufferPointer) -> [UInt8]
  ) {
    if bytes.isEmpty || words.append(bytes, flags, to: &line) { return }
    let known = shared.find(bytes, flags)
    let written = known ?? make(bytes)
    words.add(bytes, flags, value: written)
    if known == nil { shared.add(bytes, flags, written) }
    line.append(contentsOf: written)
  }

  /// A word with the punctuation around it.
  private func marked(_ bytes: UnsafeRawBufferPointer, _ flags: UInt8) -> [UInt8] {
    let text = Array(bytes)
    let core = EdgeMarks.core(of: 0..<text.count, in: text)
    if core == 0..<text.count { return word(bytes, flags) }
    var written: [UInt8] = []
    append(UnsafeRawBufferPointer(rebasing: bytes[..<core.lowerBound]), Flags.punctuation, to: &written, make: marks)
    append(UnsafeRawBufferPointer(rebasing: bytes[core]), flags, to: &written) { word($0, flags) }
    append(UnsafeRawBufferPointer(rebasing: bytes[core.upperBound...]), Flags.punctuation, to: &written, make: marks)
    return written
  }

  private func word(_ bytes: UnsafeRawBufferPointer, _ flags: UInt8) -> [UInt8] {
    let word = String(decoding: bytes, as: UTF8.self)
    let beforeArticle = flags & Flags.beforeArticle != 0
    let read = bench.quickly {
      romaniser.romaniseText(
        beforeArticle ? [word, "ال"] : [word], names: [flags & Flags.name != 0 ? .inside : .none, .none]
      ).text
    }
    return Array((beforeArticle && read.hasSuffix(" al") ? String(read.dropLast(3)) : read).utf8)
  }

  /// Punctuation before or behind a word.
  private func marks(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    Array(Punctuation.mapped(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// The words of a range: what lies between white space.
  private static func words(_ text: [UInt8], _ range: TextRange) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = range.start
    for at in range.bytes where text[at] == 0x20 || (text[at] >= 0x09 && text[at] <= 0x0D) {
      if at > start { spans.append(start..<at) }
      start = at + 1
    }
    if range.end > start { spans.append(start..<range.end) }
    return spans
  }

  private static func endsInTehMarbuta(_ text: UnsafeRawBufferPointer, _ span: Range<Int>) -> Bool {
    span.count > 2 && text[span.upperBound - 2] == 0xD8 && text[span.upperBound - 1] == 0xA9
  }

  private static func startsWithArticle(_ text: UnsafeRawBufferPointer, _ span: Range<Int>) -> Bool {
    span.count > 5 && text[span.lowerBound] == 0xD8 && text[span.lowerBound + 1] == 0xA7
      && text[span.lowerBound + 2] == 0xD9 && text[span.lowerBound + 3] == 0x84
  }
}

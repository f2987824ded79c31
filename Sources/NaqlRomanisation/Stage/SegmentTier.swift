import NaqlModel
import NaqlTables
import NaqlText

/// The romanised tier: whole segments in one scheme, a help to find one's place for readers without Arabic.
///
/// In documents of ordinary length each segment's words are read together, so that neighbours choose among readings. In
/// very long ones each word type is read once by itself.
final class SegmentTier {
  private let bench: RomanisationBench
  private let romaniser: Romaniser
  private var words: [WordKey: String] = [:]

  /// A word as it stands, with what of its neighbours decides how it is written.
  private struct WordKey: Hashable {
    let bytes: ArraySlice<UInt8>
    /// 1: part of a name; 2: an article follows; 4: punctuation.
    let flags: UInt8

    func hash(into hasher: inout Hasher) {
      hasher.combine(bytes.withUnsafeBytes { tableHash($0) } ^ UInt64(flags))
    }
  }

  init(_ scheme: String, bench: RomanisationBench, endings: Bool = false) throws(Diagnostic) {
    self.bench = bench
    romaniser = try bench.romaniser(scheme, readsSyntax: true, endings: endings)
  }

  /// A segment in the scheme.
  struct Line: Sendable {
    let text: String
    /// From 0 to 1000.
    let confidence: Int
  }

  /// The segments `range` of `document`, in order.
  func lines(_ range: Range<Int>, of document: Document, isLong: Bool) -> [Line] {
    guard let first = range.first else { return [] }
    var entity = Self.firstEntity(of: document, endingAfter: document.segments[first].range.start)
    return range.map { index in
      let segment = document.segments[index].range
      while entity < document.entities.count, document.entities[entity].range.end <= segment.start { entity += 1 }
      let spans = Self.words(document.text, segment)
      let names = Self.names(spans, of: document, from: entity)
      if isLong { return Line(text: wordByWord(document.text, spans, names), confidence: 500) }
      let read = romaniser.romaniseText(
        spans.map { String(decoding: document.text[$0], as: UTF8.self) }, names: names)
      return Line(text: read.text, confidence: read.confidence)
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

  /// For each word where it stands to the names; titles are text. `entity` is the first that may touch them.
  private static func names(
    _ spans: [Range<Int>], of document: Document, from entity: Int
  ) -> [Romaniser.NamePart] {
    var names = [Romaniser.NamePart](repeating: .none, count: spans.count)
    var at = entity
    for (number, span) in spans.enumerated() {
      while at < document.entities.count, document.entities[at].range.end <= span.lowerBound { at += 1 }
      var next = at
      while next < document.entities.count, document.entities[next].range.start < span.upperBound {
        if document.entities[next].entityClass != .title, document.entities[next].range.end > span.lowerBound {
          let core = EdgeMarks.core(of: span, in: document.text)
          names[number] = document.entities[next].range.start == core.lowerBound ? .front : .inside
        }
        next += 1
      }
    }
    return names
  }

  private func wordByWord(_ text: [UInt8], _ spans: [Range<Int>], _ names: [Romaniser.NamePart]) -> String {
    var line = ""
    for (number, span) in spans.enumerated() {
      if number > 0 { line += " " }
      let core = EdgeMarks.core(of: span, in: text)
      if core.lowerBound > span.lowerBound { line += marks(text[span.lowerBound..<core.lowerBound]) }
      // What follows matters to a final ة only.
      let isOpen = core.upperBound == span.upperBound && Self.endsInTehMarbuta(text, core)
      let hasArticle = isOpen && number + 1 < spans.count && Self.startsWithArticle(text, spans[number + 1])
      line += word(text[core], isName: names[number] != .none, beforeArticle: hasArticle)
      if core.upperBound < span.upperBound { line += marks(text[core.upperBound..<span.upperBound]) }
    }
    return line
  }

  private func word(_ bytes: ArraySlice<UInt8>, isName: Bool, beforeArticle: Bool) -> String {
    if bytes.isEmpty { return "" }
    let key = WordKey(bytes: bytes, flags: (isName ? 1 : 0) | (beforeArticle ? 2 : 0))
    if let known = words[key] { return known }
    let word = String(decoding: bytes, as: UTF8.self)
    let read = bench.quickly {
      romaniser.romaniseText(beforeArticle ? [word, "ال"] : [word], names: [isName ? .inside : .none, .none]).text
    }
    let written = beforeArticle && read.hasSuffix(" al") ? String(read.dropLast(3)) : read
    keep(written, key)
    return written
  }

  /// Punctuation before or behind a word.
  private func marks(_ bytes: ArraySlice<UInt8>) -> String {
    let key = WordKey(bytes: bytes, flags: 4)
    if let known = words[key] { return known }
    let written = Punctuation.mapped(String(decoding: bytes, as: UTF8.self))
    keep(written, key)
    return written
  }

  private func keep(_ written: String, _ key: WordKey) {
    if words.count > 400_000 { words.removeAll(keepingCapacity: true) }
    words[WordKey(bytes: ArraySlice(Array(key.bytes)), flags: key.flags)] = written
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

  private static func endsInTehMarbuta(_ text: [UInt8], _ span: Range<Int>) -> Bool {
    span.count > 2 && text[span.upperBound - 2] == 0xD8 && text[span.upperBound - 1] == 0xA9
  }

  private static func startsWithArticle(_ text: [UInt8], _ span: Range<Int>) -> Bool {
    span.count > 5 && text[span.lowerBound] == 0xD8 && text[span.lowerBound + 1] == 0xA7
      && text[span.lowerBound + 2] == 0xD9 && text[span.lowerBound + 3] == 0x84
  }
}

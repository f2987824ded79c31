import NaqlModel
import NaqlRules
import NaqlXML

/// Gives a translated page back as text: the source with each segment replaced by its translation, everything between
/// segments as it was.
///
/// Duplicates take the translation of what they repeat, sentence by sentence, or all of it where the sentences are not as
/// many. A segment without a translation keeps its source and is counted, one that the file has lost too. A source
/// that is not the one the file was made from is refused, with the place of the first difference.
public struct Merger {
  /// What was merged.
  public struct Result: Sendable {
    /// The translated page.
    public var text: [UInt8] = []
    /// Units with a translation.
    public var translated = 0
    /// Duplicates filled from what they repeat.
    public var filled = 0
    /// Units that keep their source: boilerplate, and what was not translated.
    public var kept = 0
    /// Units that were to be translated and are not, with their ids; those that are missing too.
    public var untranslated: [String] = []
    /// Ids of units that the page has and the file has not.
    public var missing: [String] = []
    /// Ids of units whose line breaks became spaces, since a block is a line.
    public var unwrapped: [String] = []
    /// Units in all.
    public var units: Int { translated + filled + kept }
  }

  private let page: [UInt8]
  private let units: [PlacedUnit]
  private let duplicates: Duplicates
  /// The units of each block, as indices.
  private var blocks: [String: [Int]] = [:]
  /// Blocks of which units are missing.
  private var incomplete: Set<String> = []
  private var result = Result()

  /// Merges `xliff` (the bytes of the file `file`) into `source`, which is what `sourceName` holds.
  public static func merge(_ xliff: [UInt8], file: String, into source: [UInt8], sourceName: String)
    throws(Diagnostic) -> Result
  {
    let reader = try read(xliff, file: file)
    if var fault = reader.faults.first {
      fault.file = file
      throw fault
    }
    var merger = try Merger(reader, source, sourceName)
    merger.compose()
    return merger.result
  }

  /// Reads a translated file and gives the name of the page that it was made from.
  public static func original(of xliff: [UInt8], file: String) throws(Diagnostic) -> String {
    try read(xliff, file: file).original
  }

  /// Whether a file is an XLIFF with a translated unit.
  static func hasTranslations(_ xliff: [UInt8]) -> Bool {
    guard let reader = try? read(xliff, file: "") else { return false }
    return !reader.faults.isEmpty || reader.units.contains { $0.translate && $0.isWorked }
  }

  private static func read(_ xliff: [UInt8], file: String) throws(Diagnostic) -> XLIFF12Reader {
    let reader = XLIFF12Reader()
    try XMLReader.read(xliff, file: file, reader)
    if let problem = reader.problem {
      throw Diagnostic("merge.not-xliff", "\(problem); merge takes the XLIFF 1.2 files that naql writes", file: file)
    }
    return reader
  }

  private init(_ reader: XLIFF12Reader, _ page: [UInt8], _ name: String) throws(Diagnostic) {
    self.page = page
    let slots = UnitOrder(reader.units, reader.groups, room: page.count).slots
    var walk = PageWalk(page, name: name)
    units = try walk.places(of: slots)
    duplicates = Duplicates(units, reader.groups)
    for (index, placed) in units.enumerated() { blocks[placed.unit.block, default: []].append(index) }
    for case .missing(let id, let block) in slots {
      result.missing.append(id)
      incomplete.insert("b\(block)")
    }
    result.kept = result.missing.count
  }

  /// Puts the page together.
  private mutating func compose() {
    var at = 0
    for (index, placed) in units.enumerated() {
      let choice = choose(index)
      switch choice {
      case .source: result.text.append(contentsOf: page[at..<placed.range.upperBound])
      case .text(let text):
        addGap(at..<placed.range.lowerBound, before: text, of: placed.range, to: &result.text)
        result.text.append(contentsOf: text)
      case .nothing: break
      }
      at = placed.range.upperBound
    }
    result.text.append(contentsOf: page[at...])
    guard !result.missing.isEmpty else { return }
    result.untranslated = (result.untranslated + result.missing).compactMap { id in UnitPlace(id).map { ($0, id) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What takes the place of a unit.
  private enum Choice {
    /// Its source, kept.
    case source
    /// A translation.
    case text([UInt8])
    /// Nothing: the sentence before took all that its block repeats.
    case nothing
  }

  private mutating func choose(_ index: Int) -> Choice {
    let unit = units[index].unit
    if let own = translation(index) {
      result.translated += 1
      if unit.isUnwrapped { result.unwrapped.append(unit.id) }
      return .text(own)
    }
    if let filled = repeated(index) {
      result.filled += 1
      return filled
    }
    result.kept += 1
    if unit.translate { result.untranslated.append(unit.id) }
    return .source
  }

  private func translation(_ index: Int) -> [UInt8]? {
    let unit = units[index].unit
    return unit.translate && unit.isTranslated ? Array((unit.target ?? "").utf8) : nil
  }

  /// What a unit of a duplicate takes from the block that it repeats, if that is translated.
  private func repeated(_ index: Int) -> Choice? {
    let unit = units[index].unit
    guard let original = duplicates[unit.block], let sources = blocks[original], let own = blocks[unit.block],
      let number = own.firstIndex(of: index)
    else { return nil }
    if incomplete.contains(original) || incomplete.contains(unit.block) {
      let source = sources.first { units[$0].unit.place?.sentence == unit.place?.sentence }
      return source.flatMap(translation).map(Choice.text)
    }
    if own.count == sources.count { return translation(sources[number]).map(Choice.text) }
    guard sources.contains(where: { translation($0) != nil }) else { return nil }
    return number == 0 ? .text(whole(sources)) : .nothing
  }

  /// Adds what stands on the page before a segment. Where nothing parts two sentences there (انتهى الاجتماع.وبدأ المؤتمر), a space parts their
  /// translations.
  private func addGap(_ gap: Range<Int>, before own: [UInt8], of segment: Range<Int>, to text: inout [UInt8]) {
    text.append(contentsOf: page[gap])
    guard gap.isEmpty, let last = text.last, last != 0x20, last != 0x0A, let first = own.first, first != 0x20,
      !page[segment].elementsEqual(own)
    else { return }
    text.append(0x20)
  }

  /// The translated text of a block, its gaps as on the page.
  private func whole(_ block: [Int]) -> [UInt8] {
    var text: [UInt8] = []
    var end: Int?
    for index in block {
      let range = units[index].range
      let own = translation(index) ?? Array(page[range])
      if let end { addGap(end..<range.lowerBound, before: own, of: range, to: &text) }
      text += own
      end = range.upperBound
    }
    return text
  }
}

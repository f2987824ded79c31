import NaqlModel
import NaqlRules
import NaqlXML

/// Gives a translated page back as text: the source with each segment replaced by its translation, everything between
/// segments as it was.
///
/// Duplicates take the translation of what they repeat. A segment without a translation keeps its source and is
/// counted. A source that is not the one the file was made from is refused, with the place of the first difference.
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
    /// Units that were to be translated and are not, with their ids.
    public var untranslated: [String] = []
    /// Units in all.
    public var units: Int { translated + filled + kept }
  }

  /// Merges `xliff` (the bytes of the file `file`) into `source`, which is what `sourceName` holds.
  public static func merge(_ xliff: [UInt8], file: String, into source: [UInt8], sourceName: String)
    throws(Diagnostic) -> Result
  {
    let reader = try read(xliff, file: file)
    let translations = translations(reader)
    var result = Result()
    var at = 0
    for unit in reader.units {
      let wanted = Array(unit.source.utf8)
      guard let start = find(wanted, in: source, from: at) else {
        throw changed(unit, source, at, sourceName)
      }
      result.text.append(contentsOf: source[at..<start])
      result.text.append(contentsOf: chosen(unit, reader, translations, &result) ?? wanted)
      at = start + wanted.count
    }
    if let more = source[at...].firstIndex(where: { $0 > 0x20 }), !reader.units.isEmpty,
      !isInvisibleTail(source[more...])
    {
      throw changed(nil, source, more, sourceName)
    }
    result.text.append(contentsOf: source[at...])
    return result
  }

  /// Reads a translated file and gives the name of the page that it was made from.
  public static func original(of xliff: [UInt8], file: String) throws(Diagnostic) -> String {
    try read(xliff, file: file).original
  }

  /// Whether a file is an XLIFF with a translated unit.
  static func hasTranslations(_ xliff: [UInt8]) -> Bool {
    guard let reader = try? read(xliff, file: "") else { return false }
    return reader.units.contains { $0.translate && isTranslated($0) }
  }

  private static func read(_ xliff: [UInt8], file: String) throws(Diagnostic) -> XLIFF12Reader {
    let reader = XLIFF12Reader()
    try XMLReader.read(xliff, file: file, reader)
    if let problem = reader.problem {
      throw Diagnostic("merge.not-xliff", "\(problem); merge takes the XLIFF 1.2 files that naql writes", file: file)
    }
    return reader
  }

  /// Translation by group and by sentence number within it.
  private static func translations(_ reader: XLIFF12Reader) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for unit in reader.units where unit.translate && isTranslated(unit) {
      found[unit.id] = Array((unit.target ?? "").utf8)
    }
    return found
  }

  private static func isTranslated(_ unit: TranslatedUnit) -> Bool {
    guard let target = unit.target, !target.isEmpty else { return false }
    return target != unit.source || ["translated", "final", "signed-off"].contains(unit.state)
  }

  private static func chosen(
    _ unit: TranslatedUnit, _ reader: XLIFF12Reader, _ translations: [String: [UInt8]], _ result: inout Result
  ) -> [UInt8]? {
    if let own = translations[unit.id] {
      result.translated += 1
      return own
    }
    if let original = reader.duplicates[unit.group], let sentence = unit.id.split(separator: ".").last,
      let filled = translations["\(original).\(sentence)"]
    {
      result.filled += 1
      return filled
    }
    result.kept += 1
    if unit.translate { result.untranslated.append(unit.id) }
    return nil
  }

  /// Start of `wanted` in `source` from `at` on, where only white space and invisible characters lie between.
  private static func find(_ wanted: [UInt8], in source: [UInt8], from at: Int) -> Int? {
    var start = at
    while start < source.count {
      if source[start...].starts(with: wanted) { return start }
      if source[start] > 0x20, !isGap(source, start) { return nil }
      start += 1
    }
    return wanted.isEmpty ? start : nil
  }

  /// Whether the byte belongs to a space, mark or control that may lie between segments (NBSP, bidi controls, BOM).
  private static func isGap(_ source: [UInt8], _ at: Int) -> Bool {
    var lead = at
    while lead > 0, source[lead] & 0xC0 == 0x80 { lead -= 1 }
    let text = source[lead..<min(lead + 4, source.count)]
    guard let scalar = String(decoding: text, as: UTF8.self).unicodeScalars.first else { return false }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }

  private static func isInvisibleTail(_ tail: ArraySlice<UInt8>) -> Bool {
    String(decoding: tail, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format
    }
  }

  private static func changed(_ unit: TranslatedUnit?, _ source: [UInt8], _ at: Int, _ name: String) -> Diagnostic {
    var at = at
    while at < source.count, source[at] <= 0x20 { at += 1 }
    let place = source.withUnsafeBytes { TextCheck.place(of: min(at, source.count), in: $0) }
    let expected =
      unit.map { "unit \($0.id), “\($0.source.prefix(40))”, is expected here" } ?? "no unit holds this text"
    return Diagnostic(
      "merge.changed-source",
      "the page is not the one that the XLIFF was made from: \(expected); take the same page, or run naql on the new one",
      file: name, line: place.line, column: place.column)
  }
}

import NaqlModel
import NaqlRules
import NaqlText

/// What every format of name lists shares: names are gathered over the parts of a document and written at its end.
public class NameListWriter {
  let settings: FormatSettings
  private var collector: NameCollector

  /// A list with `settings`.
  public required init(settings: FormatSettings) {
    self.settings = settings
    collector = NameCollector(mergingShort: Self.mergesShort)
    collector.expect(settings.romanised)
  }

  /// Whether short mentions count for the entry of their person or body.
  class var mergesShort: Bool { true }

  /// Gathers the names of a document or part.
  public func add(_ document: Document, _ names: DocumentNames, to output: ByteSink) {
    collector.add(document, names)
  }

  /// Writes the list.
  public func finish(to output: ByteSink) {
    let list = NamesFound(
      entries: collector.sorted(settings.options["sort"].flatMap(NameCollector.Order.init) ?? .arabic),
      schemes: settings.schemes.isEmpty ? collector.schemes : settings.schemes, paths: collector.paths,
      settings: settings)
    write(list, to: &output.bytes)
  }

  /// Writes a list that is complete; overridden by each format.
  func write(_ list: NamesFound, to output: inout [UInt8]) {}
}

/// A finished list of names.
public struct NamesFound: Sendable {
  /// The names, in order.
  public let entries: [NameEntry]
  /// Which schemes are shown, in order; `conventional` among them.
  public let schemes: [String]
  /// The file of each document by the document's id, where it came from one.
  public let paths: [String: String]
  /// Languages and options.
  public let settings: FormatSettings

  /// A list of `entries` shown in `schemes`; `paths` are the files of the documents by their ids.
  public init(entries: [NameEntry], schemes: [String], paths: [String: String] = [:], settings: FormatSettings) {
    self.entries = entries
    self.schemes = schemes
    self.paths = paths
    self.settings = settings
  }

  /// The list as a file in one of the formats of `naql names`: tsv, csv, jsonl, tbx, omegat or html. A TBX without names is no bytes at
  /// all: there is no such file.
  public func encoded(_ format: String) throws(Diagnostic) -> [UInt8] {
    let writers: [String: NameListWriter.Type] = [
      "tsv": NamesTSVWriter.self, "csv": NamesCSVWriter.self, "jsonl": NamesJSONWriter.self,
      "tbx": NamesTBXWriter.self, "omegat": GlossaryWriter.self, "html": NamesHTMLWriter.self,
    ]
    guard let type = writers[format] else {
      throw Diagnostic(
        "write.format", "there is no format “\(format)”" + Nearest.hint(format, among: writers.keys.sorted()))
    }
    var bytes: [UInt8] = []
    type.init(settings: settings).write(self, to: &bytes)
    return bytes
  }

  /// What was decided for each name as an authority list (TSV), with origin, confidence and count to look through.
  public func authority() -> [UInt8] {
    var lines = [(["arabic", "class"] + schemes + ["origin", "confidence", "count"]).joined(separator: "\t")]
    for entry in entries {
      let spelling = schemes.lazy.compactMap { entry.form($0) }.first
      let rest =
        [entry.entityClass.rawValue] + schemes.map { entry.form($0)?.text ?? "" }
        + [(spelling?.origin ?? entry.origin).rawValue, String(spelling?.confidence ?? entry.confidence)]
        + [String(entry.count)]
      for name in entry.fullNames {
        lines.append(([name] + rest).map { $0.foldingWhiteSpace() }.joined(separator: "\t"))
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Header of the table.
  var header: [String] {
    ["name", "class", "count", "documents"] + schemes + ["origin", "confidence", "variants", "conflicts", "context"]
  }

  /// The cells of an entry, as many as the header has. Origin and confidence say how it was found, whatever is shown of
  /// its spellings.
  func cells(_ entry: NameEntry) -> [String] {
    let conflicts = entry.conflicts.map { scheme in
      "\(scheme): " + entry.rivals(scheme).map { "\($0.text) (\($0.count))" }.joined(separator: " / ")
    }
    return [entry.name, entry.entityClass.rawValue, String(entry.count), entry.documents.joined(separator: ", ")]
      + schemes.map { entry.form($0)?.text ?? "" }
      + [
        entry.origin.rawValue, String(entry.confidence),
        entry.variants.filter { $0 != entry.name }.joined(separator: " | "),
        conflicts.joined(separator: "; "), entry.context,
      ]
  }

  /// What a comment in a glossary says of a name: class, strict forms, origin.
  func comment(_ entry: NameEntry) -> String {
    let strict = schemes.filter { $0 != "conventional" }.compactMap { scheme in
      entry.form(scheme).map { "\(scheme): \($0.text)" }
    }
    return ([entry.entityClass.rawValue] + strict).joined(separator: "; ")
  }

  /// The spelling that a reader of English expects, else the first strict form.
  func target(_ entry: NameEntry) -> String {
    (entry.form("conventional") ?? schemes.lazy.compactMap { entry.form($0) }.first)?.text ?? ""
  }
}

/// Names as a TAB-separated table; cells that a spreadsheet would take for a formula are guarded by an apostrophe.
public final class NamesTSVWriter: NameListWriter, FormatWriter {
  public static let description = FormatDescription(
    name: "names-tsv", suffix: ".names.tsv", summary: "names with class, count, schemes, origin and context as a table",
    requires: [.segments, .entities])

  override func write(_ list: NamesFound, to output: inout [UInt8]) {
    for row in [list.header] + list.entries.map(list.cells) {
      output.append(contentsOf: row.map(TableCell.tsv).joined(separator: "\t").utf8)
      output.append(0x0A)
    }
  }
}

/// Names as CSV (RFC 4180), guarded in the same way.
public final class NamesCSVWriter: NameListWriter, FormatWriter {
  public static let description = FormatDescription(
    name: "names-csv", suffix: ".names.csv",
    summary: "the same as CSV, with a byte-order mark where excel is asked for",
    requires: [.segments, .entities])

  override func write(_ list: NamesFound, to output: inout [UInt8]) {
    if list.settings.options["excel"] == "true" { output.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    for row in [list.header] + list.entries.map(list.cells) {
      output.append(contentsOf: row.map(TableCell.csv).joined(separator: ",").utf8)
      output.append(contentsOf: [0x0D, 0x0A])
    }
  }
}

/// Names as JSON Lines, one name a line.
public final class NamesJSONWriter: NameListWriter, FormatWriter {
  public static let description = FormatDescription(
    name: "names-jsonl", suffix: ".names.jsonl", summary: "names as JSON Lines, one name a line",
    requires: [.segments, .entities])

  override func write(_ list: NamesFound, to output: inout [UInt8]) {
    for entry in list.entries {
      var json = JSONBytes(capacity: 512)
      json.openObject()
      json.key("id")
      json.value(entry.id)
      json.key("name")
      json.value(entry.name)
      json.key("class")
      json.value(entry.entityClass.rawValue)
      json.key("count")
      json.value(entry.count)
      json.key("documents")
      texts(entry.documents, to: &json)
      json.key("paths")
      texts(entry.documents.map { list.paths[$0] ?? "" }, to: &json)
      json.key("forms")
      json.openArray()
      for scheme in list.schemes {
        for form in entry.forms[scheme] ?? [] {
          json.openObject()
          json.key("scheme")
          json.value(scheme)
          json.key("text")
          json.value(form.text)
          json.key("origin")
          json.value(form.origin.rawValue)
          json.key("confidence")
          json.value(form.confidence)
          json.key("count")
          json.value(form.count)
          json.closeObject()
        }
      }
      json.closeArray()
      json.key("origin")
      json.value(entry.origin.rawValue)
      json.key("confidence")
      json.value(entry.confidence)
      json.key("variants")
      texts(entry.variants, to: &json)
      json.key("conflicts")
      texts(entry.conflicts, to: &json)
      json.key("context")
      json.value(entry.context)
      json.closeObject()
      json.newline()
      output.append(contentsOf: json.bytes)
    }
  }

  private func texts(_ texts: [String], to json: inout JSONBytes) {
    json.openArray()
    for text in texts { json.value(text) }
    json.closeArray()
  }
}

import ArgumentParser
import Naql
import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlRomanisation
import NaqlRules

/// `naql names`: one list of all names in many documents.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Lists the names of all inputs, one entry a name.",
    discussion: "Folders stand for the .txt and .jsonl files in them and in their subfolders.")

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RulesOptions

  @Option(help: "tsv, csv, jsonl, tbx, omegat or html.")
  var format: NamesFormat = .tsv

  @Option(
    help: "Schemes to show, conventional among them (default: those of the romanise stage).",
    transform: OptionValues.list)
  var schemes: [String]?

  @Option(help: "Order: arabic, romanised or count.")
  var sort: NamesOrder = .arabic

  @Option(
    name: .customLong("class"),
    help: "Only these classes, with commas or repeated: PER,LOC,ORG,MEDIA,EVENT,WORK,TITLE.",
    transform: OptionValues.list)
  var classLists: [[String]] = []

  @Option(help: "Only names met at least this often.")
  var minCount = 1

  @Option(help: "Only names found at least this sure, from 0 to 1000: what the column confidence shows.")
  var minConfidence = 0

  @Option(help: "Country of the articles (EG, MA …), which spellings follow.", transform: OptionValues.country)
  var country: String?

  @Option(
    help: "House styles of conventional spelling, with commas, in order: al, el, bare, i, y, ascii … (docs/styles.md).",
    transform: OptionValues.list)
  var style: [String]?

  @Option(help: "A table of your own names (TSV or TBX), which win over everything.")
  var authority: String?

  @Option(help: "A table of what was decided for each name, to look through and use as --authority.")
  var learn: String?

  @Flag(help: "CSV with a byte-order mark, for Excel.")
  var excel = false

  @Flag(help: "Report names that got two spellings on standard error.")
  var report = false

  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write (default: standard output).")
  var output: String?

  /// The classes asked for; nil: all but titles.
  private var classes: Set<String>? {
    classLists.isEmpty ? nil : Set(classLists.joined().map { $0.uppercased() })
  }

  func validate() throws {
    try OptionValues.refuseEmpty("-o", output)
    try OptionValues.refuseEmpty("--learn", learn)
    if excel, format != .csv { throw ValidationError("--excel is for --format csv, not \(format.rawValue)") }
    if !(0...1000).contains(minConfidence) {
      throw ValidationError("--min-confidence is from 0 to 1000, not \(minConfidence)")
    }
    try input.refuseShared("--authority", authority)
    if learn == "-", (output ?? "-") == "-" {
      throw ValidationError("--learn and the list cannot both go to standard output; name a file for one of them")
    }
    if let learn, let output, learn != "-", FileSystem.isSameOutput(learn, output) {
      throw ValidationError("--learn and the list cannot both go to \(output); name another file for one of them")
    }
  }

  func run() throws {
    let rules = try rules.ruleSet()
    try refuseUnknown(rules)
    var collector = NameCollector(mergingShort: format != .omegat)
    let pages = InputPaths(input.paths)
    for finding in pages.findings { StandardError.print(finding) }
    let paths = pages.files
    let read = paths + (authority.map { [$0] } ?? [])
    for path in [output, learn] { try StandardOutput.refuse(path, over: read) }
    var said = SaidOnce()
    var documents = 0
    // As it was before the document in parts that is being read.
    var before: (collector: NameCollector, documents: Int)?
    let stream = try StageStream("romanise", options: try romaniseOptions(), rules: rules)
    var failure: ExitCode?
    do {
      try StreamRunner.forEachDocument(
        input, at: paths, opened: { before = nil }, lost: { if let before { (collector, documents) = before } }
      ) { document, _ throws(Diagnostic) in
        if document.part <= 1 {
          before = document.part == 1 ? (collector, documents) : nil
          documents += 1
        }
        let known = document.diagnostics.count
        if isAnew(document) { try stream.process(&document) }
        for diagnostic in document.diagnostics[known...] { said.print(diagnostic, in: document.path) }
        collector.add(document)
      }
    } catch let code as ExitCode {
      failure = code  // some inputs could not be read; the list of the others is still written
    }
    if !pages.isComplete { failure = ExitCode(2) }
    // A list that is there already is not to be replaced by one of nothing.
    if failure == nil || documents > 0 { try write(collector, rules) }
    if let failure { throw failure }
  }

  /// An unknown class or scheme is answered with the nearest one before anything is read.
  private func refuseUnknown(_ rules: RuleSet) throws(Diagnostic) {
    let known = EntityClass.allCases.map(\.rawValue)
    for name in classLists.joined().map({ $0.uppercased() }) where !known.contains(name) {
      throw Diagnostic("names.unknown-class", "there is no class “\(name)”" + Nearest.hint(name, among: known))
    }
    guard let schemes else { return }
    let catalogue = try SchemeCatalogue(rules)
    for name in schemes where name != "conventional" {
      _ = try catalogue.scheme(name)
    }
  }

  /// Whether the names of `document` are to be romanised: they are not yet, or the options ask for other spellings or schemes.
  private func isAnew(_ document: Document) -> Bool {
    if !document.layers.contains(.romanisations) || authority != nil || style != nil || country != nil { return true }
    guard let schemes, !document.entities.isEmpty else { return false }
    return !Set(schemes).isSubset(of: document.romanisations.map(\.scheme))
  }

  private func romaniseOptions() throws(Diagnostic) -> StageOptions {
    var options = StageOptions()
    guard let type = BuiltIn.stages.find("romanise") else { return options }
    options = try options.setting("text", to: ["none"], for: type.description)  // a list has no use for whole segments
    if let schemes { options = try options.setting("schemes", to: schemes, for: type.description) }
    if let country { options = try options.setting("country", to: [country], for: type.description) }
    if let style { options = try options.setting("style", to: style, for: type.description) }
    if let authority { options = try options.setting("authority", to: [authority], for: type.description) }
    return options
  }

  private func write(_ collector: NameCollector, _ rules: RuleSet) throws {
    var settings = FormatSettings(rules: rules)
    if excel { settings.options["excel"] = "true" }
    let wanted = classes
    let entries = collector.sorted(sort.order, withTitles: wanted?.contains("TITLE") ?? false).filter { entry in
      entry.count >= minCount && entry.confidence >= minConfidence
        && wanted?.contains(entry.entityClass.rawValue) != false
    }
    let list = NamesFound(
      entries: entries, schemes: schemes ?? collector.schemes, paths: collector.paths, settings: settings)
    if let learn { try StandardOutput.write(list.authority(), to: learn) }
    let encoded = try list.encoded(format.rawValue)
    if encoded.isEmpty, format == .tbx, let note = NamesTBXWriter.noteOfNothing(at: output == "-" ? nil : output) {
      StandardError.print(note)
    } else {
      try StandardOutput.write(encoded, to: output)
    }
    if report { consistency(entries) }
  }

  private func consistency(_ entries: [NameEntry]) {
    let doubtful = entries.filter { !$0.conflicts.isEmpty }
    for entry in doubtful {
      for scheme in entry.conflicts {
        let forms = (entry.forms[scheme] ?? []).map { "\($0.text) (\($0.count))" }.joined(separator: ", ")
        StandardError.print("\(entry.name) [\(entry.entityClass.rawValue)] \(scheme): \(forms)")
      }
    }
    StandardError.print("\(Counted.of(entries.count, "name")), \(doubtful.count) with two spellings")
  }
}

/// Formats of `naql names`.
enum NamesFormat: String, ExpressibleByArgument, CaseIterable {
  case tsv, csv, jsonl, tbx, omegat, html
}

/// Orders of `naql names`.
enum NamesOrder: String, ExpressibleByArgument, CaseIterable {
  case arabic, romanised, count

  var order: NameCollector.Order { NameCollector.Order(rawValue: rawValue) ?? .arabic }
}

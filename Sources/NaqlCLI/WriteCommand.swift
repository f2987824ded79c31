import ArgumentParser
import Naql
import NaqlFormats
import NaqlModel
import NaqlPipeline

/// `naql write`: files in one format or several from documents with all layers.
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Writes documents as XLIFF, TMX, tables, glossaries or a review page.",
    discussion: "With one format and no directory the file goes to standard output.")

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RulesOptions

  @Option(help: "A format (repeatable); naql stages lists them.")
  var format: [String] = ["jsonl"]

  @Option(name: [.customShort("o"), .customLong("output")], help: "The folder to write into; - is standard output.")
  var directory: String?

  @Option(help: "BCP-47 tag of the translation.")
  var targetLanguage: String?

  @Option(help: "XLIFF 1.2: unit or seg-source.")
  var segmentation: String?

  @Flag(help: "CSV with a byte-order mark, for Excel.")
  var excel = false

  func validate() throws { try OptionValues.refuseEmpty("-o", directory) }

  func run() throws {
    let rules = try rules.ruleSet()
    var options = StageOptions()
    let description = WriteSettings.description
    options = try options.setting("formats", to: format, for: description)
    if let targetLanguage { options = try options.setting("target-language", to: [targetLanguage], for: description) }
    if let segmentation { options = try options.setting("segmentation", to: [segmentation], for: description) }
    if excel { options = try options.setting("excel", to: ["true"], for: description) }
    let write = try WriteSettings(options, known: BuiltIn.formats, rules: rules)
    let formats = write.formats.compactMap { name in BuiltIn.formats.first { $0.description.name == name } }
    if let directory, directory != "-" {
      let files = try OutputFiles(directory: directory, formats: formats, settings: write.settings)
      return try writeFiles(files)
    }
    guard formats.count == 1 else {
      throw Diagnostic("write.directory", "several formats need a folder; name one with -o DIR")
    }
    let single = SingleOutput(formats[0], settings: write.settings)
    try StreamRunner.forEachDocument(input, finish: { () throws(Diagnostic) in try single.finish() }) {
      document, _ throws(Diagnostic) in try single.add(document)
    }
  }

  /// Writes each document into its files, and says what there is to say of them; a document whose input broke off gets none.
  private func writeFiles(_ files: OutputFiles) throws {
    func finish() throws(Diagnostic) {
      try files.finish()
      for note in files.takeNotes() { StandardError.print(note) }
    }
    try StreamRunner.forEachDocument(input, opened: finish, lost: { files.abandon() }, finish: finish) {
      document, _ throws(Diagnostic) in try files.add(document)
    }
  }
}

/// Writes the documents of a stream in one format to standard output. Formats with one root element take one document.
private final class SingleOutput {
  private let type: any FormatWriter.Type
  private let settings: FormatSettings
  private var writer: (any FormatWriter)?
  private let sink = ByteSink { bytes throws(Diagnostic) in try StandardOutput.hand(bytes) }
  private var current: String?

  init(_ type: any FormatWriter.Type, settings: FormatSettings) {
    self.type = type
    self.settings = settings
  }

  func add(_ document: Document) throws(Diagnostic) {
    if current != document.id || document.part <= 1 {
      if current != nil, type != JSONLinesWriter.self {
        throw Diagnostic(
          "write.directory",
          "“\(document.id)” is a second document; several need a folder of files: name one with -o DIR")
      }
      try finish()
      writer = try type.init(settings: settings)
      current = document.id
    }
    try type.description.check(document)
    try writer?.add(document, DocumentNames(document), to: sink)
    try sink.flush()
  }

  func finish() throws(Diagnostic) {
    try writer?.finish(to: sink)
    try sink.flush()
    if writer != nil, sink.handedOn == 0, let note = type.noteOfNothing(at: nil) { StandardError.print(note) }
    writer = nil
  }
}

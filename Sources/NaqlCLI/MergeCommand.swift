import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlRules

/// `naql merge`: the translated page from a translated XLIFF.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Gives the translated page back from a translated XLIFF.",
    discussion: """
      Exits 1 where segments were left untranslated; they keep their source. The translated page is UTF-8, whatever the \
      page was.
      """)

  @Argument(help: "The translated XLIFF 1.2 file; - is standard input.")
  var translated: String

  @Option(help: "The page it was made from (default: the one the file names).")
  var source: String?

  @Option(help: "Encoding of a page that is not UTF-8: windows-1256, ISO-8859-6, UTF-16 …")
  var encoding: String?

  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write (default: standard output).")
  var output: String?

  func validate() throws {
    try OptionValues.refuseEmpty("-o", output)
    try StandardInput.refuseTwice([("the translated file", translated), ("--source", source)])
  }

  func run() throws {
    let xliff = try FileSystem.read(translated)
    let original = try Merger.original(of: xliff, file: FileSystem.inputName(translated))
    let page = try sourcePath(original)
    try StandardOutput.refuse(output, over: [translated, page])
    let result = try Merger.merge(
      xliff, file: FileSystem.inputName(translated),
      into: DocumentReader.text(of: page, encoding: encoding, document: original),
      sourceName: FileSystem.inputName(page))
    try StandardOutput.write(result.text, to: output)
    StandardError.print(
      "\(Counted.of(result.units, "segment")): \(result.translated) translated, "
        + "\(Counted.of(result.filled, "duplicate")) filled, \(result.kept) kept")
    if !result.unwrapped.isEmpty {
      StandardError.print("line breaks became spaces: " + result.unwrapped.joined(separator: " "))
    }
    if !result.missing.isEmpty {
      StandardError.print("missing in the file, kept: " + result.missing.joined(separator: " "))
    }
    if !result.untranslated.isEmpty {
      StandardError.print("not translated: " + result.untranslated.joined(separator: " "))
      throw ExitCode(1)
    }
  }

  /// The page of `--source`, the one that the file names, or that name beside the file.
  private func sourcePath(_ named: String) throws(Diagnostic) -> String {
    if let source { return source }
    let beside = FileSystem.parent(of: translated) + "/" + FileSystem.name(of: named)
    for path in [named, beside] where FileSystem.isFile(path) { return path }
    throw Diagnostic(
      "merge.no-source", "the page “\(named)” is not there; name it with --source FILE",
      file: FileSystem.inputName(translated))
  }
}

import ArgumentParser
import Naql
import NaqlFormats
import NaqlModel
import NaqlPipeline

/// Reads documents, does something with each and writes JSON Lines: what every stage does alone.
enum StreamRunner {
  /// Runs the stage `name` over `input`; `flags` are the options set on the command line.
  static func run(
    _ name: String, _ input: InputOptions, _ rules: RulesOptions, flags: [(name: String, values: [String])]
  )
    throws
  {
    guard let type = BuiltIn.stages.find(name) else { throw Diagnostic("pipeline.unknown-stage", "no stage “\(name)”") }
    var options = StageOptions()
    for flag in flags { options = try options.setting(flag.name, to: flag.values, for: type.description) }
    let stream = try StageStream(name, options: options, rules: rules.ruleSet())
    var said = SaidOnce()
    try forEachDocument(input) { document, output throws(Diagnostic) in
      let known = document.diagnostics.count
      if let note = try stream.process(&document) { StandardError.print(note) }
      for diagnostic in document.diagnostics[known...] { said.print(diagnostic, in: document.path) }
      try output.write(DocumentEncoder.line(for: document))
    }
  }

  /// Reads each document of `input`, or of `paths` instead of those it names, and calls `body` with it; reports what could
  /// not be read and exits 2 then. Long texts come in parts, or whole without `inParts`; without `warning` only errors are
  /// reported. `opened` is called before each input, `lost` where one breaks off, so that the parts of it that came are no
  /// document, and `finish` when all is read, whether something failed or not.
  static func forEachDocument(
    _ input: InputOptions, at paths: [String]? = nil, inParts: Bool = true, warning: Bool = true,
    opened: () throws(Diagnostic) -> Void = {}, lost: () -> Void = {}, finish: () throws(Diagnostic) -> Void = {},
    _ body: (inout Document, inout StandardOutput) throws(Diagnostic) -> Void
  ) throws {
    var output = StandardOutput()
    var settings = input.settings
    if !inParts { settings.partSize = ReadSettings.whole }
    var reader = DocumentReader(settings)
    var failed = false
    for path in paths ?? input.paths {
      try opened()
      try reader.read(
        path,
        document: { read throws(Diagnostic) in
          var document = read
          try body(&document, &output)
        },
        fault: { diagnostic in
          if diagnostic.severity == .error { failed = true } else if !warning { return }
          // A broken line of JSON Lines is one document lost, and no part of another.
          if diagnostic.severity == .error, diagnostic.code != "read.broken-json" { lost() }
          StandardError.print(diagnostic)
        })
    }
    try output.flush()
    try finish()
    if failed { throw ExitCode(2) }
  }
}

import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlPipeline

/// The inputs of a command and how they are read.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files to read; - or none: standard input.")
  var inputs: [String] = []

  @Option(help: "What the input holds: text or jsonl (default: told from its first line).")
  var from: ReadSettings.Form?

  @Option(help: "Encoding of text that is not UTF-8: windows-1256, ISO-8859-6, UTF-16 …")
  var encoding: String?

  /// Text on standard input.
  static var standard: InputOptions {
    var options = InputOptions()
    (options.inputs, options.from, options.encoding) = ([], .text, nil)
    return options
  }

  /// The inputs, standard input where none is named.
  var paths: [String] { inputs.isEmpty ? ["-"] : inputs }

  /// Refuses an option that is read from standard input beside the inputs.
  func refuseShared(_ option: String, _ path: String?) throws(ValidationError) {
    try StandardInput.refuseTwice([("the input", paths.first { $0 == "-" }), (option, path)])
  }

  /// How they are read.
  var settings: ReadSettings {
    var settings = ReadSettings()
    settings.form = from
    settings.encoding = encoding
    return settings
  }
}

extension ReadSettings.Form: ExpressibleByArgument {}

import ArgumentParser
import NaqlEvaluation
import NaqlModel
import NaqlRules

/// `naql evaluate segment`: boundary precision, recall and F1, and the share of documents wholly right.
struct EvaluateSegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Judges segmentation by gold documents.",
    discussion: "The gold format is described in docs/segmentation.md. Exits 1 where a document differs.")

  @Option(help: "Gold documents: text with ¦ at the sentence ends, or a table.") var gold: String?
  @Option(help: "news, literary, subtitles, legal, uax29, or a .yaml file of your own.") var profile = "news"
  @Flag(help: "Also cut long stretches without any terminator, where a model finds sentence ends.")
  var unpunctuated = false
  @Flag(
    help: """
      Take the punctuation out of the gold first, cut with --unpunctuated, and show beside it a cut after every k words \
      with the best k.
      """)
  var stripPunctuation = false
  @Flag(help: "Show every document that differs.") var differences = false
  @Option(help: "A text to measure the speed on, beside ICU's bare sentence iterator.") var speed: String?
  @Option(help: "Check on this many random strings, in every profile, that no text is lost and nothing changes.")
  var strings: Int?
  @Option(help: "Where the random strings begin.") var seed: UInt64 = 3
  @OptionGroup var rules: RulesOptions

  func validate() throws {
    try OptionValues.check("--strings", strings, in: 1...1_000_000_000)
    try StandardInput.refuseTwice([("--gold", gold), ("--speed", speed)])
    if gold == nil, speed == nil, strings == nil {
      throw ValidationError("name a file with --gold or --speed, or a number with --strings")
    }
  }

  func run() throws {
    let set = try rules.ruleSet()
    var output = StandardOutput()
    if let speed {
      let found = try SegmentationSpeed(text(at: speed), profile: profile, rules: set)
      try output.write(
        """
        measure\tMB/s\tof ICU %
        ICU's ar sentences on UTF-16\t\(Int(found.icu))\t100.0
        sentences from UTF-8\t\(Int(found.segments))\t\(Self.percent(found.segmentsRatio))
        stage, sentences and words\t\(Int(found.stage))\t\(Self.percent(found.stageRatio))
        opening the rules, µs\t\(Int(found.opening))\t

        """)
    }
    var isExact = true
    if let strings {
      if let failure = try SegmentationProof(rules: set).checkRandom(strings, seed: seed) {
        try output.write("\(failure.what)\n\(failure.text)\n")
        isExact = false
      } else {
        try output.write("random strings\t\(strings)\tevery profile keeps every byte\n")
      }
    }
    if let gold {
      var read = try SegmentationGold(path: gold)
      if stripPunctuation { read = read.withoutPunctuation() }
      let result = try SegmentationEvaluation(
        read, profile: profile, unpunctuated: unpunctuated || stripPunctuation, rules: set)
      try output.write("phenomenon\tdocuments\texact\texact %\tprecision %\trecall %\tF1 %\n")
      if result.phenomena.count > 1 {
        for (name, score) in result.phenomena { try output.write(Self.line(name, score)) }
      }
      try output.write(Self.line("all", result.total))
      if stripPunctuation {
        let (words, score) = EveryWords.best(read)
        try output.write(Self.line(words == 1 ? "every word" : "every \(words) words", score))
      }
      if differences {
        for (item, ours) in result.differences {
          try output.write(
            "\n\(item.id)\n- \(item.sentences.joined(separator: " ¦ "))\n+ \(ours.joined(separator: " ¦ "))\n")
        }
      }
      isExact = result.total.exact == result.total.documents
    }
    try output.flush()
    if !isExact { throw ExitCode(1) }
  }

  /// The text to measure on; there is no speed on nothing.
  private func text(at path: String) throws(Diagnostic) -> [UInt8] {
    let text = try FileSystem.read(path)
    if text.contains(where: { $0 > 0x20 }) { return text }
    throw Diagnostic(
      "read.empty", "the text is empty; speed is measured on one of some length", file: FileSystem.inputName(path))
  }

  private static func line(_ name: String, _ score: SegmentationScore) -> String {
    [
      name, String(score.documents), String(score.exact), percent(score.exactRate), percent(score.precision),
      percent(score.recall), percent(score.f1),
    ].joined(separator: "\t") + "\n"
  }

  /// A share in per cent with one decimal.
  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

import ArgumentParser
import NaqlFormats
import NaqlModel
import NaqlRules
import NaqlSegmentation

/// `naql segment`: cuts articles into sentences.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Cuts articles into sentences.",
    discussion: """
      With --plain: one sentence a line, every sentence of every line of the input. Without: documents as JSON Lines, \
      with the segments and tokens added.
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Print one sentence a line; white space inside is folded to one space.") var plain = false
  @Option(help: "news, literary, subtitles, legal, uax29, or a .yaml file of your own.") var profile: String?
  @Flag(help: "Join hard-wrapped lines first.") var unwrap = false
  @Flag(help: "End a sentence at ؛ too.") var breakSemicolon = false
  @Option(help: "Longest sentence in code points; longer ones are cut at a comma, a conjunction or a space.")
  var maxLength: Int?
  @Flag(help: "Also cut long stretches without any terminator, where a model finds sentence ends.")
  var unpunctuated = false
  @Option(help: "Cut by the rules of this SRX file instead.") var srx: String?
  @OptionGroup var rules: RulesOptions

  func run() throws {
    if plain { return try PlainSegments(settings: settings(), input: input).run() }
    var flags: [(name: String, values: [String])] = []
    if let profile { flags.append(("profile", [profile])) }
    if unwrap { flags.append(("unwrap", ["true"])) }
    if breakSemicolon { flags.append(("break-semicolon", ["true"])) }
    if let maxLength { flags.append(("max-length", [String(maxLength)])) }
    if unpunctuated { flags.append(("unpunctuated", ["true"])) }
    if let srx { flags.append(("srx", [srx])) }
    try StreamRunner.run("segment", input, rules, flags: flags)
  }

  private func settings() throws -> SegmentationSettings {
    if let maxLength, maxLength < 0 { throw ValidationError("--max-length must not be negative") }
    return try SegmentationSettings(
      profile: profile ?? "news", unwrap: unwrap, breakSemicolon: breakSemicolon ? true : nil,
      maxLength: maxLength ?? 0, unpunctuated: unpunctuated, srx: srx, rules: rules.ruleSet())
  }
}

import NaqlModel
import NaqlRules
import NaqlText
import NaqlThreads

/// What romanising needs, opened once and shared by workers: the schemes and the lexicon.
public struct RomanisationTools: Sendable {
  /// The schemes.
  public let catalogue: SchemeCatalogue
  /// The lexicon of vocalised words.
  public let lexicon: Lexicon
  /// The user's own names, which win over everything.
  public let authority: Authority
  /// House styles of conventional spelling, applied in order.
  public let styles: [String]
  private let rules: RuleSet
  // Opened by the first bench that needs them.
  private let vowels = Once<VowelModel>()
  private let common = Once<CommonTypes?>()
  private let patterns = Once<WordPatterns>()
  private let lists = Once<ListedSpellings>()
  private let spelling = Once<SpellingSources>()
  private let cases = Once<CaseWords>()
  private let countries = Once<ArticleCountry>()

  /// Opens what lies under `rules`, with the names of `authority` before all else.
  /// Conventional spellings follow the house `styles`; an unknown one is an error.
  public init(rules: RuleSet, authority: Authority = Authority(), styles: [String] = []) throws(Diagnostic) {
    self.styles = styles
    if !styles.isEmpty { try SpellingStyler.check(styles, rules) }
    self.rules = rules
    self.authority = authority
    catalogue = try SchemeCatalogue(rules)
    lexicon = try Lexicon(rules)
  }

  /// What is said where conventional spellings are asked for and the rules have no model of them.
  public var missingModel: Diagnostic? { SpellingModel.missing(in: rules) }

  /// A bench for one worker, with a vocaliser of its own.
  public func bench() throws(Diagnostic) -> RomanisationBench { try RomanisationBench(self, rules: rules) }

  /// A vocaliser over the model that all benches share.
  public func vocaliser() throws(Diagnostic) -> Vocaliser {
    Vocaliser(
      model: try vowels.value { () throws(Diagnostic) in try VowelModel(rules) }, lexicon: lexicon,
      common: common.value { CommonTypes(rules) },
      authority: authority, patterns: try patterns.value { () throws(Diagnostic) in try WordPatterns(rules) },
      grammar: catalogue.words, known: catalogue.readings)
  }

  /// Words that decide the endings of others; all benches share them.
  func caseWords() throws(Diagnostic) -> CaseWords {
    try cases.value { () throws(Diagnostic) in try CaseWords(rules) }
  }

  /// What tells the country of an article.
  func articleCountry() throws(Diagnostic) -> ArticleCountry {
    try countries.value { () throws(Diagnostic) in try ArticleCountry(rules) }
  }

  /// A speller of conventional spellings over lists and a model that all benches share.
  func speller() throws(Diagnostic) -> ConventionalSpeller {
    ConventionalSpeller(try spellingSources())
  }

  /// How the words of people's names are spelt in lists; nil where the rules have no model of it.
  func wordSpellings() throws(Diagnostic) -> WordSpellings? { try spellingSources().model.map { WordSpellings($0) } }

  private func spellingSources() throws(Diagnostic) -> SpellingSources {
    let lists = try listedSpellings()
    return try spelling.value { () throws(Diagnostic) in try SpellingSources(rules, lists: lists) }
  }

  /// Whole names with their spellings in lists; all benches share them.
  func listedSpellings() throws(Diagnostic) -> ListedSpellings {
    try lists.value { () throws(Diagnostic) in try ListedSpellings(rules) }
  }
}

/// One worker's tools: its romanisers share one vocaliser, and so one store of readings and of grammar.
public final class RomanisationBench {
  private let tools: RomanisationTools
  private let rules: RuleSet
  private let vocaliser: Vocaliser
  private let annotator: GrammarAnnotator

  init(_ tools: RomanisationTools, rules: RuleSet) throws(Diagnostic) {
    self.tools = tools
    self.rules = rules
    vocaliser = try tools.vocaliser()
    annotator = GrammarAnnotator(tools.lexicon, words: tools.catalogue.words)
  }

  /// What `body` gives while words are read by themselves, as in very long documents.
  func quickly<Result>(_ body: () -> Result) -> Result {
    vocaliser.effort = .quick
    defer { vocaliser.effort = .full }
    return body()
  }

  /// A speller of conventional spellings.
  func speller() throws(Diagnostic) -> ConventionalSpeller { try tools.speller() }

  /// Whole names with their spellings in lists.
  func listedSpellings() throws(Diagnostic) -> ListedSpellings { try tools.listedSpellings() }

  /// What turns conventional spellings into the house styles; nil where there are none.
  func styler() throws(Diagnostic) -> SpellingStyler? {
    tools.styles.isEmpty ? nil : try SpellingStyler(tools.styles, rules)
  }

  /// What gives the spellings that one may meet for a name.
  public func variants() throws(Diagnostic) -> NameVariants { try NameVariants(self, rules: rules) }

  /// The user's own names.
  var authority: Authority { tools.authority }

  /// The lexicon of vocalised words.
  var lexicon: Lexicon { tools.lexicon }

  /// Well-known names with their readings.
  var readings: KnownReadings { tools.catalogue.readings }

  /// Words that the grammar treats on their own.
  var words: GrammarWords { tools.catalogue.words }

  /// A romaniser in the scheme `id`, of names too (`hasNames`) or of other text only; for running text one that reads its syntax, and with `endings` words get their endings
  /// of case and mood.
  func romaniser(
    _ id: String, hasNames: Bool = true, readsSyntax: Bool = false, endings: Bool = false
  ) throws(Diagnostic) -> Romaniser {
    try Romaniser(
      id, catalogue: tools.catalogue, annotator: annotator, vocaliser: vocaliser,
      spellings: hasNames ? tools.wordSpellings() : nil,
      cases: readsSyntax || endings ? CaseReader(annotator, words: tools.caseWords()) : nil, endings: endings)
  }

  /// What turns a line into at most `best` romanised lines in the scheme `id`, or `conventional`; with `endings` a
  /// scheme writes endings of case and mood. `names` finds the names of a line, for capitals of phrases.
  public func lineWriter(
    _ id: String, use: Use, best: Int, country: String?, endings: Bool = false, names: ((String) -> [SeenName])? = nil
  ) throws(Diagnostic) -> (String) -> [String] {
    let authority = authority
    guard id == "conventional" else {
      let romaniser = try romaniser(id, hasNames: use == .name, readsSyntax: use != .name, endings: endings)
      let names = use != .name && romaniser.hasCapitals ? names : nil
      let lists = use == .name && best == 1 && romaniser.rendersReadings ? try listedSpellings() : nil
      return { line in
        let own = authority.entry(of: line)
        if let given = own?.schemes[id] { return [given] }
        let text = own.flatMap { $0.vocalised.isEmpty ? nil : $0.vocalised } ?? line
        let seen = use == .title && romaniser.isSettled(text) ? nil : names?(text)
        return romaniser.romanise(
          text, use: use, best: best, names: use == .title ? seen?.filter(\.isSureInTitle) : seen
        ) {
          own == nil ? lists?.first(of: line) : nil
        }
      }
    }
    let press = try romaniser("press", hasNames: use == .name, readsSyntax: use == .phrase)
    let styler = try styler()
    let lines = ConventionalLines(
      try speller(), press: press, lexicon: lexicon, grammar: words, readings: readings, country: country)
    return { line in
      if let own = authority.entry(of: line), !own.conventional.isEmpty { return [own.conventional] }
      // Several spellings may become one in a style.
      let wanted = styler == nil ? best : best * 3
      let found =
        use == .name
        ? lines.name(line, best: wanted) : lines.text(line, use, best: wanted, names: names?(line) ?? [])
      guard let styler else { return found }
      var styled: [String] = []
      for text in found.map({ styler.styled($0, of: line) }) where !styled.contains(text) { styled.append(text) }
      return Array(styled.prefix(best))
    }
  }
}

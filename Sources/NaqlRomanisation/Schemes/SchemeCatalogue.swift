import NaqlModel
import NaqlPipeline
import NaqlRules
import NaqlTables
import NaqlThreads

/// All schemes of the rules in force, compiled: opening one reads no YAML.
public struct SchemeCatalogue: Sendable {
  private let table: Table
  private let readWords = Once<GrammarWords>()
  private let readEvidence = Once<SpellingEvidence>()
  /// Places of one word.
  let places: ListedPlaces
  /// Well-known names with their readings.
  let readings: KnownReadings
  /// Ids of the schemes, sorted.
  public let ids: [String]

  /// The table made from `Rules/romanisation/*.yaml`.
  public static let recipe = TableRecipe(
    name: "schemes", version: 29, sources: ["romanisation/", GrammarWords.file, "entities/"]
  ) {
    rules throws(Diagnostic) in
    var image = TableImage()
    let ids = SchemeFile.ids(rules)
    image.add("grammar", text: try GrammarWords.text(rules))
    try ListedPlaces.add(rules, to: &image)
    try KnownReadings.add(rules, to: &image)
    image.add("heard", text: try SpellingEvidence.text(rules))
    image.add("ids", text: ids.joined(separator: "\n"))
    for (number, id) in ids.enumerated() {
      let scheme = try SchemeFile(id, rules: rules).scheme
      let fields = [
        scheme.id, scheme.name, scheme.authority, scheme.year, scheme.source, scheme.tag, scheme.code,
        scheme.isReversible ? "yes" : "", scheme.input.rawValue, scheme.articleCapital.rawValue,
        scheme.words.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\u{1E}"),
        scheme.rules, scheme.reverseRules, scheme.example.arabic, scheme.example.romanised,
        scheme.capitalisesAdjectives ? "yes" : "", scheme.hasPause ? "yes" : "",
        scheme.joinsNames ? "yes" : "", scheme.glue, scheme.capitalisesLetters ? "yes" : "",
      ]
      image.add("s\(number)", text: fields.joined(separator: "\u{1F}"))
    }
    return image
  }

  /// The catalogue of `rules`.
  public init(_ rules: RuleSet) throws(Diagnostic) {
    table = try rules.table(Self.recipe)
    places = ListedPlaces(table)
    readings = KnownReadings(table)
    ids = table.text("ids").utf8.split(separator: 0x0A).map { String(Substring($0)) }
  }

  /// Words that the grammar treats on their own, read when they are first asked for.
  var words: GrammarWords { readWords.value { GrammarWords(table.text("grammar")) } }

  /// How sounds are spelt in Latin letters, read when it is first asked for.
  var evidence: SpellingEvidence { readEvidence.value { SpellingEvidence(table.text("heard")) } }

  /// Refuses schemes, given in the option `name`, that there are not, each at its place.
  public func check(
    _ wanted: [String], _ options: StageOptions, _ name: String, allowingConventional: Bool = true
  ) throws(Diagnostic) {
    let known = allowingConventional ? ids + ["conventional"] : ids
    for (number, id) in wanted.enumerated() where !known.contains(id) {
      let message = "there is no scheme “\(id)”" + Nearest.hint(id, among: known)
      let items = options.node(name)?.items() ?? []
      throw items.indices.contains(number)
        ? items[number].error("scheme.unknown", message) : Diagnostic("scheme.unknown", message)
    }
  }

  /// The scheme `id`; an unknown one is an error naming the nearest.
  public func scheme(_ id: String) throws(Diagnostic) -> Scheme {
    guard let number = ids.firstIndex(of: id) else {
      throw Diagnostic(
        "scheme.unknown", "there is no scheme “\(id)”" + Nearest.hint(id, among: ids + ["conventional"]))
    }
    // By bytes: splitting at characters would cost more than opening the rules.
    let fields = table.text("s\(number)").utf8.split(separator: 0x1F, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var scheme = Scheme()
    scheme.id = fields[0]
    scheme.name = fields[1]
    scheme.authority = fields[2]
    scheme.year = fields[3]
    scheme.source = fields[4]
    scheme.tag = fields[5]
    scheme.code = fields[6]
    scheme.isReversible = fields[7] == "yes"
    scheme.input = Scheme.Input(rawValue: fields[8]) ?? .grammar
    scheme.articleCapital = Scheme.ArticleCapital(rawValue: fields[9]) ?? .never
    for word in fields[10].split(separator: "\u{1E}") {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      if sides.count == 2 { scheme.words[sides[0]] = sides[1] }
    }
    scheme.capitalisesAdjectives = fields[15] == "yes"
    scheme.hasPause = fields[16] == "yes"
    scheme.joinsNames = fields[17] == "yes"
    scheme.glue = fields[18]
    scheme.capitalisesLetters = fields[19] == "yes"
    scheme.rules = fields[11]
    scheme.reverseRules = fields[12]
    scheme.example = (fields[13], fields[14])
    return scheme
  }
}

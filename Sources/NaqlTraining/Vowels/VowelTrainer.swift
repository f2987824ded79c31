import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlTables
import NaqlText
import NaqlThreads

/// Trains the vowel model from catalogue fields: tables, letter tagger, re-ranker and casing, in this order.
///
/// The re-ranker and the casing model learn on words that their tables and tagger have not seen: the records are
/// divided among folds, and each fold's candidates come from the others. Reads the training file only; the same input
/// gives the same bytes.
public struct VowelTrainer: Sendable {
  private let settings = VowelSettings()
  /// Called with a line about progress.
  public var report: @Sendable (String) -> Void = { _ in }

  /// A trainer with the usual settings.
  public init() {}

  /// The bytes of the model file, learnt from the fields at `path`, and from the names of `villages` where they are given,
  /// with the lexicon of `rules` beside them.
  public func train(path: String, villages: String? = nil, rules: RuleSet) throws(Diagnostic) -> [UInt8] {
    let lexicon = try Lexicon(rules)
    var corpus = try VowelCorpus(path: path)
    if let villages { try corpus.addVillages(path: villages) }
    let fields = corpus.rows.count
    try corpus.addProse(rules)
    report("\(fields) fields, \(corpus.rows.count - fields) rows of running text")
    let rows = corpus
    let made = Threads.map(settings.folds, threads: Threads.available) { choices(of: $0, rows, lexicon) }
    var all = Choices()
    for (fold, result) in made.enumerated() {
      let choices = try result.get()
      report("fold \(fold + 1): \(choices.words) words, the right reading among the candidates of \(choices.covered)")
      all.append(choices)
    }
    var image = learn(corpus) { _ in true }
    let ranker = all.ranking.train(settings.ranker)
    image.add("ranker", ranker)
    report("re-ranker")
    if all.prose.count > 0 {
      image.add("prose", all.prose.train(settings.prose, above: ranker))
      report("running text: \(all.prose.count) words")
    }
    image.add("casing", all.casing.train(settings.casing))
    report("casing")
    return image.encoded()
  }

  /// What the folds choose among, and how often the right reading was there.
  private struct Choices {
    var ranking = ChoiceTrainer(size: WeightTable.rankerSize)
    var casing = ChoiceTrainer(size: WeightTable.caseSize)
    var prose = ChoiceTrainer(size: WeightTable.proseSize)
    var covered = 0, words = 0

    mutating func append(_ other: Choices) {
      ranking.append(other.ranking)
      casing.append(other.casing)
      prose.append(other.prose)
      covered += other.covered
      words += other.words
    }
  }

  /// The words of one fold with what the others would propose for them.
  private func choices(of fold: Int, _ corpus: VowelCorpus, _ lexicon: Lexicon) -> Result<Choices, Diagnostic> {
    Result { () throws(Diagnostic) in
      let image = learn(corpus) { $0.record % settings.folds != fold }
      let types = VowelTypes(model: try Self.model(image), lexicon: lexicon)
      var choices = Choices()
      for row in corpus.rows where row.record % settings.folds == fold && row.isClean {
        if row.isProse { addProse(row, types, &choices.prose) } else { add(row, types, &choices) }
      }
      return choices
    }
  }

  private static func model(_ image: TableImage) throws(Diagnostic) -> VowelModel {
    do { return VowelModel(try Table(MappedFile(copying: image.encoded()))) } catch {
      throw Diagnostic("train.table", "the table just made is not readable: \(error)")
    }
  }

  private func learn(_ corpus: VowelCorpus, where isIncluded: (VowelCorpus.Row) -> Bool) -> TableImage {
    let tables = VowelTables(corpus, where: isIncluded)
    var image = TableImage()
    tables.add(to: &image)
    guard let model = try? Self.model(image) else { return image }
    var tagger = LetterTaggerTrainer(model: model, pace: settings.tagger)
    let examples = tables.examples()
    image.add("tagger", tagger.train(examples))
    return image
  }

  /// A sentence of running text chooses among the readings only: its capitals are those of names, which others find.
  private func addProse(_ row: VowelCorpus.Row, _ types: VowelTypes, _ prose: inout ChoiceTrainer) {
    let line = VowelLine(row.words.map(\.token), use: row.use, types: types)
    for (at, word) in row.words.enumerated() where !word.token.letters.isEmpty && word.isKnown {
      let count = line.count(at)
      guard count > 0 else { continue }
      let right = word.labels.flatMap { labels in (0..<count).first { line.labels(at, $0) == labels } } ?? count
      prose.add((0..<count).map { line.features(at, $0) } + [line.noneFeatures(at)], gold: right)
    }
  }

  private func add(_ row: VowelCorpus.Row, _ types: VowelTypes, _ choices: inout Choices) {
    let line = VowelLine(row.words.map(\.token), use: row.use, types: types)
    var history = CaseHistory()
    for (at, word) in row.words.enumerated() where !word.token.letters.isEmpty {
      let count = line.count(at)
      guard count > 0, word.isKnown else {
        line.note(3, at: at, in: &history)
        continue
      }
      var right = count
      if let labels = word.labels, let found = (0..<count).first(where: { line.labels(at, $0) == labels }) {
        right = found
        choices.covered += 1
      }
      choices.words += 1
      choices.ranking.add((0..<count).map { line.features(at, $0) } + [line.noneFeatures(at)], gold: right)
      let features = line.caseFeatures(at, right < count ? right : 0, history)
      choices.casing.add(
        [[]] + CaseFeatures.capitals.map { capital in features.map { $0 ^ capital } }, gold: Int(word.casing))
      line.note(UInt32(word.casing), at: at, in: &history)
    }
  }
}

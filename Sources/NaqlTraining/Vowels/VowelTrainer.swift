import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlTables
import NaqlText

/// Trains the vowel model from catalogue fields: tables, letter tagger, re-ranker and casing, in this order.
///
/// The re-ranker and the casing model learn on words that their tables and tagger have not seen: the records are
/// divided among folds, and each fold's candidates come from the others. Reads the training file only; the same input
/// gives the same bytes.
public struct VowelTrainer {
  private let settings = VowelSettings()
  /// Called with a line about progress.
  public var report: (String) -> Void = { _ in }

  /// A trainer with the usual settings.
  public init() {}

  /// The bytes of the model file, learnt from the fields at `path`, and from the names of `villages` where they are given,
  /// with the lexicon of `rules` beside them.
  public func train(path: String, villages: String? = nil, rules: RuleSet) throws(Diagnostic) -> [UInt8] {
    let folds = settings.folds
    let lexicon = try Lexicon(rules)
    var corpus = try VowelCorpus(path: path)
    if let villages { try corpus.addVillages(path: villages) }
    report("\(corpus.rows.count) fields")
    var ranking = ChoiceTrainer(size: WeightTable.rankerSize)
    var casing = ChoiceTrainer(size: WeightTable.caseSize)
    for fold in 0..<folds {
      let image = learn(corpus) { $0.record % folds != fold }
      let types = VowelTypes(model: try Self.model(image), lexicon: lexicon)
      var covered = 0, words = 0
      for row in corpus.rows where row.record % folds == fold && row.isClean {
        add(row, types, &ranking, &casing, &covered, &words)
      }
      report("fold \(fold + 1): \(words) words, the right reading among the candidates of \(covered)")
    }
    var image = learn(corpus) { _ in true }
    image.add("ranker", ranking.train(settings.ranker))
    report("re-ranker")
    image.add("casing", casing.train(settings.casing))
    report("casing")
    return image.encoded()
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
    report("tables and tagger of \(examples.count) words")
    return image
  }

  private func add(
    _ row: VowelCorpus.Row, _ types: VowelTypes, _ ranking: inout ChoiceTrainer, _ casing: inout ChoiceTrainer,
    _ covered: inout Int, _ words: inout Int
  ) {
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
        covered += 1
      }
      words += 1
      ranking.add((0..<count).map { line.features(at, $0) } + [line.noneFeatures(at)], gold: right)
      let features = line.caseFeatures(at, right < count ? right : 0, history)
      casing.add(
        [[]] + CaseFeatures.capitals.map { capital in features.map { $0 ^ capital } }, gold: Int(word.casing))
      line.note(UInt32(word.casing), at: at, in: &history)
    }
  }
}

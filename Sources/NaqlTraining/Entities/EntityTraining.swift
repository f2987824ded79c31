import NaqlEntities
import NaqlModel
import NaqlRules
import NaqlTables

/// Trains the tagger in two passes on annotated text; the second sees labels that models of other folds gave.
public struct EntityTraining {
  /// What the two passes are trained with.
  public struct Settings: Sendable {
    /// Folds for the lexicon of labels and for the labels that the second pass sees.
    public var folds = 5
    /// Rounds over the text.
    public var epochs = 8
    /// Step size of the features.
    public var rate: Float = 0.1
    /// L1 penalty.
    public var l1: Float = 0.4
    /// L2 penalty.
    public var l2: Float = 0.02
    /// Whether list matches are features, and clusters; off for an ablation.
    public var lists = true
    /// Whether there is a second pass.
    public var secondPass = true
    /// The standard settings.
    public init() {}
  }

  private let table: NameTable
  private let clusters: WordClusters?
  private let settings: Settings
  private let progress: (String) -> Void

  /// A training with the names and clusters of `rules`; `progress` is told what is done.
  public init(
    _ rules: RuleSet, settings: Settings, clusters useClusters: Bool = true, progress: @escaping (String) -> Void
  )
    throws(Diagnostic)
  {
    table = try NameTable(rules)
    clusters = useClusters ? try WordClusters(rules) : nil
    self.settings = settings
    self.progress = progress
  }

  private func analyser(isPage: Bool) -> WordAnalyser { WordAnalyser(table, clusters: clusters, isPage: isPage) }

  private var learner: TaggerTrainer.Settings {
    var learner = TaggerTrainer.Settings()
    learner.epochs = settings.epochs
    learner.rate = settings.rate
    learner.l1 = settings.l1
    learner.l2 = settings.l2
    return learner
  }

  /// The table of a model trained on sentences of news and, marked as names are on pages, on those of `pages`.
  public func train(_ news: [AnnotatedText.Sentence], pages: [AnnotatedText.Sentence] = []) -> TableImage {
    let folds = settings.folds
    let sentences = news + pages
    let foldOf = sentences.indices.map { AnnotatedText.fold(ofSentence: $0, count: folds) }
    // Lists of features: those of news by fold, then those of pages by fold.
    let listOf = sentences.indices.map { $0 < news.count ? foldOf[$0] : folds + foldOf[$0] }
    let lexicons = makeLexicons(sentences, foldOf)
    // The same tokens in the same order give the same type numbers in every cache.
    var caches: [TypeCache] = []
    var text = TokenText()
    for isPage in pages.isEmpty ? [false] : [false, true] {
      for fold in 0..<folds {
        let cache = TypeCache(
          analyser(isPage: isPage), lexicon: lexicons[fold].lexicon, passes: [], keepsFeatures: true)
        text = Self.text(sentences, cache)
        caches.append(cache)
      }
    }
    text.annotate(caches[0], lists: settings.lists)
    let features = caches.map(\.features)

    var first = TableImage()
    TagLexicon.add(hashes: lexicons[folds].hashes, codes: lexicons[folds].codes, to: &first)
    let trainer = TaggerTrainer(features: features, settings: learner)
    trainer.train(samples(sentences, text, listOf, mentions: []))
    progress("first pass: \(trainer.result().hashes.count) features")
    add(trainer.result(), pass: 1, to: &first)
    guard settings.secondPass else { return first }

    // Labels as a model gives them that has not seen the sentence.
    var labels = [UInt8](repeating: 0, count: text.count)
    let all = samples(sentences, text, listOf, mentions: [])
    for fold in 0..<folds {
      let trainer = TaggerTrainer(features: features, settings: learner)
      trainer.train(zip(all, foldOf).filter { $0.1 != fold }.map(\.0))
      var image = TableImage()
      TagLexicon.add(hashes: lexicons[fold].hashes, codes: lexicons[fold].codes, to: &image)
      add(trainer.result(), pass: 1, to: &image)
      let model = EntityModel(image.table())
      for isPage in [false, true] {
        let held = sentences.indices.filter { foldOf[$0] == fold && ($0 >= news.count) == isPage }
        for (index, sentence) in zip(held, tag(held.map { sentences[$0] }, model, isPage: isPage)) {
          let start = index == 0 ? 0 : text.sentenceEnds[index - 1]
          for (offset, label) in sentence.enumerated() { labels[start + offset] = label }
        }
      }
      progress("fold \(fold + 1) of \(folds) labelled")
    }
    var tagger = Tagger(caches[0])
    tagger.countMentions(text, labels)
    let second = TaggerTrainer(features: features, settings: learner)
    second.train(samples(sentences, text, listOf, mentions: tagger.mentions))
    progress("second pass: \(second.result().hashes.count) features")
    add(second.result(), pass: 2, to: &first)
    return first
  }

  /// Labels of `sentences`, news or lines of pages, by `model`.
  public func tag(_ sentences: [AnnotatedText.Sentence], _ model: EntityModel, isPage: Bool = false) -> [[UInt8]] {
    let cache = TypeCache(analyser(isPage: isPage), lexicon: model.lexicon, passes: model.passes)
    var text = Self.text(sentences, cache)
    text.annotate(cache, lists: settings.lists)
    var tagger = Tagger(cache)
    let labels = tagger.tag(text)
    var start = 0
    return text.sentenceEnds.map { end in
      defer { start = end }
      return Array(labels[start..<end])
    }
  }

  private static func text(_ sentences: [AnnotatedText.Sentence], _ cache: TypeCache) -> TokenText {
    var text = TokenText()
    for sentence in sentences {
      for token in sentence.tokens { text.append(token.withUnsafeBytes { cache.facts(of: $0) }) }
      text.endSentence()
    }
    return text
  }

  private func add(
    _ result: (hashes: [UInt64], rows: [SIMD16<Float>], context: [SIMD16<Float>], transitions: [Float]), pass: Int,
    to image: inout TableImage
  ) {
    TaggerModel.add(
      pass: pass, hashes: result.hashes, rows: result.rows, context: result.context, transitions: result.transitions,
      to: &image)
  }

  private func samples(
    _ sentences: [AnnotatedText.Sentence], _ text: TokenText, _ listOf: [Int], mentions: [UInt8]
  ) -> [TaggerTrainer.Sample] {
    guard text.count > 0 else { return [] }
    return text.withPointers { tokens in
      mentions.withUnsafeBufferPointer { seen in
        let seen = mentions.isEmpty ? nil : seen.baseAddress
        var start = 0
        return text.sentenceEnds.enumerated().map { index, end in
          var context: [[Int32]] = []
          for at in start..<end {
            var codes: [Int32] = []
            ContextCodes.forEach(tokens, seen, at: at, start: start, end: end) { codes.append(Int32($0)) }
            context.append(codes)
          }
          defer { start = end }
          return TaggerTrainer.Sample(
            types: text.facts[start..<end].map(\.type), fold: listOf[index], context: context,
            labels: sentences[index].labels)
        }
      }
    }
  }

  /// For each fold the lexicon of the others, and last the lexicon of all.
  private func makeLexicons(_ sentences: [AnnotatedText.Sentence], _ foldOf: [Int])
    -> [(hashes: [UInt64], codes: [UInt16], lexicon: TagLexicon)]
  {
    var scratch = WordAnalyser.Scratch()
    var order: [UInt64] = []
    var counts: [UInt64: [[Int]]] = [:]
    let folds = settings.folds
    func note(_ hash: UInt64, _ fold: Int, _ label: UInt8) {
      if counts[hash] == nil {
        counts[hash] = Array(repeating: Array(repeating: 0, count: TagLabel.count), count: folds)
        order.append(hash)
      }
      counts[hash]![fold][Int(label)] += 1
    }
    for (index, sentence) in sentences.enumerated() {
      for (token, label) in zip(sentence.tokens, sentence.labels) {
        _ = token.withUnsafeBytes { analyser(isPage: false).analyse($0, lexicon: nil, features: false, &scratch) }
        note(scratch.key.withUnsafeBytes(TagLexicon.hash), foldOf[index], label)
        if scratch.name != scratch.key { note(scratch.name.withUnsafeBytes(TagLexicon.hash), foldOf[index], label) }
      }
    }
    return (0...folds).map { left in
      var hashes: [UInt64] = []
      var codes: [UInt16] = []
      for hash in order {
        var total = [Int](repeating: 0, count: TagLabel.count)
        for fold in 0..<folds where fold != left {
          for label in 0..<TagLabel.count { total[label] += counts[hash]![fold][label] }
        }
        let code = TagLexicon.code(counts: total)
        if code > 0 {
          hashes.append(hash)
          codes.append(code)
        }
      }
      return (hashes, codes, TagLexicon(hashes: hashes, codes: codes))
    }
  }
}

extension TableImage {
  /// The image as a table in memory.
  func table() -> Table {
    // Well formed by construction.
    try! Table(MappedFile(copying: encoded()))
  }
}

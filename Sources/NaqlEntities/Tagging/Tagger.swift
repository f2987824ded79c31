/// Labels the tokens of a text by a linear model and Viterbi; a second pass sees how other mentions were labelled.
///
/// Twenty-five sentences on either side count as the document of a mention. Sentences are taken one by one as they come,
/// while all about their words is at hand; the second pass follows as far behind as that.
public struct Tagger {
  /// Sentences on either side that count as one document.
  public static let window = 25

  /// Taken off the score of O, since names are missed more often than invented (in units of `TaggerModel.scale`).
  static let outsidePenalty: Int16 = 12

  private let cache: TypeCache
  private var counts = MentionCounts()
  /// Labels of the first pass, and those of the last.
  private var first: [UInt8] = []
  private var labels: [UInt8] = []
  /// Code of other mentions, by token, after `countMentions`.
  public private(set) var mentions: [UInt8] = []
  /// Sentences whose mentions are counted, were counted and are no longer, and have their code.
  private var added = 0
  private var removed = 0
  private var coded = 0

  /// A tagger that scores with the passes of `cache`.
  public init(_ cache: TypeCache) { self.cache = cache }

  /// The label of every token of `text`, which must be annotated.
  public mutating func tag(_ text: TokenText) -> [UInt8] {
    begin()
    for _ in text.sentenceEnds { addSentence(text) }
    return finish(text)
  }

  /// Counts, for every token, the labels of the other mentions of its name within the window.
  public mutating func countMentions(_ text: TokenText, _ labels: [UInt8]) {
    begin()
    first = labels
    for _ in text.sentenceEnds {
      count(text)
      if coded + Self.window < added { code(text) }
    }
    while coded < added { code(text) }
    uncount(text, before: added)
  }

  /// Begins a text of so many tokens.
  mutating func begin(_ count: Int = 0) {
    first.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    first.reserveCapacity(count)
    labels.reserveCapacity(count)
    mentions.reserveCapacity(count)
    (added, removed, coded) = (0, 0, 0)
  }

  /// Takes the next sentence of `text`, which must be annotated.
  mutating func addSentence(_ text: TokenText) {
    guard !cache.passes.isEmpty else { return }
    let sentence = text.sentence(added)
    counts.prefetch(text.facts[sentence])
    decode(text, sentence, pass: 0)
    if cache.passes.count == 1 {
      added += 1
      return
    }
    count(text)
    if coded + Self.window < added { second(text) }
  }

  /// Ends the text; the labels of all its tokens.
  mutating func finish(_ text: TokenText) -> [UInt8] {
    guard !cache.passes.isEmpty else { return [UInt8](repeating: 0, count: text.count) }
    if cache.passes.count == 1 { return first }
    while coded < added { second(text) }
    uncount(text, before: added)
    return labels
  }

  private mutating func second(_ text: TokenText) {
    let sentence = text.sentence(coded)
    counts.prefetch(text.facts[sentence])
    for token in text.facts[sentence] { cache.prefetchScores(token, pass: 1) }
    code(text)
    decode(text, sentence, pass: 1)
  }

  /// Counts the mentions of the next sentence.
  private mutating func count(_ text: TokenText) {
    counts.fit(cache.nameCount)
    let sentence = text.sentence(added)
    counts.count(text.facts[sentence], first[sentence], by: 1)
    added += 1
  }

  /// Gives its mention codes to the next sentence that has none.
  private mutating func code(_ text: TokenText) {
    uncount(text, before: coded - Self.window)
    let sentence = text.sentence(coded)
    counts.appendCodes(text.facts[sentence], first[sentence], to: &mentions)
    coded += 1
  }

  private mutating func uncount(_ text: TokenText, before end: Int) {
    while removed < end {
      let gone = text.sentence(removed)
      counts.count(text.facts[gone], first[gone], by: -1)
      removed += 1
    }
  }

  private mutating func decode(_ text: TokenText, _ sentence: Range<Int>, pass: Int) {
    withUnsafeTemporaryAllocation(of: NameScores.self, capacity: sentence.count) { states in
      search(text, sentence, pass: pass, states)
      if pass == 0 {
        Self.appendBest(states, cache.passes[pass], to: &first)
      } else {
        Self.appendBest(states, cache.passes[pass], to: &labels)
      }
    }
  }

  /// The scores of the best ways up to each token of a sentence.
  private func search(
    _ text: TokenText, _ sentence: Range<Int>, pass: Int, _ states: UnsafeMutableBufferPointer<NameScores>
  ) {
    let model = cache.passes[pass]
    let emissions = UnsafePointer(cache.emissions) + pass * TaggerModel.window
    let stride = cache.stride
    let (start, end) = (sentence.lowerBound, sentence.upperBound)
    text.withPointers { tokens in
      mentions.withUnsafeBufferPointer { mentions in
        model.context.withScores { context in
          let seen = pass == 0 ? nil : mentions.baseAddress
          withUnsafeTemporaryAllocation(of: UInt16.self, capacity: sentence.count * ContextCodes.perToken) { rows in
            // Which rows of the context, first, so that they are on their way when they are added.
            var next = 0
            for at in start..<end {
              ContextCodes.forEach(tokens, seen, at: at, start: start, end: end) {
                rows[next] = context.row($0)
                next &+= 1
              }
            }
            let perToken = next / sentence.count
            var row = UnsafePointer(rows.baseAddress!)
            var state = NameScores()
            for at in start..<end {
              let type = { Int(tokens.facts[at &+ $0].type) &* stride }
              var sum = NameScores(repeating: Self.outsidePenalty)
              sum &+= emissions[type(0) &+ 2]
              sum &+= emissions[(at > start ? type(-1) : 0) &+ 1]
              sum &+= emissions[at > start &+ 1 ? type(-2) : 0]
              sum &+= emissions[(at &+ 1 < end ? type(1) : 0) &+ 3]
              sum &+= emissions[(at &+ 2 < end ? type(2) : 0) &+ 4]
              for _ in 0..<perToken {
                sum &+= context[row.pointee]
                row += 1
              }
              state = (at == start ? model.transitions.first : model.transitions.step(state)) &+ sum
              states[at &- start] = state
            }
          }
        }
      }
    }
  }

  /// Appends the labels of the best way through a sentence's states.
  private static func appendBest(
    _ states: UnsafeMutableBufferPointer<NameScores>, _ model: TaggerModel, to labels: inout [UInt8]
  ) {
    let start = labels.count
    labels.append(contentsOf: repeatElement(0, count: states.count))
    labels.withUnsafeMutableBufferPointer { labels in
      var at = states.count - 1
      var label = model.transitions.last(states[at])
      while true {
        labels[start &+ at] = UInt8(truncatingIfNeeded: label)
        if at == 0 { return }
        at &-= 1
        label = model.transitions.before(label, states[at])
      }
    }
  }
}

import NaqlModel
import NaqlTables

/// The word types met so far by one worker: every token's bytes become a number, and all about a type is computed once.
public final class TypeCache {
  let analyser: WordAnalyser
  let lexicon: TagLexicon?
  let passes: [TaggerModel]
  /// Vectors of scores that a type has.
  let stride: Int
  private let keepsFeatures: Bool
  private let known = KeyTable<TypeFacts>(size: 1 << 11)
  private let names = KeyTable<Int32>()
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var capacity = 1 << 13
  /// The types, by number.
  private(set) var types: UnsafeMutablePointer<WordType>
  /// For each type and pass five vectors of scores, by place in the window.
  private(set) var emissions: UnsafeMutablePointer<NameScores>
  /// For each type the steps that listed names begin with at its readings.
  private var beginnings: UnsafeMutablePointer<Beginnings>
  /// Features of each type, where they are kept for training.
  public private(set) var features: [[UInt64]] = []
  private var heads: [(all: WordFacts.Kind, withoutArticle: WordFacts.Kind)?] = []
  private var scratch = WordAnalyser.Scratch()

  /// A cache without types. `passes` are the models to score with; `keepsFeatures` is for training.
  public init(_ analyser: WordAnalyser, lexicon: TagLexicon?, passes: [TaggerModel], keepsFeatures: Bool = false) {
    self.analyser = analyser
    self.lexicon = lexicon
    self.passes = passes
    self.keepsFeatures = keepsFeatures
    stride = TaggerModel.window * passes.count
    types = PlainMemory.resized(nil, kept: 0, to: capacity)
    emissions = PlainMemory.resized(nil, kept: 0, to: capacity * stride)
    beginnings = PlainMemory.resized(nil, kept: 0, to: capacity)
    _ = facts(of: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  deinit {
    PlainMemory.release(types)
    PlainMemory.release(emissions)
    PlainMemory.release(beginnings)
  }

  /// Number of types; 0 is the one beyond the ends of a sentence.
  public var count: Int { known.count }

  /// How many distinct names (best readings' keys) there are.
  public var nameCount: Int { names.count }

  /// Forgets everything where more than `limit` types are known, so that memory stays bounded between documents.
  public func trim(over limit: Int = 1 << 19) {
    guard count > limit else { return }
    known.removeAll()
    names.removeAll()
    arena.removeAll()
    starts = [0]
    features.removeAll()
    heads.removeAll()
    _ = facts(of: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// What the type of `word` says, UTF-8 as in the text.
  public func facts(of word: UnsafeRawBufferPointer) -> TypeFacts {
    let key = WordKey(word)
    let hash = key.hash
    return known.find(key, hash)?.pointee ?? add(word, key, hash)
  }

  /// Adds the tokens of a sentence in `bytes` to `text`.
  func append(_ tokens: Slice<UnsafeBufferPointer<Token>>, of bytes: UnsafeRawBufferPointer, to text: inout TokenText) {
    let tokens = UnsafeBufferPointer(rebasing: tokens)
    // Where a word stands in a large table is known long before what stands there is at hand: so all are asked for first.
    withUnsafeTemporaryAllocation(of: HashedWord.self, capacity: tokens.count) { words in
      for at in 0..<tokens.count {
        let key = WordKey(UnsafeRawBufferPointer(rebasing: bytes[Int(tokens[at].start)..<Int(tokens[at].end)]))
        words[at] = HashedWord(key: key, hash: key.hash)
        known.prefetch(words[at].hash)
      }
      withUnsafeTemporaryAllocation(of: TypeFacts.self, capacity: tokens.count) { facts in
        for at in 0..<tokens.count {
          let found = known.find(words[at].key, words[at].hash)
          facts[at] =
            found?.pointee
            ?? add(
              UnsafeRawBufferPointer(rebasing: bytes[Int(tokens[at].start)..<Int(tokens[at].end)]), words[at].key,
              words[at].hash)
          prefetch(facts[at])
        }
        text.append(facts)
      }
    }
  }

  private struct HashedWord: BitwiseCopyable {
    var key: WordKey
    var hash: UInt64
  }

  /// Asks for what the first pass of the tagger and the search for listed names read of a type.
  @inline(__always)
  private func prefetch(_ facts: TypeFacts) {
    prefetchScores(facts, pass: 0)
    if facts.traits.contains(.beginsListed) { UnsafePointer(beginnings + Int(facts.type)).prefetch() }
  }

  /// Asks for all that is known of the type of a token.
  @inline(__always)
  func prefetchType(_ facts: TypeFacts) { UnsafePointer(types + Int(facts.type)).prefetch() }

  /// Asks for what a pass of the tagger reads of a type.
  @inline(__always)
  func prefetchScores(_ facts: TypeFacts, pass: Int) {
    let first = Int(facts.type) * stride + pass * TaggerModel.window
    UnsafePointer(emissions + first).prefetch(TaggerModel.window)
  }

  /// Number of the name with this key, where it was met.
  func name(ofKey key: [UInt8]) -> Int32? {
    let key = key.withUnsafeBytes(Self.nameKey)
    return names.find(key, key.hash)?.pointee
  }

  private static func nameKey(_ name: UnsafeRawBufferPointer) -> WordKey { WordKey(name) }

  /// The steps that listed names begin with at the four readings of a type.
  @inline(__always)
  func beginnings(of type: Int32) -> UnsafePointer<NameStep> {
    UnsafeRawPointer(beginnings + Int(type)).assumingMemoryBound(to: NameStep.self)
  }

  private struct Beginnings: BitwiseCopyable {
    var steps: (NameStep, NameStep, NameStep, NameStep)
  }

  /// Calls `body` with the bytes of a type.
  func bytes(of type: Int32, _ body: (UnsafeRawBufferPointer) -> Void) {
    arena.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[starts[Int(type)]..<starts[Int(type) + 1]])) }
  }

  /// What the endings and fronts of a type's word say, computed when it is first asked for.
  func edges(of type: Int32) -> WordEdges {
    let known = types[Int(type)].edges
    if known.contains(.known) { return known }
    let found = computeEdges(of: type)
    types[Int(type)].edges = found
    return found
  }

  /// Kinds of a type's word in all its readings, without its article and without a pronoun behind it; and without its article
  /// alone. Computed when they are first asked for.
  func headKinds(of type: Int32) -> (all: WordFacts.Kind, withoutArticle: WordFacts.Kind) {
    if heads.count < count { heads.append(contentsOf: repeatElement(nil, count: count - heads.count)) }
    if let known = heads[Int(type)] { return known }
    let found = computeHeadKinds(of: type)
    heads[Int(type)] = found
    return found
  }

  private func add(_ word: UnsafeRawBufferPointer, _ key: WordKey, _ hash: UInt64) -> TypeFacts {
    if count == capacity { grow() }
    let id = count
    arena.append(contentsOf: word)
    starts.append(arena.count)
    let wants = keepsFeatures || !passes.isEmpty
    var type = analyser.analyse(word, lexicon: lexicon, features: wants, &scratch)
    let name = scratch.name.withUnsafeBytes(Self.nameKey)
    names.prefetch(name.hash)
    let step = { [analyser] in analyser.beginning(of: type, reading: $0) }
    (beginnings + id).initialize(to: Beginnings(steps: (step(0), step(1), step(2), step(3))))
    if keepsFeatures { features.append(scratch.features) }
    for model in passes { model.prefetch(scratch.features) }
    for (index, model) in passes.enumerated() {
      model.score(scratch.features, emissions + id * stride + index * TaggerModel.window)
    }
    type.name = number(ofName: name)
    (types + id).initialize(to: type)
    let facts = TypeFacts(
      type: Int32(id), name: type.name, ordinal: type.inTitles[0], signature: type.signature, cluster: type.cluster,
      traits: type.traits)
    known.add(key, hash, facts)
    return facts
  }

  private func number(ofName key: WordKey) -> Int32 {
    let hash = key.hash
    if let known = names.find(key, hash) { return known.pointee }
    let number = Int32(names.count)
    names.add(key, hash, number)
    return number
  }

  private func grow() {
    let old = capacity
    capacity *= 2
    types = PlainMemory.resized(types, kept: old, to: capacity)
    emissions = PlainMemory.resized(emissions, kept: old * stride, to: capacity * stride)
    beginnings = PlainMemory.resized(beginnings, kept: old, to: capacity)
  }
}

extension TypeCache {
  /// Number of the name that a type has with the article (هيئة: that of الهيئة), where it was met.
  func definiteName(of bare: Int32) -> Int32? {
    var key: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
    bytes(of: bare) { NameKey.append($0, to: &key) }
    return name(ofKey: key)
  }
}

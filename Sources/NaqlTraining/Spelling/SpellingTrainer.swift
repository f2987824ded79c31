import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlTables

/// Trains the model of conventional spelling from the lists of names; reads train files only.
public struct SpellingTrainer {
  private let data: String
  private let sample: Int
  private let progress: (String) -> Void

  /// A trainer over the folder `data` (with `names/` and `entities/`); with `sample` n only every n-th word is used.
  public init(data: String, sample: Int = 1, progress: @escaping (String) -> Void) {
    self.data = data
    self.sample = max(1, sample)
    self.progress = progress
  }

  /// The bytes of the model's file.
  public func train() throws(Diagnostic) -> [UInt8] {
    let words = try SpellingWords(data: data, sample: sample, progress: progress)
    // The ranker learns on words that its letter models and tables have not met.
    let held = words.pairs.filter { $0.tag == SpellingTag.name && Self.isHeld($0.arabic) }
    let heldForms = Set(held.map(\.arabic))
    let rest = words.pairs.filter { !heldForms.contains($0.arabic) }
    progress("\(rest.count) pairs to learn from, \(heldForms.count) forms for the ranker")
    let first = try model(rest, words, ranker: [Float](repeating: 0, count: SpellingModel.featureCount), seed: 1)
    let weights = RankerTrainer(progress: progress).train(held, model: SpellingModel(try Self.table(first)))
    return try model(words.pairs, words, ranker: weights, seed: 2)
  }

  private static func isHeld(_ arabic: [UInt8]) -> Bool {
    arabic.withUnsafeBytes { tableHash($0) } % 10 == 3
  }

  private static func table(_ bytes: [UInt8]) throws(Diagnostic) -> Table {
    do { return try Table(MappedFile(copying: bytes)) } catch {
      throw Diagnostic("train.table", "the trained model is not readable: \(error)")
    }
  }

  private func model(_ pairs: [WordPair], _ words: SpellingWords, ranker: [Float], seed: UInt64)
    throws(Diagnostic) -> [UInt8]
  {
    let examples = pairs.map(\.example)
    let trainer = LetterTrainer()
    let forward = trainer.train(examples, seed: seed)
    progress("letters from the beginning: step \(forward.step)")
    let backward = trainer.train(examples.map(\.reversed), seed: seed + 100)
    progress("letters from the end: step \(backward.step)")
    var image = TableImage()
    image.add("steps", [forward.step, backward.step])
    image.add("forward", bytes: forward.rows)
    image.add("backward", bytes: backward.rows)
    image.add("ranker", ranker)
    let numbers = try words.lexicon(pairs, data: data, into: &image)
    Self.known(pairs, numbers, into: &image)
    return image.encoded()
  }

  private static func known(_ pairs: [WordPair], _ numbers: [LatinWord: Int], into image: inout TableImage) {
    var counts: [UInt64: Int] = [:]
    for pair in pairs {
      guard let number = numbers[LatinWord(pair.latin)] else { continue }
      let key = KnownWords.key(pair.arabic)
      counts[UInt64(key) << 32 | UInt64(number) << 8 | UInt64(pair.tag), default: 0] += pair.count
    }
    var keys: [UInt32] = []
    var rows: [UInt32] = []
    for (packed, count) in counts.sorted(by: { $0.key < $1.key }) {
      keys.append(UInt32(packed >> 32))
      rows.append(KnownWords.row(word: Int(packed >> 8 & 0xFFFFFF), tag: Int(packed & 0xFF), count: count))
    }
    image.add("words.keys", keys)
    image.add("words.rows", rows)
  }
}

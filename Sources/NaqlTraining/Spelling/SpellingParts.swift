import NaqlModel
import NaqlRomanisation
import NaqlTables

/// The trained parts of a model of spelling, on their way into its file.
struct SpellingParts {
  var forward: (rows: [UInt8], step: Float) = ([], 0)
  var backward: (rows: [UInt8], step: Float) = ([], 0)
  var countries: [Float] = []
  private var words: [(letters: [UInt8], facts: UInt16)] = []
  private var keys: [UInt32] = []
  private var rows: [UInt32] = []

  /// Weights of the rankers; as they are made, they trust the letter models and the mixture alone.
  struct Rankers {
    var words: [Float] = {
      var weights = [Float](repeating: 0, count: 2 * WordRanker.count)
      for index in [0, 1, WordRanker.count, WordRanker.count + 1] { weights[index] = 0.5 }
      return weights
    }()
    var names: [Float] = {
      var weights = [Float](repeating: 0, count: 2 * NameRanker.dense)
      weights[0] = 1
      weights[NameRanker.dense] = 1
      return weights
    }()
    var styles = [Int8](repeating: 0, count: NameRanker.rows)
    /// Slope and offset for each kind of name.
    var calibration: [Float] = [1, 0, 1, 0, 1, 0]
  }

  /// Takes the lexicon; returns the numbers of its words.
  mutating func addLexicon(_ words: [(letters: [UInt8], facts: UInt16)]) throws(Diagnostic) -> [LatinWord: Int] {
    self.words = words
    var image = TableImage()
    LatinLexicon.add(words, to: &image)
    let lexicon = LatinLexicon(try Self.table(image.encoded()))
    var numbers: [LatinWord: Int] = [:]
    for word in words { numbers[LatinWord(word.letters)] = lexicon.number(of: LatinWord(word.letters)) }
    return numbers
  }

  /// Takes the table of known words.
  mutating func addKnown(_ pairs: [WordPair], _ numbers: [LatinWord: Int]) {
    var counts: [UInt64: Int] = [:]
    for pair in pairs {
      guard let number = numbers[LatinWord(pair.latin)] else { continue }
      let key = KnownWords.key(pair.arabic)
      counts[UInt64(key) << 32 | UInt64(number) << 8 | UInt64(pair.tag), default: 0] += pair.count
    }
    for (packed, count) in counts.sorted(by: { $0.key < $1.key }) {
      keys.append(UInt32(packed >> 32))
      rows.append(KnownWords.row(word: Int(packed >> 8 & 0xFFFFFF), tag: Int(packed & 0xFF), count: count))
    }
  }

  /// The bytes of the model's file.
  func image(_ rankers: Rankers) -> [UInt8] {
    var image = TableImage()
    image.add("steps", [forward.step, backward.step])
    image.add("forward", bytes: forward.rows)
    image.add("backward", bytes: backward.rows)
    image.add("ranker.words", rankers.words)
    image.add("ranker.names", rankers.names)
    image.add("ranker.styles", rankers.styles)
    image.add("calibration", rankers.calibration)
    CountryGuess.add(countries, to: &image)
    LatinLexicon.add(words, to: &image)
    image.add("words.keys", keys)
    image.add("words.rows", rows)
    return image.encoded()
  }

  /// The model so far.
  func model(_ rankers: Rankers) throws(Diagnostic) -> SpellingModel {
    SpellingModel(try Self.table(image(rankers)))
  }

  private static func table(_ bytes: [UInt8]) throws(Diagnostic) -> Table {
    do { return try Table(MappedFile(copying: bytes)) } catch {
      throw Diagnostic("train.table", "the trained model is not readable: \(error)")
    }
  }
}

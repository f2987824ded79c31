import NaqlModel
import NaqlText

/// What a line is, which decides capitals and helps choosing readings.
public enum Use: String, CaseIterable, Sendable {
  /// A name: every word has a capital but the article and particles.
  case name
  /// A title: the first word and proper names have a capital.
  case title
  /// Running text: lower case but for proper names.
  case phrase
}

/// One way to read a word, with how sure it is and which link of the chain gave it.
public struct WordReading: Hashable, Sendable {
  /// The word with its vowels.
  public var word: VocalisedWord
  /// Probability from 0 to 1 among the readings of this word.
  public var probability: Double
  /// Which link of the chain gave the reading.
  public var origin: Origin

  /// A reading of a word.
  public init(_ word: VocalisedWord, probability: Double, origin: Origin) {
    self.word = word
    self.probability = probability
    self.origin = origin
  }
}

/// Restores the vowels of a line of words.
public protocol Vocalising {
  /// For each word of a line (split at spaces, with any punctuation on it) its readings, best first, at most `limit`.
  /// A word without Arabic letters has itself as its one reading. Marks in the input are binding.
  ///
  /// Only words that are `wanted` get readings; the others are but neighbours to them.
  func readings(of words: [String], wanted: [Bool], use: Use, limit: Int) -> [[WordReading]]

  /// Readings of a word by itself as a name in which no clitic is seen, best first; none where there is no such way to read it.
  func uncutReadings(of word: String) -> [WordReading]
}

extension Vocalising {
  /// None: for vocalisers that see no clitics.
  public func uncutReadings(of word: String) -> [WordReading] { [] }

  /// The readings of all words of a line.
  public func readings(of words: [String], use: Use, limit: Int) -> [[WordReading]] {
    readings(of: words, wanted: Array(repeating: true, count: words.count), use: use, limit: limit)
  }
}

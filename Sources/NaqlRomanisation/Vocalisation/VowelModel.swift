import NaqlModel
import NaqlRules
import NaqlTables

/// The trained vowel model, mapped: known words and stems with their readings, and the weights.
///
/// Sendable: the memory is never written and lives as long as the table.
public final class VowelModel: @unchecked Sendable {
  /// Where the model lies among the rules.
  public static let path = "models/vowels.naqlt"

  /// Readings of one spelling: which labels, how often.
  struct Readings {
    let labels: UnsafeRawBufferPointer
    let counts: UnsafeBufferPointer<UInt16>
    let length: Int
    /// Occurrences, those counted whose romanisation could not be aligned.
    let total: Int

    var count: Int { counts.count }

    @inline(__always)
    func labels(_ reading: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: labels[(reading * length)..<((reading + 1) * length)])
    }
  }

  private let table: Table
  private let index: HashIndex
  private let words: Half
  private let stems: Half
  let labelFirst: UnsafeBufferPointer<UInt16>
  let labelList: UnsafeBufferPointer<UInt8>
  let tagger: UnsafeBufferPointer<Int8>
  let ranker: UnsafeBufferPointer<Int8>
  /// What running text adds to the ranker's weights; empty where nothing was learnt from it.
  let prose: UnsafeBufferPointer<Int8>
  let casing: UnsafeBufferPointer<Int8>

  private struct Half {
    let first: UnsafeBufferPointer<UInt32>
    let at: UnsafeBufferPointer<UInt32>
    let labels: UnsafeRawBufferPointer
    let counts: UnsafeBufferPointer<UInt16>
    let totals: UnsafeBufferPointer<UInt16>
    let capitals: UnsafeBufferPointer<UInt8>

    init(_ table: Table, _ name: String) {
      first = table.array(name + ".first", of: UInt32.self)
      at = table.array(name + ".at", of: UInt32.self)
      labels = table.section(name + ".labels")
      counts = table.array(name + ".counts", of: UInt16.self)
      totals = table.array(name + ".totals", of: UInt16.self)
      capitals = table.array(name + ".capitals", of: UInt8.self)
    }
  }

  /// The model in a table.
  public init(_ table: Table) {
    self.table = table
    index = HashIndex(table, named: "keys")
    words = Half(table, "word")
    stems = Half(table, "stem")
    labelFirst = table.array("label.first", of: UInt16.self)
    labelList = table.array("label.list", of: UInt8.self)
    tagger = table.array("tagger", of: Int8.self)
    ranker = table.array("ranker", of: Int8.self)
    prose = table.array("prose", of: Int8.self)
    casing = table.array("casing", of: Int8.self)
  }

  /// The shipped model of `rules`; a missing or damaged file is an error that says how to make it.
  public convenience init(_ rules: RuleSet) throws(Diagnostic) {
    let path = try rules.require(Self.path)
    guard let file = MappedFile(path: path), let table = try? Table(file) else {
      throw Diagnostic(
        "model.damaged", "the vowel model is damaged; make it anew with `naql train vowels`", file: path)
    }
    self.init(table)
  }

  /// The words (letter codes) that were seen at least `least` times.
  func words(atLeast least: Int) -> [[UInt8]] {
    (0..<index.count).filter { Int(words.totals[$0]) >= least }.map { Array(index.key($0)) }
  }

  /// Number of a spelling (letter codes), or -1.
  @inline(__always)
  func ordinal(_ letters: some Collection<UInt8>) -> Int {
    letters.withContiguousStorageIfAvailable { index.ordinal(of: UnsafeRawBufferPointer($0)) }
      ?? Array(letters).withUnsafeBytes { index.ordinal(of: $0) }
  }

  /// Readings of a whole word.
  func word(_ ordinal: Int, length: Int) -> Readings { readings(words, ordinal, length) }
  /// Readings of a stem, clitics and article taken off.
  func stem(_ ordinal: Int, length: Int) -> Readings { readings(stems, ordinal, length) }

  /// How often the word has a capital (0–255 for none–always) in titles and how often it was seen (0–7, by doubling).
  func wordCapitals(_ ordinal: Int) -> (share: UInt8, seen: UInt8) { capitals(words, ordinal) }
  /// The same of a stem.
  func stemCapitals(_ ordinal: Int) -> (share: UInt8, seen: UInt8) { capitals(stems, ordinal) }

  private func capitals(_ half: Half, _ ordinal: Int) -> (share: UInt8, seen: UInt8) {
    ordinal < 0 ? (0, 0) : (half.capitals[2 * ordinal], half.capitals[2 * ordinal + 1])
  }

  private func readings(_ half: Half, _ ordinal: Int, _ length: Int) -> Readings {
    guard ordinal >= 0 else {
      return Readings(
        labels: UnsafeRawBufferPointer(start: nil, count: 0), counts: UnsafeBufferPointer(start: nil, count: 0),
        length: length, total: 0)
    }
    let range = Int(half.first[ordinal])..<Int(half.first[ordinal + 1])
    let at = Int(half.at[ordinal])
    return Readings(
      labels: UnsafeRawBufferPointer(rebasing: half.labels[at..<(at + range.count * length)]),
      counts: UnsafeBufferPointer(rebasing: half.counts[range]), length: length, total: Int(half.totals[ordinal]))
  }
}

extension VowelModel {
  /// Labels that a letter may have.
  public func possibleLabels(_ letter: UInt8) -> [UInt8] {
    Array(labelList[Int(labelFirst[Int(letter)])..<Int(labelFirst[Int(letter) + 1])])
  }
}

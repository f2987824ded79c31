import NaqlTables

/// The types of common words, read when the rules were compiled: at first sight each would take some 50 microseconds.
///
/// A type from here is the one that `VowelTypes` would make, but that it keeps no features; those are for training.
final class CommonTypes: @unchecked Sendable {
  private let table: Table
  private let index: HashIndex
  private let types: UnsafeBufferPointer<TypeRow>
  private let candidates: UnsafeBufferPointer<CandidateRow>
  private let labels: UnsafeRawBufferPointer

  /// What is kept of a type beside its candidates.
  struct TypeRow: BitwiseCopyable {
    /// Where its candidates and their labels begin.
    var first: UInt32 = 0, labels: UInt32 = 0
    var noneScore: Float = 0, proseNoneScore: Float = 0
    var facts = VowelType.Facts()
  }

  /// What is kept of a candidate beside its labels.
  struct CandidateRow: BitwiseCopyable {
    var score: Float = 0, proseScore: Float = 0
    var sources: UInt8 = 0, rank: UInt8 = 0, kind: UInt8 = 0
    /// 0 where nothing is said of the nisba, 1 for no, 2 for yes.
    var nisba: UInt8 = 0
  }

  /// The types in a table.
  init(_ table: Table) {
    self.table = table
    index = HashIndex(table, named: "keys")
    types = table.array("types")
    candidates = table.array("candidates")
    labels = table.section("labels")
  }

  /// The type of a spelling, nil where it is none of the common ones.
  func type(_ letters: [UInt8]) -> VowelType? {
    let number = letters.withUnsafeBytes { index.ordinal(of: $0) }
    guard number >= 0 else { return nil }
    let row = types[number]
    let range = Int(row.first)..<Int(types[number + 1].first)
    var at = Int(row.labels)
    let found = range.map { number in
      let own = candidates[number]
      var candidate = Candidate(Array(labels[at..<(at + letters.count)]))
      at += letters.count
      candidate.sources = Candidate.Sources(rawValue: own.sources)
      candidate.lexiconRank = own.rank
      candidate.kind = own.kind
      candidate.isNisba = own.nisba == 0 ? nil : own.nisba == 2
      return candidate
    }
    let type = VowelType(letters, candidates: found, facts: row.facts)
    type.scores = range.map { candidates[$0].score }
    type.noneScore = row.noneScore
    type.proseScores = range.map { candidates[$0].proseScore }
    type.proseNoneScore = row.proseNoneScore
    return type
  }
}

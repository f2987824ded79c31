import NaqlTables
import Synchronization

/// How words are written in the romanised tier, for all threads of a worker: what one has read, the others need not.
final class TierWords: Sendable {
  private let words = Mutex(ByteMap())
  /// Number of words kept before a store is emptied.
  static let limit = 400_000

  /// How a word is written under `flags`, if a thread has read it.
  func find(_ word: UnsafeRawBufferPointer, _ flags: UInt8) -> [UInt8]? {
    words.withLock { words in
      var written: [UInt8] = []
      return words.append(word, flags, to: &written) ? written : nil
    }
  }

  /// Keeps how a word is written.
  func add(_ word: UnsafeRawBufferPointer, _ flags: UInt8, _ written: [UInt8]) {
    words.withLock { words in
      if words.count > Self.limit { words.removeAll() }
      // Two threads may have read the same word at the same time.
      var known: [UInt8] = []
      if !words.append(word, flags, to: &known) { words.add(word, flags, value: written) }
    }
  }
}

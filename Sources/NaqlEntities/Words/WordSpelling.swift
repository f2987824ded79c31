import NaqlModel

/// How the tokens of a document are spelt.
extension DocumentWords {
  /// Whether the spelling of a token (UTF-8) passes a test.
  func bytes(_ at: Int, _ test: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var passes = false
    cache.bytes(of: facts[at].type) { passes = test($0) }
    return passes
  }

  /// Whether a token is spelt so.
  func isSpelt(_ spelling: String, _ at: Int) -> Bool {
    bytes(at) { $0.count == spelling.utf8.count && Self.starts($0, with: spelling) }
  }

  /// Whether a token begins with these letters and has at least `least` UTF-8 bytes.
  func begins(_ letters: String, _ at: Int, least: Int = 0) -> Bool {
    bytes(at) { $0.count >= max(least, letters.utf8.count) && Self.starts($0, with: letters) }
  }

  /// Whether a token ends in these letters.
  func ends(with letters: String, _ at: Int) -> Bool {
    let length = letters.utf8.count
    return bytes(at) { word in
      word.count > length
        && Self.starts(UnsafeRawBufferPointer(rebasing: word[(word.count - length)...]), with: letters)
    }
  }

  /// Whether bytes, no fewer than those of `letters`, begin with them.
  @inline(__always)
  private static func starts(_ word: UnsafeRawBufferPointer, with letters: String) -> Bool {
    letters.utf8.withContiguousStorageIfAvailable { asked in
      for at in asked.indices where word[at] != asked[at] { return false }
      return true
    } ?? word.starts(with: letters.utf8)
  }
}

import NaqlText

/// Cuts a line into its words: what spaces, tabs and no-break spaces part. At bytes, since comparing characters would take longer than
/// rendering them.
enum LineCut {
  /// Calls `body` with each word and the byte at which it begins.
  static func forEachWord(_ line: String, _ body: (UnsafeRawBufferPointer, Int) -> Void) {
    var line = line
    line.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var start = 0, at = 0
      func close(_ end: Int) {
        if end > start { body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), start) }
      }
      while at < bytes.count {
        let isNoBreak = bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
        if bytes[at] == 0x20 || bytes[at] == 0x09 || isNoBreak {
          close(at)
          start = at + (isNoBreak ? 2 : 1)
        }
        at += isNoBreak ? 2 : 1
      }
      close(at)
    }
  }

  /// The words.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    forEachWord(line) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// What was seen of each word of a line in which `names` were found.
  static func marks(_ line: String, _ names: [SeenName]) -> [NameMark?] {
    var marks: [NameMark?] = []
    let order = names.indices.sorted { names[$0].range.lowerBound < names[$1].range.lowerBound }
    var passed = 0
    forEachWord(line) { word, start in
      while passed < order.count, names[order[passed]].range.upperBound <= start { passed += 1 }
      guard passed < order.count, names[order[passed]].range.overlaps(start..<(start + word.count)) else {
        return marks.append(nil)
      }
      let number = order[passed]
      let first = start + EdgeMarks.core(of: 0..<word.count, in: Array(word)).lowerBound
      marks.append(
        NameMark(number: number, sort: names[number].sort, opensWord: names[number].range.lowerBound == first))
    }
    return marks
  }
}

import NaqlModel
import NaqlText

/// Reads a stretch of text into words with what is known of them. One worker's own.
struct StretchReader {
  private let markers: MarkerTable
  private(set) var cache: SpellingCache
  private(set) var words: [StretchWord] = []
  private var tokens: [Token] = []
  private var key: [UInt8] = []

  init(_ markers: MarkerTable) {
    self.markers = markers
    cache = SpellingCache(markers)
  }

  /// Offset after the last token read, or the end of the stretch where all was read.
  private(set) var end = 0

  /// Reads `range`, at most `limit` tokens of it. Marks between words belong to the word after them.
  mutating func read(_ text: UnsafeRawBufferPointer, _ range: TextRange, limit: Int = .max) {
    words.removeAll(keepingCapacity: true)
    cache.trim()
    tokens.removeAll(keepingCapacity: true)
    end = range.end
    readTokens(text, range, limit)
    var mark: UInt8 = 0
    var last = range.start
    var depth = 0
    for (index, token) in tokens.enumerated() {
      let start = Int(token.start)
      let stop = Int(token.end)
      // A lone tatweel is a dash.
      if token.kind == .arabic, isTatweel(text, start, stop) {
        mark = max(mark, Self.code(.dash))
        continue
      }
      if token.kind == .punctuation {
        let found = MarkScanner.mark(text, start, range.end)
        if found.kind == .openBracket, closes(index, found.pair, text, range.end) { depth += 1 }
        if found.kind == .closeBracket, depth > 0 { depth -= 1 }
        mark = max(mark, Self.code(found.kind))
        continue
      }
      let spaced = hasSpace(text, last, start)
      words.append(
        StretchWord(
          start: start, end: stop,
          spelling: cache.index(
            UnsafeRawBufferPointer(rebasing: text[start..<stop]), isNumber: token.kind == .number,
            isLatin: token.kind == .latin || token.kind == .address),
          isSpaced: spaced && !words.isEmpty, mark: mark, isBracketed: depth > 0))
      mark = 0
      last = stop
    }
    for index in words.indices { findPhrase(index, text) }
    for index in words.indices where words[index].phraseWords > 1 {
      let end = index + Int(words[index].phraseWords)
      for inside in (index + 1)..<end { words[inside].passedBits |= SpellingFacts.inside }
      if end < words.count { words[end].passedBits |= words[index].phraseBits }
    }
    measureVerbs()
  }

  /// Reads piece by piece, so that a long block is not read anew for each window.
  private mutating func readTokens(_ text: UnsafeRawBufferPointer, _ range: TextRange, _ limit: Int) {
    var from = range.start
    while from < range.end {
      // A piece ends at a space, so that no token is cut.
      var to = min(from + 4096, range.end)
      while to < range.end, text[to] != 0x20 { to += 1 }
      Tokeniser.forEachToken(in: text, TextRange(from, to)) { token in
        if tokens.count < limit { tokens.append(token) } else { end = min(end, Int(token.start)) }
      }
      if tokens.count >= limit {
        if to < range.end { end = min(end, to) }
        return
      }
      from = to
    }
  }

  private func isTatweel(_ text: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> Bool {
    from + 2 == to && text[from] == 0xD9 && text[from + 1] == 0x80
  }

  private func hasSpace(_ text: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> Bool {
    var at = from
    while at < to {
      let (c, length) = UTF8Scalars.decode(text, at)
      if ArabicScript.isSpace(c) { return true }
      at += length
    }
    return false
  }

  /// Whether a closing bracket of the pair follows among the next tokens.
  private func closes(_ index: Int, _ pair: UInt8, _ text: UnsafeRawBufferPointer, _ end: Int) -> Bool {
    for token in tokens[(index + 1)...].prefix(80) where token.kind == .punctuation {
      let mark = MarkScanner.mark(text, Int(token.start), end)
      if mark.kind == .closeBracket, mark.pair == pair { return true }
    }
    return false
  }

  private static func code(_ kind: Mark.Kind) -> UInt8 {
    switch kind {
    case .comma: 1
    case .colon: 2
    case .dash: 3
    case .either, .openQuote, .closeQuote: 4
    case .openBracket, .closeBracket: 5
    case .semicolon: 6
    case .stop, .question, .exclamation, .ellipsis: 7
    case .none: 0
    }
  }

  private mutating func findPhrase(_ index: Int, _ text: UnsafeRawBufferPointer) {
    let facts = cache.facts[Int(words[index].spelling)]
    guard (facts.bits | facts.restBits) & MarkerRecipe.phrase != 0 else { return }
    key.removeAll(keepingCapacity: true)
    append(words[index], text)
    let from = facts.bits & MarkerRecipe.phrase == 0 ? 2 : 0
    for next in (index + 1)..<min(index + 4, words.count) {
      guard words[next].mark == 0 else { return }
      key.append(0x20)
      append(words[next], text)
      let found = markers.find(key, from)
      if found.bits & ~MarkerRecipe.phrase != 0 {
        words[index].phraseBits = found.bits & ~MarkerRecipe.phrase
        words[index].phraseWords = UInt8(next - index + 1)
      }
      if found.bits & MarkerRecipe.phrase == 0 { return }
    }
  }

  /// Fills in how thick verbs stand around each word and where the next ones are.
  private mutating func measureVerbs() {
    let reach = 15
    var verbs = 0
    func add(_ at: Int, _ sign: Int) {
      guard words.indices.contains(at) else { return }
      if cache.facts[Int(words[at].spelling)].isVerb { verbs += sign }
    }
    for at in 0..<reach { add(at, 1) }
    var last = -20
    for at in words.indices {
      add(at + reach, 1)
      add(at - reach - 1, -1)
      let width = min(words.count, at + reach + 1) - max(0, at - reach)
      words[at].verbs = UInt8(min(9, (verbs * 31 + width / 2) / width))
      words[at].sinceVerb = Self.step(at - 1 - last)
      if cache.facts[Int(words[at].spelling)].isVerb { last = at }
    }
    var next = words.count + 20
    for at in words.indices.reversed() {
      words[at].toVerb = Self.step(next - at - 1)
      if cache.facts[Int(words[at].spelling)].isVerb { next = at }
    }
  }

  /// 0, 1, 2, 3–4, 5–8, 9–15, more.
  private static func step(_ distance: Int) -> UInt8 {
    switch distance {
    case ...2: UInt8(max(0, distance))
    case ...4: 3
    case ...8: 4
    case ...15: 5
    default: 6
    }
  }

  private mutating func append(_ word: StretchWord, _ text: UnsafeRawBufferPointer) {
    SpellingKey.loose.append(UnsafeRawBufferPointer(rebasing: text[word.start..<word.end]), to: &key)
  }

  /// Classes and line in markers.tsv of the marker that begins at word `index`, for explanations.
  mutating func marker(at index: Int, _ text: UnsafeRawBufferPointer) -> (bits: UInt32, line: Int) {
    let word = words[index]
    let facts = cache.facts[Int(word.spelling)]
    key.removeAll(keepingCapacity: true)
    append(word, text)
    let from = facts.conjunction != 0 && facts.bits & ~MarkerRecipe.phrase == 0 ? 2 : 0
    if word.phraseWords > 1 {
      let start = facts.bits & MarkerRecipe.phrase == 0 ? 2 : 0
      for next in (index + 1)..<(index + Int(word.phraseWords)) {
        key.append(0x20)
        append(words[next], text)
      }
      let found = markers.find(key, start)
      return (found.bits, found.line)
    }
    let found = markers.find(key, from)
    return (found.bits, found.line)
  }
}

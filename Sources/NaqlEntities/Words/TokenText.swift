import NaqlModel

/// A text as numbers: the type of each token, where sentences end, the matches of lists, the quotation marks.
public struct TokenText {
  /// What each token's type says.
  public private(set) var facts: [TypeFacts] = []
  /// Index of the token after the last of each sentence.
  public private(set) var sentenceEnds: [Int] = []
  /// Number of the sentence that each token stands in.
  private var sentenceNumbers: [Int32] = []
  /// What the tokens of each annotated sentence are, together.
  private(set) var sentenceTraits: [WordTraits] = []
  /// The longest match of a listed name that begins at a token and its code for the tagger; by token.
  private(set) var codes: [UInt8] = []
  /// Whether a token stands inside quotation marks (1) or brackets (2).
  private(set) var quoted: [UInt8] = []
  /// The list matches, leftmost and longest, in order.
  private(set) var matches: [NameMatch] = []
  /// The hyphens that stand between two tokens without a space, in order.
  private(set) var hyphens: [Int] = []

  /// A text without tokens.
  public init() {}

  /// Number of tokens.
  public var count: Int { facts.count }

  /// The tokens of sentence number `index`.
  @inline(__always)
  public func sentence(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : sentenceEnds[index - 1])..<sentenceEnds[index]
  }

  /// The tokens of the sentence around a token; behind the last sentence what there is.
  @inline(__always)
  func sentence(around at: Int) -> Range<Int> {
    at < sentenceNumbers.count ? sentence(Int(sentenceNumbers[at])) : (sentenceEnds.last ?? 0)..<count
  }

  /// Adds a token.
  @inline(__always)
  public mutating func append(_ token: TypeFacts) { facts.append(token) }

  /// Adds tokens.
  mutating func append(_ tokens: UnsafeMutableBufferPointer<TypeFacts>) { facts.append(contentsOf: tokens) }

  /// Notes the hyphens without a space on either side, from where the tokens stand.
  mutating func noteHyphens(_ tokens: [Token]) {
    hyphens.removeAll(keepingCapacity: true)
    guard count > 2 else { return }
    for at in 1..<count - 1
    where facts[at].signature == .hyphen && tokens[at - 1].end == tokens[at].start
      && tokens[at].end == tokens[at + 1].start
    {
      hyphens.append(at)
    }
  }

  /// Ends the sentence.
  public mutating func endSentence() {
    let length = count - (sentenceEnds.last ?? 0)
    guard length > 0 else { return }
    sentenceNumbers.append(contentsOf: repeatElement(Int32(sentenceEnds.count), count: length))
    sentenceEnds.append(count)
  }

  /// Forgets the tokens, not the memory, and makes room for so many.
  public mutating func removeAll(reserving count: Int = 0) {
    facts.removeAll(keepingCapacity: true)
    facts.reserveCapacity(count)
    sentenceEnds.removeAll(keepingCapacity: true)
    sentenceNumbers.removeAll(keepingCapacity: true)
    sentenceNumbers.reserveCapacity(count)
    forgetNotes()
    codes.reserveCapacity(count)
    quoted.reserveCapacity(count)
  }

  private mutating func forgetNotes() {
    codes.removeAll(keepingCapacity: true)
    quoted.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    sentenceTraits.removeAll(keepingCapacity: true)
  }

  /// What the tagger's features are read from, by token.
  public struct Pointers {
    let facts: UnsafePointer<TypeFacts>
    let codes: UnsafePointer<UInt8>
    let quoted: UnsafePointer<UInt8>
  }

  /// Calls `body` with the tokens, of which there must be some, annotated.
  @inline(__always)
  public func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    facts.withUnsafeBufferPointer { facts in
      codes.withUnsafeBufferPointer { codes in
        quoted.withUnsafeBufferPointer { quoted in
          body(Pointers(facts: facts.baseAddress!, codes: codes.baseAddress!, quoted: quoted.baseAddress!))
        }
      }
    }
  }
}

/// A listed name found in a text.
public struct NameMatch: BitwiseCopyable, Hashable, Sendable {
  /// Its first token.
  public var start: Int32
  /// The token after its last one.
  public var end: Int32
  /// The lists that it is in, as the raw value of `NameList`.
  public var lists: UInt16
  /// Reading of the first token that the match starts from.
  public var reading: UInt8

  var list: NameList { NameList(rawValue: lists) }
}

extension TokenText {
  /// Finds listed names and quotation marks; call it once all tokens are in. Without `lists`, marks only.
  public mutating func annotate(_ cache: TypeCache, lists: Bool = true) {
    forgetNotes()
    for index in sentenceEnds.indices { annotate(sentence(index), cache, lists: lists) }
  }

  /// The same for one sentence, the next that is not annotated.
  mutating func annotate(_ sentence: Range<Int>, _ cache: TypeCache, lists: Bool) {
    codes.append(contentsOf: repeatElement(0, count: sentence.count))
    quoted.append(contentsOf: repeatElement(0, count: sentence.count))
    var any: WordTraits = []
    for at in sentence { any.formUnion(facts[at].traits) }
    sentenceTraits.append(any)
    if !any.isDisjoint(with: [.quote, .bracket]) { markQuotes(sentence) }
    if lists, any.contains(.beginsListed) { findListed(sentence, cache) }
  }

  private mutating func findListed(_ sentence: Range<Int>, _ cache: TypeCache) {
    for at in sentence.dropLast()
    where facts[at].traits.contains(.beginsListed) && facts[at + 1].traits.contains(.continuesListed) {
      let beginnings = cache.beginnings(of: facts[at].type)
      for reading in 0..<4 where beginnings[reading].goesOn {
        cache.analyser.table.prefetch(beginnings[reading], facts[at + 1].ordinal)
      }
    }
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard facts[at].traits.contains(.beginsListed),
        case let match = longest(at, sentence.upperBound, cache), match.end > 0
      else {
        at += 1
        continue
      }
      matches.append(match)
      encode(match)
      if match.list == .title { addBodies(inside: match, cache) }
      at = Int(match.end)
    }
  }

  /// Adds the listed bodies of two words and more inside an office: رئيس | مجلس النواب.
  private mutating func addBodies(inside office: NameMatch, _ cache: TypeCache) {
    var at = Int(office.start) + 1
    let end = Int(office.end)
    while at < end - 1 {
      let match = longest(at, end, cache)
      let isBody = Int(match.end) > at + 1 && match.list.contains(.organisation)
      if isBody { matches.append(match) }
      at = isBody ? Int(match.end) : at + 1
    }
  }

  private mutating func markQuotes(_ sentence: Range<Int>) {
    var open = -1
    for at in sentence where !facts[at].traits.isDisjoint(with: [.quote, .bracket]) {
      switch facts[at].signature {
      case .quote:
        if open >= 0 {
          // Long quotations are speech, not names.
          if at - open <= 9 { for inner in (open + 1)..<at { quoted[inner] = 1 } }
          open = at - open <= 1 ? at : -1
        } else {
          open = at
        }
      case .openingBracket: open = open < 0 ? -2 - at : open
      case .closingBracket:
        if open <= -2 {
          let from = -2 - open
          if at - from <= 7 { for inner in (from + 1)..<at { quoted[inner] = 2 } }
          open = -1
        }
      default: break
      }
    }
  }

  @inline(__always)
  private func longest(_ at: Int, _ end: Int, _ cache: TypeCache) -> NameMatch {
    var best = NameMatch(start: Int32(at), end: 0, lists: 0, reading: 0)
    let beginnings = cache.beginnings(of: facts[at].type)
    for reading in 0..<4 where !beginnings[reading].isNone {
      var step = beginnings[reading]
      var next = at + 1
      while true {
        if !step.lists.isEmpty, next > Int(best.end) {
          best.end = Int32(next)
          best.lists = step.lists.rawValue
          best.reading = UInt8(reading)
        }
        guard step.goesOn, next < end, facts[next].traits.contains(.continuesListed) else { break }
        step = cache.analyser.table.next(step, facts[next].ordinal)
        if step.isNone { break }
        next += 1
      }
    }
    return best
  }

  private mutating func encode(_ match: NameMatch) {
    let list = match.list
    let length = Int(match.end - match.start)
    var kind = 0
    if list.contains(.country) {
      kind = 1
    } else if list.contains(.person) {
      kind = 2
    } else if list.contains(.media) {
      kind = 3
    } else if list.contains(.organisation) {
      kind = list.contains(.club) && !list.contains(.own) ? 4 : 5
    } else if list.contains(.place) {
      kind = list.contains(.minor) ? 6 : 7
    } else if list.contains(.title) {
      kind = 0
    } else {
      kind = 8
    }
    if kind == 0 { return }
    let mixed = !list.isDisjoint(with: [.country, .place]) && list.contains(.organisation) ? 1 : 0
    for at in Int(match.start)..<Int(match.end) {
      let place = length == 1 ? 0 : at == Int(match.start) ? 1 : at == Int(match.end) - 1 ? 3 : 2
      let clitic = match.reading == 0 ? 0 : 1
      codes[at] = UInt8(1 + (((kind - 1) * 4 + place) * 2 + clitic) * 2 + mixed)
    }
  }

  /// Whether a token stands in a listed name, and behind its first word.
  func goesOnListed(_ at: Int) -> Bool { codes[at] != 0 && (Int(codes[at]) - 1) / 4 % 4 >= 2 }

  /// The match of a list that begins at a token.
  func listed(_ at: Int) -> NameMatch? {
    var low = 0, high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if Int(matches[middle].start) < at { low = middle + 1 } else { high = middle }
    }
    return low < matches.count && Int(matches[low].start) == at ? matches[low] : nil
  }
}

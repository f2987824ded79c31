import NaqlModel

/// A text as numbers: the type of each token, where sentences end, the matches of lists, the quotation marks.
public struct TokenText {
  /// Type of each token.
  public var types: [Int32] = []
  /// Index of the token after the last of each sentence.
  public var sentenceEnds: [Int] = []
  /// The longest match of a listed name that begins at a token and its code for the tagger; by token.
  public var codes: [UInt8] = []
  /// Whether a token stands inside quotation marks (1) or brackets (2).
  public var quoted: [UInt8] = []
  /// The list matches, leftmost and longest, in order.
  public var matches: [NameMatch] = []

  /// A text without tokens.
  public init() {}

  /// Adds a token.
  @inline(__always)
  public mutating func append(_ type: Int32) { types.append(type) }

  /// Ends the sentence.
  public mutating func endSentence() {
    if types.count > (sentenceEnds.last ?? 0) { sentenceEnds.append(types.count) }
  }

  /// Forgets the tokens, not the memory.
  public mutating func removeAll() {
    types.removeAll(keepingCapacity: true)
    sentenceEnds.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    quoted.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
  }
}

/// A listed name found in a text.
public struct NameMatch: BitwiseCopyable, Hashable, Sendable {
  /// First token and the one after the last.
  public var start: Int32
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
    codes = [UInt8](repeating: 0, count: types.count)
    quoted = [UInt8](repeating: 0, count: types.count)
    matches.removeAll(keepingCapacity: true)
    let table = cache.analyser.table
    let known = UnsafePointer(cache.types)
    var start = 0
    for end in sentenceEnds {
      markQuotes(start, end, known)
      if lists {
        var at = start
        while at < end {
          let match = longest(at, end, known, table)
          if match.end > 0 {
            matches.append(match)
            encode(match)
            at = Int(match.end)
          } else {
            at += 1
          }
        }
      }
      start = end
    }
  }

  private mutating func markQuotes(_ start: Int, _ end: Int, _ known: UnsafePointer<WordType>) {
    var open = -1
    for at in start..<end {
      switch known[Int(types[at])].signature {
      case 1:
        if open >= 0 {
          // Long quotations are speech, not names.
          if at - open <= 9 { for inner in (open + 1)..<at { quoted[inner] = 1 } }
          open = at - open <= 1 ? at : -1
        } else {
          open = at
        }
      case 2: open = open < 0 ? -2 - at : open
      case 3:
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
  private func longest(_ at: Int, _ end: Int, _ known: UnsafePointer<WordType>, _ table: NameTable) -> NameMatch {
    var best = NameMatch(start: Int32(at), end: 0, lists: 0, reading: 0)
    let type = known[Int(types[at])]
    for reading in 0..<4 {
      if type.letters[reading] == 255 { continue }
      var node = table.next(0, type.ordinals[reading])
      if node == 0 { continue }
      // A clitic reading of a word that is itself evidence for a name is not tried: باريس is not ب+اريس.
      if reading != 0, reading != Int(type.best), type.score > 0, type.best == 0 { continue }
      var next = at + 1
      while true {
        let lists = table.lists(node)
        if !lists.isEmpty, next > Int(best.end) {
          best.end = Int32(next)
          best.lists = lists.rawValue
          best.reading = UInt8(reading)
        }
        guard next < end else { break }
        let word = known[Int(types[next])]
        node = table.next(node, word.ordinals[0])
        if node == 0 { break }
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
}

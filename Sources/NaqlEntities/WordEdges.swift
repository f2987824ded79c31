import NaqlModel

/// What the endings and fronts of a word say that has no evidence of being a name: grammar that keeps it off the edges of
/// names.
///
/// Sources: Wright, A Grammar of the Arabic Language, on the accusative of state, the dual before a genitive, and sa- of the
/// future.
struct WordEdges: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8

  /// The rest was computed.
  static let known = WordEdges(rawValue: 1)
  /// A particle behind its conjunction: وهو.
  static let joinedParticle = WordEdges(rawValue: 2)
  /// A common word with the alif of the accusative or of the dual before a genitive: متحدثا, حليفا.
  static let commonWithAlif = WordEdges(rawValue: 4)
  /// A verb, with a conjunction or without: أهدر.
  static let verb = WordEdges(rawValue: 8)
  /// The dual or sound plural of a common word: رصتين سهلتين.
  static let inflected = WordEdges(rawValue: 16)
  /// A verb in the future: سيجد, which some list has as a place.
  static let future = WordEdges(rawValue: 32)

  static let nameKinds: WordFacts.Kind = [.given, .family, .foreign, .place, .kinship]

  static func isCommon(_ kind: WordFacts.Kind) -> Bool {
    !kind.isDisjoint(with: [.word, .verb, .adjective, .title, .titleHead, .trap]) && kind.isDisjoint(with: nameKinds)
  }
}

extension TypeCache {
  /// The edges of a type by the lexicon's words that begin or end it.
  func computeEdges(of type: Int32) -> WordEdges {
    var key: [UInt8] = []
    bytes(of: type) { NameKey.append($0, to: &key) }
    let word = types[Int(type)]
    var edges: WordEdges = .known
    for reading in 0..<4 where word.letters[reading] != 255 && word.ordinals[reading] >= 0 {
      let kind = analyser.table.facts[Int(word.ordinals[reading])].kind
      if kind.contains(.verb), WordEdges.isCommon(kind) { edges.insert(.verb) }
      if reading > 0, kind.contains(.particle), kind.isDisjoint(with: WordEdges.nameKinds) {
        edges.insert(.joinedParticle)
      }
    }
    if kinds(key, behind: "و").contains(.particle) { edges.insert(.joinedParticle) }
    if WordEdges.isCommon(kinds(key, without: "ا")) { edges.insert(.commonWithAlif) }
    if ["تين", "تان", "ات", "ين", "ون"].contains(where: { WordEdges.isCommon(kinds(key, without: $0)) }) {
      edges.insert(.inflected)
    }
    let future = kinds(key, behind: "س")
    if future.contains(.verb), future.isDisjoint(with: WordEdges.nameKinds) { edges.insert(.future) }
    return edges
  }

  /// Kinds of a word without the letters `ending` at its end; none where it does not end so.
  private func kinds(_ key: [UInt8], without ending: String) -> WordFacts.Kind {
    let ending = ending.utf8
    guard key.count >= ending.count + 4, key.suffix(ending.count).elementsEqual(ending) else { return [] }
    return kinds(key.dropLast(ending.count))
  }

  /// Kinds of a word behind the letters `front`; none where it does not begin so.
  private func kinds(_ key: [UInt8], behind front: String) -> WordFacts.Kind {
    let front = front.utf8
    guard key.count >= front.count + 4, key.starts(with: front) else { return [] }
    return kinds(key.dropFirst(front.count))
  }

  private func kinds(_ key: ArraySlice<UInt8>) -> WordFacts.Kind {
    let ordinal = key.withUnsafeBytes { analyser.table.words.ordinal(of: $0) }
    return ordinal < 0 ? [] : analyser.table.facts[ordinal].kind
  }
}

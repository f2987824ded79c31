/// The words of a line with their types, and the features of each place in it: what trainer and program share.
package struct VowelLine {
  let types: [VowelType?]
  private let contexts: [RankFeatures.Context]
  let positions: [Int]

  /// The line of `tokens`; `type` gives the type of a word's letters.
  package init(_ tokens: [VowelToken], use: Use, types: VowelTypes) {
    self.init(tokens, use: use, types: tokens.map { $0.letters.isEmpty ? nil : types.type($0.letters) })
  }

  init(_ tokens: [VowelToken], use: Use, types: [VowelType?]) {
    self.types = types
    var contexts: [RankFeatures.Context] = []
    contexts.reserveCapacity(tokens.count)
    var positions: [Int] = []
    // Marks that stand alone are no words: neighbours are looked for past them.
    let useClass: UInt32 = use == .name ? 0 : 1
    var previous: VowelType?, beforePrevious: VowelType?
    var breakBefore: UInt32 = 0
    var position = 0
    let opening = types.lazy.compactMap { $0?.stem }.first ?? 0xFFFF
    let closing = tokens.last?.closing ?? 0
    var clause: UInt32 = 0xFFFF, clausePosition: UInt32 = 0
    for (at, token) in tokens.enumerated() {
      var x = RankFeatures.Context()
      x.use = useClass
      breakBefore = max(breakBefore, UInt32(token.front))
      x.breakBefore = breakBefore
      x.previous = previous
      x.beforePrevious = beforePrevious
      x.isFirst = position == 0 && use != .phrase
      if breakBefore > 0 || clause == 0xFFFF {
        clause = types[at]?.stem ?? 0xFFFF
        clausePosition = 0
      }
      (x.opening, x.closing, x.clause, x.clausePosition) = (opening, closing, clause, clausePosition)
      positions.append(position)
      contexts.append(x)
      clausePosition += 1
      if let type = types[at] {
        beforePrevious = previous
        previous = type
        breakBefore = UInt32(token.back)
        position += 1
      } else if token.isArabic
        || token.text.utf8.contains(where: { $0 >= 0x30 && $0 != 0x3A && $0 != 0x3B && $0 != 0x3D && $0 != 0x3F })
      {
        // A number or foreign word parts its neighbours.
        breakBefore = max(UInt32(token.back), 5)
        position += 1
      } else {
        breakBefore = max(breakBefore, UInt32(token.back))
      }
    }
    var next: VowelType?, afterNext: VowelType?
    var breakAfter: UInt32 = 6
    for at in stride(from: tokens.count - 1, through: 0, by: -1) {
      contexts[at].breakAfter = max(breakAfter, UInt32(tokens[at].back))
      contexts[at].next = next
      contexts[at].afterNext = afterNext
      if let type = types[at] {
        contexts[at].isLast = next == nil
        afterNext = next
        next = type
        breakAfter = UInt32(tokens[at].front)
      } else {
        breakAfter = max(
          breakAfter == 6 ? 0 : breakAfter,
          max(UInt32(tokens[at].front), tokens[at].back > 0 ? UInt32(tokens[at].back) : 5))
      }
    }
    self.contexts = contexts
    self.positions = positions
  }

  func context(_ at: Int) -> RankFeatures.Context { contexts[at] }

  /// Adds what was decided of the word at `at` to `history`: 0 lower case, 1 or 2 a capital, 3 no decision.
  package func note(_ decision: UInt32, at: Int, in history: inout CaseHistory) { history.add(decision, types[at]) }

  /// Number of candidates of the word at `at`.
  package func count(_ at: Int) -> Int { types[at]?.candidates.count ?? 0 }

  /// Labels of a candidate.
  package func labels(_ at: Int, _ candidate: Int) -> [UInt8] { types[at]?.candidates[candidate].labels ?? [] }

  /// All features of a candidate at its place.
  package func features(_ at: Int, _ candidate: Int) -> [UInt32] {
    guard let type = types[at] else { return [] }
    var found = type.features[candidate]
    RankFeatures.forEach(type, type.keys[candidate], type.candidates[candidate], contexts[at]) { found.append($0) }
    return found
  }

  /// Features of “none of them”.
  package func noneFeatures(_ at: Int) -> [UInt32] { types[at]?.noneFeatures ?? [] }

  /// Features of the capital of a word read as `candidate` says.
  package func caseFeatures(_ at: Int, _ candidate: Int, _ history: CaseHistory) -> [UInt32] {
    guard let type = types[at] else { return [] }
    var found: [UInt32] = []
    let keys =
      type.candidates.isEmpty
      ? VowelType.Keys(reading: 0, stem: 0, ending: 0, pattern: 0, last: 0) : type.keys[candidate]
    CaseFeatures.forEach(
      type, keys, type.candidates.isEmpty ? nil : type.candidates[candidate], contexts[at],
      history, position: positions[at]
    ) { found.append($0) }
    return found
  }
}

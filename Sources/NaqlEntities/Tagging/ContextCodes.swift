/// The features of a token's surroundings as numbers in one range: list matches, kinds of neighbours, quotation marks,
/// and, in the second pass, how other mentions of the word are labelled.
public enum ContextCodes {
  static let match = 0
  static let pair = 3 * 160
  static let pairSize = 64 * 64
  static let quote = pair + 6 * pairSize
  static let document = quote + 8
  /// Codes of a token: ten, and three more in the second pass.
  static let perToken = 13
  /// Number of codes.
  public static let count = document + 3 * 128

  /// Calls `visit` with each code of token `at` in the sentence `start..<end`. `mentions` is nil in the first pass.
  @inline(__always)
  public static func forEach(
    _ text: TokenText.Pointers, _ mentions: UnsafePointer<UInt8>?, at: Int, start: Int, end: Int,
    _ visit: (Int) -> Void
  ) {
    let hasLeft = at > start
    let hasRight = at &+ 1 < end
    visit(match &+ 160 &+ Int(text.codes[at]))
    visit(match &+ (hasLeft ? Int(text.codes[at &- 1]) : 0))
    visit(match &+ 320 &+ (hasRight ? Int(text.codes[at &+ 1]) : 0))
    let here = text.facts[at]
    let left = hasLeft ? text.facts[at &- 1] : TypeFacts()
    let right = hasRight ? text.facts[at &+ 1] : TypeFacts()
    let farLeft = at > start &+ 1 ? text.facts[at &- 2] : TypeFacts()
    let a = Int(left.signature.number), b = Int(here.signature.number), c = Int(right.signature.number),
      z = Int(farLeft.signature.number)
    visit(pair &+ a &* 64 &+ b)
    visit(pair &+ pairSize &+ b &* 64 &+ c)
    visit(pair &+ 2 &* pairSize &+ a &* 64 &+ c)
    visit(pair &+ 3 &* pairSize &+ z &* 64 &+ a)
    visit(pair &+ 4 &* pairSize &+ Int(left.cluster) &* 64 &+ Int(here.cluster))
    visit(pair &+ 5 &* pairSize &+ Int(here.cluster) &* 64 &+ Int(right.cluster))
    visit(quote &+ Int(text.quoted[at]) &* 2 &+ (hasLeft ? 0 : 1))
    if let mentions {
      visit(document &+ 128 &+ Int(mentions[at]))
      visit(document &+ (hasLeft ? Int(mentions[at &- 1]) : 0))
      visit(document &+ 256 &+ (hasRight ? Int(mentions[at &+ 1]) : 0))
    }
  }

  /// The code of `total` mentions of which so many have each name label: best name label, its share, how many. 0 for no
  /// mention.
  @inline(__always)
  static func mentionCode(total: Int, named: NameScores) -> UInt8 {
    if total <= 0 { return 0 }
    let often = total == 1 ? 0 : total <= 3 ? 1 : 2
    let most = named.max()
    if most <= 0 { return UInt8(1 + often) }
    let share = Int(most) * 100 / total
    let step = share >= 90 ? 2 : share >= 45 ? 1 : 0
    return UInt8(4 + (named.firstIndex(of: most) * 3 + step) * 3 + often)
  }
}

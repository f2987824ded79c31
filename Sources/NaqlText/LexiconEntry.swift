/// One reading of a spelling as the lexicon gives it: the vocalised form with its kind, gender and rank.
public struct LexiconEntry: Hashable, Sendable {
  /// The vocalised form, without article, clitics or case ending (`بَشَّار`).
  public var vocalised: String
  /// What the word is: `given`, `family`, `nisba`, `laqab`, `place`, `noun`, `verb-perfect` and so on.
  public var kind: String
  /// `m`, `f`, `mf`, or `-` where it does not apply.
  public var gender: String
  /// 1 for the usual reading of the spelling, 2 and more for rarer ones.
  public var rank: Int
  /// A short remark of the lexicon's author, often empty.
  public var note: String

  /// An entry.
  public init(vocalised: String, kind: String, gender: String, rank: Int, note: String) {
    self.vocalised = vocalised
    self.kind = kind
    self.gender = gender
    self.rank = rank
    self.note = note
  }
}

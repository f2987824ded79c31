/// An ending of case or mood that is written where endings are asked for: كِتَابٌ kitābun, الكِتَابِ al-kitābi.
public enum WordEnding: String, CaseIterable, Sendable {
  /// The vowels of nominative, genitive and accusative, and of the moods.
  case u, i, a
  /// The same with nunation.
  case un, `in`, an

  /// Its short vowel.
  public var vowel: Character { rawValue.first ?? "u" }
  /// Whether it has nunation.
  public var isNunated: Bool { rawValue.utf8.count > 1 }
  /// The same vowel without nunation.
  public var plain: WordEnding { isNunated ? WordEnding(rawValue: String(vowel)) ?? self : self }
  /// The same vowel with nunation.
  public var nunated: WordEnding { isNunated ? self : WordEnding(rawValue: rawValue + "n") ?? self }
}

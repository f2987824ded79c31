/// At most three letters that a word may end in, by their code points.
struct Ending {
  private var letters = SIMD4<UInt32>()
  /// Number of letters.
  let count: Int

  /// These letters.
  init(_ letters: UInt32...) {
    count = letters.count
    for (at, letter) in letters.enumerated() { self.letters[at] = letter }
  }

  /// Whether they are the -ū of plural verbs with its silent alif.
  var isPlural: Bool { count == 2 && letters[0] == 0x648 && letters[1] == 0x627 }

  /// Pronouns behind a noun, but for those of the person spoken to alone, which end many words: هما ها هم نا كم ه.
  static let nounPronouns = [
    Ending(0x647, 0x645, 0x627), Ending(0x647, 0x627), Ending(0x647, 0x645), Ending(0x646, 0x627),
    Ending(0x643, 0x645), Ending(0x647),
  ]

  /// All pronouns behind a noun or verb but -ī and -nī: these, كما هن ك.
  static let pronouns = nounPronouns + [Ending(0x643, 0x645, 0x627), Ending(0x647, 0x646), Ending(0x643)]

  /// Whether a word ends so.
  func isEnd(of word: ArraySlice<SpelledWord.Letter>) -> Bool {
    if word.count < count { return false }
    let first = word.endIndex - count
    for at in 0..<count where word[first + at].base != letters[at] { return false }
    return true
  }

  /// Whether these are all the letters of a word.
  func isAll(of word: ArraySlice<SpelledWord.Letter>) -> Bool { word.count == count && isEnd(of: word) }
}

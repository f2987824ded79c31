/// A word as schemes see it: what the grammar found, written in a small alphabet on which a scheme's rules run.
///
/// Consonants stay Arabic letters, a doubled one twice; every hamza that is heard is ء. Vowels are `a i u ā ī ū`, and ى
/// for the ā of alif maqsura. Further signs:
///
/// | sign | is | sign | is |
/// |---|---|---|---|
/// | `<` | hamza at the start, unwritten in most schemes | `h` | ة at rest (-ah, -a) |
/// | `L` | the article | `t` | ة before a genitive (-at) |
/// | `E` | the article behind a clitic | `Y` | -iyy at the end |
/// | `O` | the article behind a word that ends in a long vowel | `X` | -iyy- before a vowel |
/// | `J` | li- with the article (لل) | `Z` | -uww at the end |
/// | `W F` | wa-, fa- | `U` | -uww- before a vowel |
/// | `B I K S A Q` | bi-, li-, ka-, sa-, la- of emphasis, a- of a question | `Ã` | -an of an adverb |
/// | U+E000 | between clitics with article and the stem | `Ĩ Õ` | -in, -an of a defective noun |
struct AnnotatedWord: Sendable {
  /// Between clitics with article and the stem.
  static let border: Unicode.Scalar = "\u{E000}"

  /// Clitics and article, empty where there are none.
  var front: String
  /// The rest.
  var stem: String
  /// Whether the word is a particle or pronoun, which takes no capital inside a name.
  var isParticle = false
  /// Whether the word ends in a long vowel, behind which some schemes cut the article's vowel.
  var endsLong: Bool {
    switch stem.unicodeScalars.last {
    case "ā", "ī", "ū", "ى", "Y": true
    default: false
    }
  }
}

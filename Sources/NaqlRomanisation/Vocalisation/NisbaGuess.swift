/// Tells -iyy from -ī where no list does: most adjectives and names in final ي have the shadda, defectives do not.
enum NisbaGuess {
  /// Whether the final ي of letters with these labels is read -iyy; false for words that do not end in -ī.
  ///
  /// قاضي, ثاني and محامي (ā, one consonant, ī) are defective participles; مصري and إسلامي are adjectives.
  static func isNisba(_ letters: [UInt8], _ labels: [UInt8]) -> Bool {
    guard let last = labels.last, last == VowelLabel(0, .longI).raw else { return false }
    var cut = 0
    for at in labels.indices.dropLast() where VowelLabel(raw: labels[at]).hasHyphen { cut = at + 1 }
    let stem = Array(letters[cut...])
    if stem.count < 4 { return false }
    let isDefective =
      stem[stem.count - 3] == VowelLetter.alif
      && (stem.count == 4 || stem.count == 5 && [VowelLetter.mim, VowelLetter.ta].contains(stem[0]))
    if isDefective { return false }
    // muCaCCī, mutaCaCCī, muCtaCī: participles of the derived forms.
    if stem[0] == VowelLetter.mim, labels[cut] == VowelLabel(1, .u).raw, stem.count <= 5 { return false }
    return true
  }
}

/// The parts of one name joined, in schemes that join them: 'Abd-al-Rahman, Abu-Zayd, Nur-al-Din, but 'Abdallah.
///
/// Source: Intelligence Community Standard 630-01, annex A, on hyphens and on names with Allah.
struct NameJoins {
  /// Each romanised word that goes on with the name before it is put to it, and leaves no word of its own.
  ///
  /// `pieces` holds for each word its first and last Arabic part, nil where something else stands there.
  func joined(
    _ texts: [String], _ pieces: [(first: Int?, last: Int?)], _ tokens: [GrammarAnnotator.Token],
    _ following: [GrammarAnnotator.Following]
  ) -> [String] {
    var result: [String] = []
    for index in texts.indices {
      if index > 0, let left = pieces[index - 1].last, let right = pieces[index].first,
        !following[left].contains(.stop), let sign = sign(tokens[left], tokens[right])
      {
        let text = sign.isEmpty ? texts[index].lowercased() : texts[index]
        result[result.count - 1] += sign + text
      } else {
        result.append(texts[index])
      }
    }
    return result
  }

  /// What stands between two words of one name: a hyphen, nothing; nil where they are two names.
  private func sign(_ left: GrammarAnnotator.Token, _ right: GrammarAnnotator.Token) -> String? {
    if left.isParticle || left.front.hasArticle { return nil }
    if right.divine != nil {
      return right.word.letters[0].base == 0x627 && !left.isVerb ? "" : nil
    }
    if left.stemRoles.contains(.joined) { return "-" }
    return right.front.signs == "L" && right.stemRoles.contains(.joined) ? "-" : nil
  }
}

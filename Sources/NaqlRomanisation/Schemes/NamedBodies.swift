/// Bodies and states inside a title, whose heads have a capital as the rest of their names: دِرَاسَة عَنْ جَامِعَةِ الخُرْطُوم.
///
/// Source: the Library of Congress's records, where Jāmiʻat stands with its capital in 107 of 108 places and Wizārat in 46 of 57.
extension ProperNames {
  /// Adds the head, its genitive and the adjectives of that. The first word of a title has its capital anyway, and what stands behind it is
  /// left: Wizārat al-difāʻ.
  func addBodies(
    _ proper: inout [Bool], _ tokens: [GrammarAnnotator.Token], _ following: [GrammarAnnotator.Following]
  ) {
    for index in tokens.indices.dropFirst().dropLast()
    where tokens[index].stemRoles.contains(.body) && !tokens[index].front.hasArticle
      && !following[index].contains(.stop)
    {
      let genitive = tokens[index + 1]
      guard genitive.front.signs == "L" || genitive.front.letters == 0 && genitive.kinds.contains(.place) else {
        continue
      }
      proper[index] = true
      var end = index + 1
      repeat {
        proper[end] = true
        end += 1
      } while end < tokens.count && !following[end - 1].contains(.stop) && isPartOfBody(tokens[end])
    }
  }

  /// Whether a word behind the genitive of a body goes on with it: its adjective, or a genitive joined to it (وِزَارَة التَّرْبِيَة وَالتَّعْلِيم).
  private func isPartOfBody(_ token: GrammarAnnotator.Token) -> Bool {
    token.front.signs == "WE" && token.kinds.contains(.masdar)
      || token.front.signs == "L" && !token.kinds.isDisjoint(with: [.adjective, .nisba, .participle])
  }
}

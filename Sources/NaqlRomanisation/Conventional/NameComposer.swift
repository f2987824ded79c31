/// Spells whole names part by part: what each part's spellings are in each country, mixed over the countries that the
/// name may come from, and ranked by how the parts go together.
package final class NameComposer {
  /// A spelling of a whole name.
  package struct Composed {
    /// The spelling of each unit.
    package var words: [LatinWord]
    /// What speaks for it.
    package var features: NameRanker.Features
    /// Probability among the spellings found.
    package var probability: Float
  }

  private let model: SpellingModel
  private let table: UnitTable

  /// Number of countries that a name may come from, of spellings of each part, and of whole ones that are ranked.
  private let breadth: (tags: Int, choices: Int, width: Int)

  /// How much likelier people of a country are in an article about it than the name alone says.
  private static let boost: Float = 8

  /// A composer by `model`.
  package init(_ model: SpellingModel, effort: SpellingModel.Effort) {
    self.model = model
    breadth = effort == .quick || effort == .first ? (4, 10, 16) : (6, 16, 48)
    table = UnitTable(model, effort: effort)
  }

  /// Spellings of a name given by its units, each of one word or two, best first. `country` is the tag of its country, `article`
  /// that of the country which the article is about.
  package func spellings(_ units: [[[UInt8]]], country: Int?, article: Int? = nil) -> [Composed] {
    table.makeRoom()
    let parts = units.map(table.unit)
    let origins = origins(units, parts, country, article)
    var paths = Paths(origins.map(\.share))
    for part in parts {
      let columns = origins.map { part.probabilities($0.tag) }
      var best = Leading<Int>(breadth.choices)
      for index in part.words.indices {
        var sum: Float = 0
        for (column, origin) in zip(columns, origins) { sum += origin.share * column[index] }
        best.insert(index, sum) { part.words[$0] < part.words[$1] }
      }
      paths.extend(by: best.items.map(\.item), columns, width: breadth.width)
      if paths.count == 0 { return [] }
    }
    return ranked(
      (0..<paths.count).map { path in
        composed(parts, paths, path, likeliest: origins[0].share, isCountryKnown: country != nil)
      }, isCountryKnown: country != nil)
  }

  /// The spelling that a path has gone through, with what speaks for it.
  private func composed(
    _ parts: [NameUnit], _ paths: Paths, _ path: Int, likeliest: Float, isCountryKnown: Bool
  ) -> Composed {
    var features = NameRanker.Features()
    features.dense[0] = Self.log(paths.sums[path])
    features.dense[1] = Self.log(paths.shares[path * paths.width] / likeliest)
    var words: [LatinWord] = []
    var styles: [NameStyle] = []
    for (part, choice) in zip(parts, paths.choices(path)) {
      features.dense[2] += Self.log(part.overall(choice))
      if choice < part.tableCount { features.dense[3] += 1 } else if part.total > 0 { features.dense[4] += 1 }
      let traits = part.traits(choice, model.lexicon)
      if traits.isListed { features.dense[part.total > 0 ? 5 : 6] += 1 }
      features.dense[7] += Float(part.words[choice].count) * 0.1
      styles.append(traits.style)
      words.append(part.words[choice])
    }
    features.rows = NameRanker.rows(styles, isCountryKnown: isCountryKnown)
    return Composed(words: words, features: features, probability: 0)
  }

  /// The tags that the name may come from, likeliest first, with their shares.
  private func origins(
    _ units: [[[UInt8]]], _ parts: [NameUnit], _ country: Int?, _ article: Int?
  ) -> [(tag: Int, share: Float)] {
    if let country { return [(country, 1)] }
    var shares = model.countries.shares(units.map { Array($0.joined()) }, known: parts.map(\.known))
    if let place = article.flatMap({ SpellingTag.people.firstIndex(of: $0) }) { shares[place] *= Self.boost }
    let best = shares.indices.sorted { shares[$0] != shares[$1] ? shares[$0] > shares[$1] : $0 < $1 }.prefix(
      breadth.tags)
    let sum = best.reduce(Float(0)) { $0 + shares[$1] }
    return best.map { (SpellingTag.people[$0], shares[$0] / sum) }
  }

  private func ranked(_ all: [Composed], isCountryKnown: Bool) -> [Composed] {
    var found = all
    for index in found.indices {
      found[index].probability = model.nameRanker.score(found[index].features, isCountryKnown: isCountryKnown)
    }
    let most = found.map(\.probability).max()!
    var total: Float = 0
    for index in found.indices {
      found[index].probability = fastExp(found[index].probability - most)
      total += found[index].probability
    }
    for index in found.indices { found[index].probability /= total }
    let order = found.indices.sorted {
      found[$0].probability != found[$1].probability ? found[$0].probability > found[$1].probability : $0 < $1
    }
    return order.map { found[$0] }
  }

  private static func log(_ value: Float) -> Float { value < 1e-20 ? -46 : fastLog(value) }
}

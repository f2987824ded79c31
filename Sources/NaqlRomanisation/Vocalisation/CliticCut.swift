/// One way to cut particles and the article off the front of a word, with the labels that the cut letters have.
struct CliticCut {
  /// Labels of the letters cut off, none for the whole word.
  var labels: [UInt8]
  /// Number of letters cut off.
  var length: Int { labels.count }
  /// Whether the article is among them.
  var hasArticle: Bool

  static let wa = VowelLabel(1, .a, hyphen: true).raw
  static let bi = VowelLabel(1, .i, hyphen: true).raw
  static let alif = VowelLabel(0, .a).raw
  static let lam = VowelLabel(1, .none, hyphen: true).raw
  static let li = VowelLabel(1, .i).raw

  /// All cuts of a word that leave at least two letters, the whole word first.
  static func all(of letters: [UInt8]) -> [CliticCut] {
    var cuts: [CliticCut] = []
    let count = letters.count
    for conjunction in 0...1 {
      if conjunction == 1, count < 3 || !(letters[0] == VowelLetter.waw || letters[0] == VowelLetter.fa) { break }
      var front: [UInt8] = conjunction == 1 ? [wa] : []
      addArticle(letters, front, &cuts)
      let at = front.count
      guard at < count else { continue }
      switch letters[at] {
      case VowelLetter.ba: front.append(bi)
      case VowelLetter.lam: front.append(bi)
      case VowelLetter.kaf, VowelLetter.sin: front.append(wa)
      default: continue
      }
      guard front.count + 2 <= count else { continue }
      addArticle(letters, front, &cuts)
      if letters[at] == VowelLetter.lam, letters[at + 1] == VowelLetter.lam, at + 4 <= count {
        front[at] = li
        cuts.append(CliticCut(labels: front + [lam], hasArticle: true))
      }
    }
    return cuts
  }

  private static func addArticle(_ letters: [UInt8], _ front: [UInt8], _ cuts: inout [CliticCut]) {
    let at = front.count
    cuts.append(CliticCut(labels: front, hasArticle: false))
    if at + 4 <= letters.count, letters[at] == VowelLetter.alif, letters[at + 1] == VowelLetter.lam {
      cuts.append(CliticCut(labels: front + [alif, lam], hasArticle: true))
    }
  }
}

/// Pronouns behind a noun, verb or particle, with their labels.
struct PronounSuffix {
  let letters: [UInt8]
  /// Labels after u or a, and after i.
  let labels: [UInt8]
  let afterI: [UInt8]

  /// The suffixes of the third person, the first plural and the second plural, which news and notices have.
  static let all: [PronounSuffix] = {
    let c = VowelLabel(1, .none).raw, cu = VowelLabel(1, .u).raw, ci = VowelLabel(1, .i).raw
    let long = VowelLabel(0, .longA).raw
    let h = VowelLetter.ha, m = VowelLetter.mim, a = VowelLetter.alif, n = VowelLetter.nun
    return [
      PronounSuffix(letters: [h], labels: [cu], afterI: [ci]),
      PronounSuffix(letters: [h, a], labels: [c, long], afterI: [c, long]),
      PronounSuffix(letters: [h, m], labels: [cu, c], afterI: [ci, c]),
      PronounSuffix(letters: [h, m, a], labels: [cu, c, long], afterI: [ci, c, long]),
      PronounSuffix(letters: [n, a], labels: [c, long], afterI: [c, long]),
      PronounSuffix(letters: [VowelLetter.kaf, m], labels: [cu, c], afterI: [cu, c]),
    ]
  }()
}

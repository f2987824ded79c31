import NaqlModel
import NaqlRules

/// Says whether two spellings, in Arabic or Latin script, may be the same name.
///
/// `معمر القذافي`, Moammar Gadhafi → 0.97. Letters are compared by `Rules/romanisation/matching.tsv`, words by lists of
/// names too. Words may stand in a turned order, middle names be missing, initials stand for words. One worker's own.
public final class NameMatcher {
  private let rules: MatchingRules
  private let aligner: MatchAligner
  private let evidence: MatchEvidence?

  /// A matcher by `rules`; with `usingLists` also by what the spelling model knows of words.
  public init(_ rules: RuleSet, usingLists: Bool = true) throws(Diagnostic) {
    self.rules = try MatchingRules(rules)
    aligner = MatchAligner(self.rules)
    evidence = usingLists ? try MatchEvidence(rules) : nil
  }

  /// The score from which two names may be the same.
  public var threshold: Double { Double(rules.settings[.threshold]) }

  /// How alike two names are; with `explaining`, why.
  public func match(_ one: String, _ other: String, explaining: Bool = false) -> NameComparison {
    match(MatchName(one, rules), MatchName(other, rules), explaining: explaining)
  }

  /// A name made ready for many comparisons.
  func name(_ text: String) -> MatchName { MatchName(text, rules) }

  /// How alike two names are that were made ready; a `limit` on the cost of letters saves work.
  func match(_ a: MatchName, _ b: MatchName, explaining: Bool = false, limit: Float = .infinity) -> NameComparison {
    let s = rules.settings
    if a.codes.isEmpty || b.codes.isEmpty { return none }
    var best: (cost: Float, turned: Int, name: MatchName)?
    for turned in 0..<max(1, min(b.wordCount, 5)) {
      if turned > 0 && a.wordCount == 1 { break }
      let name = turned == 0 ? b : b.turned(turned)
      let extra = turned == 0 ? 0 : s[.turned]
      let most = min(limit, best?.cost ?? .infinity)
      if extra >= most { break }
      if let cost = aligner.cost(a, name, limit: most - extra), cost + extra < most {
        best = (cost + extra, turned, name)
      }
    }
    guard let best else { return none }
    if best.turned > 0 || b.wordCount > 1 { _ = aligner.cost(a, best.name) }
    return judged(a, best.name, best.turned, explaining)
  }

  /// The distance at which a score is `threshold`.
  private func distance(_ threshold: Double) -> Float {
    let s = rules.settings
    return max(0, s[.middle] - s[.slope] * fastLog(Float(threshold / (1.0001 - threshold))))
  }

  /// The cost of letters above which two names are taken not to reach a threshold. Only names whose letters differ much and
  /// that lists alone know as one may be lost by it.
  func limit(_ a: MatchName, _ b: MatchName, threshold: Double) -> Float {
    let s = rules.settings
    if threshold < 0.01 { return .infinity }
    let length = max(Float(max(a.codes.count, b.codes.count)) * max(s[.arabicLength], 1), s[.shortest])
    let distance = distance(threshold)
    return distance * length / max(s[.mean] + s[.worst], 0.01) + distance / max(s[.skipped], 0.01)
  }

  /// Whether two words are near enough for names that have them to reach a threshold.
  func isNear(_ one: MatchName, _ other: MatchName, threshold: Double) -> Bool {
    let s = rules.settings
    if threshold < 0.01 { return true }
    let length = max(Float(max(one.codes.count, other.codes.count)) * max(s[.arabicLength], 1), s[.shortest])
    return aligner.cost(one, other, limit: distance(threshold) * length / max(s[.mean] + s[.worst], 0.01)) != nil
  }

  /// What is said of names that have nothing in common.
  private var none: NameComparison {
    NameComparison(score: 0, isSame: false, distance: .infinity, parts: [], turned: 0, features: [0, 0, 0, 0])
  }

  /// The score of the way last found.
  private func judged(_ a: MatchName, _ b: MatchName, _ turned: Int, _ explaining: Bool) -> NameComparison {
    let s = rules.settings
    var parts: [NameComparison.Part] = []
    var worst: Float = 0, sum: Float = 0, letters: Float = 0, lacking: (left: Float, right: Float) = (0, 0)
    for piece in aligner.pieces(a, b) {
      let left = piece.left, right = piece.right
      var cost = piece.steps.reduce(0) { $0 + $1.cost }
      var note = ""
      if left.isEmpty || right.isEmpty {
        if left.isEmpty { lacking.left += cost } else { lacking.right += cost }
      } else {
        let one = a.codes[left].filter { $0 != MatchLetters.gap },
          two = b.codes[right].filter { $0 != MatchLetters.gap }
        if let evidence, one != two, !piece.steps.contains(where: { $0.reason == .initial }) {
          let (alike, least) = evidence.compare(
            Self.withoutArticle(one, beside: b.codes[right]), Self.withoutArticle(two, beside: a.codes[left]))
          if least >= s[.knownLeast] {
            if alike >= s[.knownAlike] {
              cost *= s[.knownTogether]
              note = "one name in lists"
            } else if alike < s[.knownUnlike] {
              cost += s[.knownApart] * (1 - alike / s[.knownUnlike])
              note = "two names in lists"
            }
          }
        }
        let length = max(length(one), length(two), s[.shortest])
        // Words that could only be read across their gaps are judged as if one bore the whole difference.
        let words = min(Self.words(left, a), Self.words(right, b))
        worst = max(worst, cost * words / length)
        sum += cost
        letters += length
      }
      if explaining { parts.append(part(a, b, left, right, cost, piece.steps, note)) }
    }
    let skipped = lacking.left + lacking.right + (turned > 0 ? s[.turned] : 0)
    // A word that either name lacks is another word.
    let exchanged = min(lacking.left, lacking.right)
    let features = [worst, letters > 0 ? sum / letters : 1, skipped, exchanged]
    let distance = zip(features, [s[.worst], s[.mean], s[.skipped], s[.exchanged]]).reduce(0) { $0 + $1.0 * $1.1 }
    let score = Self.score(distance, s)
    return NameComparison(
      score: score, isSame: score >= threshold, distance: distance, parts: parts, turned: turned, features: features)
  }

  /// A score by a distance: 1 for equal names, falling along a logistic curve.
  private static func score(_ distance: Float, _ s: MatchingRules.Settings) -> Double {
    func curve(_ x: Float) -> Double { 1 / (1 + Double(exp(x))) }
    func exp(_ x: Float) -> Float { fastExp(min(x, 60)) }
    let most = curve(-s[.middle] / s[.slope])
    return min(1, curve((distance - s[.middle]) / s[.slope]) / most)
  }

  /// An Arabic word without its article beside a Latin one that has none, as lists have it: الأسد beside Assad.
  private static func withoutArticle(_ word: [UInt8], beside other: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let hasOwn = word.count > article.count + 2 && word.starts(with: article)
    return hasOwn && other.allSatisfy(MatchLetters.isLatin) && !articles.contains(where: { other.starts(with: $0) })
      ? word.dropFirst(article.count) : word[...]
  }

  private static let article = MatchLetters.pattern("ال"), articles = ["al", "el", "ul"].map(MatchLetters.pattern)

  private static func words(_ range: Range<Int>, _ name: MatchName) -> Float {
    Float(name.codes[range].split(separator: MatchLetters.gap).count)
  }

  private func length(_ codes: [UInt8]) -> Float {
    var length: Float = 0
    for code in codes { length += MatchLetters.isArabic(code) ? rules.settings[.arabicLength] : 1 }
    return length
  }

  private func part(
    _ a: MatchName, _ b: MatchName, _ left: Range<Int>, _ right: Range<Int>, _ cost: Float,
    _ steps: [MatchAligner.Step], _ note: String
  ) -> NameComparison.Part {
    var reasons: [String] = []
    for step in steps where step.cost > 0.0005 {
      let one = step.left.isEmpty ? "–" : a.text(step.left), two = step.right.isEmpty ? "–" : b.text(step.right)
      reasons.append("\(one) = \(two) (\(Self.hundredths(step.cost))\(why(step.reason)))")
    }
    return NameComparison.Part(left: a.text(left), right: b.text(right), cost: cost, reasons: reasons, evidence: note)
  }

  private func why(_ reason: MatchAligner.Reason) -> String {
    switch reason {
    case .rule(let row): rules.reasons[row].isEmpty ? "" : ": " + rules.reasons[row]
    case .doubled: ": doubled"
    case .gap: ": joined"
    case .initial: ": initial"
    case .word: ": word missing"
    case .added: ": letter missing"
    case .other: ": another letter"
    case .equal: ""
    }
  }

  /// A cost with two decimals.
  static func hundredths(_ cost: Float) -> String {
    let whole = Int((cost * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }
}

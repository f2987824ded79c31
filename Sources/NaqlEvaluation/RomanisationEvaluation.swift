import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlText

/// Judges romanisation by catalogue fields: how many words come out exactly as the cataloguer wrote them.
///
/// Fields whose numbers of words differ and fields 650, 651 and 655 (often translated) are left out; kinds of
/// apostrophe count alike, outer punctuation does not count, words without Arabic letters are not counted.
public struct RomanisationEvaluation: Sendable {
  /// Words of one kind of field.
  public struct Score: Sendable {
    /// Words compared.
    public var words = 0
    /// Words exactly as the cataloguer wrote them.
    public var exact = 0
    /// Right but for capitals, or wholly.
    public var caseless = 0
  }

  /// A word that came out otherwise than in the gold data.
  public struct Difference: Sendable {
    /// The MARC field, such as 245a.
    public var field: String
    /// The word in Arabic.
    public var arabic: String
    /// What the cataloguer wrote.
    public var gold: String
    /// What Naql writes.
    public var ours: String
    /// The word before and the word after it.
    public var context: String
  }

  /// Scores: all, person (100 600 700), title (245), place (260), other.
  public private(set) var scores: [(name: String, score: Score)] = []
  /// All differences, in order.
  public private(set) var differences: [Difference] = []
  /// Words by stated probability in twenty parts: number, right ones, sum of the probabilities.
  public private(set) var reliability = [(words: Int, right: Int, stated: Double)](repeating: (0, 0, 0), count: 20)

  /// Expected calibration error: the mean distance of stated and real share over the parts, by their size.
  public var calibrationError: Double {
    let all = reliability.reduce(0) { $0 + $1.words }
    var sum = 0.0
    for part in reliability where part.words > 0 { sum += abs(part.stated - Double(part.right)) }
    return all == 0 ? 0 : sum / Double(all)
  }

  /// Compares the fields at `path` with what `romanise` makes of them: a word and its probability for each word.
  public init(
    path: String, romanise: ([String], Use) throws -> [(text: String, probability: Double)]
  ) throws {
    let file = try GoldFile.table(path, columns: ["field", "arabic", "romanised"])
    let columns = ["field", "arabic", "romanised"].map { file.column($0)! }
    var all = Score()
    var kinds: [String: Score] = [:]
    for row in file.rows {
      let field = row.cells[columns[0]]
      let tag = field.prefix(3)
      if tag == "650" || tag == "651" || tag == "655" { continue }
      let arabic = row.cells[columns[1]].split(separator: " ").map(String.init)
      let gold = row.cells[columns[2]].split(separator: " ").map(String.init)
      guard arabic.count == gold.count else { continue }
      let isPerson = tag == "100" || tag == "600" || tag == "700"
      let kind = isPerson ? "person" : tag == "245" ? "title" : tag == "260" ? "place" : "other"
      let ours = try romanise(arabic, isPerson ? .name : .title)
      for at in arabic.indices where arabic[at].unicodeScalars.contains(where: { ArabicScript.isLetter($0.value) }) {
        let right = Self.compared(gold[at])
        let made = at < ours.count ? Self.compared(ours[at].text) : ""
        let isExact = right == made
        let isCaseless = isExact || right.lowercased() == made.lowercased()
        all.add(isExact, isCaseless)
        kinds[kind, default: Score()].add(isExact, isCaseless)
        if at < ours.count {
          let part = max(0, min(19, Int(ours[at].probability * 20)))
          reliability[part].words += 1
          reliability[part].right += isCaseless ? 1 : 0
          reliability[part].stated += ours[at].probability
        }
        if !isExact {
          let context = (at > 0 ? arabic[at - 1] : "") + " _ " + (at + 1 < arabic.count ? arabic[at + 1] : "")
          differences.append(
            Difference(field: String(field), arabic: arabic[at], gold: right, ours: made, context: context))
        }
      }
    }
    if all.words == 0 { throw GoldFile.empty(path) }
    scores = [("all", all)]
    for kind in ["person", "title", "place", "other"] { scores.append((kind, kinds[kind] ?? Score())) }
  }

  /// A word as it is compared: composed, apostrophes alike, outer punctuation and invisible signs taken off.
  static func compared(_ word: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in NormalisedText.nfc(word).unicodeScalars {
      if ArabicScript.isInvisible(scalar.value) || scalar.value == 0x2B9 { continue }
      scalars.append(isApostrophe(scalar.value) ? "'" : scalar)
    }
    func isPart(_ c: Unicode.Scalar) -> Bool {
      c == "'" || c.properties.isAlphabetic || c.properties.numericType != nil
        || c.properties.generalCategory == .nonspacingMark
    }
    guard let first = scalars.firstIndex(where: isPart), let last = scalars.lastIndex(where: isPart) else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[first...last])
    return String(view)
  }

  private static func isApostrophe(_ c: UInt32) -> Bool {
    c == 0x27 || c == 0x60 || c == 0xB4 || (c >= 0x2018 && c <= 0x201B) || (c >= 0x2BA && c <= 0x2BF) || c == 0x2C8
      || c == 0x2CA || c == 0x2CB
  }
}

extension RomanisationEvaluation.Score {
  mutating func add(_ isExact: Bool, _ isCaseless: Bool) {
    words += 1
    if isExact { exact += 1 }
    if isCaseless { caseless += 1 }
  }
}

import NaqlModel
import NaqlRules

/// The rules of `romanisation/matching.tsv`: which letters and words of names stand for each other, and at what cost.
///
/// Kinds of rows: `fold` (a letter read as others before all else), `vowel` (letters that count as vowels), `same` (each
/// form with each other), `pair` (each form on the left with each on the right, either way round), `free` (forms that may be
/// missing), `set` (a number by its name). `at` limits a row to the start or end of words, or to whole words.
public struct MatchingRules: Sendable {
  /// The path under the rules root.
  static let path = "romanisation/matching.tsv"

  /// Where in words a rule holds.
  enum Place: String, CaseIterable, Sendable {
    case start, end, word
    case inside = ""
  }

  /// Letters of one name that stand for letters of the other, read from either side.
  struct Rule: Sendable {
    /// The letters, eight bits each, the first lowest, and the mask of those bits.
    var left: UInt128, leftMask: UInt128
    var right: UInt128, rightMask: UInt128
    var leftCount: Int, rightCount: Int
    var place: Place
    var cost: Float
    /// Number of the row among all rows.
    var row: Int
  }

  /// Numbers of the rows `set`.
  struct Settings: Sendable {
    private let values: [Float]

    /// Names of the numbers, as the file has them.
    enum Name: Int, CaseIterable, Sendable {
      case gap, doubled, vowelUnwritten, vowelAdded, vowelOther, letterAdded, letterOther, initial, turned
      case innerWord, outerWord, arabicLength, shortest
      case knownTogether, knownApart, knownLeast, knownAlike, knownUnlike
      case worst, mean, skipped, exchanged, middle, slope, threshold

      /// The name in the file: vowel-added.
      var text: String {
        var text = ""
        for letter in String(describing: self) {
          if letter.isUppercase { text += "-" }
          text += letter.lowercased()
        }
        return text
      }
    }

    init(_ values: [Name: Float]) { self.values = Name.allCases.map { values[$0] ?? 0 } }

    subscript(_ name: Name) -> Float { values[name.rawValue] }
  }

  /// Letters read as others before all else, by code point.
  private(set) var folds: [UInt32: [UInt8]] = [:]
  /// Whether a code counts as a vowel.
  private(set) var vowels = [Bool](repeating: false, count: MatchLetters.count)
  /// The numbers.
  private(set) var settings = Settings([:])
  /// All rules, those with the same first letters together.
  private(set) var rules: [Rule] = []
  /// Where the rules of two first letters begin (0 stands for no letter): the next entry says where they end.
  private(set) var starts: [Int32] = []
  /// The reasons, by row.
  private(set) var reasons: [String] = []

  /// Reads the rules. A row that cannot be understood is an error at its line.
  public init(_ rules: RuleSet) throws(Diagnostic) {
    try self.init(TSVFile(rules, Self.path, columns: ["kind", "left", "right", "cost", "at", "why"]))
  }

  /// The rules of a table.
  init(_ file: TSVFile) throws(Diagnostic) {
    let columns = ["kind", "left", "right", "cost", "at", "why"].map { file.column($0)! }
    var values: [Settings.Name: Float] = [:]
    var found: [Rule] = []
    for row in file.rows {
      let cells = columns.map { String(row.cells[$0]) }
      let kinds = ["fold", "vowel", "same", "pair", "free", "set"]
      guard let kind = kinds.first(where: { $0 == cells[0] }) else {
        throw file.error(
          row, "matching.kind", "there is no kind of row “\(cells[0])”" + Nearest.hint(cells[0], among: kinds))
      }
      let left = cells[1].split(separator: " ").map(String.init),
        right = cells[2].split(separator: " ").map(String.init)
      reasons.append(cells[5])
      var cost: Float = 0
      if kind != "fold" && kind != "vowel" {
        guard let number = Float(cells[3]), number.isFinite, number >= 0 || kind == "set" else {
          throw file.error(row, "matching.cost", "the cost “\(cells[3])” is no number from 0 up; write one such as 0.1")
        }
        cost = number
      }
      guard let place = Place(rawValue: cells[4]) else {
        let names = Place.allCases.map(\.rawValue).filter { !$0.isEmpty }
        throw file.error(
          row, "matching.place", "there is no place “\(cells[4])”; write \(names.joined(separator: ", ")) or nothing")
      }
      var pairs: [(String, String)] = []
      switch kind {
      case "fold":
        for form in left {
          for scalar in form.unicodeScalars { folds[scalar.value] = MatchLetters.pattern(cells[2]) }
        }
      case "vowel":
        for code in left.flatMap(MatchLetters.pattern) { vowels[Int(code)] = true }
      case "same":
        for one in left { for other in left where one != other { pairs.append((one, other)) } }
      case "pair":
        for one in left { for other in right { pairs += [(one, other), (other, one)] } }
      case "free":
        for form in left { pairs += [(form, "-"), ("-", form)] }
      default:
        guard let name = Settings.Name.allCases.first(where: { $0.text == cells[1] }) else {
          throw file.error(
            row, "matching.setting",
            "there is no number “\(cells[1])”" + Nearest.hint(cells[1], among: Settings.Name.allCases.map(\.text)))
        }
        values[name] = cost
      }
      for (one, other) in pairs {
        let l = MatchLetters.pattern(one), r = MatchLetters.pattern(other)
        if l.isEmpty && r.isEmpty || l.count > 16 || r.count > 16 || l.first == MatchLetters.gap {
          throw file.error(
            row, "matching.form", "“\(one)” with “\(other)”: forms have at most sixteen letters and begin with a letter"
          )
        }
        let (bits, mask) = Self.packed(l), (otherBits, otherMask) = Self.packed(r)
        found.append(
          Rule(
            left: bits, leftMask: mask, right: otherBits, rightMask: otherMask, leftCount: l.count,
            rightCount: r.count, place: place, cost: cost, row: reasons.count - 1))
      }
    }
    for name in Settings.Name.allCases where values[name] == nil {
      throw Diagnostic("matching.setting", "the number “\(name.text)” is missing; add a row set", file: file.file)
    }
    settings = Settings(values)
    index(found)
  }

  private mutating func index(_ found: [Rule]) {
    func key(_ rule: Rule) -> Int { Int(rule.left & 0x7F) * MatchLetters.count + Int(rule.right & 0x7F) }
    let order = found.indices.sorted { (key(found[$0]), $0) < (key(found[$1]), $1) }
    rules = order.map { found[$0] }
    starts = [Int32](repeating: 0, count: MatchLetters.count * MatchLetters.count + 1)
    for rule in rules { starts[key(rule) + 1] += 1 }
    for at in 1..<starts.count { starts[at] += starts[at - 1] }
  }

  private static func packed(_ codes: [UInt8]) -> (bits: UInt128, mask: UInt128) {
    var bits: UInt128 = 0, mask: UInt128 = 0
    for (at, code) in codes.enumerated() {
      bits |= UInt128(code) << UInt128(8 * at)
      mask |= 0xFF << UInt128(8 * at)
    }
    return (bits, mask)
  }

  /// The Latin words that whole-word rules give for an Arabic word or for a Latin one, with their costs, in the file's
  /// order.
  func words(for word: String) -> [(form: String, cost: Float)] {
    let codes = MatchName(word, self).codes
    if codes.isEmpty || codes.count > 16 { return [] }
    let (bits, mask) = Self.packed(codes)
    var found: [(row: Int, form: String, cost: Float)] = []
    for rule in rules
    where rule.place == .word && rule.left == bits && rule.leftMask == mask && rule.rightCount > 0 {
      let form = (0..<rule.rightCount).map { UInt8(truncatingIfNeeded: rule.right >> UInt128(8 * $0)) }
      if form.allSatisfy(MatchLetters.isLatin) {
        found.append((rule.row, String(decoding: form.map { $0 + 0x60 }, as: UTF8.self), rule.cost))
      }
    }
    return found.sorted { ($0.row, $0.form) < ($1.row, $1.form) }.map { ($0.form, $0.cost) }
  }

  /// Latin words that differ from `word` (letters 1–26) by one rule of at most `limit`, or by one doubled letter, with the
  /// cost; each once, in no order.
  func neighbours(of word: [UInt8], limit: Float) -> [[UInt8]: Float] {
    var found: [[UInt8]: Float] = [:]
    func add(_ range: Range<Int>, _ other: [UInt8], _ cost: Float) {
      let next = Array(word[..<range.lowerBound] + other + word[range.upperBound...])
      if next != word, next.count > 1 { found[next] = min(found[next] ?? .infinity, cost) }
    }
    for at in word.indices {
      let first = Int(word[at]) * MatchLetters.count
      for rule in rules[Int(starts[first])..<Int(starts[first + MatchLetters.count])]
      where rule.cost <= limit && rule.place != .word && at + rule.leftCount <= word.count {
        let (bits, _) = Self.packed(Array(word[at..<(at + rule.leftCount)]))
        if bits != rule.left || rule.place == .start && at > 0 { continue }
        if rule.place == .end && at + rule.leftCount < word.count { continue }
        let other = (0..<rule.rightCount).map { UInt8(truncatingIfNeeded: rule.right >> UInt128(8 * $0)) }
        if !other.isEmpty, other.allSatisfy(MatchLetters.isLatin) { add(at..<(at + rule.leftCount), other, rule.cost) }
      }
      let isDouble = at > 0 && word[at] == word[at - 1]
      if isDouble {
        add(at..<(at + 1), [], settings[.doubled])
      } else if at > 0, at + 1 < word.count, word[at + 1] != word[at], !vowels[Int(word[at])],
        vowels[Int(word[at - 1])], vowels[Int(word[at + 1])]
      {
        add(at..<(at + 1), [word[at], word[at]], settings[.doubled])
      }
    }
    return found
  }

  /// A rule read from the Latin side.
  struct LatinRule {
    /// Letters 1–26.
    var latin: [UInt8]
    /// Codes of Arabic letters.
    var arabic: [UInt8]
    var cost: Float
    var place: Place
  }

  /// The rules that turn Latin letters into Arabic ones, by the first Latin letter; each rule of gaps or signs left out.
  var latinRules: [[LatinRule]] {
    var found = [[LatinRule]](repeating: [], count: 27)
    for rule in rules where rule.leftCount > 0 && rule.rightCount > 0 {
      func codes(_ bits: UInt128, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: bits >> UInt128(8 * $0)) }
      }
      let latin = codes(rule.left, rule.leftCount), arabic = codes(rule.right, rule.rightCount)
      guard latin.allSatisfy(MatchLetters.isLatin), arabic.allSatisfy(MatchLetters.isArabic) else { continue }
      found[Int(latin[0])].append(
        LatinRule(
          latin: latin, arabic: arabic.map { $0 - MatchLetters.arabic }, cost: rule.cost, place: rule.place))
    }
    return found
  }
}

import NaqlICU
import NaqlModel
import NaqlRomanisation
import NaqlRules
import NaqlText

/// Tries schemes with arbitrary strings: no Arabic comes out, the same bytes come out twice, the order of the marks does
/// not matter, and reversible schemes give every vocalised string back.
public struct SchemeTrial {
  /// What went wrong with a string.
  public struct Finding: Sendable, CustomStringConvertible {
    /// The scheme.
    public let scheme: String
    /// Which promise is broken.
    public let fault: String
    /// The string and what came out.
    public let input: String, output: String

    /// One line: scheme, fault, code points in and out.
    public var description: String { "\(scheme): \(fault): \(Self.points(input)) → \(output) (\(Self.points(output)))" }

    private static func points(_ text: String) -> String {
      text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
    }
  }

  /// Lines rendered.
  public private(set) var renderings = 0
  /// Vocalised strings sent both ways.
  public private(set) var roundTrips = 0
  /// What went wrong; at most a hundred are kept.
  public private(set) var findings: [Finding] = []
  private let catalogue: SchemeCatalogue
  private let lexicon: Lexicon
  private let schemes: [String]

  /// A trial of `schemes`, or of all.
  public init(_ rules: RuleSet, schemes: [String]? = nil) throws(Diagnostic) {
    catalogue = try SchemeCatalogue(rules)
    lexicon = try Lexicon(rules)
    self.schemes = schemes ?? catalogue.ids
    for id in self.schemes { _ = try catalogue.scheme(id) }
  }

  /// Sends `count` lines from `seed` through three schemes each, in turn, as name, title or phrase in turn.
  public mutating func run(lines count: Int, seed: UInt64) throws(Diagnostic) {
    var pairs: [(id: String, first: Romaniser, second: Romaniser)] = []
    var strings = SchemeStrings(seed: seed)
    for number in 0..<count {
      if number % Self.renewal == 0 {  // arbitrary words fill the stores of some dozen romanisers, so they start anew
        pairs = []
        for id in schemes { pairs.append((id, try romaniser(id), try romaniser(id))) }
      }
      let line = strings.line()
      let use = Use.allCases[number % 3]
      let orders = SchemeStrings.bothOrders(line)
      for turn in 0..<min(3, pairs.count) {
        let pair = pairs[(number + turn * 7) % pairs.count]
        renderings += 1
        let output = Self.withoutBareMarks(pair.first.romanise(line, use: use).first)
        if output != Self.withoutBareMarks(pair.second.romanise(line, use: use).first) {
          note(pair.id, "differs the second time", line, output)
        }
        if output.unicodeScalars.contains(where: Self.isArabic) { note(pair.id, "Arabic is left", line, output) }
        let first = Self.withoutBareMarks(pair.first.romanise(orders.shaddaFirst, use: use).first)
        let last = Self.withoutBareMarks(pair.second.romanise(orders.shaddaLast, use: use).first)
        if first != last || first != output {
          note(pair.id, "the order of the marks matters", line, "\(output) | \(first) | \(last)")
        }
      }
    }
  }

  /// Sends `count` vocalised words from `seed` through every reversible scheme and back.
  public mutating func runBack(words count: Int, seed: UInt64) throws(Diagnostic) {
    for id in schemes where try catalogue.scheme(id).isReversible {
      let romaniser = try romaniser(id)
      let reverser = try SchemeReverser(id, catalogue: catalogue)
      var strings = SchemeStrings(seed: seed)
      for _ in 0..<count {
        let word = strings.word()
        let latin = romaniser.romanise(word, use: .phrase).first ?? ""
        roundTrips += 1
        if !reverser.arabic(latin).unicodeScalars.elementsEqual(word.unicodeScalars) {
          note(id, "does not come back", word, latin)
        }
      }
    }
  }

  /// Median time to open each scheme, in nanoseconds: its ICU rules alone, and all that rendering needs.
  public func openings(_ repetitions: Int) throws(Diagnostic) -> [(id: String, rules: Int, all: Int)] {
    var result: [(id: String, rules: Int, all: Int)] = []
    for id in schemes {
      let scheme = try catalogue.scheme(id)
      var rules: [Int] = [], all: [Int] = []
      for _ in 0..<repetitions {
        let clock = ContinuousClock()
        let opened = clock.now
        do { _ = try Transliterator(id: id, rules: scheme.rules) } catch {
          throw Diagnostic("scheme.rules", "the rules of “\(id)” cannot be opened: \(error)")
        }
        let between = clock.now
        _ = try SchemeRenderer(id, catalogue: catalogue, lexicon: lexicon)
        all.append(Self.nanoseconds(between.duration(to: clock.now)))
        rules.append(Self.nanoseconds(opened.duration(to: between)))
      }
      result.append((id, rules.sorted()[repetitions / 2], all.sorted()[repetitions / 2]))
    }
    return result
  }

  /// Lines after which the romanisers are made anew.
  private static let renewal = 10_000

  private static func nanoseconds(_ duration: Duration) -> Int { Int(duration.components.attoseconds / 1_000_000_000) }

  private func romaniser(_ id: String) throws(Diagnostic) -> Romaniser {
    try Romaniser(id, catalogue: catalogue, lexicon: lexicon, vocaliser: MarksOnly(lexicon))
  }

  private mutating func note(_ scheme: String, _ fault: String, _ input: String, _ output: String) {
    if findings.count < 100 { findings.append(Finding(scheme: scheme, fault: fault, input: input, output: output)) }
  }

  /// A line without the words that are but marks, which stay as they are.
  private static func withoutBareMarks(_ line: String?) -> String {
    (line ?? "").unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.allSatisfy(isArabicMark) ? "" : String($0) }.joined(separator: " ")
  }

  private static func isArabicMark(_ scalar: Unicode.Scalar) -> Bool {
    ArabicScript.isMark(scalar.value) || scalar.value == 0x640
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    ArabicScript.isLetter(scalar.value) || ArabicScript.isMark(scalar.value) || scalar.value == 0x640
  }
}

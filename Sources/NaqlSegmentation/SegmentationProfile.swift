import NaqlICU
import NaqlModel
import NaqlRules
import NaqlTables

/// A profile ready for use: compiled break rules, the rule table and the word list, mapped into memory.
public struct SegmentationProfile: Sendable {
  /// One question of a rule, as the table holds it.
  struct Test: BitwiseCopyable, Sendable {
    var mask: UInt64
    var tier: UInt32
    var negated: UInt32
  }

  /// What is known of one rule.
  public struct RuleFact: Sendable {
    /// Stable name.
    public let id: String
    /// The file it is written in.
    public let file: String
    /// Line from 1.
    public let line: Int
    /// Why it decides so, in one sentence.
    public let reason: String
  }

  let table: Table
  let words: HashIndex
  /// Number of rules of the profile, without those made by the program.
  let ruleCount: Int
  /// Whether every boundary that ICU finds is a sentence end (the plain UAX #29 profile).
  let isPlain: Bool
  /// Whether ICU may be shown the marks without the words between them.
  let seesMarksOnly: Bool
  /// Whether the profile breaks at `؛`.
  public let breaksAtSemicolon: Bool

  /// Rules that need no table, after those of the profile.
  enum Fixed: Int, CaseIterable {
    case blockEnd, boundary, length

    var id: String {
      switch self {
      case .blockEnd: "block.end"
      case .boundary: "uax29.boundary"
      case .length: "length.limit"
      }
    }

    var reason: String {
      switch self {
      case .blockEnd: "A block ends here, and with it the sentence."
      case .boundary: "ICU's root rules end a sentence here."
      case .length: "The sentence was longer than --max-length."
      }
    }
  }

  /// The profile `name` of `rules`: one of the shipped names, one in an overlay, or the path of a `.yaml` file.
  public init(_ name: String, rules: RuleSet) throws(Diagnostic) {
    if name.hasSuffix(".yaml") {
      let bytes = try ProfileRecipe.image(ProfileSource(name, rules: rules)).encoded()
      do throws(Table.Fault) { try self.init(Table(MappedFile(copying: bytes))) } catch {
        throw Diagnostic("segment.table", "the compiled profile is not readable: \(error)", file: name)
      }
    } else {
      self.init(try rules.table(ProfileRecipe.recipe(name)))
    }
  }

  init(_ table: Table) {
    self.table = table
    words = HashIndex(table, named: "words")
    let mode = table.array("mode", of: UInt32.self)
    isPlain = mode[0] == 1
    breaksAtSemicolon = mode[1] == 1
    seesMarksOnly = mode[2] == 1
    ruleCount = table.array("starts", of: UInt32.self).count - 1
  }

  /// The rules, in order; the last of them are made by the program (end of block, ICU's boundary, length). Read off the
  /// table at each call.
  public var facts: [RuleFact] {
    var facts: [RuleFact] = []
    let text = table.section("facts")
    var at = 0
    while at < text.count {
      var cells: [String] = []
      var start = at
      while at < text.count, text[at] != 0x0A {
        if text[at] == 0x09 {
          cells.append(String(decoding: text[start..<at], as: UTF8.self))
          start = at + 1
        }
        at += 1
      }
      cells.append(String(decoding: text[start..<at], as: UTF8.self))
      at += 1
      if cells.count == 4 {
        facts.append(RuleFact(id: cells[0], file: cells[1], line: Int(cells[2]) ?? 0, reason: cells[3]))
      }
    }
    for fixed in Fixed.allCases { facts.append(RuleFact(id: fixed.id, file: "", line: 0, reason: fixed.reason)) }
    return facts
  }

  /// The ids of `facts` alone, for every worker.
  var factIDs: [String] {
    table.section("facts").split(separator: 0x0A).map { String(decoding: $0.prefix { $0 != 0x09 }, as: UTF8.self) }
      + Fixed.allCases.map(\.id)
  }

  /// Index of a rule that needs no table.
  func index(_ fixed: Fixed) -> Int { ruleCount + fixed.rawValue }

  /// Number of rules in `facts`.
  var factCount: Int { ruleCount + Fixed.allCases.count }

  /// Bit of the word class `name`; 0 where the profile does not have it.
  func mask(_ name: StaticString) -> UInt64 {
    let names = table.section("classes")
    let wanted = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var bit: UInt64 = 1
    var start = 0
    while start < names.count {
      var end = start
      while end < names.count, names[end] != 0x0A { end += 1 }
      if names[start..<end].elementsEqual(wanted) { return bit }
      bit <<= 1
      start = end + 1
    }
    return 0
  }

  /// Names of the word classes; the index is the bit.
  var classNames: [String] { table.text("classes").split(separator: "\n").map(String.init) }
}

import NaqlModel
import NaqlRules
import NaqlTables

/// The lexicon of vocalised words and names under `Rules/romanisation/lexicon/`, looked up by spelling.
///
/// `بشار` → بَشَّار (given, m, 1). Strict look-up keeps hamza, ة and ى; the loose one folds them (احمد → أَحْمَد).
///
/// Sendable: the pointers are into the table, which is immutable and lives as long as the lexicon. A class, since as a value
/// it would be copied, all its parts counted, at each look-up.
public final class Lexicon: @unchecked Sendable {
  private let table: Table
  private let strict: HashIndex
  private let loose: HashIndex
  private let kindNames: [String]
  private let genderNames: [String]
  private let ranks: UnsafeBufferPointer<UInt8>
  private let kindOf: UnsafeBufferPointer<UInt8>
  private let genderOf: UnsafeBufferPointer<UInt8>
  private let strictFirst: UnsafeBufferPointer<UInt32>
  private let looseFirst: UnsafeBufferPointer<UInt32>
  private let looseList: UnsafeBufferPointer<UInt32>
  private let forms: Texts
  private let notes: Texts

  /// Texts one after the other, with where each begins.
  private struct Texts {
    let bytes: UnsafeRawBufferPointer
    let starts: UnsafeBufferPointer<UInt32>

    init(_ table: Table, _ name: String) {
      bytes = table.section(name)
      starts = table.array(name + ".at", of: UInt32.self)
    }

    subscript(_ number: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])])
    }
  }

  /// The compiled table of the lexicon of `rules`.
  public init(_ rules: RuleSet) throws(Diagnostic) {
    table = try rules.table(Self.recipe)
    strict = HashIndex(table, named: "strict")
    loose = HashIndex(table, named: "loose")
    kindNames = table.text("kinds").split(separator: "\n").map(String.init)
    genderNames = table.text("genders").split(separator: "\n").map(String.init)
    ranks = table.array("ranks")
    kindOf = table.array("kinds.of")
    genderOf = table.array("genders.of")
    strictFirst = table.array("strict.first")
    looseFirst = table.array("loose.first")
    looseList = table.array("loose.list")
    forms = Texts(table, "forms")
    notes = Texts(table, "notes")
  }

  /// Number of entries.
  public var count: Int { ranks.count }

  /// Names of all kinds, by number.
  public var kinds: [String] { kindNames }

  /// Entries whose spelling is `word` exactly (marks and tatweel aside), lowest rank first.
  public func entries(of word: String) -> [LexiconEntry] {
    var found: [LexiconEntry] = []
    forEachStrict(SpellingKey.strict.of(word)) { found.append(entry($0)) }
    return found
  }

  /// Whether some entry has this strict key (UTF-8).
  public func contains(strictKey key: UnsafeRawBufferPointer) -> Bool { ordinal(ofStrictKey: key) >= 0 }

  /// The place of a strict key, or of the same word without letters for foreign sounds; -1 where there is neither.
  @inline(__always)
  private func ordinal(ofStrictKey key: UnsafeRawBufferPointer) -> Int {
    var found = strict.ordinal(of: key)
    if found >= 0 { return found }
    ForeignLetters.forEachPlain(key) { plain in
      found = strict.ordinal(of: plain)
      return found >= 0
    }
    return found
  }

  /// Calls `visit` with the number of each entry under a strict key (UTF-8), lowest rank first.
  @inline(__always)
  public func forEach(strictKey key: UnsafeRawBufferPointer, _ visit: (Int) -> Void) {
    let ordinal = ordinal(ofStrictKey: key)
    if ordinal < 0 { return }
    for number in strictFirst[ordinal]..<strictFirst[ordinal + 1] { visit(Int(number)) }
  }

  /// Calls `visit` with the number of each entry under a loose key (UTF-8), lowest rank first.
  @inline(__always)
  public func forEach(looseKey key: UnsafeRawBufferPointer, _ visit: (Int) -> Void) {
    let ordinal = loose.ordinal(of: key)
    if ordinal < 0 { return }
    for at in looseFirst[ordinal]..<looseFirst[ordinal + 1] { visit(Int(looseList[Int(at)])) }
  }

  /// The entry with this number.
  public func entry(_ number: Int) -> LexiconEntry {
    LexiconEntry(
      vocalised: String(decoding: vocalised(number), as: UTF8.self), kind: kindNames[kind(number)],
      gender: genderNames[Int(genderOf[number])], rank: rank(number),
      note: String(decoding: notes[number], as: UTF8.self))
  }

  /// The vocalised form of an entry, UTF-8, valid while the lexicon lives.
  public func vocalised(_ number: Int) -> UnsafeRawBufferPointer { forms[number] }

  /// The kind of an entry, an index into `kinds`.
  public func kind(_ number: Int) -> Int { Int(kindOf[number]) }

  /// The rank of an entry, from 1.
  public func rank(_ number: Int) -> Int { Int(ranks[number]) }

  private func forEachStrict(_ key: String, _ visit: (Int) -> Void) {
    var key = key
    key.withUTF8 { forEach(strictKey: UnsafeRawBufferPointer($0), visit) }
  }
}

import NaqlModel
import NaqlRules

/// Tells how far a spelling in Latin letters contradicts the sounds of a vocalised word (`romanisation/heard.tsv`).
struct SpellingEvidence: Sendable {
  /// A way to spell a sound: up to three letters, 1–26, and its cost.
  private struct Spelling: Sendable {
    var letters = SIMD4<UInt8>()
    var count: Int
    var cost: Float

    /// A spelling of the rules, `-` for none; nil for what is no word of so few letters.
    init?(_ text: Substring, _ cost: Float) {
      let letters = text == "-" ? [] : SpellingLetters.latin(String(text))
      guard letters.count == text.unicodeScalars.count || text == "-", letters.count <= longest else { return nil }
      for (place, letter) in letters.enumerated() { self.letters[place] = letter }
      count = letters.count
      self.cost = cost
    }
  }

  /// Costs by themselves, as the rules name them.
  private enum Setting: String, CaseIterable {
    /// A single letter for a doubled consonant, a doubled one for a single.
    case single, doubled
    /// A letter that spells no sound, and such a one at the end.
    case added, final
    /// A short vowel that is not spelt where spellings often leave it out.
    case unheard
  }

  /// Spellings of each sound, by its code.
  private var spellings = [[Spelling]](repeating: [], count: HeardSounds.count)
  private var single: Float = 0, doubled: Float = 0, added: Float = 1, final: Float = 1, unheard: Float = 1

  /// The path under the rules root.
  private static let path = "romanisation/heard.tsv"
  /// Letters in the longest spelling of a sound.
  private static let longest = 3
  /// What a consonant costs that no letter spells, where the rules say nothing of it.
  private static let unspelt: Float = 1.2
  /// More than any reading costs.
  private static let none: Float = 99

  /// The rules as lines for `init(_:)`; an unknown sound, a spelling that is none or a cost that is no number is an error.
  static func text(_ rules: RuleSet) throws(Diagnostic) -> String {
    guard rules.find(path) != nil else { return "" }
    let list = try TSVFile(rules, path, columns: ["sound", "spellings", "cost", "why"])
    let columns = ["sound", "spellings", "cost"].map { list.column($0)! }
    var lines: [String] = []
    for row in list.rows {
      let cells = columns.map { row.cells[$0] }
      guard let cost = Float(cells[2]), cost >= 0 else {
        throw list.error(row, "heard.cost", "a cost of 0 or more was expected, found “\(cells[2])”")
      }
      guard Setting(rawValue: String(cells[0])) != nil || HeardSounds.code(cells[0]) != nil else {
        let known = (HeardSounds.vowels + Setting.allCases.map(\.rawValue)).joined(separator: ", ")
        throw list.error(
          row, "heard.sound", "“\(cells[0])” is no sound; expected an Arabic consonant or one of \(known)")
      }
      for spelling in cells[1].split(separator: " ") where Spelling(spelling, cost) == nil {
        throw list.error(row, "heard.spelling", "“\(spelling)” is no spelling of one to \(longest) letters, nor -")
      }
      lines.append(cells.joined(separator: "\t"))
    }
    return lines.joined(separator: "\n")
  }

  /// The rules from the lines that `text(_:)` gives.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let cost = Float(cells[2]) ?? 0
      switch Setting(rawValue: String(cells[0])) {
      case .single: single = cost
      case .doubled: doubled = cost
      case .added: added = cost
      case .final: final = cost
      case .unheard: unheard = cost
      case nil:
        guard let code = HeardSounds.code(cells[0]) else { continue }
        spellings[Int(code)] += cells[1].split(separator: " ").compactMap { Spelling($0, cost) }
      }
    }
  }

  /// What the cheapest way costs in which `latin` (letters 1–26) spells the sounds: below 1 it may be that word, each further 1 is
  /// a sound that is not there.
  func misfit(_ heard: HeardSounds, _ latin: [UInt8]) -> Float {
    var row = [Float](repeating: Self.none, count: latin.count + 1)
    var next = row
    row[0] = 0
    addLetters(&row, latin)
    for (place, sound) in heard.sounds.enumerated() {
      for at in next.indices { next[at] = Self.none }
      let isVowel = sound.isVowel
      for at in row.indices where row[at] < Self.none {
        if !isVowel { next[at] = min(next[at], row[at] + Self.unspelt) }
        if heard.isWeak(place) { next[at] = min(next[at], row[at] + unheard) }
        for spelling in spellings[Int(sound.code)] where Self.stands(spelling, in: latin, at) {
          let end = at + spelling.count, cost = row[at] + spelling.cost
          let isRepeated = spelling.count == 1 && !isVowel && end < latin.count && latin[end] == spelling.letters[0]
          let isShort = sound.isDoubled && spelling.count == 1
          next[end] = min(next[end], cost + (isShort ? single : 0))
          if isRepeated { next[end + 1] = min(next[end + 1], cost + (sound.isDoubled ? 0 : doubled)) }
        }
      }
      addLetters(&next, latin)
      swap(&row, &next)
    }
    return row[latin.count]
  }

  private static func stands(_ spelling: Spelling, in latin: [UInt8], _ at: Int) -> Bool {
    guard at + spelling.count <= latin.count else { return false }
    for place in 0..<spelling.count where latin[at + place] != spelling.letters[place] { return false }
    return true
  }

  /// Letters that spell no sound: one costs little at the end.
  private func addLetters(_ row: inout [Float], _ latin: [UInt8]) {
    for at in latin.indices {
      let isSilent = latin[at] == Self.silent || at == latin.count - 1 && latin[at] == Self.mute
      row[at + 1] = min(row[at + 1], row[at] + (isSilent ? single : at == latin.count - 1 ? final : added))
    }
  }

  /// The letters h and e, which often spell no sound, e at the end.
  private static let silent: UInt8 = 8, mute: UInt8 = 5
}

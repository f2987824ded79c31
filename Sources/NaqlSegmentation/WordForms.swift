import NaqlModel
import NaqlRules
import NaqlText

/// Makes the word list of a profile from `words.tsv` and `verbs.tsv`: every form under the key it is looked up by.
extension ProfileSource {
  /// The key of a word or phrase: plain spelling, Latin in lower case. `أ.د` → `ا.د`, `إلخ` → `الخ`.
  static func key(_ word: String) -> String { SpellingKey.loose.of(word.lowercased()) }

  mutating func readWords(_ path: String, _ set: RuleSet) throws(Diagnostic) {
    let file = try TSVFile(set, "segmentation/" + path, columns: ["word", "class"])
    let word = file.column("word")!
    let kind = file.column("class")!
    let forms = file.column("forms")
    for row in file.rows {
      let name = String(row.cells[kind])
      guard !row.cells[word].isEmpty, !name.isEmpty, !name.contains(" ") else {
        throw file.error(
          row, "segment.word", "a word and one class were expected; a word of two classes has a row for each")
      }
      if forms != nil { _ = try file.choice(row, "forms", among: ["", "noun"], "segment.forms") }
      guard let bits = bit(name) else {
        throw file.error(row, "segment.classes", "there are more than \(Evidence.classLimit) word classes")
      }
      let text = String(row.cells[word])
      var all = [text]
      if let forms, row.cells[forms] == "noun" {
        all += ["ال", "وال", "بال", "لل", "و", "ب", "ل", "ك", "كال"].map { $0 + text }
      }
      for form in all { add(word: Self.key(form), bits) }
      let parts = text.split(separator: " ")
      if parts.count > 1 {
        for count in 1..<parts.count { add(word: Self.key(parts[..<count].joined(separator: " ")), Self.phrase) }
      }
    }
  }

  /// Bit of a word that begins a phrase of the list.
  static let phrase: UInt64 = 1 << 63

  /// Third persons of each verb; object pronouns are taken off when a word is looked up.
  mutating func readVerbs(_ path: String, _ set: RuleSet) throws(Diagnostic) {
    let file = try TSVFile(set, "segmentation/" + path, columns: ["perfect", "imperfect", "class"])
    let perfect = file.column("perfect")!
    let imperfect = file.column("imperfect")!
    let kind = file.column("class")!
    guard let verb = bit("verb") else {
      throw Diagnostic("segment.classes", "there are too many word classes", file: file.file)
    }
    for row in file.rows {
      guard let own = bit(String(row.cells[kind])) else {
        throw file.error(row, "segment.classes", "there are too many word classes")
      }
      var forms = Self.perfects(String(row.cells[perfect]))
      if !row.cells[imperfect].isEmpty { forms += Self.imperfects(String(row.cells[imperfect])) }
      for form in forms { add(word: Self.key(form), own | verb) }
    }
  }

  /// `قال` → قال قالت قالوا; no dual, which looks like a noun in the accusative; `نادى` → نادى نادت نادوا.
  static func perfects(_ base: String) -> [String] {
    guard base.unicodeScalars.count > 2, !base.hasSuffix("ت") else { return [base] }
    if base.hasSuffix("ى") || base.hasSuffix("ا") {
      let stem = String(base.dropLast())
      return [base, stem + "ت", stem + "وا", stem + "تا"]
    }
    return [base, base + "ت", base + "وا", base + "تا"]
  }

  /// `يقول` → يقول تقول يقولون يقولان تقولان نقول أقول; a final ي or و falls before the plural.
  static func imperfects(_ base: String) -> [String] {
    let rest = String(base.unicodeScalars.dropFirst())
    let weak = rest.hasSuffix("ي") || rest.hasSuffix("و") || rest.hasSuffix("ى")
    let stem = weak ? String(rest.unicodeScalars.dropLast()) : rest
    return ["ي", "ت", "ن", "أ"].map { $0 + rest } + ["ي", "ت"].flatMap { [$0 + stem + "ون", $0 + rest + "ان"] }
  }
}

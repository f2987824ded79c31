import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// How the lists of whole names under `Rules/entities/` become one mapped table, the most trusted spelling first.
public enum NameListRecipe {
  /// The table `conventional-names`.
  public static let recipe = TableRecipe(name: "conventional-names", version: 11, sources: ["entities/"]) {
    rules throws(Diagnostic) in
    try compile(rules)
  }

  /// Lists in the order of trust; those that are missing are passed over.
  private static let lists =
    ["world-people", "own", "news"] + PressLists.names
    + ["places", "people", "organisations", "places-ccby", "demonyms"]
  private static let trust = [
    "own", "naturalearth", "cldr", "press", "wikidata", "ror", "geonames-tagged", "hcp-morocco", "algeria-communes",
    "whosonfirst", "geonames-untagged", "arwikicats",
  ]

  private struct Row {
    var english: String
    var kind: String
    var rank: Int
    /// How usual the spelling is, of people that share their name with others.
    var usage = 0.0
  }

  private static func compile(_ rules: RuleSet) throws(Diagnostic) -> TableImage {
    var index = HashIndex.Builder()
    var found: [[Row]] = []
    let usage = try usage(rules)
    var own: Set<String> = []
    for name in try OwnLists.names(rules) where !isArabic(name.english) && !name.english.isEmpty {
      let at = index.add(SpellingKey.loose.of(String(name.arabic)))
      if at == found.count { found.append([]) }
      // Before all others, and instead of the shipped spellings of the same name.
      own.insert(name.entityClass + " " + SpellingKey.strict.of(String(name.arabic)))
      let country = name.kind.hasPrefix("person-") ? name.kind.dropFirst(7) : "own"
      found[at].append(Row(english: String(name.english), kind: name.entityClass + " " + country, rank: -1))
    }
    for list in lists {
      let path = "entities/\(list).tsv"
      guard rules.find(path) != nil else { continue }
      let file = try TSVFile(rules, path, columns: ["arabic", "english", "class", "kind", "source"])
      let columns = ["arabic", "english", "class", "kind", "source"].map { file.column($0)! }
      for row in file.rows {
        let english = String(row.cells[columns[1]])
        if isArabic(Substring(english)) { continue }
        let arabic = String(row.cells[columns[0]])
        if !own.isEmpty, own.contains(row.cells[columns[2]] + " " + SpellingKey.strict.of(arabic)) { continue }
        let isOnePerson = list == "people"
        if isOnePerson, usage.isOdd(arabic, english) { continue }
        let at = index.add(SpellingKey.loose.of(arabic))
        if at == found.count { found.append([]) }
        let kind = row.cells[columns[3]]
        // Behind the class stands a person's country, or that a place is of the list written by hand.
        let isOwnPlace = row.cells[columns[4]] == "own" && row.cells[columns[2]] == "LOC"
        let country = kind.hasPrefix("person-") ? kind.dropFirst(7) : isOwnPlace ? "own" : ""
        found[at].append(
          Row(
            english: english, kind: row.cells[columns[2]] + " " + country,
            rank: trust.firstIndex(of: String(row.cells[columns[4]])) ?? trust.count,
            usage: isOnePerson ? usage.share(arabic, english) : 0))
      }
    }
    for body in try bodies(rules) {
      let at = index.add(SpellingKey.loose.of(body.arabic))
      if at == found.count { found.append([]) }
      found[at].append(Row(english: body.english, kind: body.kind, rank: trust.count))
    }
    var text: [UInt8] = []
    var starts: [UInt32] = [0]
    for rows in found {
      let sorted = rows.enumerated().sorted {
        ($0.element.rank, -$0.element.usage, $0.offset) < ($1.element.rank, -$1.element.usage, $1.offset)
      }
      let lines = sorted.map { $0.element.kind + "\t" + $0.element.english }
      text += lines.joined(separator: "\n").utf8
      starts.append(UInt32(text.count))
    }
    var image = TableImage()
    index.add(to: &image, named: "names")
    image.add("placed", text: try NamePatterns.text(rules))
    image.add("text", bytes: text)
    image.add("text.starts", starts)
    return image
  }

  private static func isArabic(_ text: Substring) -> Bool {
    text.unicodeScalars.contains { ArabicScript.isLetter($0.value) }
  }

  /// How the people of the list are usually spelt.
  private static func usage(_ rules: RuleSet) throws(Diagnostic) -> PersonUsage {
    var usage = PersonUsage()
    guard rules.find("entities/people.tsv") != nil else { return usage }
    for person in try cells("people", rules) { usage.add(person.arabic, person.english) }
    return usage
  }

  /// Bodies with the adjective of each country (`bodies.tsv`, `demonyms.tsv`): الحكومة البريطانية → British Government.
  private static func bodies(_ rules: RuleSet) throws(Diagnostic) -> [(arabic: String, english: String, kind: String)] {
    guard rules.find("entities/bodies.tsv") != nil, rules.find("entities/demonyms.tsv") != nil else { return [] }
    let demonyms = try cells("demonyms", rules)
    var found: [(arabic: String, english: String, kind: String)] = []
    for body in try cells("bodies", rules) {
      guard let gap = body.english.firstRange(of: "{}") else { continue }
      for (slot, kind) in [("{m}", "demonym-m"), ("{f}", "demonym-f")] {
        guard let place = body.arabic.firstRange(of: slot) else { continue }
        // Of whichever country: وزارة الخارجية.
        let bare = body.arabic[..<place.lowerBound].split(separator: " ")
        if bare.count > 1, place.upperBound == body.arabic.endIndex, gap.lowerBound == body.english.startIndex {
          let english = body.english[gap.upperBound...].drop { $0 == " " }
          found.append((bare.joined(separator: " "), String(english), body.entityClass + " "))
        }
        for demonym in demonyms where demonym.kind == kind && !demonym.arabic.contains(" ") {
          var arabic = body.arabic, english = body.english
          arabic.replaceSubrange(place, with: "ال" + demonym.arabic)
          english.replaceSubrange(gap, with: demonym.english)
          found.append((arabic, english, body.entityClass + " "))
        }
      }
    }
    return found
  }

  static func cells(_ list: String, _ rules: RuleSet) throws(Diagnostic)
    -> [(arabic: String, english: String, entityClass: String, kind: String)]
  {
    let file = try TSVFile(rules, "entities/\(list).tsv", columns: ["arabic", "english", "class", "kind"])
    let columns = ["arabic", "english", "class", "kind"].map { file.column($0)! }
    return file.rows.map { row in
      let cells = columns.map { String(row.cells[$0]) }
      return (cells[0], cells[1], cells[2], cells[3])
    }
  }
}

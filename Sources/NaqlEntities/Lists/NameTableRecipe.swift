import NaqlModel
import NaqlRules
import NaqlTables
import NaqlText

/// Compiles the lists, triggers and the lexicon's kinds into the table `entities`, which recognition maps.
public enum NameTableRecipe {
  /// The lists of names, with the columns arabic, english, class, kind.
  static let lists =
    [
      "own.tsv", "news.tsv", "organisations.tsv", "people.tsv", "places.tsv", "places-ccby.tsv",
      "world-people.tsv",
    ] + PressLists.names.map { $0 + ".tsv" }
  private static let lexicon = [
    "given", "given-historical", "family", "nisba", "foreign", "foreign-historical", "places", "institutions", "words",
  ]

  /// The recipe.
  public static let recipe = TableRecipe(
    name: "entities", version: 22,
    sources: ["entities/", "entities/prose/", "romanisation/prose/"] + lexicon.map { "romanisation/lexicon/\($0).tsv" },
    compile: { rules throws(Diagnostic) in
      var image = try Compiler(rules).image()
      try OrdinaryWords.keys(rules).add(to: &image, named: "ordinary", compact: true)
      return image
    })

  private struct Compiler {
    var words = HashIndex.Builder()
    var facts: [WordFacts] = []
    var edges: [UInt64: UInt32] = [:]
    var edgeOrder: [UInt64] = []
    var payload: [UInt16] = [0]

    init(_ rules: RuleSet) throws(Diagnostic) {
      let traps = try Self.words(of: "traps", rules, "word", kinds: ["common", "trap"])
      let common = Set(traps.lazy.filter { $0.kind == "common" }.map { Self.key($0.word) })
      for file in NameTableRecipe.lists where rules.find("entities/" + file) != nil {
        let isOwn = file == "own.tsv" || file == "news.tsv" || file == "world-people.tsv"
        // Names that came when the tagger had learnt: they are looked up, and their words are no evidence that it has not weighed.
        let isLate = file == "press-world.tsv"
        let isPress = file.hasPrefix("press-") && !isLate
        let table = try TSVFile(rules, "entities/" + file, columns: ["arabic", "class", "kind"])
        let columns = (table.column("arabic")!, table.column("class")!, table.column("kind")!)
        for row in table.rows {
          let kind = row.cells[columns.2]
          guard var list = NameList.of(entityClass: row.cells[columns.1], kind: kind) else {
            throw table.error(row, "entities.class", "unknown class “\(row.cells[columns.1])”")
          }
          // Of the press's names single words are sure, since those that are words too are marked as common.
          if isOwn || isPress && !row.cells[columns.0].contains(" ") { list.insert(.own) }
          if kind.hasSuffix("-common") { list.insert(.common) }
          add(row.cells[columns.0], list, common, countsWords: !isLate)
        }
      }
      for row in try Self.words(of: "titles", rules, "title", kinds: Self.titles) { addTitle(row.word) }
      try addTriggers(rules)
      for row in traps where row.kind == "trap" { mark(row.word, .trap) }
      for row in try Self.words(of: "demonyms", rules, "arabic") { mark(row.word, [.demonym, .adjective]) }
      for name in lexicon { try addLexicon(rules, name) }
      try addOwn(rules)
    }

    /// The user's own lists: of their names nothing else holds, neither other classes nor that they are traps.
    mutating func addOwn(_ rules: RuleSet) throws(Diagnostic) {
      var nodes: Set<UInt32> = []
      for name in try OwnLists.names(rules) {
        if name.entityClass == "TITLE" {
          addTitle(String(name.arabic))
          continue
        }
        guard var list = NameList.of(entityClass: name.entityClass, kind: name.kind) else { continue }
        list.insert(.own)
        if name.kind.hasSuffix("-common") { list.insert(.common) }
        let parts = name.arabic.split(separator: " ").flatMap { NameKey.parts(of: $0) }
        guard !parts.isEmpty else { continue }
        let node = Int(path(parts))
        payload[node] = nodes.insert(UInt32(node)).inserted ? list.rawValue : payload[node] | list.rawValue
        count(parts, list)
        if let known = words.ordinal(of: Self.key(name.arabic)) { facts[known].kinds &= ~WordFacts.Kind.trap.rawValue }
      }
    }

    mutating func addTriggers(_ rules: RuleSet) throws(Diagnostic) {
      let path = "entities/triggers.tsv"
      guard rules.find(path) != nil else { return }
      let table = try TSVFile(rules, path, columns: ["word", "kind"])
      let columns = (table.column("word")!, table.column("kind")!)
      for row in table.rows {
        let name = String(row.cells[columns.1])
        guard let kind = Self.triggers[name] else {
          throw table.error(
            row, "entities.trigger",
            "unknown kind “\(name)” of trigger" + Nearest.hint(name, among: Self.triggers.keys.sorted()))
        }
        mark(row.cells[columns.0], kind)
      }
    }

    static let triggers: [String: WordFacts.Kind] = [
      "place-head": .placeHead, "place-cue": .placeCue, "body-head": .bodyHead, "body-cue": .bodyCue,
      "place-sure": [.placeHead, .sureHead], "body-sure": [.bodyHead, .sureHead], "body-middle": .middle,
      "body-board": .board,
      "media-cue": .mediaCue, "media-head": .mediaHead, "event-head": .eventHead, "event-cue": .eventCue,
      "work-cue": .workCue, "work-head": .workHead, "site-rights": .rights, "no-name": .opener, "person-bond": .bond,
      "person-cue": .personCue,
      "kinship": .kinship, "demonstrative": .demonstrative, "relative": .relative, "calling": .calling,
      "clause": .clause, "news-word": .newsword, "aside": .aside,
      "body-seated": .seated, "body-led": .led, "vessel-cue": .vessel, "preposition": .preposition, "ordinal": .ordinal,
      "family-part": .familyPart, "copula": .copula, "ranking": .ranking,
      "media-tail": .mediaTail, "navigation": .navigation, "credit": .credit,
      "title-cue": .titleCue, "site-tool": .siteTool, "body-short": .shortHead, "body-unit": .unit,
      "sources": .sources, "agencies": .agencies, "publishing": .publishing, "contest": .contest,
      "sport": [.contest, .sport],
      "work-list": .workList,
      "of-work": .ofWork, "several": .several, "ministry": .ministry, "state": .state, "divine": .divine,
    ]

    /// Kinds of titles.
    static let titles = ["honorific", "office", "profession", "rank"]

    /// The words of a table that stand in `column`, with their kinds, which are some of `kinds`, where these are given; none where there
    /// is no such table.
    static func words(
      of list: String, _ rules: RuleSet, _ column: String, kinds: [String]? = nil
    ) throws(Diagnostic) -> [(word: String, kind: String)] {
      let path = "entities/\(list).tsv"
      guard rules.find(path) != nil else { return [] }
      let table = try TSVFile(rules, path, columns: [column, "kind"])
      let at = table.column(column)!
      var words: [(word: String, kind: String)] = []
      for row in table.rows {
        let kind = try kinds.map { kinds throws(Diagnostic) in
          try table.choice(row, "kind", among: kinds, "entities.kind")
        }
        words.append((String(row.cells[at]), kind ?? ""))
      }
      return words
    }

    static func key(_ text: some StringProtocol) -> [UInt8] {
      var key: [UInt8] = []
      var copy = String(text)
      copy.withUTF8 { NameKey.append(UnsafeRawBufferPointer($0), to: &key) }
      return key
    }

    mutating func ordinal(_ key: [UInt8]) -> Int {
      let ordinal = words.add(key)
      if ordinal == facts.count { facts.append(WordFacts()) }
      return ordinal
    }

    mutating func mark(_ text: some StringProtocol, _ kind: WordFacts.Kind) {
      let at = ordinal(Self.key(text))
      facts[at].kinds |= kind.rawValue
    }

    mutating func add(_ text: Substring, _ list: NameList, _ common: Set<[UInt8]>, countsWords: Bool) {
      let parts = text.split(separator: " ").flatMap { NameKey.parts(of: $0) }
      guard !parts.isEmpty else { return }
      var list = list
      if common.contains(Self.key(text)) { list.insert(.common) }
      if list.contains(.person), parts.count == 1, !list.contains(.own) {
        return countsWords ? count(parts, list) : ()
      }
      insert(parts, list)
      if countsWords { count(parts, list) }
    }

    mutating func count(_ parts: [[UInt8]], _ list: NameList) {
      for (index, part) in parts.enumerated() {
        let at = ordinal(part)
        if list.contains(.person) {
          if index == 0 {
            facts[at].first &+= 1
          } else if index == parts.count - 1 {
            facts[at].last &+= 1
          } else {
            facts[at].middle &+= 1
          }
        } else if !list.isDisjoint(with: [.place, .country]) {
          facts[at].place &+= 1
        } else if !list.isDisjoint(with: [.organisation, .media]) {
          facts[at].organisation &+= 1
        }
      }
    }

    /// The node of the trie that a name's words lead to, made where it is new.
    mutating func path(_ parts: [[UInt8]]) -> UInt32 {
      var node: UInt32 = 0
      for part in parts {
        let edge = NameTable.Edge.key(node, UInt32(ordinal(part)))
        if let next = edges[edge] {
          node = next
        } else {
          node = UInt32(payload.count)
          payload.append(0)
          edges[edge] = node
          edgeOrder.append(edge)
        }
      }
      return node
    }

    mutating func insert(_ parts: [[UInt8]], _ list: NameList) {
      let node = Int(path(parts))
      // CLDR has the United Nations among the regions: lists by hand go before.
      let known = NameList(rawValue: payload[node])
      if known.isSuperset(of: [.own, .organisation]), list == .country { return }
      payload[node] |= list.rawValue
    }

    mutating func addTitle(_ text: String) {
      let parts = text.split(separator: " ").flatMap { NameKey.parts(of: $0) }
      guard !parts.isEmpty else { return }
      insert(parts, .title)
      if parts.count == 1 { facts[ordinal(parts[0])].kinds |= WordFacts.Kind.titleHead.rawValue }
    }

    mutating func addLexicon(_ rules: RuleSet, _ name: String) throws(Diagnostic) {
      let path = "romanisation/lexicon/\(name).tsv"
      guard rules.find(path) != nil else { return }
      let table = try TSVFile(rules, path, columns: ["vocalised", "kind"])
      let columns = (table.column("vocalised")!, table.column("kind")!)
      for row in table.rows {
        let text = row.cells[columns.0]
        if text.contains(" ") { continue }
        let kind: WordFacts.Kind =
          switch row.cells[columns.1] {
          case "given", "laqab", "kunya-part": .given
          case "family": .family
          case "nisba": name == "places" ? [.nisba, .adjective] : .nisba
          case "foreign", "foreign-family", "foreign-given": .foreign
          case "place": .place
          case "institution", "foreign-org": .institution
          case "title": .title
          case "verb-perfect", "verb-imperfect", "verb-passive": .verb
          case "particle", "pronoun", "numeral": .particle
          case "adjective": [.word, .adjective]
          default: .word
          }
        mark(text, kind)
      }
    }

    func image() -> TableImage {
      var image = TableImage()
      words.add(to: &image, named: "words")
      var facts = facts
      for edge in edgeOrder where edge >> 32 != 0 { facts[Int(edge & 0xFFFF_FFFF)].continues = 1 }
      image.add("facts", facts)
      var size = 16
      while size < edgeOrder.count * 2 { size *= 2 }
      // Whether a node has edges of its own, so that most searches end at once.
      let inner = Set(edgeOrder.map { $0 >> 32 })
      var table = [NameTable.Edge](repeating: .empty, count: size)
      var roots = [NameStep](repeating: .none, count: facts.count)
      for edge in edgeOrder {
        let node = edges[edge]!
        let step = NameStep(
          node: node, lists: NameList(rawValue: payload[Int(node)]), goesOn: inner.contains(UInt64(node)))
        if edge >> 32 == 0 {
          roots[Int(edge)] = step
          continue
        }
        var at = Int(truncatingIfNeeded: NameTable.mix(edge)) & (size - 1)
        while table[at].key != NameTable.Edge.empty.key { at = (at + 1) & (size - 1) }
        table[at] = NameTable.Edge(key: edge, step: step)
      }
      image.add("edges", table)
      image.add("roots", roots)
      return image
    }
  }
}

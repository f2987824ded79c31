import Foundation
import NaqlModel
import NaqlRules
import NaqlTables
import NaqlThreads
import Synchronization
import Testing

@Suite("Compiled tables") struct CompiledTableTests {
  /// Counts how often a recipe compiled.
  final class Counter: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
  }

  /// The table `letters`: the text of one rule file.
  static func recipe(_ counter: Counter = Counter()) -> TableRecipe {
    TableRecipe(name: "letters", version: 1, sources: ["letters/"]) { rules throws(Diagnostic) in
      counter.add()
      var image = TableImage()
      image.add("text", text: try rules.text("letters/a.txt"))
      return image
    }
  }

  private func names(_ scratch: ScratchRules, _ folder: String = "cache") -> [String] {
    FileSystem.names(in: scratch.path(folder))
  }

  @Test("a table is compiled once for a state of its sources, and anew when they change")
  func fresh() throws {
    let scratch = try ScratchRules(), counter = Counter(), recipe = Self.recipe(counter)
    try scratch.write("root/letters/a.txt", "ا ب")
    for _ in 0..<2 {
      #expect(try scratch.rules().table(recipe, cache: scratch.path("cache")).text("text") == "ا ب")
    }
    #expect(counter.count == 1)
    try scratch.write("root/letters/a.txt", "ا ب ت")
    #expect(try scratch.rules().table(recipe, cache: scratch.path("cache")).text("text") == "ا ب ت")
    #expect(counter.count == 2)
    _ = try scratch.rules().compile(recipe, cache: nil)
    #expect(try scratch.rules().table(recipe, cache: nil).text("text") == "ا ب ت")
    #expect(counter.count == 3, "the table in the rules root is taken")
  }

  @Test(
    "of two overlays with files of equal size and date each has its own table, and so has a file whose date was set back"
  )
  func alike() throws {
    let scratch = try ScratchRules(), recipe = Self.recipe(), date = Date(timeIntervalSince1970: 1_000_000)
    func write(_ name: String, _ text: String) throws {
      try scratch.write(name + "/letters/a.txt", text)
      try FileManager.default.setAttributes(
        [.modificationDate: date], ofItemAtPath: scratch.path(name + "/letters/a.txt"))
    }
    func text(_ names: String...) throws -> String {
      try RuleSet(root: scratch.path("root"), overlays: names.map { scratch.path($0) })
        .table(recipe, cache: scratch.path("cache")).text("text")
    }
    try write("root", "ا")
    try write("mine", "ب")
    try write("other", "ت")
    _ = try scratch.rules().compile(recipe, cache: nil)
    for _ in 0..<2 {
      #expect(try text() == "ا" && text("mine") == "ب" && text("other") == "ت")
      #expect(try text("mine", "other") == "ت" && text("other", "mine") == "ب")
    }
    try write("mine", "ث")
    #expect(try text("mine") == "ث")
    try FileManager.default.moveItem(atPath: scratch.path("mine"), toPath: scratch.path("gone"))
    try FileManager.default.moveItem(atPath: scratch.path("other"), toPath: scratch.path("mine"))
    #expect(try text("mine") == "ت")
  }

  @Test(
    "the shipped table serves an overlay that leaves its sources as they are, and compiling with an overlay leaves it so"
  )
  func overlay() throws {
    let scratch = try ScratchRules(), counter = Counter(), recipe = Self.recipe(counter)
    let cache = scratch.path("cache"), shipped = scratch.path("root/.compiled/letters.naqlt")
    try scratch.write("root/letters/a.txt", "ا")
    try scratch.write("mine/words/a.txt", "كلمة")
    _ = try scratch.rules().compile(recipe, cache: cache)
    let bytes = try FileSystem.read(shipped)
    #expect(try scratch.rules(overlay: true).table(recipe, cache: cache).text("text") == "ا")
    let same = try scratch.rules(overlay: true).compile(recipe, cache: cache)
    #expect(same.path == shipped && !same.isNew && counter.count == 1)
    try scratch.write("mine/letters/a.txt", "ب")
    let own = try scratch.rules(overlay: true).compile(recipe, cache: cache)
    #expect(own.path.hasPrefix(cache) && own.isNew && counter.count == 2)
    #expect(try scratch.rules(overlay: true).table(recipe, cache: cache).text("text") == "ب")
    #expect(try scratch.rules().table(recipe, cache: cache).text("text") == "ا")
    #expect(try counter.count == 2 && FileSystem.read(shipped) == bytes)
    let homeless = #expect(throws: Diagnostic.self) { try scratch.rules(overlay: true).compile(recipe, cache: nil) }
    #expect(homeless?.code == "rules.no-cache")
  }

  @Test("rules without compiled tables make each table once from the files as they are")
  func uncompiled() throws {
    let scratch = try ScratchRules(), counter = Counter(), recipe = Self.recipe(counter)
    try scratch.write("root/letters/a.txt", "ا")
    _ = try scratch.rules().compile(recipe, cache: nil)
    let rules = try scratch.rules().withoutCompiledTables()
    for _ in 0..<2 { #expect(try rules.table(recipe, cache: scratch.path("cache")).text("text") == "ا") }
    #expect(counter.count == 2 && rules.compiledTable(recipe) == nil)
    #expect(names(scratch) == [], "and nothing is kept")
  }

  @Test("the cache keeps the four tables used last of a recipe, and those of others")
  func cleaned() throws {
    let scratch = try ScratchRules(), recipe = Self.recipe()
    let cache = scratch.path("cache")
    var made: [String] = []
    func table(_ letters: Int) throws {
      try scratch.write("root/letters/a.txt", String(repeating: "ا", count: letters))
      // The date is part of a table's name: the same for the same text here.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: scratch.path("root/letters/a.txt"))
      _ = try scratch.rules().table(recipe, cache: cache)
    }
    for letters in 1...4 {
      try table(letters)
      let new = try #require(names(scratch).first { !made.contains($0) })
      made.append(new)
      try scratch.age("cache/" + new, Double(1000 - letters))
    }
    for name in [
      "letters-more-1f.naqlt", "letters-notes.naqlt", "letters-1f.naqlt.part-1-x", "letters-2f.naqlt.part-1-x",
    ] {
      try scratch.write("cache/" + name, "x")
    }
    for name in ["letters-more-1f.naqlt", "letters-notes.naqlt", "letters-1f.naqlt.part-1-x"] {
      try scratch.age("cache/" + name, 200_000)
    }
    // The first is used again, so that the second is the one not used for the longest time.
    try table(1)
    try table(5)
    let left = Set(names(scratch))
    #expect(left.contains(made[0]) && !left.contains(made[1]) && left.contains(made[2]) && left.contains(made[3]))
    #expect(left.isSuperset(of: ["letters-more-1f.naqlt", "letters-notes.naqlt", "letters-2f.naqlt.part-1-x"]))
    #expect(!left.contains("letters-1f.naqlt.part-1-x"), "what was never finished goes after a day")
    #expect(left.count == 7)
  }

  @Test("a removed table stays readable for who has it")
  func mapped() throws {
    let scratch = try ScratchRules(), recipe = Self.recipe()
    try scratch.write("root/letters/a.txt", "باق")
    _ = try scratch.rules().table(recipe, cache: scratch.path("cache"))
    let table = try scratch.rules().table(recipe, cache: scratch.path("cache"))
    try FileManager.default.removeItem(atPath: scratch.path("cache"))
    #expect(table.text("text") == "باق")
  }

  @Test("where nothing can be written the table is made in memory")
  func readOnly() throws {
    let scratch = try ScratchRules()
    try scratch.write("root/letters/a.txt", "نص")
    try scratch.write("file", "no folder")
    #expect(try scratch.rules().table(Self.recipe(), cache: scratch.path("file/naql")).text("text") == "نص")
    #expect(try scratch.rules().table(Self.recipe(), cache: nil).text("text") == "نص")
  }

  @Test("first runs side by side make one good table")
  func sideBySide() throws {
    let scratch = try ScratchRules()
    let text = String(repeating: "سطر طويل. ", count: 100_000)
    try scratch.write("root/letters/a.txt", text)
    let texts = Threads.map(6, threads: 6) { _ in
      try? scratch.rules().table(Self.recipe(), cache: scratch.path("cache")).text("text")
    }
    #expect(texts.allSatisfy { $0 == text })
    let files = names(scratch)
    #expect(files.count == 1)
    let mapped = try #require(MappedFile(path: scratch.path("cache/" + files[0])))
    #expect(try Table(mapped).isWhole)
  }

  @Test("a table that was altered or cut short is not used", arguments: [false, true])
  func tampered(isCut: Bool) throws {
    let scratch = try ScratchRules(), counter = Counter(), recipe = Self.recipe(counter)
    try scratch.write("root/letters/a.txt", "الأصل")
    _ = try scratch.rules().table(recipe, cache: scratch.path("cache"))
    let file = URL(fileURLWithPath: scratch.path("cache/" + names(scratch)[0]))
    var bytes = try Data(contentsOf: file)
    if isCut { bytes.removeLast(20) } else { bytes[bytes.count - 12] ^= 1 }
    try bytes.write(to: file)
    #expect(try scratch.rules().table(recipe, cache: scratch.path("cache")).text("text") == "الأصل")
    #expect(counter.count == 2)
    #expect(try scratch.rules().table(recipe, cache: scratch.path("cache")).text("text") == "الأصل")
    #expect(counter.count == 2, "and is replaced")
  }
}

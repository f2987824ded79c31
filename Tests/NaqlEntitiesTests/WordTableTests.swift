import NaqlRules
import NaqlTables
import Testing

@testable import NaqlEntities

@Suite("Keys and tables of words")
struct WordTableTests {
  /// Words of 0 to 40 bytes over two letters, so that many are alike but for one byte.
  private static func words(_ count: Int) -> [[UInt8]] {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    return (0..<count).map { _ in (0..<Int(next() % 41)).map { _ in UInt8(0xD8 + next() % 2) } }
  }

  @Test("two keys are equal where the words are, at every length")
  func keys() {
    let words = Self.words(4000)
    var byWord: [[UInt8]: WordKey] = [:]
    for word in words { byWord[word] = word.withUnsafeBytes { WordKey($0) } }
    #expect(Set(byWord.values).count == byWord.count)
    for (word, key) in byWord { #expect(word.withUnsafeBytes { WordKey($0) } == key) }
  }

  @Test("a tag sets the same word apart", arguments: [0, 3, 15, 16, 30])
  func tags(length: Int) {
    let word = [UInt8](repeating: 0x61, count: length)
    let keys = (0..<16).map { tag in word.withUnsafeBytes { WordKey($0, tag: UInt8(tag)) } }
    #expect(Set(keys).count == 16)
  }

  @Test("a table finds every word it was given, and no other, also after it grew and was emptied")
  func table() {
    let table = KeyTable<Int32>(size: 8)
    let keys = Array(Set(Self.words(3000).map { word in word.withUnsafeBytes { WordKey($0) } }))
    for _ in 0..<2 {
      let half = keys.count / 2
      for (number, key) in keys[..<half].enumerated() { table.add(key, key.hash, Int32(number)) }
      #expect(table.count == half)
      #expect(keys[..<half].enumerated().allSatisfy { table.find($1, $1.hash)?.pointee == Int32($0) })
      #expect(keys[half...].allSatisfy { table.find($0, $0.hash) == nil })
      table.removeAll()
      #expect(keys.allSatisfy { table.find($0, $0.hash) == nil })
    }
  }

  @Test("the table of names has the same bytes each time")
  func bytes() throws {
    let root = #filePath.dropLast("Tests/NaqlEntitiesTests/WordTableTests.swift".count)
    let rules = try RuleSet(root: root + "Rules")
    let images = try (0..<2).map { _ in try NameTableRecipe.recipe.compile(rules).encoded() }
    #expect(images[0] == images[1])
  }
}

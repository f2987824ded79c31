import NaqlTables
import Testing

@Suite("Hash index") struct HashIndexTests {
  private func index(_ keys: [String], compact: Bool) throws -> HashIndex {
    var builder = HashIndex.Builder()
    for key in keys { _ = builder.add(key) }
    var image = TableImage()
    builder.add(to: &image, named: "keys", compact: compact)
    return HashIndex(try Table(MappedFile(copying: image.encoded())), named: "keys")
  }

  @Test("every key has the number it was added as, and no other has one", arguments: [false, true])
  func find(compact: Bool) throws {
    let keys = (0..<5000).map { "كلمة \($0)" } + ["", "a", "ab", "abc", "abcd", "abcdefgh", "abcdefghi"]
    let index = try index(keys, compact: compact)
    #expect(index.count == keys.count)
    for (number, key) in keys.enumerated() {
      #expect(index.ordinal(of: key) == number, "\(key)")
      #expect(index.key(number).elementsEqual(key.utf8))
    }
    for other in (5000..<9000).map({ "كلمة \($0)" }) + ["b", "abcdefg", "كلم"] {
      #expect(index.ordinal(of: other) == -1, "\(other)")
    }
  }

  @Test("a key asked for ahead is found by its hash")
  func prefetch() throws {
    let index = try index(["قلم", "دفتر"], compact: false)
    Array("دفتر".utf8).withUnsafeBytes { key in
      #expect(index.ordinal(of: key, hash: index.prefetch(key)) == 1)
    }
  }

  @Test("an index without keys, and one that its table does not have, find nothing", arguments: [false, true])
  func empty(compact: Bool) throws {
    let none = try index([], compact: compact)
    #expect(none.count == 0 && none.ordinal(of: "قلم") == -1)
    let missing = HashIndex(try Table(MappedFile(copying: TableImage().encoded())), named: "keys")
    #expect(missing.count == 0 && missing.ordinal(of: "قلم") == -1)
  }

  @Test("a key that is added again keeps its number")
  func again() {
    var builder = HashIndex.Builder()
    #expect(builder.add("قلم") == 0)
    #expect(builder.add("دفتر") == 1)
    #expect(builder.add("قلم") == 0)
    #expect(builder.count == 2 && builder.ordinal(of: Array("دفتر".utf8)) == 1)
  }
}

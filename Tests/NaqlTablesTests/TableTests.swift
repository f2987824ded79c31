import NaqlTables
import Testing

@Suite("Tables") struct TableTests {
  /// A small table of three sections.
  static func bytes(fingerprint: UInt64 = 7) -> [UInt8] {
    var image = TableImage()
    image.add("words", text: "قلم\nكتاب")
    image.add("numbers", [UInt32(1), 70_000, .max])
    image.add("empty", bytes: [])
    return image.encoded(fingerprint: fingerprint)
  }

  private func open(_ bytes: [UInt8], fingerprint: UInt64? = nil) throws(Table.Fault) -> Table {
    try Table(MappedFile(copying: bytes), fingerprint: fingerprint)
  }

  @Test("sections are read as they were added, each at a multiple of 16")
  func roundTrip() throws {
    let table = try open(Self.bytes(), fingerprint: 7)
    #expect(table.text("words") == "قلم\nكتاب")
    #expect(Array(table.array("numbers", of: UInt32.self)) == [1, 70_000, .max])
    #expect(table.has("empty") && table.section("empty").isEmpty)
    #expect(!table.has("none") && table.section("none").isEmpty)
    #expect(Int(bitPattern: table.section("numbers").baseAddress) % 16 == 0)
    #expect(table.fingerprint == 7 && table.isWhole)
  }

  @Test("a table made of other sources is stale, and what is no table is none")
  func refused() {
    #expect(throws: Table.Fault.stale) { try open(Self.bytes(), fingerprint: 8) }
    #expect(throws: Table.Fault.notATable) { try open([]) }
    #expect(throws: Table.Fault.notATable) { try open(Array("NAQLTBL0".utf8) + Self.bytes()[8...]) }
    #expect(MappedFile(path: "/nowhere/table.naqlt") == nil)
    #expect(MappedFile(path: "/") == nil)
  }

  @Test("a table cut short anywhere is refused")
  func truncated() {
    let bytes = Self.bytes()
    for length in 0..<bytes.count {
      #expect(throws: Table.Fault.self, "\(length) of \(bytes.count) bytes") { try open(Array(bytes[..<length])) }
    }
  }

  @Test("a small table with any byte altered behind the header is refused")
  func altered() {
    let bytes = Self.bytes()
    for at in 32..<bytes.count {
      var other = bytes
      other[at] ^= 0x10
      #expect(throws: Table.Fault.damaged, "byte \(at)") { try open(other) }
    }
  }

  @Test("a large table is opened without reading it all, and is whole only where no byte was altered")
  func large() throws {
    var image = TableImage()
    image.add("zeros", bytes: [UInt8](repeating: 0, count: 1 << 20))
    var bytes = image.encoded()
    #expect(try open(bytes).isWhole)
    bytes[bytes.count / 2] = 1
    #expect(try !open(bytes).isWhole)
    #expect(throws: Table.Fault.damaged) { try open(Array(bytes[..<(bytes.count / 2)])) }
  }

  @Test("a large table whose list of sections is damaged anywhere is refused")
  func damagedList() throws {
    var image = TableImage()
    image.add("first", text: "one")
    image.add("zeros", bytes: [UInt8](repeating: 0, count: 1 << 20))
    image.add("last", text: "two")
    let bytes = image.encoded()
    for at in 24..<(32 + 3 * 40) {
      var other = bytes
      other[at] ^= 0x41
      #expect(throws: Table.Fault.self, "byte \(at)") { try open(other) }
      // Tables of earlier versions have no checksum of the list; names and places that cannot be are known all the same.
      if at >= 32, (at - 32) % 40 < 24 { continue }
      other.replaceSubrange(28..<32, with: [0, 0, 0, 0])
      if at >= 32 { #expect(throws: Table.Fault.self, "byte \(at)") { try open(other) } }
    }
    var old = bytes
    old.replaceSubrange(28..<32, with: [0, 0, 0, 0])
    #expect(try open(old).text("last") == "two")
    old.replaceSubrange(112..<116, with: [255, 255, 255, 255])
    #expect(throws: Table.Fault.damaged) { try open(old) }
  }

  @Test("the checksum tells one bit, the order of words and the length")
  func checksum() {
    let bytes = [UInt8](0..<100)
    var swapped = bytes
    swapped.swapAt(0, 8)
    #expect(Checksum.of(bytes) == Checksum.of(bytes))
    #expect(Checksum.of(bytes) != Checksum.of(swapped))
    #expect(Checksum.of(bytes) != Checksum.of(bytes + [0]))
    #expect(Checksum.of([]) != Checksum.of([0]))
  }
}

import NaqlModel
import Testing

@testable import NaqlFormats

/// Reading in parts: cut at line ends only, nothing lost.
struct LineChunksTests {
  private func chunks(_ text: String, size: Int) throws -> [String] {
    var lines = LineChunks(decoded: Array(text.utf8), partSize: size)
    var found: [String] = []
    while let chunk = try lines.nextChunk(nil) { found.append(String(decoding: chunk, as: UTF8.self)) }
    return found
  }

  @Test(
    "parts end at line ends and give the text back",
    arguments: ["a\nbb\nccc\n", "a\r\nbb\r\nccc", "a\rbb\rccc\r", "\n\n\n\n", "abcdefgh", "ab\r\ncdefg\r\n"])
  func parts(_ text: String) throws {
    for size in 1...12 {
      guard let parts = try? chunks(text, size: size) else { continue }  // a line longer than a part
      #expect(parts.joined().utf8.elementsEqual(text.utf8))
      for part in parts.dropLast() {
        #expect(part.utf8.last == 0x0A || part.utf8.last == 0x0D)
        #expect(part.utf8.count <= size)
      }
      for (part, next) in zip(parts, parts.dropFirst()) {
        #expect(!(part.utf8.last == 0x0D && next.utf8.first == 0x0A), "CR LF was cut in two")
      }
    }
  }

  @Test("a line longer than a part is refused")
  func longLine() {
    let error = #expect(throws: Diagnostic.self) { try chunks("abcdef\n", size: 3) }
    #expect(error?.code == "read.line-too-long")
  }

  @Test("lines come without their ends, the last one too")
  func lines() throws {
    var lines = LineChunks(decoded: Array("a\n\nbc".utf8), partSize: 100)
    var found: [String] = []
    while let line = try lines.nextLine() { found.append(String(decoding: line, as: UTF8.self)) }
    #expect(found == ["a", "", "bc"])
  }
}

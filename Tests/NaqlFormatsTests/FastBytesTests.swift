import NaqlModel
import Testing

@testable import NaqlFormats
@testable import NaqlTables
@testable import NaqlText

/// What reads several bytes at once must say what reading one by one says.
@Suite struct FastBytesTests {
  /// Characters of one to four bytes, among them all that XML escapes.
  private static let characters: [Character] = [
    "ا", "ب", "ة", "،", " ", " ", "a", "z", "&", "<", ">", "\"", "\t", "\n", "\r", "\u{1}", "“", "…", "\u{FFFE}",
    "\u{FFFD}",
    "\u{EF}", "é", "😀", "\u{7F}", "\u{80}", "=", ";", "?", "!", "\u{1E}",
  ]

  private static func text(_ length: Int, _ random: inout SystemRandomNumberGenerator) -> String {
    String((0..<length).map { _ in characters.randomElement(using: &random)! })
  }

  @Test func illFormedBytesAreFoundWhereverTheyStand() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<4000 {
      var bytes = Array(Self.text(Int.random(in: 0...24), &random).utf8)
      #expect(bytes.withUnsafeBytes { TextCheck.firstIllFormed($0) } == nil)
      guard !bytes.isEmpty else { continue }
      bytes[Int.random(in: 0..<bytes.count)] = UInt8.random(in: 0...255)
      if Bool.random() { bytes.removeLast(Int.random(in: 0...min(2, bytes.count))) }
      let found = bytes.withUnsafeBytes { TextCheck.firstIllFormed($0) }
      #expect((found == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      if let found {
        #expect(String(validating: bytes[..<found], as: UTF8.self) != nil, "\(bytes) at \(found)")
      }
    }
  }

  @Test func textIsEscapedWhereverItStands() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<4000 {
      let text = Self.text(Int.random(in: 0...40), &random)
      let expected = text.unicodeScalars.map { scalar -> String in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "\r": "&#13;"
        case "\t", "\n": String(Character(scalar))
        case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
        default: String(Character(scalar))
        }
      }.joined()
      var output: [UInt8] = []
      XMLBytes.text(text, to: &output)
      #expect(output == Array(expected.utf8), "\(Array(text.utf8))")
    }
  }

  @Test func aMapOfBytesKeepsEveryEntry() {
    var map = ByteMap()
    let keys = (0..<3000).map { "كلمة\($0)" }
    for (number, key) in keys.enumerated() {
      Array(key.utf8).withUnsafeBytes { map.add($0, UInt8(number % 7), value: Array("w\(number)".utf8)) }
    }
    #expect(map.count == keys.count)
    for (number, key) in keys.enumerated() {
      Array(key.utf8).withUnsafeBytes { bytes in
        var found: [UInt8] = [0x2E]
        #expect(map.append(bytes, UInt8(number % 7), to: &found))
        #expect(found == Array(".w\(number)".utf8))
        #expect(!map.append(bytes, UInt8(number % 7) + 1, to: &found))
      }
    }
  }

  @Test func textsAreNumberedAsTheyCome() {
    var numbers = TextNumbers()
    for round in 0..<2 {
      for number in 0..<1000 { #expect(numbers.number("اسم \(number)", tag: number % 3) == number, "round \(round)") }
    }
    #expect(numbers.number("اسم 0", tag: 1) == 1000)
    #expect(numbers.count == 1001)
  }
}

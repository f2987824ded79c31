/// Tags of languages as BCP 47 (RFC 5646) writes them: en, pt-BR, zh-Hans, x-house.
package enum LanguageTag {
  /// Whether `text` has the form of one: parts of one to eight ASCII letters or digits with hyphens between, the first a language of two
  /// letters or more, or x or i with something behind it.
  package static func isWellFormed(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.allSatisfy(isLetter), parts.allSatisfy({ 1...8 ~= $0.count }),
      parts.dropFirst().joined().allSatisfy({ isLetter($0) || $0 >= 0x30 && $0 <= 0x39 })
    else { return false }
    if first.count >= 2 { return true }
    return parts.count > 1 && ["x", "i"].contains(String(decoding: first, as: UTF8.self).lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}

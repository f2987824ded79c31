import NaqlText

extension Vocaliser {
  /// The words of a line in ALA-LC as the model itself writes them, without a scheme's rules: to judge the model alone.
  ///
  /// `كتاب الأغاني` as a title → Kitāb al-aghānī
  public func catalogueForms(of words: [String], use: Use) -> [(text: String, probability: Float)] {
    let tokens = words.map { VowelToken($0) }
    return decide(tokens, use: use).enumerated().map { at, decision in
      guard let decision else { return (words[at], 1) }
      return (
        Self.capitalised(LabelRendering.latin(tokens[at].letters, decision.labels), decision.capital),
        decision.probability
      )
    }
  }

  private static func capitalised(_ text: String, _ capital: VocalisedWord.Capital) -> String {
    if capital == .lower { return text }
    let start =
      capital == .first ? text.startIndex : text.lastIndex(of: "-").map { text.index(after: $0) } ?? text.startIndex
    guard let letter = text[start...].firstIndex(where: { $0 != "ʻ" && $0 != "ʼ" }) else { return text }
    return text[..<letter] + text[letter...letter].uppercased() + text[text.index(after: letter)...]
  }
}

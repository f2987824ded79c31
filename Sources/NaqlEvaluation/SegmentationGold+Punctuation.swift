import NaqlSegmentation

extension SegmentationGold {
  /// The same documents with the punctuation taken out of texts and sentences; sentences of marks alone fall away.
  public func withoutPunctuation() -> SegmentationGold {
    SegmentationGold(
      items: items.map { item in
        let lines = item.input.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
          .map { PunctuationRemoval.remove(from: Array($0)) }.filter { !$0.isEmpty }
        let sentences = item.sentences.map { PunctuationRemoval.remove(from: Array($0.utf8)) }.filter { !$0.isEmpty }
        return Item(
          id: item.id, phenomenon: item.phenomenon, input: Array(lines.joined(separator: [0x0A])),
          sentences: sentences.map { String(decoding: $0, as: UTF8.self) }, options: item.options)
      })
  }
}

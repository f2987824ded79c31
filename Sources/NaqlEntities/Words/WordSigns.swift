import NaqlModel

/// Marks, strokes and bars among the tokens of a document.
extension DocumentWords {
  /// Whether a token is a mark of quotation or punctuation.
  @inline(__always)
  func isMark(_ at: Int) -> Bool {
    facts[at].signature.isMark || facts[at].traits.contains(.arabicMark)
  }

  /// Whether a token is a stroke (tatweel) that stands alone, as some write a dash.
  func isStroke(_ at: Int) -> Bool { self[at].signature == .number && isSpelt("ـ", at) }

  func isBar(_ at: Int) -> Bool { isSign(at) && isSpelt("|", at) }

  /// Whether a token is a mark of any kind.
  func isSign(_ at: Int) -> Bool { (self[at].length == 0 || isMark(at)) && self[at].signature != .number }

  /// Whether words are a day and a month or a month and a year: 3 فبراير.
  func isDate(_ mention: Mention) -> Bool {
    mention.count == 2
      && (self[mention.start].signature == .number && self[mention.start + 1].wholeKind.contains(.trap)
        || self[mention.start].wholeKind.contains(.trap) && self[mention.start + 1].signature == .number)
  }
}

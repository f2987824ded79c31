import NaqlModel

/// Marks, numbers and what stands between marks in a document.
extension DocumentWords {
  /// Whether a token is a mark of quotation or punctuation.
  @inline(__always)
  func isMark(_ at: Int) -> Bool { facts[at].signature.isMark || facts[at].traits.contains(.arabicMark) }

  /// Whether a token is a number, or a stroke that stands alone.
  @inline(__always)
  func isNumber(_ at: Int) -> Bool { facts[at].signature == .number }

  /// Whether a token stands between the two marks of a short quotation.
  @inline(__always)
  func isInQuotation(_ at: Int) -> Bool { text.quoted[at] == 1 }

  /// Whether a token stands between the two marks of a short quotation, or in short brackets.
  @inline(__always)
  func isSetApart(_ at: Int) -> Bool { text.quoted[at] != 0 }

  /// Whether a token is a stroke (tatweel) that stands alone, as some write a dash.
  func isStroke(_ at: Int) -> Bool { isNumber(at) && isSpelt("ـ", at) }

  /// Whether a token is a bar, which parts the sections of a site and a headline from its name.
  func isBar(_ at: Int) -> Bool { isSign(at) && isSpelt("|", at) }

  /// Whether a token is a mark of any kind.
  func isSign(_ at: Int) -> Bool { (self[at].length == 0 || isMark(at)) && !isNumber(at) }

  /// Whether words are a day and a month or a month and a year: 3 فبراير.
  func isDate(_ mention: Mention) -> Bool {
    mention.count == 2
      && (isNumber(mention.start) && self[mention.start + 1].wholeKind.contains(.trap)
        || self[mention.start].wholeKind.contains(.trap) && isNumber(mention.start + 1))
  }
}

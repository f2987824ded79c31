import NaqlModel

/// Finds the rows of tables amid the text of a page: lines parted by wide gaps, several below each other.
///
/// `عيار 24⇥237.50⇥236.75` between two paragraphs is a row; a menu side by side (`رياضة   فن   صحة`) holds no number.
enum TableRows {
  /// Whether each line is a row: of a run of two or more, one at least with a number, behind which text follows.
  /// `own` holds what each line is seen to be from itself, `numbers` the class of numbers.
  static func find(_ facts: [LineFacts], _ own: [UInt64], paragraph: UInt64, numbers: UInt64) -> [Bool] {
    var rows = [Bool](repeating: false, count: facts.count)
    var at = 0
    while at < facts.count {
      guard facts[at].features & Features.columns != 0 else {
        at += 1
        continue
      }
      let start = at
      var hasNumber = false
      while at < facts.count, facts[at].features & Features.columns != 0 {
        if facts[at].some & numbers != 0 { hasNumber = true }
        at += 1
      }
      guard hasNumber, at - start > 1, at < facts.count, own[at] & paragraph != 0 else { continue }
      for row in start..<at { rows[row] = true }
    }
    return rows
  }
}

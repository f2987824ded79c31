import NaqlTables

/// How likely letters follow each other in Arabic names: each by the two before it. The memory is mapped and never changes.
struct LetterSequences: @unchecked Sendable {
  private let owner: Table
  /// Minus ten times the natural logarithm, by the codes of the two letters before and the letter.
  private let costs: UnsafeBufferPointer<UInt8>

  /// The sequences in the section `letters` of a table.
  init(_ table: Table) {
    owner = table
    costs = table.array("letters", of: UInt8.self)
  }

  /// The logarithm of the probability of `letter` (0: the end) behind two others (0: the beginning).
  @inline(__always)
  func log(_ before: UInt8, _ last: UInt8, _ letter: UInt8) -> Float {
    -Float(costs[Int(before & 63) << 12 | Int(last & 63) << 6 | Int(letter & 63)]) / 10
  }

  /// Counts of letters behind two others, one other, and any.
  struct Counts {
    private var three = [UInt32](repeating: 0, count: 1 << 18)
    private var two = [UInt32](repeating: 0, count: 1 << 12)
    private var one = [UInt32](repeating: 0, count: 1 << 6)

    /// Adds a word by its codes.
    mutating func add(_ codes: [UInt8]) {
      var before = 0, last = 0
      for code in codes + [0] {
        let code = Int(code & 63)
        three[before << 12 | last << 6 | code] += 1
        two[last << 6 | code] += 1
        one[code] += 1
        (before, last) = (last, code)
      }
    }

    /// Writes the section `letters`. Few counts lean on those of one letter before, these on those of any (Witten and Bell).
    func write(to image: inout TableImage) {
      var costs = [UInt8](repeating: 255, count: 1 << 18)
      let total = Double(one.reduce(0, +)) + 64
      func mixed(_ counts: ArraySlice<UInt32>, _ lower: [Double]) -> [Double] {
        let sum = Double(counts.reduce(0, +)), kinds = Double(counts.filter { $0 > 0 }.count) + 1
        return zip(counts, lower).map { (Double($0) + kinds * $1) / (sum + kinds) }
      }
      let any = one.map { (Double($0) + 1) / total }
      for last in 0..<64 {
        let near = mixed(two[(last << 6)..<((last + 1) << 6)], any)
        for before in 0..<64 {
          let start = before << 12 | last << 6
          for (code, share) in mixed(three[start..<(start + 64)], near).enumerated() {
            costs[start + code] = UInt8(min(255, (-10 * Double(fastLog(Float(share)))).rounded()))
          }
        }
      }
      image.add("letters", costs)
    }
  }
}

/// The weights of context codes. Most codes have none, so that the others lie close together.
struct ContextScores: Sendable {
  private let rowOf: [UInt16]
  private let rows: [NameScores]

  /// The weights in `codes`, a row for each code.
  init(_ codes: UnsafeBufferPointer<SIMD16<Int8>>) {
    var rows = [NameScores()]
    rowOf = codes.indices.map { code in
      let scores = NameScores(weights: codes.baseAddress! + code)
      if scores == NameScores() { return 0 }
      rows.append(scores)
      return UInt16(rows.count - 1)
    }
    self.rows = rows
  }

  /// Calls `body` with the scores.
  @inline(__always)
  func withScores(_ body: (Pointers) -> Void) {
    rowOf.withUnsafeBufferPointer { rowOf in
      rows.withUnsafeBufferPointer { body(Pointers(rowOf: rowOf.baseAddress!, rows: $0.baseAddress!)) }
    }
  }

  /// The scores as plain memory.
  struct Pointers {
    fileprivate let rowOf: UnsafePointer<UInt16>
    fileprivate let rows: UnsafePointer<NameScores>

    /// The row of a code, which is asked for.
    @inline(__always)
    func row(_ code: Int) -> UInt16 {
      let row = rowOf[code]
      (rows + Int(row)).prefetch()
      return row
    }

    /// The scores in a row.
    @inline(__always)
    subscript(_ row: UInt16) -> NameScores { rows[Int(row)] }
  }
}

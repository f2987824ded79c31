/// The weights of context codes. Most codes have none, so that the others lie close together.
struct ContextScores: Sendable {
  private let rowOf: [UInt16]
  private let rows: [NameScores]

  /// The weights of the codes in `codes`, in their order; all others have none.
  init(_ codes: UnsafeBufferPointer<UInt16>, _ weights: UnsafeBufferPointer<SIMD16<Int8>>) {
    var rowOf = [UInt16](repeating: 0, count: ContextCodes.count)
    var rows = [NameScores()]
    for (place, code) in codes.enumerated() where place < weights.count && Int(code) < rowOf.count {
      rows.append(NameScores(weights: weights.baseAddress! + place))
      rowOf[Int(code)] = UInt16(rows.count - 1)
    }
    self.rowOf = rowOf
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

import NaqlRomanisation

/// Aligns Arabic letters with the Latin ones they are spelt by: expectation maximisation over 1:0 to 1:3 units.
struct SpellingAligner {
  /// Probability of each emission (packed base 27) for each Arabic code.
  private var table: [Float]
  private static let size = 27 * 27 * 27

  /// Learns from pairs of Arabic codes and Latin letters in a few rounds.
  init(_ pairs: [(arabic: [UInt8], latin: [UInt8])], rounds: Int = 8) {
    table = [Float](repeating: 0, count: SpellingLetters.arabicCodes * Self.size)
    var counts = table
    for cell in table.indices {
      let emission = cell % Self.size
      table[cell] = emission == 0 ? 0.2 : emission < 27 ? 0.5 : emission < 729 ? 0.02 : 0.001
    }
    // A space maps to nothing, once the first round has begun.
    for round in 0..<rounds {
      for index in counts.indices { counts[index] = 0 }
      table.withUnsafeBufferPointer { table in
        counts.withUnsafeMutableBufferPointer { counts in
          withUnsafeTemporaryAllocation(of: Float.self, capacity: 2400) { room in
            for pair in pairs {
              Self.accumulate(pair.arabic, pair.latin, table.baseAddress!, counts.baseAddress!, room.baseAddress!)
            }
          }
        }
      }
      for code in 0..<SpellingLetters.arabicCodes {
        var total: Float = 0
        for emission in 0..<Self.size { total += counts[code * Self.size + emission] }
        if total == 0 { continue }
        for emission in 0..<Self.size {
          let penalty: Float =
            round > 1 ? 1 : emission == 0 ? 0.3 : emission < 27 ? 1 : emission < 729 ? 0.3 : 0.09
          table[code * Self.size + emission] = counts[code * Self.size + emission] * penalty / total + 1e-8
        }
      }
      for emission in 1..<Self.size { table[Int(SpellingLetters.space) * Self.size + emission] = 0 }
      table[Int(SpellingLetters.space) * Self.size] = 1
    }
  }

  @inline(__always)
  private func emission(_ latin: [UInt8], _ from: Int, _ to: Int) -> Int {
    var packed = 0
    for at in from..<to { packed = packed * 27 + Int(latin[at]) }
    return packed
  }

  private static func accumulate(
    _ arabic: [UInt8], _ latin: [UInt8], _ table: UnsafePointer<Float>, _ counts: UnsafeMutablePointer<Float>,
    _ room: UnsafeMutablePointer<Float>
  ) {
    let n = arabic.count, m = latin.count, width = m + 1
    if m > 3 * n || (n + 1) * width > 1200 { return }
    let forward = room, backward = room + 1200
    for index in 0..<(n + 1) * width {
      forward[index] = 0
      backward[index] = 0
    }
    forward[0] = 1
    for i in 0..<n {
      let cells = table + Int(arabic[i]) * Self.size
      let here = forward + i * width, next = forward + (i + 1) * width
      for j in 0...m where here[j] > 0 {
        var packed = 0
        for k in 0...min(3, m - j) {
          if k > 0 { packed = packed * 27 + Int(latin[j + k - 1]) }
          next[j + k] += here[j] * cells[packed] * 8
        }
      }
    }
    let total = forward[n * width + m]
    if !(total > 0) || !total.isFinite { return }
    backward[n * width + m] = 1
    for i in stride(from: n - 1, through: 0, by: -1) {
      let base = Int(arabic[i]) * Self.size
      let here = forward + i * width, back = backward + i * width, next = backward + (i + 1) * width
      for j in 0...m where here[j] > 0 {
        var packed = 0
        var sum: Float = 0
        for k in 0...min(3, m - j) {
          if k > 0 { packed = packed * 27 + Int(latin[j + k - 1]) }
          let path = table[base + packed] * 8 * next[j + k]
          sum += path
          if path > 0 { counts[base + packed] += here[j] * path / total }
        }
        back[j] = sum
      }
    }
  }

  /// Number of Latin letters under each Arabic one in the best alignment, and its log probability; nil without one.
  func align(_ arabic: [UInt8], _ latin: [UInt8]) -> (lengths: [Int], log: Float)? {
    let n = arabic.count, m = latin.count, width = m + 1
    if m > 3 * n { return nil }
    let none: Float = -1e9
    var best = [Float](repeating: none, count: (n + 1) * width)
    var back = [Int8](repeating: -1, count: (n + 1) * width)
    best[0] = 0
    for i in 0..<n {
      for j in 0...m where best[i * width + j] > none {
        for k in 0...min(3, m - j) {
          let p = table[Int(arabic[i]) * Self.size + emission(latin, j, j + k)]
          if p <= 0 { continue }
          let log = best[i * width + j] + fastLog(p)
          if log > best[(i + 1) * width + j + k] {
            best[(i + 1) * width + j + k] = log
            back[(i + 1) * width + j + k] = Int8(k)
          }
        }
      }
    }
    guard best[n * width + m] > none else { return nil }
    var lengths = [Int](repeating: 0, count: n)
    var j = m
    for i in stride(from: n, to: 0, by: -1) {
      lengths[i - 1] = Int(back[i * width + j])
      j -= lengths[i - 1]
    }
    return (lengths, best[n * width + m])
  }
}

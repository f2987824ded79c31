/// Probabilities of the next Latin letter for one Arabic word, remembered by context.
///
/// Its memory serves one word after the other.
package final class LetterScorer {
  /// The model that scores.
  package let model: LetterModel
  /// The word.
  private(set) var context = LetterContext([])
  private var tag = 0
  /// Contexts met, by key; each has 32 sums and the logarithm of their total.
  private let contexts = ContextTable(capacity: 8192)
  private let sums: UnsafeMutablePointer<Int16>
  private let bases: UnsafeMutablePointer<Int16>
  private let totals: UnsafeMutablePointer<Float>
  /// Sums of the fixed templates, by letter and what it has emitted.
  private let fixed = ContextTable(capacity: 2048)
  private let fixedSums: UnsafeMutablePointer<Int16>

  /// A scorer by `model`.
  package init(_ model: LetterModel) {
    self.model = model
    sums = .allocate(capacity: 32 * 8192)
    bases = .allocate(capacity: 32 * 8192)
    totals = .allocate(capacity: 8192)
    fixedSums = .allocate(capacity: 32 * 2048)
  }

  deinit {
    sums.deallocate()
    bases.deallocate()
    totals.deallocate()
    fixedSums.deallocate()
  }

  /// Turns to a word given by its codes.
  package func begin(_ codes: [UInt8], tag: Int) {
    context = LetterContext(model.isReversed ? codes.reversed() : codes)
    self.tag = tag
    contexts.removeAll()
    fixed.removeAll()
  }

  /// Makes room where much is remembered; numbers given before are void.
  func makeRoom() {
    if contexts.isHalfFull { contexts.removeAll() }
  }

  /// Number of the context behind some letters: `tail` holds the last five of them, of which letter `at` wrote `emitted`.
  @inline(__always)
  func context(_ at: Int, emitted: Int, tail: UInt64, style: UInt64) -> Int {
    if contexts.isFull { contexts.removeAll() }
    let key = UInt64(at) << 36 | UInt64(emitted) << 32 | style << 25 | tail
    let (number, isNew) = contexts.number(of: key)
    if isNew { fill(number, at, emitted, tail, style) }
    return number
  }

  /// Log probability in a context of letter `label` (0 is a, 26 the end).
  @inline(__always)
  func log(_ number: Int, _ label: Int) -> Float {
    Float(sums[number &* 32 &+ LetterModel.lane(label)]) * model.step - totals[number]
  }

  /// The sums of a context and what a log probability of at least `floor` needs there.
  @inline(__always)
  func sums(_ number: Int, floor: Float) -> (sums: UnsafePointer<Int16>, least: Int16) {
    let least = ((floor + totals[number]) / model.step).rounded(.up)
    return (UnsafePointer(sums + number &* 32), Int16(max(-30000, min(30000, least))))
  }

  /// Log probabilities of `label` in a context under other tags, added to `logs`.
  func add(_ at: Int, emitted: Int, tail: UInt64, style: UInt64, label: Int, tags: [Int], to logs: inout [Float]) {
    let number = context(at, emitted: emitted, tail: tail, style: style)
    let base = UnsafeMutableRawPointer(bases + number &* 32).load(as: SIMD32<Int16>.self)
    let own = emitted == 0 ? 0 : (tail & ((1 << UInt64(5 * emitted)) - 1)) | UInt64(emitted) << 20
    for (index, tag) in tags.enumerated() {
      var sum = base &+ tagged(at, emitted, own, tail, tag)
      withUnsafeBytes(of: &sum) { bytes in
        let sums = bytes.baseAddress!.assumingMemoryBound(to: Int16.self)
        logs[index] += Float(sums[LetterModel.lane(label)]) * model.step - model.total(sums)
      }
    }
  }

  @inline(__always)
  private func tagged(_ at: Int, _ emitted: Int, _ own: UInt64, _ tail: UInt64, _ tag: Int) -> SIMD32<Int16> {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 4) { rows in
      context.fixedTaggedRows(at, emitted: own, tag: tag, shift: model.shift, into: rows.baseAddress!)
      rows[3] = context.writtenTaggedRow(at, emitted: emitted, tail: tail, tag: tag, shift: model.shift)
      return model.sum(UnsafePointer(rows.baseAddress!), 4)
    }
  }

  private func fill(_ number: Int, _ at: Int, _ emitted: Int, _ tail: UInt64, _ style: UInt64) {
    let own = emitted == 0 ? 0 : (tail & ((1 << UInt64(5 * emitted)) - 1)) | UInt64(emitted) << 20
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 32) { rows in
      let rows = rows.baseAddress!
      if fixed.isFull { fixed.removeAll() }
      let (place, isNew) = fixed.number(of: UInt64(at) << 32 | own)
      let memory = UnsafeMutableRawPointer(fixedSums + place &* 32)
      if isNew {
        context.fixedRows(at, emitted: own, shift: model.shift, into: rows)
        memory.storeBytes(
          of: model.sum(rows, LetterContext.fixedCount - LetterContext.fixedTagged), as: SIMD32<Int16>.self)
      }
      context.writtenRows(at, emitted: emitted, tail: tail, style: style, shift: model.shift, into: rows)
      let base =
        memory.load(as: SIMD32<Int16>.self)
        &+ model.sum(rows, LetterContext.writtenCount - LetterContext.writtenTagged)
      UnsafeMutableRawPointer(bases + number &* 32).storeBytes(of: base, as: SIMD32<Int16>.self)
      UnsafeMutableRawPointer(sums + number &* 32).storeBytes(
        of: base &+ tagged(at, emitted, own, tail, tag), as: SIMD32<Int16>.self)
    }
    totals[number] = model.total(sums + number &* 32)
  }
}

/// Numbers keys from 0 in the order in which they are met.
///
/// A slot holds a key and, above it, the round in which it was put there: forgetting all keys begins a new round and touches no
/// memory.
final class ContextTable {
  private let slots: UnsafeMutablePointer<UInt64>
  private let numbers: UnsafeMutablePointer<Int32>
  private let mask: Int
  private let capacity: Int
  private var count = 0
  /// The round, in the bits above a key; never 0, which is a slot that was never taken.
  private var round: UInt64 = 1 << keyBits
  /// Bits of a key.
  private static let keyBits: UInt64 = 48

  /// A table for at most `capacity` keys, a power of two, of 48 bits each; higher ones do not count.
  init(capacity: Int) {
    slots = .allocate(capacity: capacity * 2)
    slots.initialize(repeating: 0, count: capacity * 2)
    numbers = .allocate(capacity: capacity * 2)
    mask = capacity * 2 - 1
    self.capacity = capacity
  }

  deinit {
    slots.deallocate()
    numbers.deallocate()
  }

  /// Whether no further key has room.
  var isFull: Bool { count >= capacity }

  /// Whether half the room is taken.
  var isHalfFull: Bool { count * 2 >= capacity }

  /// Forgets all keys.
  func removeAll() {
    if count == 0 { return }
    count = 0
    round &+= 1 << Self.keyBits
    if round == 0 {
      slots.update(repeating: 0, count: mask + 1)
      round = 1 << Self.keyBits
    }
  }

  /// The number of a key, and whether it is new.
  @inline(__always)
  func number(of key: UInt64) -> (Int, Bool) {
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    let wanted = round | key & (1 << Self.keyBits - 1)
    while true {
      let found = slots[at]
      if found == wanted { return (Int(numbers[at]), false) }
      if found < round { break }
      at = (at &+ 1) & mask
    }
    let number = count
    slots[at] = wanted
    numbers[at] = Int32(truncatingIfNeeded: number)
    count = number &+ 1
    return (number, true)
  }
}

/// Values by word, in plain memory: a word's key and value lie side by side, so that finding one is a single look.
///
/// Open addressing, at most half full. A class, since it is asked once for every token of a text.
final class KeyTable<Value: BitwiseCopyable> {
  private struct Slot: BitwiseCopyable {
    var key: WordKey
    var value: Value
    var isUsed: Bool
  }

  /// Number of words.
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int

  /// No word yet, and room for half of `size`, a power of two.
  init(size: Int = 1 << 12) {
    mask = size - 1
    slots = Self.allocate(size)
  }

  deinit { PlainMemory.release(slots) }

  /// The value of `key`, whose hash is `hash`, or nil; to be read before the next is added.
  @inline(__always)
  func find(_ key: WordKey, _ hash: UInt64) -> UnsafePointer<Value>? {
    let slots = slots
    let mask = mask
    var at = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots + at
      if slot.pointee.key == key, slot.pointee.isUsed {
        return UnsafePointer(UnsafeRawPointer(slot).advanced(by: Self.valueOffset).assumingMemoryBound(to: Value.self))
      }
      if !slot.pointee.isUsed { return nil }
      at = (at &+ 1) & mask
    }
  }

  /// Asks for the place where a key with this hash is.
  @inline(__always)
  func prefetch(_ hash: UInt64) { UnsafePointer(slots + Int(truncatingIfNeeded: hash) & mask).prefetch() }

  /// Gives `key`, which must be new, its value.
  func add(_ key: WordKey, _ hash: UInt64, _ value: Value) {
    if count * 2 > mask { grow() }
    count += 1
    place(Slot(key: key, value: value, isUsed: true), hash)
  }

  /// Forgets all words, not the memory.
  func removeAll() {
    UnsafeMutableRawPointer(slots).initializeMemory(
      as: UInt8.self, repeating: 0, count: (mask + 1) * MemoryLayout<Slot>.stride)
    count = 0
  }

  private static var valueOffset: Int { MemoryLayout<Slot>.offset(of: \.value)! }

  private static func allocate(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let memory: UnsafeMutablePointer<Slot> = PlainMemory.resized(nil, kept: 0, to: size)
    UnsafeMutableRawPointer(memory).initializeMemory(
      as: UInt8.self, repeating: 0, count: size * MemoryLayout<Slot>.stride)
    return memory
  }

  @inline(__always)
  private func place(_ slot: Slot, _ hash: UInt64) {
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at].isUsed { at = (at &+ 1) & mask }
    slots[at] = slot
  }

  private func grow() {
    let old = slots
    let size = mask + 1
    slots = Self.allocate(size * 2)
    mask = size * 2 - 1
    for at in 0..<size where old[at].isUsed { place(old[at], old[at].key.hash) }
    PlainMemory.release(old)
  }
}

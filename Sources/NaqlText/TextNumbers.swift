import NaqlTables

/// Numbers texts: those that are the same bytes and bear the same tag get the same number, counted from 0 as they come.
///
/// Open addressing, at most half full; the texts themselves are kept, not copied.
public struct TextNumbers {
  private struct Slot {
    let hash: UInt64
    let number: Int
  }

  private var slots = [Slot?](repeating: nil, count: 1 << 8)
  private var texts: [(key: TextKey, tag: Int)] = []

  /// No text yet.
  public init() {}

  /// How many different texts there were.
  public var count: Int { texts.count }

  /// The number of `text` with `tag`, a new one where it was not met.
  public mutating func number(_ text: String, tag: Int = 0) -> Int {
    var copy = text
    let hash = copy.withUTF8 { tableHash(UnsafeRawBufferPointer($0)) } ^ UInt64(truncatingIfNeeded: tag)
    let key = TextKey(text)
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while let slot = slots[at] {
      if slot.hash == hash, texts[slot.number].tag == tag, texts[slot.number].key == key { return slot.number }
      at = (at + 1) & (slots.count - 1)
    }
    let number = texts.count
    slots[at] = Slot(hash: hash, number: number)
    texts.append((key, tag))
    if texts.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot?](repeating: nil, count: old.count * 2)
    for case let slot? in old {
      var at = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[at] != nil { at = (at + 1) & (slots.count - 1) }
      slots[at] = slot
    }
  }
}

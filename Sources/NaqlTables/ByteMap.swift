#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A map from short byte strings to byte strings, all of them in a few arrays: asking for one makes no object.
///
/// Open addressing over a power of two of slots, at most half full; a slot holds the number of an entry + 1.
public struct ByteMap: Sendable {
  private struct Entry: BitwiseCopyable, Sendable {
    let hash: UInt32
    let flags: UInt32
    let key: UInt32
    let value: UInt32
    let end: UInt32
  }

  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// A map without entries.
  public init() {}

  /// Number of entries.
  public var count: Int { entries.count }

  /// Appends the value of `key` under `flags` (under 256) to `output`; false where there is none.
  public func append(_ key: UnsafeRawBufferPointer, _ flags: UInt8, to output: inout [UInt8]) -> Bool {
    guard let number = number(of: key, flags) else { return false }
    output.append(contentsOf: bytes[Int(entries[number].value)..<Int(entries[number].end)])
    return true
  }

  /// The number of `key`, which entries have in the order in which they were added from 0; a key that has no entry gets one without a value.
  public mutating func number(of key: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
    if let known = number(of: key, 0) { return (known, false) }
    add(key, 0, value: EmptyCollection())
    return (entries.count - 1, true)
  }

  private func number(of key: UnsafeRawBufferPointer, _ flags: UInt8) -> Int? {
    let hash = Self.hash(key, flags)
    var at = Int(hash) & (slots.count - 1)
    while slots[at] != 0 {
      let number = Int(slots[at]) - 1
      let entry = entries[number]
      if entry.hash == hash, entry.flags == flags, matches(entry, key) { return number }
      at = (at + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives `key` under `flags`, which has none yet, a value.
  public mutating func add(_ key: UnsafeRawBufferPointer, _ flags: UInt8, value: some Collection<UInt8>) {
    if entries.count * 2 >= slots.count { grow() }
    let start = bytes.count
    bytes.append(contentsOf: key)
    bytes.append(contentsOf: value)
    let entry = Entry(
      hash: Self.hash(key, flags), flags: UInt32(flags), key: UInt32(start), value: UInt32(start + key.count),
      end: UInt32(bytes.count))
    entries.append(entry)
    place(entry, entries.count)
  }

  /// Forgets every entry.
  public mutating func removeAll() { self = ByteMap() }

  private static func hash(_ key: UnsafeRawBufferPointer, _ flags: UInt8) -> UInt32 {
    UInt32(truncatingIfNeeded: tableHash(key) &+ UInt64(flags) &* 0x9E37_79B9)
  }

  private func matches(_ entry: Entry, _ key: UnsafeRawBufferPointer) -> Bool {
    guard Int(entry.value - entry.key) == key.count else { return false }
    guard let base = key.baseAddress else { return true }
    return bytes.withUnsafeBytes { memcmp($0.baseAddress! + Int(entry.key), base, key.count) == 0 }
  }

  private mutating func place(_ entry: Entry, _ number: Int) {
    var at = Int(entry.hash) & (slots.count - 1)
    while slots[at] != 0 { at = (at + 1) & (slots.count - 1) }
    slots[at] = UInt32(number)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() { place(entry, number + 1) }
  }
}

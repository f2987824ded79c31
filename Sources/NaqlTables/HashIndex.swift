import CMemory

/// Finds the ordinal of a byte string among many: 30–90 ns a look-up, nothing to build at start.
///
/// Open addressing over a power of two of slots, at most half full. A slot holds 32 bits of hash and the ordinal + 1; the
/// keys lie one after the other, in the order of their ordinals. A compact index is at most two thirds full and has slots
/// of 32 bits: 12 of hash, 20 of ordinal.
public struct HashIndex: @unchecked Sendable {
  private let owner: Table
  private let slots: UnsafeBufferPointer<UInt64>
  private let compact: UnsafeBufferPointer<UInt32>
  private let starts: UnsafeBufferPointer<UInt32>
  private let keys: UnsafeRawBufferPointer

  /// The index that `Builder.add(to:named:)` put into `table` under `name`.
  public init(_ table: Table, named name: String) {
    owner = table
    slots = table.array(name + ".slots", of: UInt64.self)
    compact = table.array(name + ".compact", of: UInt32.self)
    starts = table.array(name + ".starts", of: UInt32.self)
    keys = table.section(name + ".keys")
  }

  /// Number of keys.
  public var count: Int { max(0, starts.count - 1) }

  /// Ordinal of `key`, or -1.
  @inline(__always)
  public func ordinal(of key: UnsafeRawBufferPointer) -> Int { ordinal(of: key, hash: tableHash(key)) }

  /// Asks for the place where `key` would stand, so that it is at hand when its ordinal is looked for; its hash.
  @inline(__always)
  public func prefetch(_ key: UnsafeRawBufferPointer) -> UInt64 {
    let hash = tableHash(key)
    if let slots = slots.baseAddress {
      cmemory_prefetch(slots + Int(truncatingIfNeeded: hash) & (self.slots.count - 1))
    }
    return hash
  }

  /// Ordinal of `key`, whose hash `prefetch` gave, or -1.
  @inline(__always)
  public func ordinal(of key: UnsafeRawBufferPointer, hash: UInt64) -> Int {
    let mask = slots.count - 1
    if mask < 0 { return compactOrdinal(of: key, hash: hash) }
    var at = Int(truncatingIfNeeded: hash) & mask
    let tag = hash >> 32
    while true {
      let slot = slots[at]
      if slot == 0 { return -1 }
      if slot >> 32 == tag {
        let found = Int(slot & 0xFFFF_FFFF) - 1
        if matches(found, key) { return found }
      }
      at = (at + 1) & mask
    }
  }

  private func compactOrdinal(of key: UnsafeRawBufferPointer, hash: UInt64) -> Int {
    let mask = compact.count - 1
    if mask < 0 { return -1 }
    var at = Int(truncatingIfNeeded: hash) & mask
    let tag = UInt32(truncatingIfNeeded: hash >> 52)
    while true {
      let slot = compact[at]
      if slot == 0 { return -1 }
      if slot >> Self.ordinalBits == tag {
        let found = Int(slot & ((1 << Self.ordinalBits) - 1)) - 1
        if matches(found, key) { return found }
      }
      at = (at + 1) & mask
    }
  }

  private static var ordinalBits: UInt32 { 20 }

  @inline(__always)
  private func matches(_ ordinal: Int, _ key: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[ordinal])
    return Int(starts[ordinal + 1]) - start == key.count && equal(start, key)
  }

  /// Ordinal of `key`, or -1.
  public func ordinal(of key: String) -> Int {
    var copy = key
    return copy.withUTF8 { ordinal(of: UnsafeRawBufferPointer($0)) }
  }

  /// The bytes of the key with this ordinal.
  public func key(_ ordinal: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: keys[Int(starts[ordinal])..<Int(starts[ordinal + 1])])
  }

  @inline(__always)
  private func equal(_ start: Int, _ key: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at + 8 <= key.count {
      if keys.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
        != key.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      {
        return false
      }
      at += 8
    }
    while at < key.count {
      if keys[start + at] != key[at] { return false }
      at += 1
    }
    return true
  }

  /// Collects keys and writes the index into an image.
  public struct Builder: Sendable {
    private var ordinals: [[UInt8]: Int] = [:]
    private var ordered: [[UInt8]] = []

    /// An index without keys.
    public init() {}

    /// Number of keys so far.
    public var count: Int { ordered.count }

    /// Ordinal of `key`, which is added where it is new.
    public mutating func add(_ key: [UInt8]) -> Int {
      if let known = ordinals[key] { return known }
      ordinals[key] = ordered.count
      ordered.append(key)
      return ordered.count - 1
    }

    /// Ordinal of `key`, which is added where it is new.
    public mutating func add(_ key: String) -> Int { add(Array(key.utf8)) }

    /// Ordinal of `key`, or nil.
    public func ordinal(of key: [UInt8]) -> Int? { ordinals[key] }

    /// Writes the sections `name.slots`, `name.starts` and `name.keys`. A `compact` index (`name.compact` instead of
    /// `name.slots`) takes a third of the room or less for a look-up that is somewhat slower: for small tables, whose
    /// opening costs more than their use; at most a million keys.
    public func add(to image: inout TableImage, named name: String, compact: Bool = false) {
      var size = 8
      while compact ? size * 2 < ordered.count * 3 : size < ordered.count * 2 { size *= 2 }
      precondition(!compact || ordered.count + 1 < 1 << HashIndex.ordinalBits, "too many keys for a compact index")
      var slots = [UInt64](repeating: 0, count: size)
      var starts: [UInt32] = [0]
      var keys: [UInt8] = []
      for (ordinal, key) in ordered.enumerated() {
        keys.append(contentsOf: key)
        starts.append(UInt32(keys.count))
        let hash = key.withUnsafeBytes { tableHash($0) }
        var at = Int(truncatingIfNeeded: hash) & (size - 1)
        while slots[at] != 0 { at = (at + 1) & (size - 1) }
        let tag = compact ? (hash &>> 52) << UInt64(HashIndex.ordinalBits) : (hash &>> 32) << 32
        slots[at] = tag | UInt64(ordinal + 1)
      }
      if compact { image.add(name + ".compact", slots.map { UInt32($0) }) } else { image.add(name + ".slots", slots) }
      image.add(name + ".starts", starts)
      image.add(name + ".keys", bytes: keys)
    }
  }
}

import NaqlTables

/// Open addressing over 64-bit hashes: a hash leads to the row that its feature, word or cluster stands in. A slot holds 32 bits of
/// the hash beside the row, so one hash in some billions is taken for another.
public struct HashedSlots: @unchecked Sendable {
  // Sendable: immutable memory that `owner` keeps alive.
  private let owner: AnyObject
  /// The upper half of the hash, then the number of the row + 1; 0 where nothing stands.
  private let slots: UnsafeBufferPointer<UInt64>

  /// The slots that `add(to:named:)` put into `table`.
  public init(_ table: Table, named name: String) {
    owner = table
    slots = table.array(name + ".slots", of: UInt64.self)
  }

  /// Slots in memory for hashes in the order of their rows.
  public init(_ hashes: [UInt64]) {
    var image = TableImage()
    Self.add(hashes, to: &image, named: "s")
    // The image is well formed by construction.
    self.init(try! Table(MappedFile(copying: image.encoded())), named: "s")
  }

  /// Row of `hash`, or -1.
  @inline(__always)
  public func row(_ hash: UInt64) -> Int {
    let mask = slots.count - 1
    if mask < 0 { return -1 }
    var at = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[at]
      if slot == 0 { return -1 }
      if (slot ^ hash) >> 32 == 0 { return Int(slot & 0xFFFF_FFFF) - 1 }
      at = (at + 1) & mask
    }
  }

  /// Asks for the place where a hash is.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    guard let base = slots.baseAddress else { return }
    (base + Int(truncatingIfNeeded: hash) & (slots.count - 1)).prefetch()
  }

  /// Writes the slots of `hashes`, whose rows are their positions, into `image`.
  public static func add(_ hashes: [UInt64], to image: inout TableImage, named name: String) {
    var size = 8
    while size < hashes.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for (row, hash) in hashes.enumerated() {
      var at = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[at] != 0 { at = (at + 1) & (size - 1) }
      slots[at] = (hash >> 32) << 32 | UInt64(row + 1)
    }
    image.add(name + ".slots", slots)
  }
}

/// The hash of a feature: its template and what it holds. Never 0, which marks an empty slot.
@inline(__always)
func featureHash(_ template: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
  let h = (tableHash(bytes) ^ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
  return (h ^ (h >> 31)) | 1
}

/// The hash of a feature whose content is a small number.
@inline(__always)
func featureHash(_ template: UInt64, _ value: Int) -> UInt64 {
  var h = UInt64(truncatingIfNeeded: value) &* 0x94D0_49BB_1331_11EB ^ template &* 0x9E37_79B9_7F4A_7C15
  h = (h ^ (h >> 32)) &* 0xBF58_476D_1CE4_E5B9
  h = (h ^ (h >> 29)) &* 0x9FB2_1C65_1E98_DF25
  return (h ^ (h >> 31)) | 1
}

import NaqlTables

/// Open addressing over 64-bit hashes: a hash leads to the row that its feature, word or cluster stands in.
public struct HashedSlots: @unchecked Sendable {
  // Sendable: immutable memory that `owner` keeps alive.
  private let owner: AnyObject
  private let keys: UnsafeBufferPointer<UInt64>
  private let rows: UnsafeBufferPointer<UInt32>

  /// The slots that `add(to:named:)` put into `table`.
  public init(_ table: Table, named name: String) {
    owner = table
    keys = table.array(name + ".hashes", of: UInt64.self)
    rows = table.array(name + ".rows", of: UInt32.self)
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
    let mask = keys.count - 1
    if mask < 0 { return -1 }
    var at = Int(truncatingIfNeeded: hash) & mask
    while true {
      let key = keys[at]
      if key == hash { return Int(rows[at]) }
      if key == 0 { return -1 }
      at = (at + 1) & mask
    }
  }

  /// Asks for the place where a hash is.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    guard let keys = keys.baseAddress, let rows = rows.baseAddress else { return }
    let at = Int(truncatingIfNeeded: hash) & (self.keys.count - 1)
    (keys + at).prefetch()
    (rows + at).prefetch()
  }

  /// Writes the slots of `hashes`, whose rows are their positions, into `image`.
  public static func add(_ hashes: [UInt64], to image: inout TableImage, named name: String) {
    var size = 8
    while size < hashes.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var rows = [UInt32](repeating: 0, count: size)
    for (row, hash) in hashes.enumerated() {
      var at = Int(truncatingIfNeeded: hash) & (size - 1)
      while keys[at] != 0 { at = (at + 1) & (size - 1) }
      keys[at] = hash
      rows[at] = UInt32(row)
    }
    image.add(name + ".hashes", keys)
    image.add(name + ".rows", rows)
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

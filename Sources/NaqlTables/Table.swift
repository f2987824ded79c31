/// A read-only table: named sections in a file mapped into memory, or in memory where nothing could be written.
///
/// Sendable: the memory is never written after `init` and lives as long as the object.
public final class Table: @unchecked Sendable {
  /// Why bytes are not a usable table.
  public enum Fault: Error, Sendable {
    /// Too short, or not a table at all.
    case notATable
    /// Made of other sources, or by another version.
    case stale
    /// The checksum or an offset is wrong.
    case damaged
  }

  private let memory: MappedFile
  private let directory: [String: Range<Int>]
  /// Says of which sources the table was made.
  public let fingerprint: UInt64

  /// Bytes up to which the checksum is compared at opening. Larger tables are opened page by page as they are used, so that reading
  /// all of them would take longer than most work with them; `isWhole` does.
  private static let compared = 1 << 19

  /// A table over `memory`, whose layout is checked, and the checksum of a small one. With `fingerprint`, one made of other sources is
  /// refused as stale.
  public init(_ memory: MappedFile, fingerprint expected: UInt64? = nil) throws(Fault) {
    let bytes = memory.bytes
    guard bytes.count >= TableImage.headerSize, bytes.prefix(8).elementsEqual(TableImage.magic) else {
      throw .notATable
    }
    fingerprint = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    if let expected, expected != fingerprint { throw .stale }
    let checksum = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    let count = Int(bytes.loadUnaligned(fromByteOffset: 24, as: UInt32.self))
    let rest = UnsafeRawBufferPointer(rebasing: bytes[TableImage.headerSize...])
    guard count * TableImage.entrySize <= rest.count, rest.count > Self.compared || Checksum.of(rest) == checksum
    else { throw .damaged }
    directory = try Self.directory(of: bytes, count)
    self.memory = memory
  }

  /// Where the sections are. They lie one behind the other, as `TableImage` lays them, so that a damaged entry is known even in a
  /// large table.
  private static func directory(of bytes: UnsafeRawBufferPointer, _ count: Int) throws(Fault) -> [String: Range<Int>] {
    let end = TableImage.headerSize + count * TableImage.entrySize
    let check = bytes.loadUnaligned(fromByteOffset: 28, as: UInt32.self)
    if check != 0, check != TableImage.check(ofDirectory: bytes[TableImage.headerSize..<end]) { throw .damaged }
    var found: [String: Range<Int>] = [:]
    var next = TableImage.aligned(end)
    for at in stride(from: TableImage.headerSize, to: end, by: TableImage.entrySize) {
      let field = bytes[at..<(at + TableImage.nameSize)]
      let name = field.prefix { $0 > 0x20 && $0 < 0x7F }
      let offset = bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: at + 32, as: UInt64.self)
      guard field[name.endIndex...].allSatisfy({ $0 == 0 }), offset == UInt64(next), next <= bytes.count,
        length <= UInt64(bytes.count - next),
        found.updateValue(next..<(next + Int(length)), forKey: String(decoding: name, as: UTF8.self)) == nil
      else { throw .damaged }
      next = TableImage.aligned(next + Int(length))
    }
    if next != bytes.count { throw .damaged }
    return found
  }

  /// Whether all bytes are those that were written, by the checksum.
  public var isWhole: Bool {
    let rest = UnsafeRawBufferPointer(rebasing: memory.bytes[TableImage.headerSize...])
    return Checksum.of(rest) == memory.bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
  }

  /// The bytes of section `name`, empty where there is none. Valid while the table lives.
  public func section(_ name: String) -> UnsafeRawBufferPointer {
    guard let range = directory[name] else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: memory.bytes[range])
  }

  /// Section `name` as an array of `Value`, empty where there is none. Valid while the table lives.
  public func array<Value: BitwiseCopyable>(_ name: String, of type: Value.Type = Value.self)
    -> UnsafeBufferPointer<Value>
  {
    section(name).bindMemory(to: type)
  }

  /// Section `name` as text.
  public func text(_ name: String) -> String { String(decoding: section(name), as: UTF8.self) }

  /// Whether there is a section `name`.
  public func has(_ name: String) -> Bool { directory[name] != nil }
}

/// The bytes of a table file being made: named sections behind a header with fingerprint and checksum.
///
/// Layout, little-endian: magic `NAQLTBL1`, UInt64 fingerprint, UInt64 checksum of all that follows the header,
/// UInt32 number of sections, UInt32 checksum of the list of sections (0 in tables of earlier versions); then for each section a 24-byte name, UInt64 offset from the start of
/// the file and UInt64 length in bytes; then the sections, each at a multiple of 16.
public struct TableImage: Sendable {
  static let magic: [UInt8] = Array("NAQLTBL1".utf8)
  static let headerSize = 32
  static let entrySize = 40
  static let nameSize = 24

  private var sections: [(name: String, bytes: [UInt8])] = []

  /// An image without sections.
  public init() {}

  /// Adds a section of raw bytes. Names are ASCII, at most 24 bytes, each once.
  public mutating func add(_ name: String, bytes: [UInt8]) {
    precondition(name.utf8.count <= Self.nameSize && !sections.contains { $0.name == name }, "section name \(name)")
    sections.append((name, bytes))
  }

  /// Adds a section that holds `values` one after the other, in the machine's own (little-endian) layout.
  public mutating func add<Value: BitwiseCopyable>(_ name: String, _ values: [Value]) {
    add(name, bytes: values.withUnsafeBytes { Array($0) })
  }

  /// Adds a section of text.
  public mutating func add(_ name: String, text: String) { add(name, bytes: Array(text.utf8)) }

  /// The whole file. `fingerprint` says of which sources it was made; 0 for a model, which has none on disk.
  public func encoded(fingerprint: UInt64 = 0) -> [UInt8] {
    var directory: [UInt8] = []
    var body: [UInt8] = []
    let start = Self.headerSize + Self.entrySize * sections.count
    let padding = (16 - start % 16) % 16
    body.append(contentsOf: repeatElement(0, count: padding))
    for section in sections {
      var name = Array(section.name.utf8)
      name.append(contentsOf: repeatElement(0, count: Self.nameSize - name.count))
      directory.append(contentsOf: name)
      append(UInt64(start + body.count), to: &directory)
      append(UInt64(section.bytes.count), to: &directory)
      body.append(contentsOf: section.bytes)
      body.append(contentsOf: repeatElement(0, count: (16 - body.count % 16 + padding) % 16))
    }
    let rest = directory + body
    var file = Self.magic
    append(fingerprint, to: &file)
    append(Checksum.of(rest), to: &file)
    append(UInt32(sections.count), to: &file)
    append(Self.check(ofDirectory: directory), to: &file)
    return file + rest
  }

  /// What the header says of the list of sections; never 0.
  static func check(ofDirectory bytes: some Collection<UInt8>) -> UInt32 {
    max(1, UInt32(truncatingIfNeeded: Checksum.of(Array(bytes))))
  }

  /// The first multiple of 16 from `offset` on.
  static func aligned(_ offset: Int) -> Int { (offset + 15) & ~15 }

  private func append<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

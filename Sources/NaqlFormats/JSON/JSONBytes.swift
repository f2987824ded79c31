/// Appends JSON to a byte buffer: the keys and values of one line, in the order they are given.
struct JSONBytes {
  /// The JSON so far.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty buffer with room for `capacity` bytes.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func openObject() { open(0x7B) }
  mutating func closeObject() { close(0x7D) }
  mutating func openArray() { open(0x5B) }
  mutating func closeArray() { close(0x5D) }

  /// A key; its value follows.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// A key that is not known when the program is written.
  mutating func key(_ name: String) {
    value(name)
    bytes.append(0x3A)
    needsComma = false
  }

  mutating func value(_ number: Int) {
    separate()
    appendDecimal(number, to: &bytes)
    needsComma = true
  }

  mutating func value(_ flag: Bool) { raw(Array((flag ? "true" : "false").utf8)) }

  mutating func value(_ text: String) {
    var copy = text
    copy.withUTF8 { value(UnsafeRawBufferPointer($0)) }
  }

  /// A text given as UTF-8.
  mutating func value(_ text: UnsafeRawBufferPointer) {
    separate()
    bytes.append(0x22)
    var from = 0
    for at in 0..<text.count where text[at] < 0x20 || text[at] == 0x22 || text[at] == 0x5C {
      bytes.append(contentsOf: text[from..<at])
      escape(text[at])
      from = at + 1
    }
    bytes.append(contentsOf: text[from...])
    bytes.append(0x22)
    needsComma = true
  }

  /// A value that is JSON already.
  mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Ends the line.
  mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func open(_ mark: UInt8) {
    separate()
    bytes.append(mark)
    needsComma = false
  }

  private mutating func close(_ mark: UInt8) {
    bytes.append(mark)
    needsComma = true
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
    }
  }
}

/// Appends a whole number in decimal.
@inline(__always)
func appendDecimal(_ number: Int, to bytes: inout [UInt8]) {
  if number < 0 { bytes.append(0x2D) }
  var rest = number.magnitude
  if rest < 10 { return bytes.append(0x30 + UInt8(truncatingIfNeeded: rest)) }
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
    var at = 20
    while rest > 0 {
      at -= 1
      digits[at] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    bytes.append(contentsOf: digits[at...])
  }
}

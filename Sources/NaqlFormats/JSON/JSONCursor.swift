import NaqlText

/// Reads JSON off bytes, one value after the other, without building a tree.
///
/// Written here and not taken from a library, since fields that this version does not know must be handed on as they
/// stand, in their order, and since the text of a page is most of a line.
struct JSONCursor {
  /// A line that is no JSON, or not of the expected shape: what and at which byte.
  struct Fault: Error {
    let message: String
    let offset: Int
  }

  private let bytes: UnsafeRawBufferPointer
  /// The byte read next.
  private(set) var at: Int

  /// A cursor at the start of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    at = 0
  }

  /// Reads an object, calling `field` with each key; it must read the value.
  mutating func object(_ field: (inout JSONCursor, String) throws(Fault) -> Void) throws(Fault) {
    try expect(0x7B, "{")
    if take(0x7D) { return }
    repeat {
      let key = try string()
      try expect(0x3A, ":")
      try field(&self, key)
    } while take(0x2C)
    try expect(0x7D, "}")
  }

  /// Reads an array, calling `item` for each item; it must read it.
  mutating func array(_ item: (inout JSONCursor) throws(Fault) -> Void) throws(Fault) {
    try expect(0x5B, "[")
    if take(0x5D) { return }
    repeat { try item(&self) } while take(0x2C)
    try expect(0x5D, "]")
  }

  /// A whole number; it may be written with zeros behind the point, as 1.0.
  mutating func integer() throws(Fault) -> Int {
    skipSpace()
    let start = at
    let negative = at < bytes.count && bytes[at] == 0x2D
    if negative { at += 1 }
    var value = 0
    let digits = at
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39, at - digits < 18 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    if at > digits, at + 1 < bytes.count, bytes[at] == 0x2E, bytes[at + 1] == 0x30 {
      at += 1
      while at < bytes.count, bytes[at] == 0x30 { at += 1 }
    }
    if at < bytes.count, Self.isNumberByte(bytes[at]) {
      throw Fault(message: "a whole number of at most 18 digits is expected", offset: start)
    }
    if at == digits { throw Fault(message: "a whole number is expected", offset: start) }
    return negative ? -value : value
  }

  /// true or false.
  mutating func boolean() throws(Fault) -> Bool {
    skipSpace()
    if word("true") { return true }
    if word("false") { return false }
    throw Fault(message: "true or false is expected", offset: at)
  }

  /// A text, decoded.
  mutating func string() throws(Fault) -> String { String(decoding: try stringBytes(), as: UTF8.self) }

  /// A text as UTF-8 bytes.
  mutating func stringBytes() throws(Fault) -> [UInt8] {
    if !take(0x22) { throw Fault(message: "a text in quotation marks is expected", offset: at) }
    var text: [UInt8] = []
    while true {
      let from = at
      while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 { at += 1 }
      text.append(contentsOf: bytes[from..<at])
      guard at < bytes.count else { throw Fault(message: "the text does not end", offset: at) }
      if bytes[at] == 0x22 {
        at += 1
        return text
      }
      guard bytes[at] == 0x5C else { throw Fault(message: "a control character stands in a text", offset: at) }
      at += 1
      try escape(into: &text)
    }
  }

  /// Passes over a value and gives its JSON.
  mutating func skip() throws(Fault) -> [UInt8] {
    skipSpace()
    let start = at
    try pass(depth: 0)
    return Array(bytes[start..<at])
  }

  /// Nothing but white space may follow.
  mutating func end() throws(Fault) {
    skipSpace()
    if at < bytes.count { throw Fault(message: "something follows the object", offset: at) }
  }

  private mutating func pass(depth: Int) throws(Fault) {
    if depth > 200 { throw Fault(message: "the value is nested too deeply", offset: at) }
    skipSpace()
    guard at < bytes.count else { throw Fault(message: "a value is missing", offset: at) }
    switch bytes[at] {
    case 0x7B: try object { cursor, _ throws(Fault) in try cursor.pass(depth: depth + 1) }
    case 0x5B: try array { cursor throws(Fault) in try cursor.pass(depth: depth + 1) }
    case 0x22: _ = try stringBytes()
    default:
      if word("true") || word("false") || word("null") { return }
      let from = at
      while at < bytes.count, Self.isNumberByte(bytes[at]) { at += 1 }
      if at == from { throw Fault(message: "a value is expected", offset: at) }
    }
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte == 0x45 || byte == 0x65
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard at < bytes.count else { throw Fault(message: "the text does not end", offset: at) }
    let mark = bytes[at]
    at += 1
    switch mark {
    case 0x22, 0x5C, 0x2F: text.append(mark)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      var scalar = try hex()
      if scalar >= 0xD800, scalar < 0xDC00, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
        at += 2
        let low = try hex()
        guard low >= 0xDC00, low < 0xE000 else { throw Fault(message: "a surrogate stands alone", offset: at) }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      }
      guard Unicode.Scalar(scalar) != nil else { throw Fault(message: "a surrogate stands alone", offset: at) }
      UTF8Scalars.append(scalar, to: &text)
    default: throw Fault(message: "unknown escape", offset: at - 1)
    }
  }

  private mutating func hex() throws(Fault) -> UInt32 {
    guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw Fault(message: "four hexadecimal digits are expected", offset: at) }
    at += 4
    return value
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(Fault) {
    if !take(byte) { throw Fault(message: "“\(what)” is expected", offset: at) }
  }

  private mutating func word(_ text: StaticString) -> Bool {
    let size = text.utf8CodeUnitCount
    guard at + size <= bytes.count else { return false }
    for index in 0..<size where bytes[at + index] != text.utf8Start[index] { return false }
    at += size
    return true
  }
}

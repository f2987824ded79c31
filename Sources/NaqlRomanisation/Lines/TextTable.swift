import NaqlTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Values by text, numbered in the order in which they were added; looked up by the text's bytes, without a String.
///
/// Open addressing over a power of two of slots, at most half full; the texts lie one after the other.
struct TextTable<Value> {
  /// 32 bits of hash, then the number of the value + 1; 0 where nothing stands.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var texts: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// The values, by number.
  private(set) var values: [Value] = []

  /// Number of values.
  var count: Int { values.count }

  /// The number of a text's value (UTF-8), or nil.
  func number(of text: UnsafeRawBufferPointer) -> Int? {
    let hash = tableHash(text)
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != 0 {
      let number = Int(slots[at] & 0xFFFF_FFFF) - 1
      if slots[at] >> 32 == hash >> 32, isText(number, text) { return number }
      at = (at + 1) & mask
    }
    return nil
  }

  /// The value of a text (UTF-8), or nil.
  subscript(text: UnsafeRawBufferPointer) -> Value? { number(of: text).map { values[$0] } }

  /// The value of a text, or nil.
  subscript(text: String) -> Value? {
    var text = text
    return text.withUTF8 { self[UnsafeRawBufferPointer($0)] }
  }

  /// Adds the value of a text that has none yet.
  mutating func add(_ value: Value, of text: UnsafeRawBufferPointer) {
    if values.count * 2 >= slots.count { grow() }
    texts.append(contentsOf: text)
    starts.append(UInt32(texts.count))
    values.append(value)
    place(values.count - 1, tableHash(text))
  }

  /// Adds the value of a text that has none yet.
  mutating func add(_ value: Value, of text: String) {
    var text = text
    text.withUTF8 { add(value, of: UnsafeRawBufferPointer($0)) }
  }

  /// Changes the value of a text, which is `first` where the text is new.
  mutating func update(_ text: String, from first: Value, _ change: (inout Value) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      if number(of: bytes) == nil { add(first, of: bytes) }
      if let number = number(of: bytes) { change(&values[number]) }
    }
  }

  private func bytes(_ number: Int) -> ArraySlice<UInt8> { texts[Int(starts[number])..<Int(starts[number + 1])] }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in values.indices { place(number, bytes(number).withUnsafeBytes { tableHash($0) }) }
  }

  private mutating func place(_ number: Int, _ hash: UInt64) {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != 0 { at = (at + 1) & mask }
    slots[at] = (hash >> 32) << 32 | UInt64(number + 1)
  }

  private func isText(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == text.count else { return false }
    if text.isEmpty { return true }
    return texts.withUnsafeBytes { memcmp($0.baseAddress! + start, text.baseAddress!, text.count) == 0 }
  }
}

extension TextTable: Sendable where Value: Sendable {}

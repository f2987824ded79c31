import CICU

/// A growing buffer of UTF-16 units, for the ICU calls that take no other form; kept and used again, call after call.
public struct UTF16Buffer: Sendable {
  /// The units; only the first `count` are text.
  public private(set) var units: [UInt16]
  /// Number of UTF-16 units of text.
  public private(set) var count = 0

  /// An empty buffer with room for `capacity` units.
  public init(capacity: Int = 256) { units = Array(repeating: 0, count: max(capacity, 16)) }

  /// Makes the buffer hold `text`, transcoded from UTF-8. Ill-formed input is an error.
  public mutating func fill(utf8 text: UnsafeRawBufferPointer) throws(ICUFailure) {
    if units.count < text.count + 1 { units = Array(repeating: 0, count: text.count + text.count / 2 + 1) }
    var status: Int32 = 0
    let capacity = Int32(units.count)
    let needed = units.withUnsafeMutableBufferPointer { target in
      naql_utf16_from_utf8(
        target.baseAddress, capacity, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), &status)
    }
    try ICUFailure.check(status, "transcode UTF-8 to UTF-16")
    count = Int(needed)
  }

  /// Makes the buffer hold these units.
  mutating func fill(_ text: [UInt16]) {
    if units.count < text.count + 1 { units = Array(repeating: 0, count: text.count + text.count / 2 + 1) }
    for at in text.indices { units[at] = text[at] }
    count = text.count
  }

  /// Makes the buffer hold `text`.
  public mutating func fill(_ text: String) throws(ICUFailure) {
    var copy = text
    let result: Result<Void, ICUFailure> = copy.withUTF8 { bytes in
      do throws(ICUFailure) {
        try fill(utf8: UnsafeRawBufferPointer(bytes))
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }

  /// The text as UTF-8 bytes; a lone surrogate becomes U+FFFD.
  public func utf8() -> [UInt8] {
    var status: Int32 = 0
    let room = count * 3
    return [UInt8](unsafeUninitializedCapacity: max(room, 1)) { target, written in
      units.withUnsafeBufferPointer { source in
        target.withMemoryRebound(to: CChar.self) { chars in
          written = Int(
            naql_utf8_from_utf16(chars.baseAddress, Int32(room), source.baseAddress, Int32(count), &status))
        }
      }
      if status > 0 { written = 0 }
    }
  }

  /// The text.
  public var string: String {
    var status: Int32 = 0
    let room = count * 3
    return String(unsafeUninitializedCapacity: room) { target in
      units.withUnsafeBufferPointer { source in
        target.withMemoryRebound(to: CChar.self) { chars in
          Int(naql_utf8_from_utf16(chars.baseAddress, Int32(room), source.baseAddress, Int32(count), &status))
        }
      }
    }
  }

  /// Calls `body` with the units and their number; it may change them, within the capacity, and returns the new number.
  mutating func edit(room: Int, _ body: (UnsafeMutableBufferPointer<UInt16>, Int) -> Int) {
    if units.count < room { units.append(contentsOf: repeatElement(0, count: room - units.count)) }
    let length = count
    count = units.withUnsafeMutableBufferPointer { body($0, length) }
  }
}

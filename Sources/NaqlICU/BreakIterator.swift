import CICU

/// ICU's break iterator over UTF-16 text. It owns a C object and is used by one worker; `clone()` gives another its own.
public final class BreakIterator {
  /// What the stock iterators of ICU break.
  public enum Kind: Int32, Sendable {
    case character = 0
    case word = 1
    case line = 2
    case sentence = 3
  }

  private let handle: OpaquePointer

  private init(handle: OpaquePointer) { self.handle = handle }
  deinit { naql_ubrk_close(handle) }

  /// Opens break rules in ICU's own notation; some 5 ms, so keep `compiledRules()` and open those.
  public convenience init(rules: String) throws(ICUFailure) {
    let units = Array(rules.utf16)
    var status: Int32 = 0
    var error = naql_parse_error()
    let handle = naql_ubrk_open_rules(units, Int32(units.count), &error, &status)
    guard status <= 0, let handle else { throw ICUFailure("read the break rules", status, error) }
    self.init(handle: handle)
  }

  /// Opens rules that `compiledRules()` gave, 4 µs. The bytes must outlive the iterator and must have been checked.
  public convenience init(compiled: UnsafeRawBufferPointer) throws(ICUFailure) {
    var status: Int32 = 0
    let handle = naql_ubrk_open_binary(
      compiled.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(compiled.count), &status)
    guard status <= 0, let handle else { throw ICUFailure("open compiled break rules", status) }
    self.init(handle: handle)
  }

  /// Opens ICU's stock iterator of `kind` for a locale, such as `ar`.
  public convenience init(_ kind: Kind, locale: String) throws(ICUFailure) {
    var status: Int32 = 0
    let handle = naql_ubrk_open(kind.rawValue, locale, &status)
    guard status <= 0, let handle else { throw ICUFailure("open the \(kind) iterator for \(locale)", status) }
    self.init(handle: handle)
  }

  /// An iterator of its own over the same rules, 1 µs.
  public func clone() throws(ICUFailure) -> BreakIterator {
    var status: Int32 = 0
    let copy = naql_ubrk_clone(handle, &status)
    guard status <= 0, let copy else { throw ICUFailure("clone a break iterator", status) }
    return BreakIterator(handle: copy)
  }

  /// The rules in ICU's compiled form, valid for the same ICU version only.
  public func compiledRules() throws(ICUFailure) -> [UInt8] {
    var status: Int32 = 0
    let size = naql_ubrk_binary_rules(handle, nil, 0, &status)
    var bytes = [UInt8](repeating: 0, count: Int(size))
    status = 0
    _ = naql_ubrk_binary_rules(handle, &bytes, size, &status)
    try ICUFailure.check(status, "compile break rules")
    return bytes
  }

  /// Calls `visit` with each boundary after 0 (UTF-16 offset) and its rule status, in order.
  public func forEachBoundary(in text: UTF16Buffer, _ visit: (_ offset: Int, _ status: Int) -> Void)
    throws(ICUFailure)
  {
    var status: Int32 = 0
    text.units.withUnsafeBufferPointer { units in
      naql_ubrk_set_text(handle, units.baseAddress, Int32(text.count), &status)
      guard status <= 0 else { return }
      while true {
        let next = naql_ubrk_next(handle)
        if next < 0 { break }
        visit(Int(next), Int(naql_ubrk_rule_status(handle)))
      }
    }
    try ICUFailure.check(status, "find boundaries")
  }
}

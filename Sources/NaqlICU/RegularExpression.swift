import CICU

/// ICU's regular expression over UTF-16 text, as SRX files use them. One worker's own.
public final class RegularExpression {
  private let handle: OpaquePointer

  deinit { naql_uregex_close(handle) }

  /// Compiles `pattern` in ICU's syntax.
  public init(_ pattern: String, ignoringCase: Bool = false) throws(ICUFailure) {
    let units = Array(pattern.utf16)
    var status: Int32 = 0
    var error = naql_parse_error()
    let handle = naql_uregex_open(units, Int32(units.count), ignoringCase ? 2 : 0, &error, &status)
    guard status <= 0, let handle else { throw ICUFailure("read the regular expression “\(pattern)”", status, error) }
    self.handle = handle
  }

  /// Calls `visit` with each match in `text`, in order (UTF-16 offsets).
  public func forEachMatch(in text: UTF16Buffer, _ visit: (_ start: Int, _ end: Int) -> Void) throws(ICUFailure) {
    var status: Int32 = 0
    text.units.withUnsafeBufferPointer { units in
      naql_uregex_set_text(handle, units.baseAddress, Int32(text.count), &status)
      while status <= 0, naql_uregex_find_next(handle, &status) != 0 {
        visit(Int(naql_uregex_start(handle, 0, &status)), Int(naql_uregex_end(handle, 0, &status)))
      }
    }
    try ICUFailure.check(status, "match a regular expression")
  }
}

import CICU

/// ICU's collation: sorts names as readers of a language expect.
public final class Collator {
  private let handle: OpaquePointer

  deinit { naql_ucol_close(handle) }

  /// The collation of `locale`, such as `ar`.
  public init(locale: String) throws(ICUFailure) {
    var status: Int32 = 0
    let handle = naql_ucol_open(locale, &status)
    guard status <= 0, let handle else { throw ICUFailure("open the collation of \(locale)", status) }
    self.handle = handle
  }

  /// A key whose byte order is the sorting order of `text`.
  public func sortKey(_ text: String) -> [UInt8] {
    let units = Array(text.utf16)
    let size = naql_ucol_sort_key(handle, units, Int32(units.count), nil, 0)
    var key = [UInt8](repeating: 0, count: Int(size))
    _ = naql_ucol_sort_key(handle, units, Int32(units.count), &key, size)
    return key
  }
}

import NaqlTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text told from others by its bytes: Swift's own comparison of strings would normalise both each time.
public struct TextKey: Hashable, Sendable {
  /// The text.
  public let text: String

  /// A key of `text`.
  public init(_ text: String) { self.text = text }

  public static func == (a: TextKey, b: TextKey) -> Bool {
    let equal = a.text.utf8.withContiguousStorageIfAvailable { a in
      b.text.utf8.withContiguousStorageIfAvailable { b in
        a.count == b.count && (a.isEmpty || memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0)
      }
    }
    return equal.flatMap { $0 } ?? a.text.utf8.elementsEqual(b.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var copy = text
    hasher.combine(copy.withUTF8 { tableHash(UnsafeRawBufferPointer($0)) })
  }
}

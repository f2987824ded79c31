/// What the first bytes of an input tell of it, where it is no UTF-8 text.
enum InputKind: Equatable {
  /// Text in an encoding that its byte-order mark tells.
  case encoded(String)
  /// A file of another kind, by the name that people have for it.
  case other(String)

  /// Number of bytes that decide.
  static let length = 8

  /// The kind by the first bytes; nil where they say nothing.
  ///
  /// Source: the Unicode Standard on byte-order marks; the signatures that the formats begin with.
  init?(_ bytes: ArraySlice<UInt8>) {
    if let mark = Self.marks.first(where: { bytes.starts(with: $0.bytes) }) {
      self = .encoded(mark.encoding)
    } else if let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
      self = .other(known.name)
    } else {
      return nil
    }
  }

  /// UTF-32 first: its little-endian mark begins like that of UTF-16.
  private static let marks: [(bytes: [UInt8], encoding: String)] = [
    ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
  ]

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, as Word and OpenDocument files are"),
    (Array("%PDF-".utf8), "a PDF file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"), (Array("{\\rtf".utf8), "an RTF file"),
    ([0x1F, 0x8B], "a file compressed by gzip"), (Array("BZh".utf8) + [0x39], "a file compressed by bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a file compressed by xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file compressed by zstd"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
  ]
}

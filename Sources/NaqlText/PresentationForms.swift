import NaqlICU

/// Presentation forms (U+FB50–FDFF, U+FE70–FEFC) read as plain letters by Unicode's compatibility decomposition.
enum PresentationForms {
  private static let table: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    for block in [0xFB50...0xFDFB, 0xFE70...0xFEFC] {
      for value in block {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        let text = String(Character(scalar))
        let plain = NormalisationForm.nfkc.apply(to: text)
        if plain != text { table[UInt32(value)] = plain.unicodeScalars.map(\.value) }
      }
    }
    return table
  }()

  /// The plain letters that a form stands for, or nil. The table is made at its first use.
  static func letters(_ c: UInt32) -> [UInt32]? { table[c] }
}

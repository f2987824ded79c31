import NaqlText

/// A word of a line as it stands, with all that depends on it alone; made once for each spelling.
final class LineWord {
  /// The pieces that it is read in: itself, or several where it is more than one word.
  let pieces: [WordParts]
  /// What stands between the pieces.
  let joint: WordPieces.Joint
  /// Whether marks settle the readings of all pieces.
  private(set) lazy var isSettled = pieces.allSatisfy(\.isSettled)

  /// Whether it is marks or tatweel without any letter to stand on, of which romanising leaves nothing.
  private(set) lazy var isBare = pieces.allSatisfy { piece in
    piece.text.unicodeScalars.allSatisfy { ArabicScript.isMark($0.value) || $0.value == 0x640 }
  }

  /// A word of these pieces.
  init(_ pieces: [WordParts], joint: WordPieces.Joint = .none) {
    self.pieces = pieces
    self.joint = joint
  }

  /// Its pieces as texts where there are several.
  var cut: WordPieces.Cut? {
    pieces.count > 1 ? WordPieces.Cut(texts: pieces.map(\.text), joint: joint) : nil
  }
}

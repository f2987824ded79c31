import NaqlTables

/// How words are labelled in annotated text, as a small code a word: its usual label, how surely, how often seen.
public struct TagLexicon: @unchecked Sendable {
  // Sendable: immutable memory.
  private let slots: HashedSlots
  private let owner: AnyObject
  private let codes: UnsafeBufferPointer<UInt16>

  /// The lexicon in a model's table.
  public init(_ table: Table) {
    owner = table
    slots = HashedSlots(table, named: "lexicon")
    codes = table.array("lexicon.codes")
  }

  /// A lexicon in memory.
  public init(hashes: [UInt64], codes: [UInt16]) {
    var image = TableImage()
    Self.add(hashes: hashes, codes: codes, to: &image)
    self.init(try! Table(MappedFile(copying: image.encoded())))
  }

  /// Writes a lexicon into `image`.
  public static func add(hashes: [UInt64], codes: [UInt16], to image: inout TableImage) {
    HashedSlots.add(hashes, to: &image, named: "lexicon")
    image.add("lexicon.codes", codes)
  }

  /// The hash that a word's key stands under.
  public static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 { featureHash(2, key) }

  /// The code of a word's key; 0 for an unknown word.
  @inline(__always)
  func code(_ key: UnsafeRawBufferPointer) -> Int {
    let row = slots.row(featureHash(2, key))
    return row < 0 ? 0 : Int(codes[row])
  }

  /// The code for a word seen with each label so often: label 0–8, share in four steps, frequency in three.
  public static func code(counts: [Int]) -> UInt16 {
    let total = counts.reduce(0, +)
    guard total > 0 else { return 0 }
    var best = 0
    for label in 1..<counts.count where counts[label] > counts[best] { best = label }
    // Where O is commonest, the best name label is told too.
    var second = 0
    if best == 0 {
      for label in 1..<counts.count where counts[label] > 0 && (second == 0 || counts[label] > counts[second]) {
        second = label
      }
    }
    let share = counts[best] * 100 / total
    let step = share == 100 ? 3 : share >= 85 ? 2 : share >= 60 ? 1 : 0
    let often = total == 1 ? 0 : total <= 4 ? 1 : 2
    return UInt16(1 + ((best * 9 + second) * 4 + step) * 3 + often)
  }
}

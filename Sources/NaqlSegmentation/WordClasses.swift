import NaqlTables

/// The classes of each word of a profile, as bits. Few sets of classes occur, so that a word holds the number of its set.
struct WordClasses {
  private let numbers: UnsafeBufferPointer<UInt16>
  private let sets: UnsafeBufferPointer<UInt64>

  /// The classes in `table`, which must outlive this.
  init(_ table: Table) {
    numbers = table.array("class.numbers", of: UInt16.self)
    sets = table.array("class.sets", of: UInt64.self)
  }

  /// Classes of the word with this ordinal.
  @inline(__always)
  subscript(ordinal: Int) -> UInt64 { sets[Int(numbers[ordinal])] }

  /// Adds the classes of all words, by ordinal, to `image`.
  static func add(_ bits: [UInt64], to image: inout TableImage) {
    var sets: [UInt64] = []
    var known: [UInt64: UInt16] = [:]
    var numbers: [UInt16] = []
    for set in bits {
      if known[set] == nil {
        known[set] = UInt16(sets.count)
        sets.append(set)
      }
      numbers.append(known[set]!)
    }
    image.add("class.numbers", numbers)
    image.add("class.sets", sets)
  }
}

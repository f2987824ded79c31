/// What the mentions of one document say of the names in it, by the names' numbers; the memory serves every document.
struct NameNotes {
  /// Numbers of mentions, -1 for none.
  struct Note: BitwiseCopyable {
    /// The full name that the name, a family name, stands for.
    var family: Int32 = -1
    /// The surest mention that is the name alone.
    var single: Int32 = -1
    /// The first full name that begins with it.
    var head: Int32 = -1
    /// Full names that it ends, mentions of it alone, those of them that are no person's, and places where it stands unmarked.
    var fulls: Int32 = 0, singles: Int32 = 0, things: Int32 = 0, free: Int32 = 0

    /// Whether so many more places have it unmarked that it is a common word, or was mistaken for a name.
    var isCommonWord: Bool { free > 20 && free > 8 * (fulls + singles) }

    /// Whether so many more mentions of it are no person's that full names which it ends say nothing of it.
    var isThing: Bool { things >= 4 && things > 3 * fulls }
  }

  private var notes: [Note] = []
  /// A bit a name, so that the look at most words stays in the nearest memory.
  private var marks: [UInt64] = []
  private var noted: [Int32] = []

  /// Makes room for so many names.
  mutating func fit(_ names: Int) {
    if notes.count >= names { return }
    let room = (names * 2 + 63) & ~63
    notes.append(contentsOf: repeatElement(Note(), count: room - notes.count))
    marks.append(contentsOf: repeatElement(0, count: room / 64 - marks.count))
  }

  /// Whether anything was noted of a name.
  @inline(__always)
  func has(_ name: Int32) -> Bool { marks[Int(name) >> 6] >> UInt64(name & 63) & 1 != 0 }

  /// What was noted of a name.
  subscript(_ name: Int32) -> Note {
    get { notes[Int(name)] }
    set {
      if !has(name) {
        marks[Int(name) >> 6] |= 1 << UInt64(name & 63)
        noted.append(name)
      }
      notes[Int(name)] = newValue
    }
  }

  /// Forgets everything.
  mutating func removeAll() {
    for name in noted {
      notes[Int(name)] = Note()
      marks[Int(name) >> 6] = 0
    }
    noted.removeAll(keepingCapacity: true)
  }
}

import NaqlICU

/// Latin text as plain keyboards write it.
enum PlainLatin {
  /// `text` without diacritics, ʿayn, hamza and apostrophes: Ḥusayn ʿAlī → Husayn Ali.
  static func text(_ text: String) -> String {
    var plain = ""
    for scalar in NormalisationForm.nfd.apply(to: text).unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F, 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B: break
      case 0x2B0...0x2FF: break
      case 0x131: plain += "i"
      case 0x110: plain += "D"
      case 0x111: plain += "d"
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// A word with a capital first letter.
  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// The runs of plain Latin letters in a text, which may be exchanged while all else stays: El-|Sayed.
struct LatinRuns {
  /// The letters 1–26 of each run.
  private(set) var words: [[UInt8]] = []
  /// All pieces in order; those with a number are runs.
  private var pieces: [(text: String, run: Int?)] = []

  /// The runs of a text; letters with marks belong to no run.
  init(_ text: String) {
    var run: [UInt8] = []
    var isCapital = false
    func letter(_ scalar: UnicodeScalar) -> UInt8? {
      switch scalar.value {
      case 0x61...0x7A: UInt8(scalar.value - 0x60)
      case 0x41...0x5A: UInt8(scalar.value - 0x40)
      default: nil
      }
    }
    func close() {
      if run.isEmpty { return }
      pieces.append((isCapital ? "A" : "a", words.count))
      words.append(run)
      run = []
    }
    for scalar in text.unicodeScalars {
      if let code = letter(scalar) {
        if run.isEmpty { isCapital = scalar.value < 0x61 }
        run.append(code)
      } else {
        close()
        pieces.append((String(scalar), nil))
      }
    }
    close()
  }

  /// The text with the run at a position exchanged for other letters.
  func text(_ word: [UInt8], at place: Int) -> String {
    pieces.map { piece in
      guard let run = piece.run else { return piece.text }
      let letters = String(decoding: (run == place ? word : words[run]).map { $0 + 0x60 }, as: UTF8.self)
      return piece.text == "A" ? PlainLatin.capital(letters) : letters
    }.joined()
  }
}

import NaqlICU

/// How words were written in a scheme so far, by the number of their token and the sort of place in a line.
///
/// The forms of a word are few: they hang together as a list.
struct WrittenForms {
  /// What decides, besides the word, how it is written.
  struct Place: OptionSet {
    let rawValue: UInt16
    /// It is the first word of its line, or takes the capital of one.
    static let first = Place(rawValue: 1)
    /// It is a proper name.
    static let proper = Place(rawValue: 2)
    static let particle = Place(rawValue: 4)
    /// A long vowel before it takes its article's vowel away.
    static let elided = Place(rawValue: 8)
    /// The scheme writes it in its own way.
    static let special = Place(rawValue: 16)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A place that asks for the word's form with this number.
    init(form: Int, _ use: Use) {
      rawValue = UInt16(form) << 8 | (use == .name ? 0 : use == .title ? 32 : 64)
    }
  }

  private struct Form {
    let place: Place
    /// The number of the word's next form, or -1.
    let next: Int32
    let text: String
  }

  /// What is kept for a token.
  private struct Head {
    /// The number of its last form, or -1.
    var form: Int32 = -1
    /// The number of the scheme's own way to write it, -1 where it has none, -2 before that was asked.
    var own: Int32 = -2
  }

  private var forms: [Form] = []
  private var heads: [Head] = []
  private var ownWays: [String] = []

  /// The written form with this number.
  subscript(number: Int) -> String { forms[number].text }

  /// The number of the form of a token in a place; `make` writes it where it was not met there before.
  mutating func number(of token: GrammarAnnotator.Token, _ place: Place, _ make: () -> String) -> Int {
    makeRoom(token)
    var at = heads[token.number].form
    while at >= 0 {
      if forms[Int(at)].place == place { return Int(at) }
      at = forms[Int(at)].next
    }
    let text = NormalisationForm.nfc.apply(to: make())
    forms.append(Form(place: place, next: heads[token.number].form, text: text))
    heads[token.number].form = Int32(forms.count - 1)
    return forms.count - 1
  }

  /// The scheme's own way to write a token, if it has one; `find` looks for it at first sight.
  mutating func special(of token: GrammarAnnotator.Token, _ find: () -> String?) -> String? {
    makeRoom(token)
    if heads[token.number].own == -2 {
      heads[token.number].own = -1
      if let found = find() {
        heads[token.number].own = Int32(ownWays.count)
        ownWays.append(found)
      }
    }
    let own = heads[token.number].own
    return own < 0 ? nil : ownWays[Int(own)]
  }

  private mutating func makeRoom(_ token: GrammarAnnotator.Token) {
    while heads.count <= token.number { heads.append(Head()) }
  }
}

import NaqlText

/// A word of a text as it was typed, with its type and the vocalised forms made of it so far.
final class SeenWord {
  let token: VowelToken
  /// How far readings of it are looked for.
  let search: Candidates.Search
  /// Its type, once asked for; a word without letters has none.
  private(set) var type: VowelType?
  /// The one reading, where marks or the authority list settle it.
  var settled: WordReading?
  /// How it may take part in a well-known name.
  var standing: KnownReadings.Standing = []
  private var forms: [Form] = []
  private var restored: [Form] = []

  private enum Form {
    case unmade
    case excluded
    case made(VocalisedWord)
  }

  init(_ token: VowelToken, _ search: Candidates.Search) {
    self.token = token
    self.search = search
  }

  /// Its type, from `types` at first sight.
  func type(of types: VowelTypes) -> VowelType? {
    if type == nil, !token.letters.isEmpty {
      let found = types.type(token.letters, search)
      type = found
      forms = Array(repeating: .unmade, count: found.candidates.count)
      restored = forms
    }
    return type
  }

  /// The word vocalised as candidate `k` says; nil where the marks given speak against it.
  func form(_ k: Int, restoresHamza: Bool) -> VocalisedWord? {
    switch restoresHamza ? restored[k] : forms[k] {
    case .made(let word): return word
    case .excluded: return nil
    case .unmade: break
    }
    let word = make(k, restoresHamza)
    let form = word.map { Form.made($0) } ?? .excluded
    if restoresHamza { restored[k] = form } else { forms[k] = form }
    return word
  }

  private func make(_ k: Int, _ restoresHamza: Bool) -> VocalisedWord? {
    guard let candidate = type?.candidates[k] else { return nil }
    return form(candidate, restoresHamza: restoresHamza)
  }

  /// The word vocalised as `candidate` says; nil where the marks given speak against it.
  func form(_ candidate: Candidate, restoresHamza: Bool) -> VocalisedWord? {
    if token.hasMarks, candidate.lacksVowel { return nil }
    let form = CandidateForm(letters: token.letters, labels: candidate.labels)
    return token.text(with: form.marks(candidate), spelling: restoresHamza ? form.spelling : nil).map {
      VocalisedWord(
        $0, isConstruct: form.isConstruct, keepsEnding: form.keepsEnding,
        clitics: LabelRendering.clitics(token.letters, candidate.labels))
    }
  }
}

/// A candidate on the letters of its word.
struct CandidateForm {
  let letters: [UInt8]
  let labels: [UInt8]

  /// `labels` on `letters`; where a hamza on its seat was read as a bare vowel and the alif behind it as the hamza
  /// (فؤاد f-u-ʼā), each gets its own again.
  init(letters: [UInt8], labels: [UInt8]) {
    self.letters = letters
    var labels = labels
    for at in labels.indices.dropFirst(2) where letters[at] == VowelLetter.alif {
      let seat = VowelLabel(raw: labels[at - 1]), own = VowelLabel(raw: labels[at])
      let before = VowelLabel(raw: labels[at - 2])
      guard VowelLetter.isHamza(letters[at - 1]), letters[at - 1] != VowelLetter.alif, seat.consonants == 0,
        own.consonants == 1, before.vowel == .none
      else { continue }
      labels[at - 2] = VowelLabel(before.consonants, seat.vowel).raw
      labels[at - 1] = VowelLabel(1, .none).raw
      labels[at] = VowelLabel(0, own.vowel).raw
    }
    self.labels = labels
  }

  /// Whether a final ة is read as -t; nil for words that do not end so.
  var isConstruct: Bool? {
    guard letters.last == VowelLetter.tehMarbuta, let last = labels.last else { return nil }
    return VowelLabel(raw: last).consonants == 2
  }

  /// Whether a short vowel on the last letter belongs to the word: what the model and the lexicon read has no endings of
  /// case, so that any vowel there is a verb's, a particle's or a pronoun's.
  var keepsEnding: Bool? {
    guard let vowel = labels.last.map({ VowelLabel(raw: $0).vowel }) else { return nil }
    return vowel == .a || vowel == .i || vowel == .u ? true : nil
  }

  /// What careful spelling writes for each letter: a hamza on each alif that is read as one, ي and ى told apart, no alif
  /// that is silent behind a clitic, both letters of a final -yī; nil where nothing changes.
  var spelling: [[UInt8]]? {
    var changed = letters.map { [$0] }
    for at in letters.indices {
      let label = VowelLabel(raw: labels[at])
      let opensStem = at == 0 || VowelLabel(raw: labels[at - 1]).hasHyphen
      let isLast = at == letters.count - 1
      switch letters[at] {
      case VowelLetter.alif:
        if label.consonants == 1 || opensStem && label.vowel == .longA {
          changed[at] = [label.vowel == .longA ? VowelLetter.madda : VowelLetter.alifHamza]
        } else if opensStem, at > 0, label.consonants == 0, label.vowel == .none, !isLast,
          letters[at + 1] == VowelLetter.alif
        {
          changed[at] = []  // لااسماعيل for لإسماعيل
        } else if LabelRendering.isUnheard(letters, labels, at) {
          changed[at] = []
        }
      case VowelLetter.madda:
        if label.consonants == 0, at > 0, VowelLetter.isHamza(letters[at - 1]) { changed[at] = [VowelLetter.alif] }
      case VowelLetter.ya:
        if label.vowel == .maqsura, isLast { changed[at] = [VowelLetter.alifMaqsura] }
        if label.consonants > 0, label.vowel == .longI { changed[at] = [VowelLetter.ya, VowelLetter.ya] }
      case VowelLetter.alifMaqsura:
        let isYa = label.consonants > 0 || label.vowel == .longI
        if LabelRendering.isUnheard(letters, labels, at) {
          changed[at] = []
        } else if isYa || !isLast && label.vowel != .longA {
          changed[at] = [VowelLetter.ya]
        }
      default: break
      }
    }
    return changed.elementsEqual(letters.map { [$0] }) ? nil : changed
  }

  func marks(_ candidate: Candidate) -> [[UInt32]] {
    let isNisba = candidate.isNisba ?? NisbaGuess.isNisba(letters, labels)
    return LabelRendering.marks(letters, labels, isNisba: isNisba)
  }
}

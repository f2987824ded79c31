import NaqlTables
import NaqlText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text told from others by its bytes: Swift's own comparison of strings would normalise both each time.
struct TextKey: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: TextKey, b: TextKey) -> Bool {
    let equal = a.text.utf8.withContiguousStorageIfAvailable { a in
      b.text.utf8.withContiguousStorageIfAvailable { b in
        a.count == b.count && (a.isEmpty || memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0)
      }
    }
    return equal.flatMap { $0 } ?? a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var copy = text
    hasher.combine(copy.withUTF8 { tableHash(UnsafeRawBufferPointer($0)) })
  }
}

/// A word of a text as it was typed, with its type and the vocalised forms made of it so far.
final class SeenWord {
  let token: VowelToken
  let type: WordType?
  /// The one reading, where marks or the authority list settle it.
  var settled: WordReading?
  private var forms: [Form]
  private var restored: [Form]

  private enum Form {
    case unmade
    case excluded
    case made(VocalisedWord)
  }

  init(_ token: VowelToken, type: WordType?) {
    self.token = token
    self.type = type
    forms = Array(repeating: .unmade, count: type?.candidates.count ?? 0)
    restored = forms
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

  /// The letters as careful spelling has them: a hamza on each alif that is read as one, ي and ى told apart; nil where
  /// nothing changes.
  var spelling: [UInt8]? {
    var changed = letters
    for at in letters.indices {
      let label = VowelLabel(raw: labels[at])
      let opensStem = at == 0 || VowelLabel(raw: labels[at - 1]).hasHyphen
      switch letters[at] {
      case VowelLetter.alif:
        if label.consonants == 1 || opensStem && label.vowel == .longA {
          changed[at] = label.vowel == .longA ? VowelLetter.madda : VowelLetter.alifHamza
        }
      case VowelLetter.ya:
        if label.vowel == .maqsura, at == letters.count - 1 { changed[at] = VowelLetter.alifMaqsura }
      case VowelLetter.alifMaqsura:
        let isYa = label.consonants > 0 || label.vowel == .longI
        if isYa || at < letters.count - 1 && label.vowel != .longA { changed[at] = VowelLetter.ya }
      default: break
      }
    }
    return changed == letters ? nil : changed
  }

  func marks(_ candidate: Candidate) -> [[UInt32]] {
    let isNisba = candidate.isNisba ?? NisbaGuess.isNisba(letters, labels)
    return LabelRendering.marks(letters, labels, isNisba: isNisba)
  }
}

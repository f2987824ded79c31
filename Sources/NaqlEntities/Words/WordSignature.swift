/// The rough kind of a word type, by which the tagger knows pairs of neighbours. Below 64; trained models hold the numbers.
public struct WordSignature: Hashable, BitwiseCopyable, Sendable {
  /// The number that stands in the tagger's features.
  let number: UInt8

  private init(_ number: UInt8) { self.number = number }

  /// Nothing: beyond the ends of a sentence.
  static let none = WordSignature(0)

  // Marks, numbers and words of other scripts.

  /// A mark of quotation, which also closes one.
  static let quote = WordSignature(1)
  /// A round or square bracket that opens.
  static let openingBracket = WordSignature(2)
  /// A round or square bracket that closes.
  static let closingBracket = WordSignature(3)
  /// A comma; of the Arabic marks also the semicolon and the question mark.
  static let comma = WordSignature(4)
  /// A full stop or an exclamation mark.
  static let stop = WordSignature(5)
  /// A colon.
  static let colon = WordSignature(6)
  /// A hyphen.
  static let hyphen = WordSignature(7)
  /// A number, in digits of either kind; a stroke (tatweel) that stands alone too.
  static let number = WordSignature(8)
  /// A word in Latin letters.
  static let latin = WordSignature(9)
  /// Any other sign: ©, #, a dash.
  static let sign = WordSignature(10)

  // Arabic words that open or hold names. Of pairs the second is the word behind a clitic, unless it says otherwise.

  /// A word of kinship: ابن.
  static let kinship = WordSignature(11)
  /// A particle.
  static let particle = WordSignature(12)
  /// A country.
  static let country = WordSignature(14)
  /// A title before people, with its article and without.
  static let definiteTitleHead = WordSignature(16), titleHead = WordSignature(17)
  /// The head of a body, with its article and without.
  static let definiteBodyHead = WordSignature(18), bodyHead = WordSignature(19)
  /// A descriptor before a body.
  static let bodyCue = WordSignature(20)
  /// The head of a place.
  static let placeHead = WordSignature(21)
  /// A descriptor before a place.
  static let placeCue = WordSignature(22)
  /// A descriptor or head of a medium.
  static let media = WordSignature(23)
  /// A descriptor or head of an event.
  static let event = WordSignature(24)
  /// A descriptor before a work.
  static let workCue = WordSignature(25)
  /// A descriptor before a person.
  static let personCue = WordSignature(26)
  /// A nationality, with its article and without.
  static let definiteDemonym = WordSignature(27), demonym = WordSignature(28)

  // Words of listed names.

  /// A place that is a common word too.
  static let ordinaryPlace = WordSignature(29)
  /// A place.
  static let place = WordSignature(30)
  /// A word that begins many people's names and is a common one too.
  static let ordinaryFrequentGiven = WordSignature(32)
  /// A word that begins many people's names.
  static let frequentGiven = WordSignature(33)
  /// A foreign name.
  static let foreign = WordSignature(35)
  /// A family name: a common word too; with its article; without.
  static let ordinaryFamily = WordSignature(37), definiteFamily = WordSignature(38), family = WordSignature(39)
  /// A given name: a common word too; none.
  static let ordinaryGiven = WordSignature(40), given = WordSignature(41)

  // Common words.

  /// A verb and no noun.
  static let verb = WordSignature(42)
  /// A word of bodies' names or of titles, with its article and without.
  static let definiteInstitution = WordSignature(43), institution = WordSignature(44)
  /// An adjective, with its article and without.
  static let definiteAdjective = WordSignature(45), adjective = WordSignature(46)
  /// A common noun, with its article and without.
  static let definiteWord = WordSignature(47), word = WordSignature(48)

  // Words of which little is known.

  /// A word inside some person's name.
  static let ofPeople = WordSignature(49)
  /// A word inside some place's name.
  static let ofPlaces = WordSignature(51)
  /// A word inside some body's name.
  static let ofBodies = WordSignature(52)
  /// A nisba with its article.
  static let definiteNisba = WordSignature(53)
  /// An unknown word with its article.
  static let definiteUnknown = WordSignature(54)
  /// An unknown word of at most three letters, and a longer one.
  static let shortUnknown = WordSignature(55), unknown = WordSignature(56)

  /// The same kind of word behind a clitic, for kinds that are told apart so.
  func behindClitic(_ isBehind: Bool) -> WordSignature { isBehind ? WordSignature(number + 1) : self }

  /// Whether it is that of a mark of punctuation or another sign.
  @inline(__always)
  var isMark: Bool { number >= Self.quote.number && number <= Self.hyphen.number || self == .sign }

  /// Whether it is that of a mark, a number or a word in Latin letters.
  var isNoArabicWord: Bool { number >= Self.quote.number && number <= Self.sign.number }

  /// Whether it is that of a word without the article of which nothing is known.
  var isUnknown: Bool { number >= Self.shortUnknown.number }
}

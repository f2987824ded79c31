import NaqlModel
import NaqlText

/// Cuts long stretches without terminators where the model finds sentence ends likely. One worker's own.
///
/// `التقى الوزير نظيره الألماني وقال بعد اللقاء إن الاتفاق قريب من جهته رحب الضيف بالخطوة` → three sentences, cut before
/// وقال and من جهته.
public final class UnpunctuatedCutter {
  /// The least number of words of a block without any terminator that is looked at.
  public static let leastWords = 16
  /// The least number of words of a stretch in a block that has terminators.
  public static let longStretch = 100
  /// Words decided at a time; the last of them are looked at again with what follows.
  private static let window = 640
  private static let overlap = 160

  /// A cut, or a place that was thought of.
  struct Place {
    /// Offset where the words before end, marks that belong to them included.
    var end: Int
    /// Offset where the words after begin, marks that belong to them included.
    var next: Int
    /// Probability in thousandths.
    var probability: Int
    /// Which rule of `UnpunctuatedRule` speaks for it.
    var rule: UnpunctuatedRule
    /// Line of the marker in markers.tsv, or 0.
    var line: Int
    var isCut: Bool
  }

  let model: BoundaryModel
  private var reader: StretchReader
  private var chain: SemiMarkov
  private var places: [Place] = []
  /// Called with every place of at least 50 thousandths, for explanations.
  var observer: ((Place) -> Void)?

  /// A cutter by `model`.
  public init(_ model: BoundaryModel) {
    self.model = model
    reader = StretchReader(model.markers)
    chain = SemiMarkov(lengths: model.lengths)
  }

  /// Calls `visit` with the pieces of `range` in order, and the rule of the cut that ends each; nil for the last.
  func cut(
    _ text: UnsafeRawBufferPointer, _ range: TextRange, least: Int, _ visit: (TextRange, UnpunctuatedRule?) -> Void
  ) {
    var start = range.start
    var from = range.start
    var isFirst = true
    while true {
      reader.read(text, TextRange(from, range.end), limit: Self.window)
      let words = reader.words
      if isFirst, words.count < least { break }
      isFirst = false
      let isLast = reader.end >= range.end
      let decided = isLast ? words.count : max(words.count - Self.overlap, words.count / 2)
      findPlaces(text, decided)
      for place in places {
        observer?(place)
        guard place.isCut else { continue }
        visit(TextRange(start, place.end), place.rule)
        start = place.next
      }
      if isLast { break }
      // Go on at the last cut; where nothing was cut, at the first word that is not decided yet.
      from = words.count < 4 ? reader.end : places.last { $0.isCut }?.next ?? words[decided].start
    }
    visit(TextRange(start, range.end), nil)
  }

  /// Decides the gaps before the words 1 to `limit` - 1.
  private func findPlaces(_ text: UnsafeRawBufferPointer, _ limit: Int) {
    places.removeAll(keepingCapacity: true)
    let words = reader.words
    guard words.count > 1 else { return }
    let probabilities = chain.probabilities(model.odds(reader))
    for at in 1..<max(limit, 1) where probabilities[at] >= 0.05 {
      let isCut = probabilities[at] >= model.threshold
      if !isCut, observer == nil { continue }
      let facts = reader.cache.facts[Int(words[at].spelling)]
      let marker = reader.marker(at: at, text)
      let (left, right) = Self.split(text, words[at - 1].end, words[at].start)
      let rule = UnpunctuatedRule(marker.bits, isConjoined: facts.conjunction != 0, kind: facts.kind)
      places.append(
        Place(
          end: left, next: right, probability: Int((probabilities[at] * 1000).rounded()), rule: rule,
          line: rule.isMarker ? marker.line : 0, isCut: isCut))
    }
  }

  /// Where the marks between two words part: what is glued to the next word goes with it.
  private static func split(_ text: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> (Int, Int) {
    var right = to
    while right > from {
      let (c, length) = UTF8Scalars.decode(text, before: right)
      if ArabicScript.isSpace(c) { break }
      right -= length
    }
    return (Characters.backSpace(text, right, from), right)
  }
}

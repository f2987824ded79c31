import NaqlModel
import NaqlRules
import NaqlTables

/// Labels of the tagger: O, then B and I of each class in turn.
public enum TagLabel {
  /// Number of labels.
  public static let count = 9
  /// The label of words in no name.
  static let outside: UInt8 = 0
  /// The labels of the first word and of further ones in people's names.
  static let person: UInt8 = 1, insidePerson: UInt8 = 2
  /// The same in names of places.
  static let place: UInt8 = 3, insidePlace: UInt8 = 4
  /// The same in names of bodies.
  static let body: UInt8 = 5, insideBody: UInt8 = 6
  /// The same in other names, of works and events.
  static let thing: UInt8 = 7, insideThing: UInt8 = 8
  /// The labels' names, as the tagger prints them.
  public static let names = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]

  /// The label of a name such as `B-PERS`; O for an unknown one.
  public static func of(_ name: some StringProtocol) -> UInt8 {
    let plain = name.hasSuffix("PERS") ? String(name.dropLast()) : String(name)
    return UInt8(names.firstIndex(of: plain) ?? 0)
  }

  /// Whether a label is that of the first word of a name.
  @inline(__always)
  static func begins(_ label: UInt8) -> Bool { label & 1 == 1 }

  /// Whether `next` may follow `label`: an inner label only behind one of its class.
  @inline(__always)
  public static func allows(_ label: Int, _ next: Int) -> Bool {
    next == 0 || next & 1 == 1 || (label != 0 && (label + 1) / 2 == next / 2)
  }
}

/// Weights of one pass of the tagger: features of words by place in the window, of the context, and transitions.
public final class TaggerModel: @unchecked Sendable {
  // Sendable: immutable mapped memory.
  private let table: Table
  private let slots: HashedSlots
  /// The weights of each feature.
  private let rows: UnsafeBufferPointer<Row>
  /// The weights of the context codes, where each code's are.
  let context: ContextScores
  let transitions: TagTransitions

  /// Weights are whole numbers of this fraction.
  public static let scale: Float = 32
  /// Places in the window: two words on either side.
  public static let window = 5

  /// The weights of a feature: for each place in the window those of all labels, O first; three bytes are over.
  private struct Row: BitwiseCopyable {
    private var bytes: (SIMD16<Int8>, SIMD16<Int8>, SIMD16<Int8>)

    init(_ weights: [Int8]) {
      var parts = [SIMD16<Int8>](repeating: SIMD16(), count: 3)
      for (at, weight) in weights.enumerated() { parts[at / 16][at % 16] = weight }
      bytes = (parts[0], parts[1], parts[2])
    }
  }

  /// Pass `pass` (1 or 2) of the model in `table`.
  public init(_ table: Table, pass: Int) {
    self.table = table
    slots = HashedSlots(table, named: "p\(pass)")
    rows = table.array(Self.section(pass))
    context = ContextScores(table.array("p\(pass).codes"), table.array("p\(pass).context"))
    transitions = TagTransitions(table.array("p\(pass).transitions", of: Int16.self))
  }

  /// Asks for what `score` will read first.
  func prefetch(_ features: [UInt64]) {
    for feature in features { slots.prefetch(feature) }
  }

  /// Puts the sums of a word's features into `scores`, one for each place in the window.
  func score(_ features: [UInt64], _ scores: UnsafeMutablePointer<NameScores>) {
    let (slots, rows) = (slots, rows)
    withUnsafeTemporaryAllocation(of: UnsafePointer<Row>.self, capacity: features.count) { found in
      var count = 0
      for feature in features {
        let row = slots.row(feature)
        if row < 0 { continue }
        found[count] = rows.baseAddress! + row
        found[count].prefetch()
        count += 1
      }
      for place in 0..<Self.window {
        var names = NameScores()
        var outside: Int16 = 0
        for at in 0..<count {
          let weights = UnsafeRawPointer(found[at]) + place * TagLabel.count
          outside &+= Int16(weights.load(as: Int8.self))
          names &+= NameScores(truncatingIfNeeded: weights.loadUnaligned(fromByteOffset: 1, as: SIMD8<Int8>.self))
        }
        scores[place] = names &- NameScores(repeating: outside)
      }
    }
  }

  /// Adds one pass to a model's image: `rows` has five vectors a feature, `context` one for each context code.
  public static func add(
    pass: Int, hashes: [UInt64], rows: [SIMD16<Float>], context: [SIMD16<Float>], transitions: [Float],
    to image: inout TableImage
  ) {
    HashedSlots.add(hashes, to: &image, named: "p\(pass)")
    image.add(
      section(pass),
      stride(from: 0, to: rows.count, by: window).map { first in
        Row(
          rows[first..<first + window].flatMap { place in
            let weights = quantised(place)
            return (0..<TagLabel.count).map { weights[$0] }
          })
      })
    let codes = context.map(quantised)
    let used = codes.indices.filter { codes[$0] != SIMD16() }
    image.add("p\(pass).codes", used.map { UInt16($0) })
    image.add("p\(pass).context", used.map { codes[$0] })
    image.add("p\(pass).transitions", transitions.map { Int16(($0 * scale).rounded()) })
  }

  /// The name of the section with the rows of a pass.
  static func section(_ pass: Int) -> String { "p\(pass).packed" }

  private static func quantised(_ weights: SIMD16<Float>) -> SIMD16<Int8> {
    var result = SIMD16<Int8>()
    for i in 0..<TagLabel.count { result[i] = Int8(max(-127, min(127, (weights[i] * scale).rounded()))) }
    return result
  }
}

extension TaggerModel {
  /// File name of the tagger under `Rules/models/`.
  public static let file = "entities-anercorp.naqlt"
}

import NaqlModel
import NaqlRules
import NaqlTables

/// Labels of the tagger: O, then B and I of each class in turn.
public enum TagLabel {
  /// Number of labels.
  public static let count = 9
  /// The labels' names, as the tagger prints them.
  public static let names = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]

  /// The label of a name such as `B-PERS`; O for an unknown one.
  public static func of(_ name: some StringProtocol) -> UInt8 {
    let plain = name.hasSuffix("PERS") ? String(name.dropLast()) : String(name)
    return UInt8(names.firstIndex(of: plain) ?? 0)
  }

  /// Whether `next` may follow `label`: an inner label only behind one of its class.
  @inline(__always)
  public static func allows(_ label: Int, _ next: Int) -> Bool {
    next == 0 || next & 1 == 1 || (label != 0 && (label + 1) / 2 == next / 2)
  }
}

/// Weights of one pass of the tagger: features of words by place in the window, of the context, and transitions.
public struct TaggerModel: @unchecked Sendable {
  // Sendable: immutable mapped memory.
  private let table: Table
  let slots: HashedSlots
  let rows: UnsafeBufferPointer<SIMD16<Int8>>
  let context: UnsafeBufferPointer<SIMD16<Int8>>
  let transitions: [SIMD16<Int16>]

  /// Weights are whole numbers of this fraction.
  public static let scale: Float = 32
  /// Places in the window: two words on either side.
  public static let window = 5

  /// Pass `pass` (1 or 2) of the model in `table`.
  public init(_ table: Table, pass: Int) {
    self.table = table
    slots = HashedSlots(table, named: "p\(pass)")
    rows = table.array("p\(pass).weights")
    context = table.array("p\(pass).context")
    let flat = table.array("p\(pass).transitions", of: Int16.self)
    var transitions: [SIMD16<Int16>] = []
    for from in 0..<TagLabel.count {
      var row = SIMD16<Int16>(repeating: -8000)
      for to in 0..<TagLabel.count where flat.count == 81 && TagLabel.allows(from, to) { row[to] = flat[from * 9 + to] }
      transitions.append(row)
    }
    self.transitions = transitions
  }

  /// Adds one pass to a model's image: `rows` has five vectors a feature, `context` one for each context code.
  public static func add(
    pass: Int, hashes: [UInt64], rows: [SIMD16<Float>], context: [SIMD16<Float>], transitions: [Float],
    to image: inout TableImage
  ) {
    HashedSlots.add(hashes, to: &image, named: "p\(pass)")
    image.add("p\(pass).weights", rows.map(quantised))
    image.add("p\(pass).context", context.map(quantised))
    image.add("p\(pass).transitions", transitions.map { Int16(($0 * scale).rounded()) })
  }

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

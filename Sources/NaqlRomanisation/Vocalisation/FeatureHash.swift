/// Hashes of features: a running state into which numbers are mixed, and places in a weight table.
@usableFromInline
struct FeatureHash {
  @usableFromInline var state: UInt32

  /// A hash for the template with this number.
  @inline(__always)
  init(_ template: UInt32) { state = template &* 0x9E37_79B1 &+ 0x7F4A_7C15 }

  /// Mixes a number in.
  @inline(__always)
  mutating func add(_ value: UInt32) {
    var x = (state ^ value) &* 0x85EB_CA6B
    x ^= x >> 15
    state = x &* 0xC2B2_AE35 &+ (value << 7 | value >> 25)
  }

  /// The finished hash.
  @inline(__always)
  var value: UInt32 {
    var x = state
    x ^= x >> 16
    x = x &* 0x85EB_CA6B
    x ^= x >> 13
    return x
  }

  @inline(__always)
  static func of(_ template: UInt32, _ a: UInt32) -> UInt32 {
    var h = FeatureHash(template)
    h.add(a)
    return h.value
  }

  @inline(__always)
  static func of(_ template: UInt32, _ a: UInt32, _ b: UInt32) -> UInt32 {
    var h = FeatureHash(template)
    h.add(a)
    h.add(b)
    return h.value
  }

  @inline(__always)
  static func of(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    var h = FeatureHash(template)
    h.add(a)
    h.add(b)
    h.add(c)
    return h.value
  }

  /// A hash of bytes.
  @inline(__always)
  static func bytes(_ template: UInt32, _ bytes: some Sequence<UInt8>) -> UInt32 {
    var h = FeatureHash(template)
    for byte in bytes { h.add(UInt32(byte)) }
    return h.value
  }
}

/// Size and step of the weight tables, shared by trainer and program.
public enum WeightTable {
  /// Number of weights of the letter tagger, a power of two as the others.
  public static let taggerSize = 1 << 19
  /// Number of weights of the re-ranker.
  public static let rankerSize = 1 << 21
  /// Number of weights that running text adds to it.
  public static let proseSize = 1 << 21
  /// Number of weights of the casing model.
  public static let caseSize = 1 << 21
  /// What one step of an 8-bit weight is worth.
  public static let step: Float = 1 / 20
  /// The largest weight that can be kept.
  public static let limit: Float = 6.3

  /// The 8-bit form of a weight.
  public static func packed(_ weight: Float) -> Int8 { Int8(max(-127, min(127, (weight / step).rounded()))) }

  /// Place of a feature together with a label.
  @inline(__always)
  public static func place(_ feature: UInt32, _ label: UInt32, mask: Int) -> Int {
    var x = feature ^ (label &* 0x9E37_79B1)
    x ^= x >> 15
    return Int(x) & mask
  }
}

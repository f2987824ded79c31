import NaqlTables

/// The word types met so far by one worker: every token's bytes become a number, and all about a type is computed once.
public final class TypeCache {
  let analyser: WordAnalyser
  let lexicon: TagLexicon?
  let passes: [TaggerModel]
  private let keepsFeatures: Bool
  /// Number of types; 0 is the one beyond the ends of a sentence.
  public private(set) var count = 0
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotMask: Int
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var capacity: Int
  /// The types, by number.
  public private(set) var types: UnsafeMutablePointer<WordType>
  /// For each type and pass five vectors of label scores, by place in the window.
  private(set) var emissions: UnsafeMutablePointer<SIMD16<Int16>>
  /// Features of each type, where they are kept for training.
  public private(set) var features: [[UInt64]] = []
  private var names: [UInt64: Int32] = [:]
  private var scratch = WordAnalyser.Scratch()

  /// A cache without types. `passes` are the models to score with; `keepsFeatures` is for training.
  public init(_ analyser: WordAnalyser, lexicon: TagLexicon?, passes: [TaggerModel], keepsFeatures: Bool = false) {
    self.analyser = analyser
    self.lexicon = lexicon
    self.passes = passes
    self.keepsFeatures = keepsFeatures
    capacity = 1 << 14
    slotMask = (1 << 16) - 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: 0, count: slotMask + 1)
    types = .allocate(capacity: capacity)
    emissions = .allocate(capacity: max(1, capacity * 5 * passes.count))
    _ = id(of: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  deinit {
    slots.deallocate()
    types.deallocate()
    emissions.deallocate()
  }

  /// How many distinct names (best readings' keys) there are.
  public var nameCount: Int { names.count }

  /// Forgets everything where more than `limit` types are known, so that memory stays bounded between documents.
  public func trim(over limit: Int = 1 << 19) {
    guard count > limit else { return }
    slots.update(repeating: 0, count: slotMask + 1)
    count = 0
    arena.removeAll()
    starts = [0]
    names.removeAll()
    features.removeAll()
    _ = id(of: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// The number of the type of `word`, UTF-8 as in the text.
  @inline(__always)
  public func id(of word: UnsafeRawBufferPointer) -> Int32 {
    let hash = tableHash(word)
    var at = Int(truncatingIfNeeded: hash) & slotMask
    let tag = hash >> 32
    while true {
      let slot = slots[at]
      if slot == 0 { break }
      if slot >> 32 == tag {
        let found = Int(slot & 0xFFFF_FFFF) - 1
        if equal(found, word) { return Int32(truncatingIfNeeded: found) }
      }
      at = (at + 1) & slotMask
    }
    return add(word, hash)
  }

  @inline(__always)
  private func equal(_ type: Int, _ word: UnsafeRawBufferPointer) -> Bool {
    let start = starts[type]
    guard starts[type + 1] - start == word.count else { return false }
    return arena.withUnsafeBytes { bytes in
      var at = 0
      while at + 8 <= word.count {
        if bytes.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
          != word.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        {
          return false
        }
        at += 8
      }
      while at < word.count {
        if bytes[start + at] != word[at] { return false }
        at += 1
      }
      return true
    }
  }

  /// Number of the name with this key, where it was met.
  func name(ofKey key: [UInt8]) -> Int32? { names[key.withUnsafeBytes { featureHash(3, $0) }] }

  /// Calls `body` with the bytes of a type.
  func bytes(of type: Int32, _ body: (UnsafeRawBufferPointer) -> Void) {
    arena.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[starts[Int(type)]..<starts[Int(type) + 1]])) }
  }

  private func add(_ word: UnsafeRawBufferPointer, _ hash: UInt64) -> Int32 {
    if count == capacity { grow() }
    let id = count
    count += 1
    arena.append(contentsOf: word)
    starts.append(arena.count)
    var at = Int(truncatingIfNeeded: hash) & slotMask
    while slots[at] != 0 { at = (at + 1) & slotMask }
    slots[at] = (hash >> 32) << 32 | UInt64(id + 1)
    let wants = keepsFeatures || !passes.isEmpty
    var type = analyser.analyse(word, lexicon: lexicon, features: wants, &scratch)
    let name = scratch.name.withUnsafeBytes { featureHash(3, $0) }
    if let known = names[name] {
      type.name = known
    } else {
      type.name = Int32(names.count)
      names[name] = type.name
    }
    (types + id).initialize(to: type)
    if keepsFeatures { features.append(scratch.features) }
    for (index, model) in passes.enumerated() {
      let base = emissions + (id * passes.count + index) * 5
      for place in 0..<5 { base[place] = SIMD16() }
      for feature in scratch.features {
        let row = model.slots.row(feature)
        if row < 0 { continue }
        for place in 0..<5 { base[place] &+= SIMD16<Int16>(truncatingIfNeeded: model.rows[row * 5 + place]) }
      }
    }
    return Int32(truncatingIfNeeded: id)
  }

  private func grow() {
    let larger = capacity * 2
    let newTypes = UnsafeMutablePointer<WordType>.allocate(capacity: larger)
    newTypes.update(from: types, count: count)
    types.deallocate()
    types = newTypes
    let stride = 5 * passes.count
    let newEmissions = UnsafeMutablePointer<SIMD16<Int16>>.allocate(capacity: max(1, larger * stride))
    newEmissions.update(from: emissions, count: count * stride)
    emissions.deallocate()
    emissions = newEmissions
    capacity = larger
    let newMask = larger * 4 - 1
    let newSlots = UnsafeMutablePointer<UInt64>.allocate(capacity: newMask + 1)
    newSlots.initialize(repeating: 0, count: newMask + 1)
    for type in 0..<count {
      let hash = arena.withUnsafeBytes {
        tableHash(UnsafeRawBufferPointer(rebasing: $0[starts[type]..<starts[type + 1]]))
      }
      var at = Int(truncatingIfNeeded: hash) & newMask
      while newSlots[at] != 0 { at = (at + 1) & newMask }
      newSlots[at] = (hash >> 32) << 32 | UInt64(type + 1)
    }
    slots.deallocate()
    slots = newSlots
    slotMask = newMask
  }
}

extension TypeCache {
  /// Number of the name that a type has with the article (هيئة: that of الهيئة), where it was met.
  func definiteName(of bare: Int32) -> Int32? {
    var key: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
    bytes(of: bare) { NameKey.append($0, to: &key) }
    return name(ofKey: key)
  }
}

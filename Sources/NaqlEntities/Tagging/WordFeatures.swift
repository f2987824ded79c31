/// The features of a word type for the tagger: what it is spelt like, what lists and clusters say, its clitic readings.
///
/// Some are there a second time for pages, so that a model of both learns where they differ (Daumé 2007, Frustratingly Easy Domain
/// Adaptation). Each holds for every place in the window of two words on either side; the model keeps weights by place.
extension WordAnalyser {
  func makeFeatures(
    _ type: WordType, ordinal: Int, bare: Int, lexicon: TagLexicon?, isArabic: Bool, _ scratch: inout Scratch
  ) {
    scratch.features.removeAll(keepingCapacity: true)
    var out = scratch.features
    scratch.features = []
    scratch.key.withUnsafeBytes { key in
      out.append(featureHash(10, key))
      out.append(featureHash(11, Int(type.signature.number)))
      if isPage {
        out.append(featureHash(70, key))
        out.append(featureHash(71, Int(type.signature.number)))
      }
      if let clusters {
        let (a, b, c) = clusters.of(key)
        if a > 0 {
          out.append(featureHash(12, a))
          out.append(featureHash(13, b))
          out.append(featureHash(14, c))
        }
      }
      if let lexicon {
        let code = lexicon.code(key)
        out.append(featureHash(15, code))
        if code > 0 { out.append(featureHash(16, (code - 1) / 108)) }
      }
      guard isArabic else { return }
      let letters = key.count / 2
      for n in 1...4 where letters > n {
        out.append(featureHash(20 + UInt64(n), UnsafeRawBufferPointer(rebasing: key[0..<(2 * n)])))
        out.append(featureHash(25 + UInt64(n), UnsafeRawBufferPointer(rebasing: key[(key.count - 2 * n)...])))
      }
      out.append(featureHash(31, min(letters, 10)))
    }
    guard isArabic else {
      scratch.features = out
      return
    }
    // Every reading, with and without the article, as one and the same kind of feature.
    for i in 0..<4 where type.letters[i] != 255 {
      scratch.readings[i].withUnsafeBytes { reading in
        out.append(featureHash(32, reading))
        if reading.count >= 8, reading[0] == 0xD8, reading[1] == 0xA7, reading[2] == 0xD9, reading[3] == 0x84 {
          out.append(featureHash(32, UnsafeRawBufferPointer(rebasing: reading[4...])))
        }
      }
    }
    out.append(featureHash(33, Int(type.best) * 2 + (type.hasArticle ? 1 : 0)))
    let whole = Int(type.ordinals[0])
    addFacts(whole, 40, &out)
    addFacts(ordinal, 50, &out)
    addFacts(bare, 60, &out)
    scratch.name.withUnsafeBytes { name in
      let start = type.hasArticle ? 4 : 0
      if type.best != 0 || type.hasArticle {
        let stem = UnsafeRawBufferPointer(rebasing: name[start...])
        for n in 2...3 where stem.count > 2 * n {
          out.append(featureHash(34 + UInt64(n), UnsafeRawBufferPointer(rebasing: stem[0..<(2 * n)])))
        }
      }
      if type.best != 0 {
        if let lexicon { out.append(featureHash(17, lexicon.code(name))) }
        if let clusters {
          let (a, b, c) = clusters.of(name)
          if a > 0 {
            out.append(featureHash(18, a))
            out.append(featureHash(19, b))
            out.append(featureHash(9, c))
          }
        }
      }
    }
    scratch.features = out
  }

  private func addFacts(_ ordinal: Int, _ base: UInt64, _ out: inout [UInt64]) {
    guard ordinal >= 0 else { return out.append(featureHash(base, 0)) }
    let fact = table.facts[ordinal]
    var kinds = fact.kinds
    while kinds != 0 {
      out.append(featureHash(base + 1, kinds.trailingZeroBitCount))
      kinds &= kinds - 1
    }
    let first = fact.first.leadingBit
    let last = fact.last.leadingBit
    out.append(featureHash(base + 2, first))
    out.append(featureHash(base + 3, last))
    out.append(featureHash(base + 4, fact.middle.leadingBit))
    out.append(featureHash(base + 5, fact.place.leadingBit))
    out.append(featureHash(base + 6, fact.organisation.leadingBit))
    let beginning = table.begin(Int32(ordinal))
    if !beginning.isNone { out.append(featureHash(base + 7, Int(beginning.lists.rawValue & 0xFFF))) }
    if base != 60 { out.append(featureHash(base + 8, min(3, first) * 4 + min(3, last))) }
  }
}

/// The features of a gap between two words, as indices into the model's weights.
struct GapFeatures {
  /// How many bits an index has.
  static let bits: UInt32 = 18

  /// Calls `visit` with each feature of the gap before word `at` (1 and more) of `words`.
  @inline(__always)
  static func forEach(
    _ words: [StretchWord], _ facts: UnsafeBufferPointer<SpellingFacts>, _ at: Int, _ visit: (Int) -> Void
  ) {
    func fact(_ index: Int) -> SpellingFacts {
      index >= 0 && index < words.count ? facts[Int(words[index].spelling)] : facts[0]
    }
    let l0 = fact(at - 1)
    let l1 = fact(at - 2)
    let l2 = fact(at - 3)
    let r0 = fact(at)
    let r1 = fact(at + 1)
    let r2 = fact(at + 2)
    let word = words[at]
    let mark = UInt32(word.mark)
    func emit(_ id: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      var h = UInt64(id) &* 0x9E37_79B9_7F4A_7C15
      h = (h ^ UInt64(a)) &* 0xBF58_476D_1CE4_E5B9
      h = (h ^ (h >> 29) ^ UInt64(b)) &* 0x94D0_49BB_1331_11EB
      h = (h ^ (h >> 31) ^ UInt64(c)) &* 0xD6E8_FEB8_6659_FD93
      visit(Int(truncatingIfNeeded: h >> UInt64(64 - Self.bits)))
    }
    let conjunction = UInt32(r0.conjunction)
    emit(1, 0)
    // The words themselves.
    emit(2, l0.word)
    emit(3, r0.word)
    emit(4, r0.written)
    emit(5, r0.rest, conjunction == 0 ? 0 : 1)
    emit(6, l1.word)
    emit(7, r1.word)
    emit(8, l0.word, r0.word)
    emit(9, r0.word, r1.word)
    emit(10, l1.word, l0.word)
    emit(11, r1.rest)
    emit(12, r0.word, r1.tag)
    emit(13, l0.tag, r0.word)
    emit(14, l0.word, r0.tag)
    // Beginnings and ends of words.
    emit(20, r0.prefix2, conjunction)
    emit(21, r0.prefix3, conjunction)
    emit(22, r0.suffix1, conjunction)
    emit(23, r0.suffix2, conjunction)
    emit(24, l0.suffix1)
    emit(25, l0.suffix2)
    emit(26, l0.suffix3)
    emit(27, l0.prefix2)
    emit(28, r1.prefix2, r0.tag)
    emit(29, l0.suffix2, r0.prefix2, conjunction)
    // Kinds around the gap.
    emit(40, l0.tag)
    emit(41, r0.tag)
    emit(42, l0.tag, r0.tag)
    emit(43, r0.tag, r1.tag)
    emit(44, r0.tag, r1.tag, r2.tag)
    emit(45, l1.tag, l0.tag, r0.tag)
    emit(46, l0.tag, r0.tag, r1.tag)
    emit(47, l2.tag, l1.tag, l0.tag)
    emit(48, r0.tag, UInt32(r0.letters))
    // و between two words of one shape joins them.
    if conjunction != 0 {
      let sameEnd: UInt32 = l0.suffix1 == r0.suffix1 ? 1 : 0
      let sameArticle: UInt32 = l0.article == r0.article ? 1 : 0
      let sameKind: UInt32 = l0.kind == r0.kind ? 1 : 0
      emit(60, sameEnd, sameArticle, sameKind)
      emit(61, sameEnd | sameArticle << 1, r0.tag)
      emit(62, l1.article == r0.article ? 1 : 0, l1.kind == r0.kind ? 1 : 0, l0.tag)
    }
    // Markers.
    let classes = conjunction == 0 ? r0.bits : r0.bits | r0.restBits
    forEachBit(classes) { bit in
      emit(70, bit, conjunction)
      emit(71, bit, conjunction, r1.tag)
      emit(72, bit, conjunction, l0.tag)
    }
    forEachBit(r1.bits | r1.restBits) { emit(73, $0, r0.tag) }
    forEachBit(l0.bits | l0.restBits) { emit(74, $0, r0.tag) }
    forEachBit(l1.bits | l1.restBits) { emit(75, $0) }
    forEachBit(word.phraseBits) { bit in
      emit(76, bit, conjunction)
      emit(77, bit, UInt32(word.phraseWords), conjunction)
    }
    forEachBit(word.passedBits) { bit in
      emit(78, bit)
      emit(79, bit, r0.tag)
    }
    // Where verbs stand: a sentence has one or two.
    let verbs = UInt32(word.verbs)
    let since = UInt32(word.sinceVerb)
    let to = UInt32(word.toVerb)
    let role: UInt32 = (r0.isVerb ? 1 : 0) | (r0.conjunction != 0 ? 2 : 0)
    emit(80, verbs)
    emit(81, verbs, r0.tag)
    emit(82, since, r0.tag)
    emit(83, to, r0.tag)
    emit(84, since, to, role)
    emit(85, verbs, since, role)
    // Marks that are no terminators, where there are any.
    if mark != 0 {
      emit(90, mark)
      emit(91, mark, conjunction)
      emit(92, mark, r0.tag)
      emit(93, mark, l0.tag)
      emit(94, mark, r0.word)
      forEachBit(classes) { emit(95, mark, $0) }
    }
    if word.isBracketed { emit(97, 1) }
  }

  @inline(__always)
  private static func forEachBit(_ bits: UInt32, _ visit: (UInt32) -> Void) {
    var left = bits & ~MarkerRecipe.phrase
    while left != 0 {
      visit(UInt32(left.trailingZeroBitCount))
      left &= left - 1
    }
  }
}

/// Labels the tokens of a text by a linear model and Viterbi; a second pass sees how other mentions were labelled.
///
/// Twenty-five sentences on either side count as the document of a mention.
public struct Tagger {
  /// Sentences on either side that count as one document.
  public static let window = 25

  /// Taken off the score of O, since names are missed more often than invented (in units of `TaggerModel.scale`).
  static let outsidePenalty: Int16 = 12

  private let cache: TypeCache
  private var back: [SIMD16<Int8>] = []
  private var counts: [SIMD16<Int16>] = []
  private var touched: [Int32] = []
  /// Code of other mentions, by token, after `countMentions`.
  public private(set) var mentions: [UInt8] = []

  /// A tagger that scores with the passes of `cache`.
  public init(_ cache: TypeCache) { self.cache = cache }

  /// The label of every token of `text`, which must be annotated.
  public mutating func tag(_ text: TokenText) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: text.types.count)
    guard !cache.passes.isEmpty else { return labels }
    decode(text, pass: 0, &labels)
    if cache.passes.count > 1 {
      countMentions(text, labels)
      decode(text, pass: 1, &labels)
    }
    return labels
  }

  /// Counts, for every token, the labels of the other mentions of its name within the window.
  public mutating func countMentions(_ text: TokenText, _ labels: [UInt8]) {
    if counts.count < cache.nameCount {
      counts.append(contentsOf: repeatElement(SIMD16(), count: cache.nameCount * 2 - counts.count))
    }
    mentions = [UInt8](repeating: 0, count: text.types.count)
    let known = UnsafePointer(cache.types)
    let ends = text.sentenceEnds
    counts.withUnsafeMutableBufferPointer { counts in
      var added = 0
      var removed = 0
      for sentence in 0..<ends.count {
        while added < ends.count, added <= sentence + Self.window {
          for at in (added == 0 ? 0 : ends[added - 1])..<ends[added] {
            counts[Int(known[Int(text.types[at])].name)][Int(labels[at])] += 1
          }
          added += 1
        }
        while removed < sentence - Self.window {
          for at in (removed == 0 ? 0 : ends[removed - 1])..<ends[removed] {
            counts[Int(known[Int(text.types[at])].name)][Int(labels[at])] -= 1
          }
          removed += 1
        }
        for at in (sentence == 0 ? 0 : ends[sentence - 1])..<ends[sentence] {
          var mine = counts[Int(known[Int(text.types[at])].name)]
          mine[Int(labels[at])] -= 1
          mentions[at] = ContextCodes.mentionCode(mine)
        }
      }
      for at in (removed == 0 ? 0 : ends[removed - 1])..<(added == 0 ? 0 : ends[added - 1]) {
        counts[Int(known[Int(text.types[at])].name)] = SIMD16()
      }
    }
  }

  private mutating func decode(_ text: TokenText, pass: Int, _ labels: inout [UInt8]) {
    let model = cache.passes[pass]
    let known = UnsafePointer(cache.types)
    let emissions = UnsafePointer(cache.emissions)
    let stride = cache.passes.count * 5
    let offset = pass * 5
    if back.count < text.types.count { back = [SIMD16<Int8>](repeating: SIMD16(), count: text.types.count * 2) }
    let context = model.context
    var t = (
      model.transitions[0], model.transitions[1], model.transitions[2], model.transitions[3], model.transitions[4],
      model.transitions[5], model.transitions[6], model.transitions[7], model.transitions[8]
    )
    _ = withUnsafeBytes(of: &t) { raw in
      let transitions = raw.bindMemory(to: SIMD16<Int16>.self)
      mentions.withUnsafeBufferPointer { allMentions in
        let seen = pass == 0 ? UnsafeBufferPointer(start: nil, count: 0) : allMentions
        back.withUnsafeMutableBufferPointer { back in
          text.types.withUnsafeBufferPointer { types in
            var start = 0
            for end in text.sentenceEnds {
              var score = SIMD16<Int16>(repeating: -8000)
              for at in start..<end {
                var sum = (emissions + Int(types[at]) * stride + offset)[2]
                let a = at - 1 >= start ? Int(types[at - 1]) : 0
                let b = at - 2 >= start ? Int(types[at - 2]) : 0
                let c = at + 1 < end ? Int(types[at + 1]) : 0
                let d = at + 2 < end ? Int(types[at + 2]) : 0
                sum &+= (emissions + a * stride + offset)[1]
                sum &+= (emissions + b * stride + offset)[0]
                sum &+= (emissions + c * stride + offset)[3]
                sum &+= (emissions + d * stride + offset)[4]
                ContextCodes.forEach(text, known, seen, at: at, start: start, end: end) {
                  sum &+= SIMD16<Int16>(truncatingIfNeeded: context[$0])
                }
                sum[0] &-= Self.outsidePenalty
                if at == start {
                  score = transitions[0] &+ sum
                  continue
                }
                var best = transitions[0] &+ score[0]
                var from = SIMD16<Int16>()
                for label in 1..<TagLabel.count {
                  let here = transitions[label] &+ score[label]
                  let better = here .> best
                  best.replace(with: here, where: better)
                  from.replace(with: Int16(truncatingIfNeeded: label), where: better)
                }
                back[at] = SIMD16<Int8>(truncatingIfNeeded: from)
                score = (best &+ sum) &- best[0]
                score = pointwiseMax(score, SIMD16(repeating: -12000))
              }
              var label = 0
              for other in 1..<TagLabel.count where score[other] > score[label] { label = other }
              var at = end - 1
              while at >= start {
                labels[at] = UInt8(truncatingIfNeeded: label)
                if at > start { label = Int(back[at][label]) }
                at -= 1
              }
              start = end
            }
          }
        }
      }
      return 0
    }
  }
}

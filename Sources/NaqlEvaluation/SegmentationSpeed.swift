import NaqlICU
import NaqlModel
import NaqlRules
import NaqlSegmentation

/// Measures the segmenter beside ICU's bare sentence iterator, on the same text in the same run.
public enum SegmentationSpeed {
  /// Megabytes (10^6 bytes of UTF-8) a second: our segments from UTF-8, and ICU's `ar` sentence iterator on UTF-16 that
  /// lies ready; the best of `runs` runs of each.
  public static func measure(_ text: [UInt8], profile: String, rules: RuleSet, runs: Int = 15) throws(Diagnostic)
    -> (ours: Double, icu: Double)
  {
    let segmentation = try PlainSegmentation(SegmentationSettings(profile: profile, rules: rules))
    let clock = ContinuousClock()
    var ours = Duration.seconds(1_000_000)
    var icu = ours
    do {
      let iterator = try BreakIterator(.sentence, locale: "ar")
      var units = UTF16Buffer(capacity: text.count)
      var copy = String(decoding: text, as: UTF8.self)
      copy.makeContiguousUTF8()
      try units.fill(copy)
      for _ in 0..<runs {
        var count = 0
        let started = clock.now
        try iterator.forEachBoundary(in: units) { _, _ in count += 1 }
        icu = min(icu, clock.now - started)
      }
    } catch { throw Diagnostic("evaluate.icu", "\(error)") }
    for _ in 0..<runs {
      var count = 0
      let started = clock.now
      let result: Result<Void, Diagnostic> = text.withUnsafeBytes { bytes in
        do throws(Diagnostic) {
          return .success(try segmentation.forEachSentence(in: bytes) { _ in count += 1 })
        } catch { return .failure(error) }
      }
      try result.get()
      ours = min(ours, clock.now - started)
    }
    return (rate(text.count, ours), rate(text.count, icu))
  }

  private static func rate(_ bytes: Int, _ time: Duration) -> Double {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    return Double(bytes) / 1e6 / seconds
  }
}

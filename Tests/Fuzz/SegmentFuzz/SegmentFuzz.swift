import CFuzz
import NaqlEvaluation
import NaqlRules

/// Looks for texts on which the segmenter loses a byte, changes its mind or crashes; `make fuzz` builds and runs it.
@main struct SegmentFuzz {
  nonisolated(unsafe) static var proof: SegmentationProof?

  static func main() throws {
    proof = try SegmentationProof(rules: RuleSet(root: "Rules"))
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      // Ill-formed bytes never reach the segmenter: readers refuse them.
      let text = Array(String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self).utf8)
      // Crashing is how a fuzz target reports: libFuzzer then keeps the text.
      do {
        if let failure = try SegmentFuzz.proof?.check(text) { fatalError("\(failure.what): \(failure.text)") }
      } catch { fatalError("\(error)") }
      return 0
    }
  }
}

import NaqlEntities
import NaqlModel
import NaqlRules
import NaqlText

/// Sentences whose names stand in brackets with their class before them: `قال [PER محمود عباس] في [LOC رام الله]`.
///
/// Clitics stand outside the brackets and are part of the labelled token, as in ANERcorp: ب[LOC باريس] is B-LOC. Classes are
/// those of pages; the tagger knows MEDIA as ORG, EVENT and WORK as MISC.
public enum BracketedText {
  /// The sentences of every file in `entities/prose/` of the rules, cut into tokens as pages are. A mistake in the brackets is
  /// an error at its line.
  public static func sentences(_ rules: RuleSet) throws(Diagnostic) -> [AnnotatedText.Sentence] {
    var sentences: [AnnotatedText.Sentence] = []
    try forEachLine(rules) { line, fault throws(Diagnostic) in
      guard let line else { throw fault }
      sentences.append(sentence(line))
    }
    return sentences
  }

  /// Every mistake in the brackets of `entities/prose/`, with file and line, for `naql rules check`.
  public static func faults(in rules: RuleSet) throws(Diagnostic) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    try forEachLine(rules) { line, fault throws(Diagnostic) in if line == nil { faults.append(fault) } }
    return faults
  }

  /// Calls `visit` with each line taken apart, nil where its brackets are wrong, and with what would then be said.
  private static func forEachLine(
    _ rules: RuleSet, _ visit: (BracketedLine?, Diagnostic) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    for path in rules.list("entities/prose", suffix: ".txt") {
      let file = try rules.require(path)
      for (number, line) in try rules.lines(path).enumerated() {
        if line.isEmpty || line.hasPrefix("#") { continue }
        try visit(
          BracketedLine(line),
          Diagnostic(
            "train.marks", "a bracket does not hold a class and a name: [LOC بغداد]", file: file, line: number + 1))
      }
    }
  }

  private static func sentence(_ line: BracketedLine) -> AnnotatedText.Sentence {
    var sentence = AnnotatedText.Sentence(tokens: [], labels: [])
    var names = line.names[...]
    var place = 0  // of the token in its name
    line.text.withUnsafeBytes { bytes in
      Tokeniser.forEachToken(in: bytes, TextRange(0, bytes.count)) { token in
        let range = Int(token.start)..<Int(token.end)
        while let name = names.first, name.range.upperBound <= range.lowerBound {
          names.removeFirst()
          place = 0
        }
        sentence.tokens.append(Array(bytes[range]))
        guard let name = names.first, name.range.overlaps(range) else { return sentence.labels.append(0) }
        sentence.labels.append(TagLabel.of((place == 0 ? "B-" : "I-") + name.label))
        place += 1
      }
    }
    return sentence
  }
}

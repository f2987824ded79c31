/// Precision and recall of names by exact spans and classes, counted as conlleval does.
///
/// Source of the rules: the CoNLL-2002 shared task's `conlleval`: a name begins at B, or at I behind O or another class.
public struct RecognitionScore: Sendable {
  /// Counts by class.
  public private(set) var classes: [String: PrecisionRecall] = [:]
  /// Counts of all classes together.
  public private(set) var all = PrecisionRecall()

  /// A name: tokens `start..<end` of class `name`.
  struct Span: Hashable {
    var start: Int
    var end: Int
    var name: String
  }

  /// Nothing counted yet.
  public init() {}

  /// Adds one sentence, its gold and given labels such as `B-PER`.
  public mutating func add(gold: [String], given: [String]) {
    let right = Set(Self.spans(gold))
    for span in right {
      classes[span.name, default: PrecisionRecall()].gold += 1
      all.gold += 1
    }
    for span in Self.spans(given) {
      classes[span.name, default: PrecisionRecall()].given += 1
      all.given += 1
      if right.contains(span) {
        classes[span.name, default: PrecisionRecall()].right += 1
        all.right += 1
      }
    }
  }

  static func spans(_ labels: [String]) -> [Span] {
    var spans: [Span] = []
    var open: Span?
    for (at, label) in (labels + ["O"]).enumerated() {
      var name = label.count > 2 ? String(label.dropFirst(2)) : ""
      if name == "PERS" { name = "PER" }
      if let current = open, label.hasPrefix("B") || name != current.name {
        spans.append(Span(start: current.start, end: at, name: current.name))
        open = nil
      }
      if open == nil, !name.isEmpty { open = Span(start: at, end: at, name: name) }
    }
    return spans
  }

  /// A table of the figures, one class a line and the micro average last.
  public var report: String {
    var lines = "class\tprecision\trecall\tF1\tgold\tgiven\n"
    func line(_ name: String, _ c: PrecisionRecall) -> String {
      "\(name)\t\(Self.percent(c.precision))\t\(Self.percent(c.recall))\t\(Self.percent(c.f1))\t\(c.gold)\t\(c.given)\n"
    }
    for name in classes.keys.sorted() { lines += line(name, classes[name]!) }
    return lines + line("micro", all)
  }

  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

import NaqlEntities
import NaqlModel
import NaqlPipeline
import NaqlRomanisation
import NaqlRules
import NaqlSegmentation

/// Finds the names in single lines of text, each by itself, so that romanised phrases have the capitals of names.
///
/// One thread's own.
public final class LineNames {
  private let segment: any StageWorker
  private let recognise: any StageWorker
  /// The line asked for last: several schemes ask for the same.
  private var last: (line: String, names: [SeenName]) = ("", [])

  /// What all threads share: the rules and models, opened once.
  public struct Tools: Sendable {
    fileprivate let segment: SegmentStage
    fileprivate let recognise: RecogniseStage

    /// Opens what lies under `rules`; errors of the rules are thrown.
    public init(_ rules: RuleSet) throws(Diagnostic) {
      segment = try SegmentStage(options: StageOptions(), rules: rules)
      recognise = try RecogniseStage(options: StageOptions(), rules: rules)
    }
  }

  /// A finder with stores of its own.
  public init(_ tools: Tools) throws(Diagnostic) {
    segment = try tools.segment.makeWorker(threads: 1)
    recognise = try tools.recognise.makeWorker(threads: 1)
  }

  /// The names of people, places and bodies in `line`, and of media, events and works; no events of several words (القمة العربية). All words
  /// have capitals in listed names that are definite throughout (الأمم المتحدة) or longer than two words, and in a word in quotation
  /// marks («الأيام»). Where a line cannot be cut, which the segmenter's own errors alone could cause, it has none.
  public func names(in line: String) -> [SeenName] {
    if line != last.line { last = (line, find(line)) }
    return last.names
  }

  private func find(_ line: String) -> [SeenName] {
    var document = Document(id: "line", text: Array(line.utf8))
    document.blocks = PlainNames.blocks(of: document.text)
    guard (try? segment.process(&document)) != nil, (try? recognise.process(&document)) != nil else { return [] }
    return document.entities.compactMap { entity in
      let range = entity.range.bytes
      switch entity.entityClass {
      case .title: return nil
      case .event where entity.name.utf8.contains(0x20): return nil
      case .person: return SeenName(range, .person, isDistinct: Self.isDistinct(entity.name))
      case .location: return SeenName(range, .place, isDistinct: Self.isDistinct(entity.name))
      default:
        let words = entity.name.split(separator: " ")
        if words.count == 1, Self.isQuotation(document.text[..<range.lowerBound]) { return SeenName(range, .whole) }
        if words.count == 1 { return entity.origin == .gazetteer ? SeenName(range, .body) : nil }
        let isListed = entity.origin == .gazetteer && (words.count > 2 || words.allSatisfy { $0.hasPrefix("ال") })
        return isListed ? SeenName(range, .whole) : SeenName(range, .organisation)
      }
    }
  }

  private static func isDistinct(_ name: String) -> Bool { name.utf8.contains(0x20) || !name.hasPrefix("ال") }

  /// Whether a text ends in an opening mark of quotation.
  private static func isQuotation(_ text: ArraySlice<UInt8>) -> Bool {
    ["«", "“", "\""].contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

import NaqlModel
import NaqlPipeline
import NaqlRules

/// What a file format is called and what it needs.
public struct FormatDescription: Sendable {
  /// Name in pipelines and after `--format`.
  public let name: String
  /// What follows the document's id in the file name, such as `.ar-en.xlf`.
  public let suffix: String
  /// One sentence for `naql stages`.
  public let summary: String
  /// Layers that must be there.
  public let requires: Set<Layer>

  /// A format `name` whose files end in `suffix`.
  public init(name: String, suffix: String, summary: String, requires: Set<Layer>) {
    self.name = name
    self.suffix = suffix
    self.summary = Summary.listed(summary)
    self.requires = requires
  }

  /// Throws where a layer that the format needs is not there.
  public func check(_ document: Document) throws(Diagnostic) {
    guard let missing = Layer.allCases.first(where: { requires.contains($0) && !document.layers.contains($0) }) else {
      return
    }
    throw Diagnostic(
      "write.missing-layer",
      "\(name) needs the layer “\(missing.rawValue)”, which \(document.id) does not have; run the stage that adds it before",
      file: document.path)
  }
}

/// What writers are told beside the document.
public struct FormatSettings: Sendable {
  /// BCP-47 tag of the text.
  public var sourceLanguage = "ar"
  /// BCP-47 tag of the translation.
  public var targetLanguage = "en"
  /// Schemes asked for, in order; the first is the strict form shown first.
  public var schemes: [String] = []
  /// Schemes that the names are romanised in, as far as that is known before they are seen.
  public var romanised: [String] = []
  /// What else a format was told, by name (`segmentation: seg-source`, `excel: true` …).
  public var options: [String: String] = [:]
  /// The rules in force.
  public let rules: RuleSet

  /// Settings with the rules in force.
  public init(rules: RuleSet) { self.rules = rules }
}

/// Writes documents in one format. One object a document; parts of a long document come one after the other.
///
/// Everything goes through a sink into a temporary file; the file gets its name only when `finish` has been called, so a
/// half-written file never stands under its final name.
public protocol FormatWriter: AnyObject, SendableMetatype {
  /// Name, suffix and needs.
  static var description: FormatDescription { get }
  /// A writer for one document.
  init(settings: FormatSettings) throws(Diagnostic)
  /// Appends a document, or its next part, whose names have been gathered.
  func add(_ document: Document, _ names: DocumentNames, to output: ByteSink) throws(Diagnostic)
  /// Appends what closes the file.
  func finish(to output: ByteSink) throws(Diagnostic)
  /// What is said instead of a file where there was nothing to write: nil for formats in which an empty file says so.
  static var nothing: String? { get }
  /// Whether an earlier file of the format (its bytes) holds somebody's work, which a new one must not write over.
  static func holdsWork(_ file: [UInt8]) -> Bool
}

extension FormatWriter {
  /// None: an empty file is a file of the format.
  public static var nothing: String? { nil }
  /// None: what the format's files hold, Naql writes.
  public static func holdsWork(_ file: [UInt8]) -> Bool { false }
}

extension FormatWriter {
  /// The note that no file was written for `path` (nil: standard output), where the format has no empty one.
  public static func noteOfNothing(at path: String?) -> Diagnostic? {
    nothing.map { nothing in
      let earlier = path.map { FileSystem.exists($0) } == true ? "; the one that is there is older" : ""
      return Diagnostic("write.nothing", nothing + earlier, severity: .note, file: path)
    }
  }
}

/// How grave a finding is.
public enum Severity: String, CaseIterable, Sendable {
  /// Something could not be read, written or understood.
  case error
  /// Something was doubtful and was handled.
  case warning
  /// Something worth knowing.
  case note
}

/// A finding about an input, a rule file or an output: what was found, where, and what to do. It can be thrown.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How grave it is.
  public var severity: Severity
  /// Stable code, such as `read.not-utf8`; listed in `docs/diagnostics.md`.
  public var code: String
  /// What was found and what to do, one sentence or two.
  public var message: String
  /// The file it is about, as the user named it; nil for standard input or no file.
  public var file: String?
  /// Line, counted from 1.
  public var line: Int?
  /// Column in code points, counted from 1.
  public var column: Int?

  /// A finding with its stable `code`; an error where no other `severity` is given.
  public init(
    _ code: String, _ message: String, severity: Severity = .error, file: String? = nil, line: Int? = nil,
    column: Int? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line as people read it: `page.txt:3:9: error: … [read.not-utf8]`.
  public var description: String {
    var place = file ?? ""
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return (place.isEmpty ? "" : place + ": ") + "\(severity.rawValue): \(message) [\(code)]"
  }
}

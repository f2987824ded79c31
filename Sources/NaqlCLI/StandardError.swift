#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Naql
import NaqlModel
import NaqlRules

/// Progress and diagnostics, for people: standard error, coloured only on a terminal and without NO_COLOR.
enum StandardError {
  private static let colours: Bool = isatty(2) == 1 && Environment.variables["NO_COLOR"] == nil

  /// Prints a line.
  static func print(_ line: String) { try? FileSystem.write(Array((line + "\n").utf8), descriptor: 2, name: "stderr") }

  /// Prints a diagnostic as `file:line:column: severity: message [code]`.
  static func print(_ diagnostic: Diagnostic) {
    let line = diagnostic.description
    guard colours else { return print(line) }
    let colour =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    print("\u{1B}[\(colour)m\(line)\u{1B}[0m")
  }
}

/// Diagnostics of documents on their way to standard error: what is about another file, such as a list of names or a model, is said
/// once.
struct SaidOnce {
  private var said: Set<Diagnostic> = []

  /// Prints `diagnostic` about the document of the file `path`.
  mutating func print(_ diagnostic: Diagnostic, in path: String?) {
    if let file = diagnostic.file, file != path, !said.insert(diagnostic).inserted { return }
    StandardError.print(diagnostic.located(in: path))
  }
}

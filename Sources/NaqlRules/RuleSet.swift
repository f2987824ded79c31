import NaqlModel
import NaqlTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rules in force: the shipped root and, laid over it file by file, the user's own directories.
public struct RuleSet: Sendable {
  /// The shipped rules.
  public let root: String
  /// Directories laid over the root by `--rules`, the last one strongest.
  public let overlays: [String]
  /// Tables made from the rules themselves, in place of compiled ones; nil where those are taken.
  let made: MadeTables?

  /// Rules under `root`, with `overlays` over them. A directory that is not there is an error.
  public init(root: String, overlays: [String] = []) throws(Diagnostic) {
    for directory in [root] + overlays where !FileSystem.isDirectory(directory) {
      throw Diagnostic(
        "rules.no-directory", "there is no rules directory here; name an existing one with --rules", file: directory)
    }
    self.root = root
    self.overlays = overlays
    made = nil
  }

  private init(_ rules: RuleSet, made: MadeTables) {
    root = rules.root
    overlays = rules.overlays
    self.made = made
  }

  /// The same rules, of which every table is made from the files as they are, once, and kept nowhere: for `rules check`.
  public func withoutCompiledTables() -> RuleSet { made == nil ? RuleSet(self, made: MadeTables()) : self }

  /// The file in force for `path` (relative, such as `segmentation/news.rbbi`), or nil.
  public func find(_ path: String) -> String? {
    for directory in overlays.reversed() + [root] {
      let candidate = directory + "/" + path
      if FileSystem.isFile(candidate) { return candidate }
    }
    return nil
  }

  /// The file in force for `path`; a missing one is an error that lists where it was looked for.
  public func require(_ path: String) throws(Diagnostic) -> String {
    if let found = find(path) { return found }
    let tried = (overlays.reversed() + [root]).map { $0 + "/" + path }.joined(separator: ", ")
    throw Diagnostic("rules.missing", "the rule file \(path) is missing; looked for \(tried)")
  }

  /// All files for `path`, the strongest first and the shipped one last, for what is added and not replaced.
  public func findAll(_ path: String) -> [String] {
    (overlays.reversed() + [root]).map { $0 + "/" + path }.filter { FileSystem.isFile($0) }
  }

  /// The bytes of the file in force for `path`.
  public func bytes(_ path: String) throws(Diagnostic) -> [UInt8] { try FileSystem.read(require(path)) }

  /// The text of the file in force for `path`; bytes that are not UTF-8 are an error at their place.
  public func text(_ path: String) throws(Diagnostic) -> String { try FileSystem.text(require(path)) }

  /// The lines of the file in force for `path`, empty ones too.
  public func lines(_ path: String) throws(Diagnostic) -> [Substring] { Self.lines(of: try text(path)) }

  /// The lines of `text`, which end in LF or CRLF, empty ones too and without a byte-order mark before the first.
  package static func lines(of text: String) -> [Substring] {
    // By bytes: CR LF is one character, which splitting at LF would pass over.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      Substring(line.last == 0x0D ? line.dropLast() : line)
    }
    if let first = lines.first, first.unicodeScalars.first == "\u{FEFF}" {
      lines[0] = Substring(first.unicodeScalars.dropFirst())
    }
    return lines
  }

  /// Relative paths of all files in `folder` whose name ends in `suffix`, over all directories, sorted.
  public func list(_ folder: String, suffix: String = "") -> [String] {
    var names: Set<String> = []
    for directory in overlays + [root] {
      for name in FileSystem.names(in: directory + "/" + folder)
      where name.hasSuffix(suffix) && !name.hasPrefix(".") && FileSystem.isFile("\(directory)/\(folder)/\(name)") {
        names.insert(name)
      }
    }
    return names.sorted().map { folder + "/" + $0 }
  }

  /// A number that changes when a file in force for `source` comes, goes, or changes its size or date. Of a directory laid over the
  /// root every other file has another number, were it as large and as old: any two may be laid over the same root.
  ///
  /// `source` is one file, or where it ends in `/` every file in that folder. Made at every start, so the system is asked
  /// once a file, no text is built where nothing is laid over the root, and the order of a folder does not matter.
  func imprint(of source: String) -> UInt64 {
    let directories = overlays.reversed() + [root]
    guard source.hasSuffix("/") else {
      for (at, directory) in directories.enumerated() {
        if let status = FileSystem.status(directory + "/" + source, regular: true) {
          return at < overlays.count ? status.exactImprint : status.imprint
        }
      }
      return 0
    }
    var sum: UInt64 = 0
    var seen: Set<[UInt8]> = []
    for (at, directory) in directories.enumerated() {
      FileSystem.forEachFile(in: directory + "/" + source) { name, status in
        guard name.first != UInt8(ascii: ".") else { return }
        if directories.count > 1, !seen.insert(Array(name)).inserted { return }
        sum &+= Checksum.of(name, seed: at < overlays.count ? status.exactImprint : status.imprint)
      }
    }
    return sum
  }
}

import NaqlICU
import NaqlModel
import NaqlRules

/// How inputs are read.
public struct ReadSettings: Sendable {
  /// Text or JSON Lines; nil: JSON Lines only where the first line is a Naql document.
  public var form: Form?
  /// Encoding of text that is not UTF-8, by ICU's name of it.
  public var encoding: String?
  /// A text longer than this many bytes comes in parts cut at line ends.
  public var partSize = 16 << 20

  /// A `partSize` that no text reaches: every text comes whole.
  public static let whole = 1 << 60

  /// What an input holds.
  public enum Form: String, CaseIterable, Sendable {
    case text
    case jsonl
  }

  /// Reading by default: UTF-8, form found from the first line.
  public init() {}
}

/// Reads documents from files or standard input, one after the other: text pages, or lines of Naql JSON Lines.
///
/// A text over `partSize` is cut at line ends into parts, so that memory stays flat. What cannot be read is reported
/// with file, line and code, and the rest goes on.
public struct DocumentReader {
  private let settings: ReadSettings
  private var ids = UniqueNames()

  /// Reads with `settings`. Use one reader for a whole run: it keeps the ids of documents apart.
  public init(_ settings: ReadSettings) { self.settings = settings }

  /// Reads the input at `path` (`-`: standard input), calling `document` with each document or part and `fault` with
  /// each error.
  public mutating func read(
    _ path: String, document: (Document) throws(Diagnostic) -> Void, fault: (Diagnostic) -> Void
  ) throws(Diagnostic) {
    let name = path == "-" ? nil : path
    let input: InputFile
    do throws(Diagnostic) { input = try InputFile(path) } catch { return fault(error) }
    var lines = LineChunks(input, partSize: settings.partSize)
    do throws(Diagnostic) {
      if let encoding = try encoding(of: &lines, name) {
        lines = LineChunks(decoded: try Self.decode(try lines.rest(), encoding, name), partSize: settings.partSize)
      }
      if try isDocuments(&lines) {
        try readDocuments(&lines, name, document, fault)
      } else {
        try readText(&lines, path, document, fault)
      }
    } catch {
      if error.code.hasPrefix("read.") { return fault(error) }
      throw error
    }
  }

  /// Reads Naql JSON Lines from an open input, `begun` being what was read of it already; `name` is that of the file, nil
  /// for standard input. Calls `document` with each document and `fault` with each error.
  public mutating func readDocuments(
    from descriptor: Int32, begun: [UInt8], name: String?, document: (Document) throws(Diagnostic) -> Void,
    fault: (Diagnostic) -> Void
  ) throws(Diagnostic) {
    var lines = LineChunks(InputFile(descriptor, name: name), partSize: settings.partSize, begun: begun)
    do throws(Diagnostic) { try readDocuments(&lines, name, document, fault) } catch {
      if error.code.hasPrefix("read.") { return fault(error) }
      throw error
    }
  }

  /// The whole text of the page at `path` (`-`: standard input) as a document of it holds it: UTF-8, from `encoding` where one is given; of JSON
  /// Lines that of the document `id`, or of the only one. The first error is thrown, also where no document has the id.
  public static func text(of path: String, encoding: String? = nil, document id: String) throws(Diagnostic) -> [UInt8] {
    var settings = ReadSettings()
    (settings.encoding, settings.partSize) = (encoding, ReadSettings.whole)
    var reader = DocumentReader(settings)
    var texts: [(id: String, text: [UInt8])] = []
    var found: Diagnostic?
    try reader.read(
      path,
      document: { document throws(Diagnostic) in
        if document.part > 1, let last = texts.last, last.id == document.id {
          texts[texts.count - 1].text += document.text
        } else {
          texts.append((document.id, document.text))
        }
      },
      fault: { if $0.severity == .error, found == nil { found = $0 } })
    if let found { throw found }
    if let text = texts.first(where: { $0.id == id })?.text ?? (texts.count < 2 ? texts.first?.text ?? [] : nil) {
      return text
    }
    throw Diagnostic(
      "merge.no-document", "none of its \(texts.count) documents is “\(id)”, which the translated file was made from",
      file: path == "-" ? "standard input" : path)
  }

  /// The encoding to read an input in: the one named, else that of its byte-order mark; nil for UTF-8. A file that is no text is an error.
  private func encoding(of lines: inout LineChunks, _ name: String?) throws(Diagnostic) -> String? {
    switch InputKind(try lines.peek(InputKind.length)) {
    case .other(let kind):
      throw Diagnostic(
        "read.not-text", "this is no text but \(kind); save its text as a file of its own (.txt, UTF-8)",
        file: name ?? "standard input")
    case .encoded(let encoding): return settings.encoding ?? encoding
    case nil: return settings.encoding
    }
  }

  private func isDocuments(_ lines: inout LineChunks) throws(Diagnostic) -> Bool {
    if settings.form == .text { return false }
    // Of JSON Lines a byte-order mark is no part; of a text it is.
    let mark = try lines.markLength()
    if settings.form == nil {
      let line = try lines.peekLine(behind: mark)
      guard line.first(where: { $0 != 0x20 }) == 0x7B, line.withUnsafeBytes({ DocumentDecoder.isDocument($0) }) else {
        return false
      }
    }
    lines.skip(mark)
    return true
  }

  private mutating func readText(
    _ lines: inout LineChunks, _ path: String, _ document: (Document) throws(Diagnostic) -> Void,
    _ fault: (Diagnostic) -> Void
  ) throws(Diagnostic) {
    let name = path == "-" ? nil : path
    let id = uniqueId(for: path)
    var base = 0
    var part = 0
    var linesBefore = 0
    while let chunk = try lines.nextChunk(name, linesBefore: linesBefore) {
      let isWhole = part == 0 && lines.isAtEnd
      part += 1
      if let bad = chunk.withUnsafeBytes({ TextCheck.firstIllFormed($0) }) {
        throw TextCheck.notUTF8(at: bad, in: chunk, file: name, linesBefore: linesBefore, bytesBefore: base)
      }
      for warning in chunk.withUnsafeBytes({ TextCheck.warnings($0, file: name ?? "standard input") }) {
        if part > 1, warning.code == "read.empty" || warning.code == "read.no-arabic" { continue }
        var moved = warning
        moved.line = warning.line.map { $0 + linesBefore }
        fault(moved)
      }
      try document(Document(id: id, text: chunk, path: name, part: isWhole ? 0 : part, base: base))
      base += chunk.count
      if !isWhole { linesBefore += chunk.withUnsafeBytes { TextCheck.lineEnds(in: $0) } }
    }
    if part == 0 {
      fault(Diagnostic("read.empty", "the text is empty", severity: .warning, file: name ?? "standard input", line: 1))
      try document(Document(id: id, text: [], path: name))
    }
  }

  private mutating func readDocuments(
    _ lines: inout LineChunks, _ name: String?, _ document: (Document) throws(Diagnostic) -> Void,
    _ fault: (Diagnostic) -> Void
  ) throws(Diagnostic) {
    var number = 0
    while let line = try lines.nextLine() {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      let read: Document
      do throws(Diagnostic) {
        read = try Self.parse(line, file: name ?? "standard input", number: number)
      } catch {
        fault(error)
        continue
      }
      try document(read)
    }
  }

  /// The document of a line of JSON Lines, the `number`th of `file`.
  static func parse(_ line: [UInt8], file: String, number: Int) throws(Diagnostic) -> Document {
    if let bad = line.withUnsafeBytes({ TextCheck.firstIllFormed($0) }) {
      let column = line.withUnsafeBytes { TextCheck.place(of: bad, in: $0).column }
      throw Diagnostic("read.broken-json", "the line is not UTF-8", file: file, line: number, column: column)
    }
    let result: Result<Document, Diagnostic> = line.withUnsafeBytes { bytes in
      do throws(Diagnostic) {
        return .success(try DocumentDecoder.document(from: bytes, file: file, number: number))
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The file's name without its ending; a second file of that name gets a number, so that none overwrites another.
  private mutating func uniqueId(for path: String) -> String {
    var id = path == "-" ? "stdin" : FileSystem.name(of: path)
    if path != "-", let dot = id.lastIndex(of: "."), dot != id.startIndex { id = String(id[..<dot]) }
    return ids.unique(id)
  }

  private static func decode(_ bytes: [UInt8], _ encoding: String, _ name: String?) throws(Diagnostic) -> [UInt8] {
    let file = name ?? "standard input"
    do { return try TextDecoder.decode(bytes, from: encoding) } catch {
      switch error {
      case .failed(let failure) where failure.isUnknownName:
        throw Diagnostic(
          "read.unknown-encoding",
          "ICU knows no encoding “\(encoding)”; windows-1256, ISO-8859-6, UTF-16 and UTF-8 are some that it knows",
          file: file)
      case .failed(let failure):
        throw Diagnostic("read.encoding", "the text cannot be read as “\(encoding)”: \(failure)", file: file)
      case .illFormed(let byte, let before):
        let place = before.withUnsafeBytes { TextCheck.place(of: before.count, in: $0) }
        throw Diagnostic(
          "read.encoding",
          "the text is not in the encoding “\(encoding)” (byte \(byte) stands for nothing there); name the right one with --encoding, or none for UTF-8",
          file: file, line: place.line, column: place.column)
      }
    }
  }
}

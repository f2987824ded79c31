import NaqlModel
import NaqlRules

/// A file being written: its bytes are handed on by the megabyte.
final class PendingFile {
  private let file: TemporaryFile
  /// What is not handed to the system yet.
  var buffer: [UInt8] = []

  /// Opens the temporary file for `path`.
  init(_ path: String) throws(Diagnostic) { file = try TemporaryFile(for: path) }

  /// Hands the buffer to the system where it is over a megabyte.
  func drain() throws(Diagnostic) {
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Writes what is left and puts the file in place.
  func commit() throws(Diagnostic) {
    try flush()
    try file.commit()
  }

  private func flush() throws(Diagnostic) {
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Writes each document in every format asked for, into a folder.
public final class OutputFiles {
  private let directory: String
  private let formats: [any FormatWriter.Type]
  private let settings: FormatSettings
  private var open: [(writer: any FormatWriter, file: PendingFile, name: String)] = []
  private var current: String?
  /// Paths of the files that are complete, in order.
  public private(set) var written: [String] = []

  /// Writes `formats` into `directory`, which is made where it is not there.
  public init(directory: String, formats: [any FormatWriter.Type], settings: FormatSettings) throws(Diagnostic) {
    try FileSystem.makeDirectory(directory)
    self.directory = directory
    self.formats = formats
    self.settings = settings
  }

  /// Adds a document or the next part of one. A document with another id closes the one before.
  public func add(_ document: Document) throws(Diagnostic) {
    if current != document.id || document.part <= 1 {
      try finish()
      try begin(document.id)
    }
    for (writer, file, _) in open {
      if let missing = Layer.allCases.first(where: {
        type(of: writer).description.requires.contains($0) && !document.layers.contains($0)
      }) {
        throw Diagnostic(
          "write.missing-layer",
          "\(type(of: writer).description.name) needs the layer “\(missing.rawValue)”, which \(document.id) does not have; run the stage that adds it before",
          file: document.path
        )
      }
      try writer.add(document, to: &file.buffer)
      try file.drain()
    }
  }

  /// Closes the document at hand and puts its files in place.
  public func finish() throws(Diagnostic) {
    for (writer, file, path) in open {
      try writer.finish(to: &file.buffer)
      try file.commit()
      written.append(path)
    }
    open = []
    current = nil
  }

  /// Gives the document at hand up; its temporary files are removed.
  public func abandon() {
    open = []
    current = nil
  }

  private func begin(_ id: String) throws(Diagnostic) {
    current = id
    let safe = String(id.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
    for format in formats {
      let suffix = format.description.suffix.replacingLanguages(settings)
      let path = (directory == "." ? "" : directory + "/") + safe + suffix
      open.append((try format.init(settings: settings), try PendingFile(path), path))
    }
  }
}

extension String {
  /// Format suffixes name the languages of the default pair; other languages take their place.
  func replacingLanguages(_ settings: FormatSettings) -> String {
    guard hasPrefix(".ar-en.") else { return self }
    return ".\(settings.sourceLanguage)-\(settings.targetLanguage)." + dropFirst(7)
  }
}

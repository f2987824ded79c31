import NaqlModel
import NaqlRules
import NaqlThreads

/// A format's file for the document at hand.
///
/// Sendable: handed from thread to thread, but used by one at a time.
private final class OpenFormat: @unchecked Sendable {
  let path: String
  private let writer: any FormatWriter
  private let file: TemporaryFile
  private let sink: ByteSink

  init(_ writer: any FormatWriter, _ path: String) throws(Diagnostic) {
    self.writer = writer
    self.path = path
    let file = try TemporaryFile(for: path)
    self.file = file
    sink = ByteSink { bytes throws(Diagnostic) in try file.write(bytes) }
  }

  func add(_ document: Document, _ names: DocumentNames) throws(Diagnostic) {
    try type(of: writer).description.check(document)
    try writer.add(document, names, to: sink)
    try sink.drain()
  }

  func finish() throws(Diagnostic) {
    try writer.finish(to: sink)
    try sink.flush()
  }

  /// What is said instead of a file: nothing was written, and the format has no empty file.
  var nothing: Diagnostic? { sink.handedOn > 0 ? nil : type(of: writer).noteOfNothing(at: path) }

  /// Puts the complete file in place. An earlier one that holds somebody's work is kept beside it under another name, which is said.
  func commit() throws(Diagnostic) -> Diagnostic? {
    let kept = try keepWork()
    try file.commit()
    return kept
  }

  private func keepWork() throws(Diagnostic) -> Diagnostic? {
    guard let size = FileSystem.status(path, regular: true)?.size, let earlier = try? FileSystem.read(path) else {
      return nil
    }
    if size == sink.handedOn, try file.holds(earlier) { return nil }  // as a page run again without change
    guard type(of: writer).holdsWork(earlier) else { return nil }
    var number = 1
    while FileSystem.exists("\(path).kept-\(number)") { number += 1 }
    let aside = "\(path).kept-\(number)"
    try FileSystem.write(earlier, to: aside)
    return Diagnostic(
      "write.kept", "had translations; they are kept in \(FileSystem.name(of: aside))", severity: .warning, file: path)
  }
}

/// Writes each document in every format asked for, into a folder; each format on a thread of its own.
public final class OutputFiles {
  private let directory: String
  private let formats: [any FormatWriter.Type]
  private let settings: FormatSettings
  private var open: [OpenFormat] = []
  private var current: String?
  /// File names given away in this run, without their suffixes.
  private var names = UniqueNames()
  /// Paths of the files that are complete, in order.
  public private(set) var written: [String] = []
  private var notes: [Diagnostic] = []

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
    let names = DocumentNames(document)
    try forEach { format throws(Diagnostic) in try format.add(document, names) }
  }

  /// Closes the document at hand and puts its files in place.
  public func finish() throws(Diagnostic) {
    try forEach { format throws(Diagnostic) in try format.finish() }
    for format in open {
      if let nothing = format.nothing {
        notes.append(nothing)
        continue
      }
      if let kept = try format.commit() { notes.append(kept) }
      written.append(format.path)
    }
    open = []
    current = nil
  }

  /// Calls `body` with each open format at once; the error of the first that has one is thrown.
  private func forEach(_ body: @Sendable (OpenFormat) throws(Diagnostic) -> Void) throws(Diagnostic) {
    let formats = open
    let errors = Threads.map(formats.count) { number -> Diagnostic? in
      do throws(Diagnostic) {
        try body(formats[number])
        return nil
      } catch { return error }
    }
    if let error = errors.compactMap(\.self).first { throw error }
  }

  /// What there is to say of the files written since this was asked last.
  public func takeNotes() -> [Diagnostic] {
    defer { notes = [] }
    return notes
  }

  /// Gives the document at hand up; its temporary files are removed.
  public func abandon() {
    open = []
    current = nil
  }

  private func begin(_ id: String) throws(Diagnostic) {
    current = id
    let name = names.unique(id.isEmpty ? "document" : String(id.map { $0 == "/" || $0 == "\0" ? "_" : $0 }))
    for format in formats {
      let suffix = format.description.suffix.replacingLanguages(settings)
      let path = (directory == "." ? "" : directory + "/") + name + suffix
      open.append(try OpenFormat(format.init(settings: settings), path))
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

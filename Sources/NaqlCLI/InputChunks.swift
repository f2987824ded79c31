#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import NaqlFormats
import NaqlModel
import NaqlRules

/// Reads a file or standard input in pieces that end where the caller may cut, in flat memory.
struct InputChunks: ~Copyable {
  private let descriptor: Int32
  private let name: String?
  private var rest: [UInt8] = []
  private var isDone = false
  /// Whether `rest` holds what no cut was looked for in yet.
  private var isFresh = false
  private var linesBefore = 0
  private var bytesBefore = 0
  private let size = 1 << 20

  /// Opens `path`; `-` is standard input.
  init(_ path: String) throws(Diagnostic) {
    if path != "-", FileSystem.isDirectory(path) {
      throw Diagnostic("read.directory", "is a folder; name the files in it", file: path)
    }
    let opened = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    if opened < 0 {
      throw Diagnostic("read.cannot-open", "cannot be opened: \(String(cString: strerror(errno)))", file: path)
    }
    descriptor = opened
    name = path == "-" ? nil : path
  }

  deinit { if name != nil { close(descriptor) } }

  /// The next piece, or nil at the end. `cut` says how many of the bytes at hand make whole lines. Ill-formed UTF-8
  /// is an error.
  mutating func next(where cut: (UnsafeRawBufferPointer) -> Int) throws(Diagnostic) -> [UInt8]? {
    while true {
      if !isFresh, try !fill() { break }
      isFresh = false
      let whole = rest.withUnsafeBytes { cut($0) }
      if whole > 0 {
        let piece = Array(rest[..<whole])
        rest.removeSubrange(..<whole)
        return try checked(piece)
      }
    }
    if rest.isEmpty { return nil }
    let last = rest
    rest = []
    return try checked(last)
  }

  /// Whether the first line is a Naql document, which makes the input JSON Lines. To be asked before the first piece.
  mutating func holdsDocuments() throws(Diagnostic) -> Bool {
    var searched = 0
    repeat {
      isFresh = !rest.isEmpty
      guard let first = rest.first(where: { $0 != 0x20 }) else {
        if rest.count > 1 << 16 { return false }
        continue
      }
      if first != 0x7B { return false }
      if let end = rest[searched...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        return rest[..<end].withUnsafeBytes { DocumentDecoder.isDocument($0) }
      }
      searched = rest.count
    } while try fill()
    return rest.withUnsafeBytes { DocumentDecoder.isDocument($0) }
  }

  /// Reads all that is left as documents, a line each, calling `document` with each and `fault` with each error.
  mutating func forEachDocument(
    _ document: (Document) throws(Diagnostic) -> Void, fault: (Diagnostic) -> Void
  ) throws(Diagnostic) {
    let begun = rest
    rest = []
    var reader = DocumentReader(ReadSettings())
    try reader.readDocuments(from: descriptor, begun: begun, name: name, document: document, fault: fault)
  }

  /// Reads more into `rest`; false at the end.
  private mutating func fill() throws(Diagnostic) -> Bool {
    if isDone { return false }
    isDone = try !FileSystem.read(size, from: descriptor, name: name, into: &rest)
    return !isDone
  }

  /// `piece` itself, counted; text that is not UTF-8 is an error at its place in the whole input.
  private mutating func checked(_ piece: [UInt8]) throws(Diagnostic) -> [UInt8] {
    if let bad = piece.withUnsafeBytes({ TextCheck.firstIllFormed($0) }) {
      throw TextCheck.notUTF8(at: bad, in: piece, file: name, linesBefore: linesBefore, bytesBefore: bytesBefore)
    }
    bytesBefore += piece.count
    linesBefore += piece.withUnsafeBytes { TextCheck.lineEnds(in: $0) }
    return piece
  }
}

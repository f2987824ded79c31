import NaqlModel
import NaqlRules

/// The files that inputs stand for: a folder for the pages in it and in its subfolders, in the order of their paths.
///
/// Pages end in `.txt` or `.jsonl`, in small letters or capitals; what is hidden (`.git`) is left out, and so is what Naql itself has
/// made of pages of the same folder (`page.segments.jsonl` beside `page.txt`, lists of names). A file is read once, however often it
/// is named.
public struct InputPaths: Sendable {
  /// The files to read, in order; `-` is standard input.
  public private(set) var files: [String] = []
  /// What there is to say: an error for each folder that cannot be listed or has no page, notes on what is passed over.
  public private(set) var findings: [Diagnostic] = []
  /// The files so far, links resolved.
  private var known: Set<String> = []

  /// Whether every folder could be listed and has a page.
  public var isComplete: Bool { findings.allSatisfy { $0.severity != .error } }

  /// The files of `inputs`: files, folders or `-`.
  public init(_ inputs: [String]) {
    for input in inputs {
      if input != "-", FileSystem.isDirectory(input) { addFolder(input) } else { add(input) }
    }
  }

  private mutating func add(_ file: String) {
    if file != "-", FileSystem.isFile(file), !known.insert(FileSystem.resolved(file)).inserted {
      findings.append(
        Diagnostic("read.twice", "is among the inputs already and is read once", severity: .note, file: file))
    } else {
      files.append(file)
    }
  }

  private mutating func addFolder(_ folder: String) {
    var walk = FolderWalk()
    walk.enter(folder)
    findings += walk.faults
    let pages = walk.pages.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let ids = Set(pages.map(Self.id))
    let own = pages.filter { Self.isOwn($0, ids) }
    let read = pages.filter { !Self.isOwn($0, ids) }
    if !own.isEmpty {
      let example = String(own[0].dropFirst(folder.utf8.last == 0x2F ? folder.count : folder.count + 1))
      findings.append(
        Diagnostic(
          "read.own-files",
          "files that Naql made of pages in the folder, or lists of names, are passed over: \(example)"
            + (own.count > 1 ? " and \(own.count - 1) more" : ""), severity: .note, file: folder))
    }
    if read.isEmpty, walk.faults.isEmpty {
      findings.append(
        Diagnostic(
          "read.no-pages", "the folder has no .txt or .jsonl file in it or below it" + walk.others, file: folder))
    }
    for page in read { add(page) }
  }

  /// The name of a file without its ending.
  private static func id(_ path: String) -> String {
    let name = FileSystem.name(of: path)
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Whether Naql made the file: a list of names, or the segments of a page that has one of `ids` (`page`, `page-2`).
  private static func isOwn(_ path: String, _ ids: Set<String>) -> Bool {
    let id = id(path)
    if path.hasSuffix(".names.jsonl") { return true }
    guard path.hasSuffix(".segments.jsonl") else { return false }
    let page = String(id.dropLast(".segments".count))
    if ids.contains(page) { return true }
    guard let dash = page.lastIndex(of: "-"), Int(page[page.index(after: dash)...]) != nil else { return false }
    return ids.contains(String(page[..<dash]))
  }
}

/// Goes through a folder and its subfolders; a folder that links lead back to is gone through once.
private struct FolderWalk {
  /// Pages, folder by folder.
  private(set) var pages: [String] = []
  /// Folders that cannot be listed.
  private(set) var faults: [Diagnostic] = []
  /// Other files by their ending, hidden ones left out.
  private var endings: [String: Int] = [:]
  private var seen: Set<String> = []

  mutating func enter(_ folder: String) {
    guard seen.insert(FileSystem.resolved(folder)).inserted else { return }
    do throws(Diagnostic) { try FileSystem.checkFolder(folder) } catch { return faults.append(error) }
    for name in FileSystem.names(in: folder) where !name.hasPrefix(".") {
      let path = folder.utf8.last == 0x2F ? folder + name : "\(folder)/\(name)"
      if FileSystem.isDirectory(path) {
        enter(path)
      } else if FileSystem.isFile(path) || !FileSystem.exists(path) {
        // A link to nothing cannot be read, which the reader says.
        let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
        if ending == ".txt" || ending == ".jsonl" { pages.append(path) } else { endings[ending, default: 0] += 1 }
      }
    }
  }

  /// What was passed over, for a folder without pages.
  var others: String {
    let all = endings.values.reduce(0, +)
    if all == 0 { return "" }
    let named = endings.keys.filter { !$0.isEmpty }.sorted()
    let kinds = named.isEmpty ? "" : " (\(named.prefix(5).joined(separator: ", "))\(named.count > 5 ? " …" : ""))"
    return "; \(all == 1 ? "1 other file is" : "\(all) other files are") passed over\(kinds)"
  }
}

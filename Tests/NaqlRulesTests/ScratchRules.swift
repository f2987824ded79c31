import Foundation
import NaqlRules

/// A folder of one's own for rules, an overlay and a cache, removed with the object.
final class ScratchRules: Sendable {
  /// The folder.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "naql-" + UUID().uuidString)
    for name in ["root", "mine"] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file or folder inside.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file with the folders that it needs.
  func write(_ name: String, _ text: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Sets the date of a file so many seconds back.
  func age(_ name: String, _ seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path(name))
  }

  /// The rules in `root`, with those in `mine` laid over them where that is asked for.
  func rules(overlay: Bool = false) throws -> RuleSet {
    try RuleSet(root: path("root"), overlays: overlay ? [path("mine")] : [])
  }
}

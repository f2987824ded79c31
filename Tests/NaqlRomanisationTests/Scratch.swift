import Foundation

/// A rules directory of one's own with a scheme `mine`, deleted with the object.
final class Scratch {
  let path: String

  init(_ scheme: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naql-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("romanisation"), withIntermediateDirectories: true)
    try scheme.write(
      to: folder.appendingPathComponent("romanisation/mine.yaml"), atomically: true, encoding: .utf8)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

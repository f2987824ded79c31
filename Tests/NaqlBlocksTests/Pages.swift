import Foundation
import NaqlModel
import NaqlPipeline
import NaqlRules

@testable import NaqlBlocks

/// Pages and the stage that the tests of this target share.
enum Pages {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Where the seed page lies: `$NAQL_SHARED`, else `../shared` beside the package; nil without either.
  static var seed: String? {
    let shared = ProcessInfo.processInfo.environment["NAQL_SHARED"] ?? root + "/../shared"
    return try? String(contentsOfFile: shared + "/seed/article.txt", encoding: .utf8)
  }

  /// One block of a gold page.
  struct Gold {
    let kind: String
    let words: String
  }

  /// Names of the pages with gold kinds, sorted.
  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root + "/Tests/Gold/pages")) ?? []
    return files.filter { $0.hasSuffix(".blocks.tsv") }.map { String($0.dropLast(".blocks.tsv".count)) }.sorted()
  }

  static func text(_ name: String) throws -> String {
    let folder = name.hasPrefix("unseen-") ? "/Tests/Gold/pages/" : "/samples/"
    return try String(contentsOfFile: root + folder + name + ".txt", encoding: .utf8)
  }

  static func gold(_ name: String) throws -> [Gold] {
    let table = try String(contentsOfFile: root + "/Tests/Gold/pages/\(name).blocks.tsv", encoding: .utf8)
    return table.split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: "\t", maxSplits: 1).map(String.init)
      return Gold(kind: cells[0], words: cells[1])
    }
  }

  static func stage() throws -> CleanStage {
    try CleanStage(options: StageOptions(), rules: RuleSet(root: root + "/Rules"))
  }

  /// The document with its blocks.
  static func clean(_ text: String) throws -> Document {
    var document = Document(id: "page", text: Array(text.utf8))
    try stage().makeWorker().process(&document)
    return document
  }
}

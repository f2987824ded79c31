import NaqlModel
import NaqlRules

/// Finds files in directories laid over the shipped rules that nothing reads, for `naql rules check`: in a wrong folder, or of a wrong name.
enum UnreadFiles {
  /// Folders of which every file with an ending is read.
  private static let open = [
    "blocks": ".tsv", "entities": ".tsv", "entities/prose": ".txt", "pipelines": ".yaml", "romanisation": ".yaml",
    "romanisation/lexicon": ".tsv", "romanisation/prose": ".txt", "segmentation": ".yaml",
  ]
  /// Endings of rule files anywhere, and below the folders of the rules. What ends otherwise is the user's own business.
  private static let endings = [".yaml", ".yml", ".tsv", ".rbbi", ".naqlt"], moreEndings = [".txt", ".css", ".js"]
  /// Folders inside each other that are looked into: one more than the rules have.
  private static let depth = 3

  /// The files that nothing reads, each with what to do.
  static func find(in rules: RuleSet) -> [Diagnostic] {
    if rules.overlays.isEmpty { return [] }
    let shipped = files(below: rules.root, ""), named = namedBySegmentation(rules)
    return rules.overlays.flatMap { directory in
      files(below: directory, "").compactMap { path in
        let folder = path.contains("/") ? FileSystem.parent(of: path) : "", name = FileSystem.name(of: path)
        let isInside = shipped.contains { $0.hasPrefix(path.prefix { $0 != "/" } + "/") }
        guard (isInside ? endings + moreEndings : endings).contains(where: { name.hasSuffix($0) }),
          !name.hasPrefix("README"), !named.contains(path),
          !shipped.contains(path), open[folder].map({ name.hasSuffix($0) }) != true,
          // Lists that pipelines name may lie beside them.
          folder != "pipelines" || name.hasSuffix(".yml")
        else { return nil }
        return Diagnostic(
          "rules.unread", "nothing reads this file; " + remedy(path, folder, name, shipped), severity: .error,
          file: directory + "/" + path)
      }
    }
  }

  private static func remedy(_ path: String, _ folder: String, _ name: String, _ shipped: [String]) -> String {
    if name.hasSuffix(".yml"), open[folder] == ".yaml" { return "name it \(name.dropLast(4)).yaml" }
    if let known = shipped.first(where: { FileSystem.name(of: $0) == name }) {
      return "in the place of the shipped one it lies at \(known)"
    }
    if let ending = open[folder] {
      if folder == "segmentation" {
        return name.hasSuffix(".rbbi")
          ? "a profile names it: breaks: \(name)" : "a profile names its lists: words: [\(name)]"
      }
      return "files in \(folder) end in \(ending), or replace a shipped one and bear its name"
    }
    if let near = Nearest.nearest(folder, among: open.keys.sorted()), !folder.isEmpty {
      return "did you mean \(near)/\(name)?"
    }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return
        "schemes lie in romanisation/, profiles in segmentation/, pipelines in pipelines/, below the directory that --rules names"
    }
    return
      "lists of names lie in entities/, words in romanisation/lexicon/, phrases of pages in blocks/, below the directory that "
      + "--rules names"
  }

  /// Files that profiles name.
  private static func namedBySegmentation(_ rules: RuleSet) -> Set<String> {
    var named: Set<String> = []
    for path in rules.list("segmentation", suffix: ".yaml") {
      guard let file = rules.find(path), let root = try? YAMLNode.parse(FileSystem.text(file), file: file) else {
        continue
      }
      for field in ["words", "verbs", "breaks"] {
        for name in (try? root[field]?.strings(field)) ?? [] { named.insert("segmentation/" + name) }
      }
    }
    return named
  }

  /// Paths of all files below a folder but hidden ones, sorted.
  private static func files(below root: String, _ folder: String) -> [String] {
    let directory = folder.isEmpty ? root : root + "/" + folder
    return FileSystem.names(in: directory).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = folder.isEmpty ? name : folder + "/" + name
      if FileSystem.isDirectory(root + "/" + path) {
        return path.split(separator: "/").count > depth ? [] : files(below: root, path)
      }
      return FileSystem.isFile(root + "/" + path) ? [path] : []
    }
  }
}

import NaqlEntities
import NaqlModel
import NaqlPipeline
import NaqlRomanisation
import NaqlRules
import NaqlSegmentation
import NaqlThreads

/// Reads every rule file as the stages do, for `naql rules check`: what they would refuse is found before they run.
public enum RuleCheck {
  /// Folders of the rules whose tables and texts people edit.
  private static let folders = [
    "blocks", "entities", "entities/prose", "pipelines", "romanisation", "romanisation/grammar", "romanisation/lexicon",
    "romanisation/prose", "segmentation",
  ]

  /// What is wrong with the rule files of `rules`, each fault once, with file and line. Of a file that is compiled the first
  /// fault is told. Tables are made from the files as they are, whatever lies compiled, and kept nowhere.
  public static func faults(in rules: RuleSet) -> [Diagnostic] {
    let rules = rules.withoutCompiledTables()
    var parts: [@Sendable () -> [Diagnostic]] = [{ texts(rules) }, { RomanisationFiles.faults(in: rules) }]
    // The types of common words are made of the lexicon and the texts, which are read here without them.
    for recipe in Recipes.of(rules) where recipe.name != RomanisationRecipes.commonTypes.name {
      parts.append { fault { () throws(Diagnostic) in _ = try rules.table(recipe) } }
    }
    parts.append { missingModels(rules) + reservedNames(rules) + UnreadFiles.find(in: rules) }
    parts.append { ClassCheck.faults(in: rules) }
    parts.append { fault { () throws(Diagnostic) in _ = try SRXWriter("news", rules: rules) } }
    for name in names("pipelines", rules) {
      parts.append { fault { () throws(Diagnostic) in _ = try PipelineRun.pipeline(name, rules: rules) } }
    }
    let checks = parts
    var found: [Diagnostic] = []
    for fault in Threads.map(checks.count, { checks[$0]() }).joined() where !found.contains(fault) {
      found.append(fault)
    }
    return found
  }

  /// The models that the rules lack: without them Naql works, but worse, or not for what needs them.
  private static func missingModels(_ rules: RuleSet) -> [Diagnostic] {
    var found = EntityModel.missing(in: rules).map { [$0] } ?? []
    if let missing = SpellingModel.missing(in: rules) { found.append(missing) }
    found += fault { () throws(Diagnostic) in _ = try VowelModel(rules) }
    found += fault { () throws(Diagnostic) in _ = try BoundaryModel(rules) }
    return found
  }

  /// A scheme with a name that means something else.
  private static func reservedNames(_ rules: RuleSet) -> [Diagnostic] {
    guard let file = rules.find("romanisation/conventional.yaml") else { return [] }
    return [
      Diagnostic(
        "scheme.value",
        "“conventional” is the spelling that readers know, and no scheme can be called so; name the file otherwise",
        file: file)
    ]
  }

  /// Names of the YAML files of a folder, without ending.
  private static func names(_ folder: String, _ rules: RuleSet) -> [String] {
    rules.list(folder, suffix: ".yaml").map { String(FileSystem.name(of: $0).dropLast(5)) }
  }

  /// Rows with too many columns, and text that is no UTF-8, in files that are read by nothing else too.
  private static func texts(_ rules: RuleSet) -> [Diagnostic] {
    folders.flatMap { rules.list($0) }.flatMap { path in
      fault { () throws(Diagnostic) in
        let file = try rules.require(path), text = try FileSystem.text(file)
        if path.hasSuffix(".tsv") { _ = try TSVFile(text, file: file) }
      }
    }
  }

  private static func fault(_ read: () throws(Diagnostic) -> Void) -> [Diagnostic] {
    do throws(Diagnostic) {
      try read()
      return []
    } catch { return [error] }
  }
}

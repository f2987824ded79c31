import Foundation
import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlRomanisation
import NaqlRules
import NaqlSegmentation
import Testing

@testable import Naql

/// What Naql ships, as its lists say it, against the folders of `Sources` and `Rules`.
struct BuiltInTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private let rules: RuleSet

  init() throws { rules = try RuleSet(root: Self.root + "/Rules") }

  /// Names of the files in a folder of the rules that end in `suffix`, without it, sorted. Read without the rules' own reader.
  private func files(_ folder: String, suffix: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root + "/Rules/" + folder)
    return names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  /// Names of the types in the sources that conform to a protocol.
  private func types(conformingTo name: String) throws -> Set<String> {
    let pattern = try Regex(
      "(?m)^(?:public )?(?:final )?(?:struct|class) (\\w+): (?:\\w+, )*\(name)\\b", as: (Substring, Substring).self)
    var found: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.root + "/Sources")
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: Self.root + "/Sources/" + path, encoding: .utf8)
      found.formUnion(text.matches(of: pattern).map { String($0.output.1) })
    }
    return found
  }

  @Test("every stage of the sources is listed, and every format, in alphabetical order")
  func sources() throws {
    let stages = BuiltIn.stages.stages.map { String(describing: $0) }
    #expect(try types(conformingTo: "Stage") == Set(stages))
    #expect(stages == stages.sorted())
    let formats = BuiltIn.formats.map { String(describing: $0) }
    #expect(try types(conformingTo: "FormatWriter") == Set(formats))
    #expect(formats == formats.sorted())
  }

  @Test("no two stages and no two formats have one name")
  func names() {
    let stages = BuiltIn.stages.stages.map { $0.description.name }
    #expect(Set(stages).count == stages.count)
    let formats = BuiltIn.formats.map { $0.description.name }
    #expect(Set(formats).count == formats.count)
    #expect(Set(BuiltIn.formats.map { $0.description.suffix }).count == formats.count)
  }

  @Test("the order of the stages holds all of them, each behind those that make its layers")
  func order() throws {
    #expect(StageStream.order.sorted() == BuiltIn.stages.stages.map { $0.description.name })
    var present = ReadSettings.description.provides
    for name in StageStream.order {
      let stage = try #require(BuiltIn.stages.find(name)).description
      #expect(stage.requires.isSubset(of: present), "\(name)")
      present.formUnion(stage.provides)
    }
    #expect(present == Set(Layer.allCases))
  }

  @Test("a stage that there is not is refused with the nearest one")
  func unknownStage() {
    let error = #expect(throws: Diagnostic.self) {
      try StageStream("recognize", options: StageOptions(), rules: rules)
    }
    #expect(error?.code == "pipeline.unknown-stage")
    #expect(error?.message.contains("recognise") == true)
  }

  @Test("every shipped pipeline is read; its stages and formats are built in, and all stages stand in one of them")
  func pipelines() throws {
    var used: Set<String> = []
    for name in try files("pipelines", suffix: ".yaml") {
      let pipeline = try PipelineRun.pipeline(name, rules: rules)
      #expect(pipeline.name == name)
      used.formUnion(pipeline.steps.map { $0.type.description.name })
    }
    #expect(used == Set(StageStream.order))
  }

  @Test("what lies in Rules/formats belongs to a format")
  func formatFiles() throws {
    let names = BuiltIn.formats.map { $0.description.name }
    let files = try files("formats", suffix: ".css") + files("formats", suffix: ".js")
    #expect(!files.isEmpty)
    for file in files { #expect(names.contains { $0 == file || $0.hasPrefix(file + "-") }, "\(file)") }
  }

  @Test("the schemes are the files of Rules/romanisation, and those that the program names are among them")
  func schemes() throws {
    let files = try files("romanisation", suffix: ".yaml").filter { $0 != "styles" }
    let catalogue = try SchemeCatalogue(rules)
    #expect(catalogue.ids.sorted() == files)
    #expect(Set(Romanisation.standardSchemes).subtracting(["conventional"]).isSubset(of: files))
    let text = RomaniseStage.description.options.first { $0.name == "text" }
    #expect(files.contains(try #require(text).standard))
  }

  @Test("the profiles that are compiled are the files of Rules/segmentation, and help names them all")
  func profiles() throws {
    let files = try files("segmentation", suffix: ".yaml")
    #expect(ProfileRecipe.profiles.sorted() == files)
    let option = try #require(SegmentStage.description.options.first { $0.name == "profile" })
    for name in files { #expect(option.summary.contains(name), "\(name)") }
  }
}

import ArgumentParser
import Naql
import NaqlFormats
import NaqlModel
import NaqlPipeline

/// `naql stages`: the stages with what they need, give and can be told, and the formats of `write`.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "Lists the stages, their options, and the formats.")

  func run() throws {
    var output = StandardOutput()
    let middle = StageStream.order.compactMap { BuiltIn.stages.find($0)?.description }
    for stage in [ReadSettings.description] + middle + [WriteSettings.description] {
      try output.write("\(stage.name): \(stage.summary)\n")
      try output.write("  requires \(list(stage.requires)) · provides \(list(stage.provides))\n")
      for option in stage.options {
        let standard = option.standard.isEmpty ? "" : " [\(option.standard)]"
        try output.write("  \(option.name): \(option.summary)\(standard)\n")
      }
    }
    try output.write("formats:\n")
    for format in BuiltIn.formats.map({ $0.description }) {
      try output.write("  \(format.name): \(format.summary) (*\(format.suffix))\n")
    }
    try output.flush()
  }

  private func list(_ layers: Set<Layer>) -> String {
    let names = Layer.allCases.filter(layers.contains).map(\.rawValue)
    return names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }
}

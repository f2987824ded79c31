import ArgumentParser
import Naql
import NaqlFormats
import NaqlModel
import NaqlPipeline
import NaqlRules

/// `naql init`: writes a pipeline file to start from, every option of every stage in a comment.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented pipeline file to change.")

  @Argument(help: "The file to write; - is standard output.")
  var path = "naql.yaml"

  func run() throws {
    let text = Array(PipelineTemplate.text.utf8)
    if path == "-" { return try StandardOutput.write(text, to: path) }
    if !path.hasSuffix(".yaml"), !path.hasSuffix(".yml") {
      throw Diagnostic(
        "write.name",
        "a pipeline file ends in .yaml, by which run -p knows it from a name of the rules; name it \(path).yaml",
        file: path)
    }
    if FileSystem.exists(path) {
      throw Diagnostic("write.exists", "is there already; name another file", file: path)
    }
    try StandardOutput.write(text, to: path)
    StandardError.print("wrote \(path); run it with: naql run -p \(path) PAGE.txt")
  }
}

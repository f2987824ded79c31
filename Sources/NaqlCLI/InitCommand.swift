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

  @Argument(help: "The file to write.")
  var path = "naql.yaml"

  func run() throws {
    if FileSystem.exists(path) {
      throw Diagnostic("write.exists", "is there already; name another file", file: path)
    }
    try FileSystem.write(Array(PipelineTemplate.text.utf8), to: path)
    StandardError.print("wrote \(path); run it with: naql run -p \(path) PAGE.txt")
  }
}

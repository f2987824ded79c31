import NaqlFormats
import NaqlPipeline

/// The pipeline file that `naql init` writes: the standard chain, every option in a comment with its standard value.
public enum PipelineTemplate {
  /// The file as YAML.
  public static var text: String {
    var yaml = """
      # A Naql pipeline. Run it with: naql run -p FILE PAGE.txt
      # Take the # off an option to set it; naql stages says the same.
      name: mine
      stages:

      """
    let middle = StageStream.order.compactMap { BuiltIn.stages.find($0)?.description }
    for stage in [ReadSettings.description] + middle + [WriteSettings.description] {
      yaml += "  # \(stage.summary)\n"
      if stage.name == "write" {
        yaml += "  - write:\n      formats: [xliff, glossary, names-tsv, review]\n"
      } else {
        yaml += "  - \(stage.name):\n"
      }
      for option in stage.options where !(stage.name == "write" && option.name == "formats") {
        yaml += "      # \(option.name): \(option.standard.isEmpty ? "…" : option.standard)  # \(option.summary)\n"
      }
    }
    return yaml
  }
}

import NaqlModel
import NaqlRules

/// The stages that a pipeline may name.
public struct StageRegistry: Sendable {
  /// The stages, in alphabetical order of their names.
  public let stages: [any Stage.Type]

  /// A registry of `stages`.
  public init(_ stages: [any Stage.Type]) {
    // A description is long, and copied whenever it is looked at.
    self.stages = stages.map { (name: $0.description.name, stage: $0) }.sorted { $0.name < $1.name }.map(\.stage)
  }

  /// The stage `name`, or nil.
  public func find(_ name: String) -> (any Stage.Type)? { stages.first { $0.description.name == name } }
}

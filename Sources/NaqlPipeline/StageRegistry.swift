import NaqlModel
import NaqlRules

/// The stages that a pipeline may name.
public struct StageRegistry: Sendable {
  /// The stages, in alphabetical order of their names.
  public let stages: [any Stage.Type]

  /// A registry of `stages`.
  public init(_ stages: [any Stage.Type]) {
    self.stages = stages.sorted { $0.description.name < $1.description.name }
  }

  /// The stage `name`, or nil.
  public func find(_ name: String) -> (any Stage.Type)? { stages.first { $0.description.name == name } }
}

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

  /// The layers that are made from `layers`, in one step or in several: they are out of date where these are made anew.
  public func dependents(of layers: Set<Layer>) -> Set<Layer> {
    var found: Set<Layer> = []
    var sources = layers
    while true {
      let next = stages.map { $0.description }.filter { !$0.requires.isDisjoint(with: sources) }
        .reduce(into: Set<Layer>()) { $0.formUnion($1.provides) }
        .subtracting(layers).subtracting(found)
      if next.isEmpty { return found }
      found.formUnion(next)
      sources.formUnion(next)
    }
  }

  /// The stage `name`, or nil.
  public func find(_ name: String) -> (any Stage.Type)? { stages.first { $0.description.name == name } }
}

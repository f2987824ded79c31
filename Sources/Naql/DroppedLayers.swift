import NaqlModel

/// What is said where a document came with layers that were made from others than it has now.
enum DroppedLayers {
  /// The note that `layers` of `document` were dropped; nil where there are none.
  static func note(_ layers: Set<Layer>, _ document: Document) -> Diagnostic? {
    if layers.isEmpty { return nil }
    let names = Layer.allCases.filter(layers.contains).map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      "stage.dropped-layers",
      "“\(document.id)” had been through later stages; what they made of the layers that are new now is dropped (\(names)); "
        + "run those stages again",
      severity: .note, file: document.path)
  }
}

/// The schemes of a list in one order, put together from those of its names: each keeps its place before or behind the
/// others, whichever was met first.
struct SchemeOrder {
  /// The schemes, in order.
  private(set) var schemes: [String] = []

  /// Adds the schemes of a name; a new one stands behind the one before it, or before all that follow it.
  mutating func add(_ added: [String]) {
    for (index, scheme) in added.enumerated() where !schemes.contains(scheme) {
      let next = added[(index + 1)...].first(where: schemes.contains).flatMap { schemes.firstIndex(of: $0) }
      let before = added[..<index].last.flatMap { schemes.firstIndex(of: $0) }
      schemes.insert(scheme, at: before.map { $0 + 1 } ?? next ?? schemes.count)
    }
  }
}

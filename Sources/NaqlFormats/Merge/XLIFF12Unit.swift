import NaqlModel

/// A `trans-unit` as it stands in the file, before its segments are told apart.
struct XLIFF12Unit {
  /// Its id.
  let id: String
  /// Id of the group it lies in.
  let group: String
  /// Whether it was to be translated.
  let translate: Bool
  /// Whether the tool calls it approved.
  let isApproved: Bool
  /// Line of the file that it begins in.
  let line: Int
  /// Its texts: of `source`, of `seg-source`, and of `target` where there is one.
  var source = MarkedText()
  var segmented = MarkedText()
  var target: MarkedText?
  /// State of the target as the tool left it.
  var state: String?

  /// A unit without texts yet, from the attributes of its element.
  init(_ attributes: [String: String], group: String, line: Int) {
    id = attributes["id"] ?? ""
    self.group = group
    translate = attributes["translate"] != "no"
    isApproved = attributes["approved"] == "yes"
    self.line = line
  }

  /// The segments of the unit: itself, or those marked in its seg-source.
  ///
  /// A unit that is a sentence stays one however a tool cuts it; a target without marks is the whole unit's. Targets
  /// belong to the sources of the same `mid` (`1` is `01`), else, where there are as many, to those at the same place.
  func segments() throws(Diagnostic) -> [TranslatedUnit] {
    let sources = segmented.marks
    if sources.isEmpty || (UnitPlace(id)?.sentence ?? 0) > 0 {
      let source = source.whole
      return [unit(id, source.isEmpty ? segmented.whole : source, target?.whole)]
    }
    guard let target, !target.whole.isBlank else { return number(sources, []) }
    let targets = target.marks
    if targets.isEmpty { return [unit(id, source.whole, target.whole)] }
    return number(sources, try matched(targets, sources.map(\.id)))
  }

  /// The text of each source's target, nil where it has none.
  private func matched(_ targets: [(id: String, text: String)], _ sources: [String]) throws(Diagnostic) -> [String?] {
    let keys = sources.map(Self.key)
    let found = targets.map { target in keys.firstIndex(of: Self.key(target.id)) }
    if Set(keys).count == keys.count, !found.contains(nil), Set(found).count == found.count {
      var texts = [String?](repeating: nil, count: sources.count)
      for case (let at?, let target) in zip(found, targets) { texts[at] = target.text }
      return texts
    }
    if targets.count == sources.count { return targets.map(\.text) }
    throw Diagnostic(
      "merge.segments",
      "unit \(id): the target has the segments \(Self.list(targets.map(\.id))), the source \(Self.list(sources)); "
        + "give both the same segments")
  }

  private func number(_ sources: [(id: String, text: String)], _ targets: [String?]) -> [TranslatedUnit] {
    sources.enumerated().map { number, source in
      unit("\(id).s\(number + 1)", source.text, number < targets.count ? targets[number] : nil)
    }
  }

  private func unit(_ id: String, _ source: String, _ target: String?) -> TranslatedUnit {
    let line = target?.onOneLine()
    return TranslatedUnit(
      id: id, block: UnitPlace(id).map { "b\($0.block)" } ?? (group.isEmpty ? self.id : group), source: source,
      target: line?.isBlank == false ? line : nil,
      isFinished: isApproved || ["translated", "final", "signed-off"].contains(state), translate: translate,
      isUnwrapped: line != target,
      isOfBlock: UnitPlace(self.id)?.sentence == 0, line: self.line)
  }

  /// A `mid` without the zeros in front of it.
  private static func key(_ id: String) -> String { Int(id).map { String($0) } ?? id }

  private static func list(_ ids: [String]) -> String { ids.map { "“\($0)”" }.joined(separator: ", ") }
}

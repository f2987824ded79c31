import NaqlModel

/// The units of a translated file in the order of the page, and what the ids say is missing among them.
struct UnitOrder {
  /// A unit, or the id of one that the file has not.
  enum Slot {
    case unit(TranslatedUnit)
    case missing(id: String, block: Int)
  }

  /// The units and the gaps among them.
  let slots: [Slot]

  /// Orders `units` by their ids. Where one has an id that Naql did not write, or two have the same, the order of the
  /// file is kept and none counts as missing; `room` bounds how many there can be.
  init(_ units: [TranslatedUnit], _ groups: [String: BlockGroup], room: Int) {
    let places = units.compactMap(\.place)
    let inFile = units.map(Slot.unit)
    guard places.count == units.count, Set(places).count == places.count else {
      slots = inFile
      return
    }
    let blocks = Dictionary(grouping: zip(units, places).map { (unit: $0, place: $1) }, by: \.place.block)
    let declared = groups.keys.compactMap { UnitPlace($0)?.block }
    let last = max(blocks.keys.max() ?? 0, declared.max() ?? 0)
    let isByBlock = units.contains { $0.isOfBlock }
    guard last <= room else {
      slots = inFile
      return
    }
    var slots: [Slot] = []
    for number in 1..<(last + 1) {
      let units = (blocks[number] ?? []).sorted { $0.place < $1.place }
      let sentences = max(groups["b\(number)"]?.sentences ?? 1, units.last?.place.sentence ?? 0)
      guard sentences <= room, slots.count <= room else {
        self.slots = inFile
        return
      }
      slots += Self.slots(number, units, isByBlock && units.isEmpty ? 0 : sentences)
    }
    self.slots = slots
  }

  /// The slots of a block with so many sentences; 0 is a block whose units come as one.
  private static func slots(
    _ block: Int, _ units: [(unit: TranslatedUnit, place: UnitPlace)], _ sentences: Int
  ) -> [Slot] {
    if sentences == 0 { return [.missing(id: "b\(block)", block: block)] }
    if let whole = units.first, whole.place.sentence == 0 { return [.unit(whole.unit)] }
    var rest = units[...]
    return (1...sentences).map { sentence in
      if let next = rest.first, next.place.sentence == sentence { return .unit(rest.removeFirst().unit) }
      return .missing(id: "b\(block).s\(sentence)", block: block)
    }
  }
}

/// A unit where it stands on the page.
struct PlacedUnit {
  /// The unit.
  let unit: TranslatedUnit
  /// Its source, in bytes of the page.
  let range: Range<Int>
}

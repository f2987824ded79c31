import NaqlModel
import NaqlText

/// Places of several countries with the same letters that a text tells apart by their marks: عُمان, عمّان.
struct MarkedPlaces {
  /// The country that the marks of an entity mean, by its number; "" where they mean none of the listed ones.
  private var byEntity: [Int: String] = [:]
  /// The country that all marked mentions of a name mean.
  private var byName: [String: String] = [:]

  /// Reads the marks of the places of `document`.
  init(_ document: Document, _ readings: KnownReadings) {
    for (index, entity) in document.entities.enumerated()
    where entity.entityClass == .location && !entity.name.utf8.contains(0x20) {
      let bytes = document.text[entity.range.bytes]
      guard Self.hasMarks(bytes) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      let country = readings.country(marked: text) ?? ""
      byEntity[index] = country
      byName[entity.name] = byName[entity.name].map { $0 == country ? $0 : "" } ?? country
    }
  }

  /// The country of an entity by its own marks, else by those of all other mentions of its name.
  func country(of index: Int, in document: Document) -> String? {
    if byEntity.isEmpty { return nil }
    let found = byEntity[index] ?? byName[document.entities[index].name]
    return found?.isEmpty == false ? found : nil
  }

  /// Whether UTF-8 bytes have an Arabic vowel mark or shadda, U+064B to U+0652.
  private static func hasMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0xD9 && (0x8B...0x92).contains($1) }
  }
}

import NaqlModel
import NaqlText

/// The forms of a name in every scheme asked for; each name of a class is worked out once.
final class NameForms {
  /// A form of a name.
  struct Form {
    let scheme: String
    let text: String
    let origin: Origin
    let confidence: Int
  }

  private let schemes: [(id: String, romaniser: Romaniser?)]
  private let press: Romaniser
  private let speller: (any NameSpelling)?
  private let country: String?
  private var known: [String: [Form]] = [:]

  init(schemes: [String], country: String?, bench: RomanisationBench) throws(Diagnostic) {
    var opened: [(id: String, romaniser: Romaniser?)] = []
    for id in schemes { opened.append((id, id == "conventional" ? nil : try bench.romaniser(id))) }
    self.schemes = opened
    press = try bench.romaniser("press")
    speller = schemes.contains("conventional") ? try bench.speller() : nil
    self.country = country
  }

  /// The forms of an entity's canonical name. Titles are text, not names, and have no conventional spelling.
  func forms(of entity: Entity) -> [Form] {
    let key = entity.entityClass.rawValue + entity.name
    if let forms = known[key] { return forms }
    let use: Use = entity.entityClass == .title ? .phrase : .name
    var forms: [Form] = []
    for (id, romaniser) in schemes {
      if let romaniser {
        let found = romaniser.romaniseWithOrigin(entity.name, use: use)
        forms.append(
          Form(scheme: id, text: found.text, origin: found.origin, confidence: Self.confidence(found.probability)))
      } else if use == .name {
        forms.append(conventional(entity))
      }
    }
    if known.count > 300_000 { known.removeAll(keepingCapacity: true) }
    known[key] = forms
    return forms
  }

  private func conventional(_ entity: Entity) -> Form {
    if let best = speller?.spellings(
      of: entity.name, entityClass: entity.entityClass, country: country, limit: 1
    ).first {
      return Form(
        scheme: "conventional", text: best.text, origin: best.origin, confidence: Self.confidence(best.probability))
    }
    let found = press.romaniseWithOrigin(entity.name, use: .name)
    return Form(
      scheme: "conventional", text: found.text, origin: found.origin,
      confidence: Self.confidence(found.probability * 0.5))
  }

  private static func confidence(_ probability: Double) -> Int {
    Int((min(max(probability, 0), 1) * 1000).rounded())
  }
}

import NaqlModel

/// Writes a document as one line of Naql JSON Lines (`docs/naql.schema.json`): fixed order of keys, layers as arrays,
/// offsets in UTF-8 bytes into `text`, unknown fields last.
public enum DocumentEncoder {
  /// Version of the form, in the field `naql`.
  public static let version = 1

  /// The line for `document`, with its line end.
  public static func line(for document: Document) -> [UInt8] {
    var json = JSONBytes(capacity: document.text.count * 2 + 512)
    json.openObject()
    json.key("naql")
    json.value(version)
    json.key("id")
    json.value(document.id)
    if document.part > 0 {
      json.key("part")
      json.value(document.part)
      json.key("base")
      json.value(document.base)
    }
    if let path = document.path {
      json.key("path")
      json.value(path)
    }
    json.key("text")
    document.text.withUnsafeBytes { json.value($0) }
    if document.layers.contains(.blocks) { append(document.blocks, document.unknownItemFields[.blocks], to: &json) }
    if document.layers.contains(.edits) { append(document.edits, document.unknownItemFields[.edits], to: &json) }
    if document.layers.contains(.segments) {
      append(document.segments, document.unknownItemFields[.segments], to: &json)
    }
    if document.layers.contains(.tokens) { append(document.tokens, to: &json) }
    if document.layers.contains(.entities) {
      append(document.entities, document.unknownItemFields[.entities], to: &json)
    }
    if document.layers.contains(.romanisations) {
      append(document.romanisations, document.unknownItemFields[.romanisations], to: &json)
    }
    if document.layers.contains(.alignments) {
      append(document.alignments, document.unknownItemFields[.alignments], to: &json)
    }
    if !document.diagnostics.isEmpty { append(document.diagnostics, to: &json) }
    append(document.unknownFields, to: &json)
    json.closeObject()
    json.newline()
    return json.bytes
  }

  /// What is unknown in the items of a layer, by their number.
  private typealias UnknownFields = [Int: [Document.UnknownField]]

  private static func append(_ fields: [Document.UnknownField]?, to json: inout JSONBytes) {
    guard let fields else { return }
    for field in fields {
      json.key(field.name)
      json.raw(field.json)
    }
  }

  private static func append(_ range: TextRange, to json: inout JSONBytes) {
    json.key("start")
    json.value(range.start)
    json.key("end")
    json.value(range.end)
  }

  private static func append(_ blocks: [Block], _ unknown: UnknownFields?, to json: inout JSONBytes) {
    json.key("blocks")
    json.openArray()
    for (number, block) in blocks.enumerated() {
      json.openObject()
      append(block.range, to: &json)
      json.key("kind")
      json.value(block.kind.rawValue)
      json.key("rule")
      json.value(block.rule)
      if let original = block.duplicateOf {
        json.key("duplicateOf")
        json.value(original)
      }
      append(unknown?[number], to: &json)
      json.closeObject()
    }
    json.closeArray()
  }

  private static func append(_ edits: [Edit], _ unknown: UnknownFields?, to json: inout JSONBytes) {
    json.key("edits")
    json.openArray()
    for (number, edit) in edits.enumerated() {
      json.openObject()
      append(edit.range, to: &json)
      json.key("replacement")
      json.value(edit.replacement)
      json.key("rule")
      json.value(edit.rule)
      append(unknown?[number], to: &json)
      json.closeObject()
    }
    json.closeArray()
  }

  private static func append(_ segments: [Segment], _ unknown: UnknownFields?, to json: inout JSONBytes) {
    json.key("segments")
    json.openArray()
    for (number, segment) in segments.enumerated() {
      json.openObject()
      append(segment.range, to: &json)
      json.key("block")
      json.value(segment.block)
      json.key("rule")
      json.value(segment.rule)
      append(unknown?[number], to: &json)
      json.closeObject()
    }
    json.closeArray()
  }

  /// Tokens are many, so each is an array: start, end, kind (0 Arabic, 1 other letters, 2 number, 3 mark, 4 address).
  private static func append(_ tokens: [Token], to json: inout JSONBytes) {
    json.key("tokens")
    json.openArray()
    for token in tokens {
      json.openArray()
      json.value(Int(token.start))
      json.value(Int(token.end))
      json.value(Int(token.kind.rawValue))
      json.closeArray()
    }
    json.closeArray()
  }

  private static func append(_ entities: [Entity], _ unknown: UnknownFields?, to json: inout JSONBytes) {
    json.key("entities")
    json.openArray()
    for (number, entity) in entities.enumerated() {
      json.openObject()
      append(entity.range, to: &json)
      json.key("class")
      json.value(entity.entityClass.rawValue)
      json.key("name")
      json.value(entity.name)
      json.key("id")
      json.value(entity.id)
      json.key("origin")
      json.value(entity.origin.rawValue)
      json.key("rule")
      json.value(entity.rule)
      json.key("confidence")
      json.value(entity.confidence)
      if let person = entity.person {
        json.key("person")
        json.value(person)
      }
      append(unknown?[number], to: &json)
      json.closeObject()
    }
    json.closeArray()
  }

  private static func append(_ romanisations: [Romanisation], _ unknown: UnknownFields?, to json: inout JSONBytes) {
    json.key("romanisations")
    json.openArray()
    for (number, romanisation) in romanisations.enumerated() {
      json.openObject()
      switch romanisation.target {
      case .entity(let index):
        json.key("entity")
        json.value(index)
      case .segment(let index):
        json.key("segment")
        json.value(index)
      }
      json.key("scheme")
      json.value(romanisation.scheme)
      json.key("text")
      json.value(romanisation.text)
      json.key("origin")
      json.value(romanisation.origin.rawValue)
      json.key("confidence")
      json.value(romanisation.confidence)
      append(unknown?[number], to: &json)
      json.closeObject()
    }
    json.closeArray()
  }

  private static func append(_ alignments: [Alignment], _ unknown: UnknownFields?, to json: inout JSONBytes) {
    json.key("alignments")
    json.openArray()
    for (number, alignment) in alignments.enumerated() {
      json.openObject()
      json.key("segment")
      json.value(alignment.segment)
      json.key("unit")
      json.value(alignment.unit)
      if let tier = alignment.tier {
        json.key("tier")
        json.value(tier)
      }
      json.key("entities")
      json.openArray()
      json.value(alignment.entities.lowerBound)
      json.value(alignment.entities.upperBound)
      json.closeArray()
      json.key("translate")
      json.value(alignment.translate)
      if let target = alignment.target {
        json.key("target")
        json.value(target)
      }
      append(unknown?[number], to: &json)
      json.closeObject()
    }
    json.closeArray()
  }

  private static func append(_ diagnostics: [Diagnostic], to json: inout JSONBytes) {
    json.key("diagnostics")
    json.openArray()
    for diagnostic in diagnostics {
      json.openObject()
      json.key("severity")
      json.value(diagnostic.severity.rawValue)
      json.key("code")
      json.value(diagnostic.code)
      json.key("message")
      json.value(diagnostic.message)
      if let line = diagnostic.line {
        json.key("line")
        json.value(line)
      }
      if let column = diagnostic.column {
        json.key("column")
        json.value(column)
      }
      json.closeObject()
    }
    json.closeArray()
  }
}

import NaqlModel

/// Reads a line of Naql JSON Lines back into a document, checking every offset and index, so that no stage can be led
/// outside the text.
public enum DocumentDecoder {
  /// Whether `line` is an object with the `naql` version field, which tells JSON Lines from text.
  public static func isDocument(_ line: UnsafeRawBufferPointer) -> Bool {
    var cursor = JSONCursor(line)
    var found = false
    try? cursor.object { cursor, key throws(JSONCursor.Fault) in
      if key == "naql" { found = true }
      _ = try cursor.skip()
    }
    return found
  }

  /// The document of `line`; `file` and `number` are for errors.
  public static func document(from line: UnsafeRawBufferPointer, file: String?, number: Int) throws(Diagnostic)
    -> Document
  {
    do throws(JSONCursor.Fault) {
      return try read(line)
    } catch {
      throw Diagnostic(
        "read.broken-json", "the line is no Naql document: \(error.message)", file: file, line: number,
        column: line[..<min(error.offset, line.count)].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
    }
  }

  private static func read(_ line: UnsafeRawBufferPointer) throws(JSONCursor.Fault) -> Document {
    var fields = Fields()
    var cursor = JSONCursor(line)
    try cursor.object { cursor, key throws(JSONCursor.Fault) in try fields.read(key, &cursor) }
    try cursor.end()
    return try fields.checked()
  }
}

/// The fields of a line as they come, in any order.
private struct Fields {
  typealias Fault = JSONCursor.Fault
  var version: Int?
  var id: String?
  var part = 0
  var base = 0
  var path: String?
  var text: [UInt8]?
  private var document = Document(id: "", text: [])
  private var seen: [String] = []

  mutating func read(_ key: String, _ cursor: inout JSONCursor) throws(Fault) {
    if seen.contains(key) { throw Fault(message: "the field “\(key)” is given twice", offset: cursor.at) }
    seen.append(key)
    switch key {
    case "naql":
      let place = cursor.at
      let found = try cursor.integer()
      guard found == DocumentEncoder.version else {
        throw Fault(message: "version \(found) is not known, only \(DocumentEncoder.version)", offset: place)
      }
      version = found
    case "id": id = try cursor.string()
    case "part": part = try number(&cursor, from: 1, "a part's number counts from 1")
    case "base": base = try number(&cursor, from: 0, "“base” is an offset from 0")
    case "path": path = try cursor.string()
    case "text": text = try cursor.stringBytes()
    case "blocks": document.blocks = try records(&cursor, .blocks, Self.block)
    case "edits": document.edits = try records(&cursor, .edits, Self.edit)
    case "segments": document.segments = try records(&cursor, .segments, Self.segment)
    case "tokens":
      document.layers.insert(.tokens)
      document.tokens = try Self.items(&cursor, Self.token)
    case "entities": document.entities = try records(&cursor, .entities, Self.entity)
    case "romanisations": document.romanisations = try records(&cursor, .romanisations, Self.romanisation)
    case "alignments": document.alignments = try records(&cursor, .alignments, Self.alignment)
    case "diagnostics":
      document.diagnostics = try Self.items(&cursor) { cursor throws(Fault) in try Self.diagnostic(Record(&cursor)) }
    default: document.unknownFields.append(.init(name: key, json: try cursor.skip()))
    }
  }

  func checked() throws(Fault) -> Document {
    guard version != nil else { throw Fault(message: "the field “naql” is missing", offset: 0) }
    guard let id else { throw Fault(message: "the field “id” is missing", offset: 0) }
    guard let text else { throw Fault(message: "the field “text” is missing", offset: 0) }
    var result = Document(id: id, text: text, path: path, part: part, base: base)
    result.layers = document.layers
    result.blocks = document.blocks
    result.edits = document.edits
    result.segments = document.segments
    result.tokens = document.tokens
    result.entities = document.entities
    result.romanisations = document.romanisations
    result.alignments = document.alignments
    result.diagnostics = document.diagnostics
    result.unknownFields = document.unknownFields
    result.unknownItemFields = document.unknownItemFields
    if let problem = DocumentCheck.problem(in: result) { throw Fault(message: problem, offset: 0) }
    return result
  }

  private func number(_ cursor: inout JSONCursor, from least: Int, _ rule: String) throws(Fault) -> Int {
    let place = cursor.at
    let number = try cursor.integer()
    guard number >= least else { throw Fault(message: "\(rule), and not \(number)", offset: place) }
    return number
  }

  /// The objects of `layer`; what is unknown in one is kept beside.
  private mutating func records<Item>(
    _ cursor: inout JSONCursor, _ layer: Layer, _ read: (Record) throws(Fault) -> Item
  ) throws(Fault) -> [Item] {
    document.layers.insert(layer)
    var unknown: [Int: [Document.UnknownField]] = [:]
    var items: [Item] = []
    try cursor.array { cursor throws(Fault) in
      let record = try Record(&cursor)
      if !record.unknown.isEmpty { unknown[items.count] = record.unknown }
      items.append(try read(record))
    }
    if !unknown.isEmpty { document.unknownItemFields[layer] = unknown }
    return items
  }

  private static func items<Item>(
    _ cursor: inout JSONCursor, _ read: (inout JSONCursor) throws(Fault) -> Item
  ) throws(Fault) -> [Item] {
    var items: [Item] = []
    try cursor.array { cursor throws(Fault) in items.append(try read(&cursor)) }
    return items
  }

  /// Reads an object of texts, numbers and flags; what it does not know is kept as it stands.
  private struct Record {
    var numbers: [String: Int] = [:]
    var texts: [String: String] = [:]
    var flags: [String: Bool] = [:]
    var pair: [Int] = []
    var unknown: [Document.UnknownField] = []
    let offset: Int

    init(_ cursor: inout JSONCursor) throws(Fault) {
      offset = cursor.at
      var numbers: [String: Int] = [:]
      var texts: [String: String] = [:]
      var flags: [String: Bool] = [:]
      var pair: [Int] = []
      var unknown: [Document.UnknownField] = []
      try cursor.object { cursor, key throws(Fault) in
        switch key {
        case "start", "end", "duplicateOf", "block", "confidence", "person", "entity", "segment", "tier", "line",
          "column":
          numbers[key] = try cursor.integer()
        case "translate": flags[key] = try cursor.boolean()
        case "entities": try cursor.array { cursor throws(Fault) in pair.append(try cursor.integer()) }
        case "kind", "rule", "replacement", "class", "name", "id", "origin", "scheme", "text", "unit", "target",
          "severity", "code", "message":
          texts[key] = try cursor.string()
        default: unknown.append(.init(name: key, json: try cursor.skip()))
        }
      }
      (self.numbers, self.texts, self.flags, self.pair, self.unknown) = (numbers, texts, flags, pair, unknown)
    }

    func number(_ key: String) throws(Fault) -> Int {
      if let value = numbers[key] { return value }
      throw Fault(message: "“\(key)” is missing", offset: offset)
    }

    func text(_ key: String) throws(Fault) -> String {
      if let value = texts[key] { return value }
      throw Fault(message: "“\(key)” is missing", offset: offset)
    }

    func range() throws(Fault) -> TextRange { TextRange(try number("start"), try number("end")) }

    func named<Value: RawRepresentable<String>>(_ key: String, _ type: Value.Type) throws(Fault) -> Value {
      let name = try text(key)
      if let value = Value(rawValue: name) { return value }
      throw Fault(message: "“\(name)” is no known “\(key)”", offset: offset)
    }
  }

  private static func block(_ record: Record) throws(Fault) -> Block {
    return Block(
      range: try record.range(), kind: try record.named("kind", BlockKind.self), rule: record.texts["rule"] ?? "",
      duplicateOf: record.numbers["duplicateOf"])
  }

  private static func edit(_ record: Record) throws(Fault) -> Edit {
    return Edit(
      range: try record.range(), replacement: try record.text("replacement"), rule: record.texts["rule"] ?? "")
  }

  private static func segment(_ record: Record) throws(Fault) -> Segment {
    return Segment(range: try record.range(), block: try record.number("block"), rule: record.texts["rule"] ?? "")
  }

  private static func token(_ cursor: inout JSONCursor) throws(Fault) -> Token {
    let place = cursor.at
    var values: [Int] = []
    try cursor.array { cursor throws(Fault) in values.append(try cursor.integer()) }
    guard values.count == 3, let number = UInt8(exactly: values[2]), let kind = TokenKind(rawValue: number) else {
      throw Fault(message: "a token is [start, end, kind]", offset: place)
    }
    guard Int32(exactly: values[0]) != nil, Int32(exactly: values[1]) != nil else {
      throw Fault(message: "a token lies outside the text", offset: place)
    }
    return Token(start: values[0], end: values[1], kind: kind)
  }

  private static func entity(_ record: Record) throws(Fault) -> Entity {
    return Entity(
      range: try record.range(), entityClass: try record.named("class", EntityClass.self),
      name: try record.text("name"),
      id: try record.text("id"), origin: try record.named("origin", Origin.self), rule: record.texts["rule"] ?? "",
      confidence: try record.number("confidence"), person: record.numbers["person"])
  }

  private static func romanisation(_ record: Record) throws(Fault) -> Romanisation {
    let target: RomanisationTarget
    if let index = record.numbers["entity"] {
      target = .entity(index)
    } else {
      target = .segment(try record.number("segment"))
    }
    return Romanisation(
      target: target, scheme: try record.text("scheme"), text: try record.text("text"),
      origin: try record.named("origin", Origin.self), confidence: try record.number("confidence"))
  }

  private static func alignment(_ record: Record) throws(Fault) -> Alignment {
    guard record.pair.count == 2, record.pair[0] >= 0, record.pair[0] <= record.pair[1] else {
      throw Fault(message: "“entities” is [first, after the last]", offset: record.offset)
    }
    return Alignment(
      segment: try record.number("segment"), unit: try record.text("unit"), tier: record.numbers["tier"],
      entities: record.pair[0]..<record.pair[1], translate: record.flags["translate"] ?? true,
      target: record.texts["target"])
  }

  private static func diagnostic(_ record: Record) throws(Fault) -> Diagnostic {
    return Diagnostic(
      try record.text("code"), try record.text("message"), severity: try record.named("severity", Severity.self),
      line: record.numbers["line"], column: record.numbers["column"])
  }
}

/// An article, or a part of a long one: its source text, untouched, and the layers that stages have added.
///
/// All offsets are UTF-8 bytes into `text`. A document over 16 MB comes in parts cut at block ends; `base` is
/// where a part begins in the whole.
public struct Document: Sendable {
  /// Name of the document, from its file name.
  public var id: String
  /// Number of the part, from 1, or 0 where the document is whole.
  public var part: Int
  /// Offset of this part's first byte in the whole document.
  public var base: Int
  /// The file it was read from, as the user named it; nil for standard input.
  public var path: String?
  /// Source text in UTF-8, as read, byte-order mark included. Never altered after reading.
  public let text: [UInt8]
  /// Which layers stages have added; one that is here may still be empty.
  public var layers: Set<Layer>
  /// Blocks of the page, in order.
  public var blocks: [Block] = []
  /// What cleaning changes, sorted, not overlapping.
  public var edits: [Edit] = []
  /// Sentences, in order.
  public var segments: [Segment] = []
  /// Words and marks, in order.
  public var tokens: [Token] = []
  /// Names, sorted by range; a title may stand beside its person.
  public var entities: [Entity] = []
  /// Romanised forms of entities and segments.
  public var romanisations: [Romanisation] = []
  /// One unit a segment, in order.
  public var alignments: [Alignment] = []
  /// What was found about this document.
  public var diagnostics: [Diagnostic] = []
  /// Fields of the JSON form that this version does not know, as name and raw JSON, in their order.
  public var unknownFields: [UnknownField] = []

  /// The same of the items of layers, by the number of the item.
  public var unknownItemFields: [Layer: [Int: [UnknownField]]] = [:]

  /// A field that was met in the JSON form and is handed on unread.
  public struct UnknownField: Hashable, Sendable {
    /// The key, unescaped.
    public var name: String
    /// The value as JSON text.
    public var json: [UInt8]

    /// The field `name` with its value as JSON.
    public init(name: String, json: [UInt8]) {
      self.name = name
      self.json = json
    }
  }

  /// A document that has only its text.
  public init(id: String, text: [UInt8], path: String? = nil, part: Int = 0, base: Int = 0) {
    self.id = id
    self.text = text
    self.path = path
    self.part = part
    self.base = base
    self.layers = [.text]
  }

  /// Takes `layers` away with all that they hold; the text stays.
  public mutating func drop(_ layers: Set<Layer>) {
    for layer in layers.intersection(self.layers) {
      switch layer {
      case .text: continue
      case .blocks: blocks = []
      case .edits: edits = []
      case .segments: segments = []
      case .tokens: tokens = []
      case .entities: entities = []
      case .romanisations: romanisations = []
      case .alignments: alignments = []
      }
      self.layers.remove(layer)
      unknownItemFields[layer] = nil
    }
  }

  /// Forgets the fields that Naql does not know in the items of `layers`, which are made anew.
  public mutating func forgetUnknown(in layers: Set<Layer>) {
    if !unknownItemFields.isEmpty { for layer in layers { unknownItemFields[layer] = nil } }
  }

  /// The text at `range`, decoded.
  public func string(_ range: TextRange) -> String { String(decoding: text[range.bytes], as: UTF8.self) }
}

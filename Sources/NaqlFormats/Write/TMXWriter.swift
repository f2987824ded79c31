import NaqlModel

/// TMX 1.4 from Arabic to romanised Arabic: the romanised tier of whole segments as a memory of its own.
///
/// It is no translation, so its target language is `ar-Latn` and its name says so; keep it out of OmegaT's `tm/auto`.
public final class TMXWriter: FormatWriter {
  public static let description = FormatDescription(
    name: "tmx", suffix: ".ar-Latn.tmx", summary: "TMX 1.4 from Arabic to its romanised form, a segment a unit",
    requires: [.blocks, .segments, .romanisations, .alignments])

  private let settings: FormatSettings
  private var isOpen = false

  public init(settings: FormatSettings) { self.settings = settings }

  public func add(_ document: Document, _ names: DocumentNames, to output: ByteSink) throws(Diagnostic) {
    if !isOpen { open(to: &output.bytes) }
    for unit in document.alignments {
      guard let tier = unit.tier, unit.translate else { continue }
      append(document, unit, document.romanisations[tier].text, to: &output.bytes)
      try output.drain()
    }
  }

  public func finish(to output: ByteSink) {
    if isOpen { XMLBytes.markup("</body>\n</tmx>\n", to: &output.bytes) }
  }

  private func append(_ document: Document, _ unit: Alignment, _ tier: String, to output: inout [UInt8]) {
    XMLBytes.markup("<tu tuid=\"", to: &output)
    XMLBytes.text(unit.unit, to: &output)
    XMLBytes.markup("\"><tuv xml:lang=\"", to: &output)
    XMLBytes.text(settings.sourceLanguage, to: &output)
    XMLBytes.markup("\"><seg>", to: &output)
    // As it stands, TABs too, since a memory matches a segment only exactly.
    XMLBytes.text(document.string(document.segments[unit.segment].range), to: &output)
    XMLBytes.markup("</seg></tuv><tuv xml:lang=\"", to: &output)
    XMLBytes.text(settings.sourceLanguage + "-Latn", to: &output)
    XMLBytes.markup("\"><seg>", to: &output)
    XMLBytes.text(tier.foldingWhiteSpace(), to: &output)
    XMLBytes.markup("</seg></tuv></tu>\n", to: &output)
  }

  private func open(to output: inout [UInt8]) {
    isOpen = true
    XMLBytes.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4">
      <header creationtool="Naql" creationtoolversion="
      """, to: &output)
    XMLBytes.text(NaqlVersion.number, to: &output)
    XMLBytes.markup("\" segtype=\"sentence\" o-tmf=\"Naql\" adminlang=\"en\" srclang=\"", to: &output)
    XMLBytes.text(settings.sourceLanguage, to: &output)
    XMLBytes.markup("\" datatype=\"plaintext\"/>\n<body>\n", to: &output)
  }
}

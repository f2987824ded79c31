import NaqlModel

/// XLIFF 1.2: by default one `trans-unit` a sentence with the target a copy of the source, the form that OmegaT 3.6 and
/// Translate Toolkit both read and write back (tried). With `segmentation: seg-source` one unit a block, its sentences
/// as `mrk`s.
///
/// Duplicates and boilerplate are units with `translate="no"`; a group names the block's kind and, for a duplicate, the
/// block that it repeats, from which `merge` fills it.
public final class XLIFF12Writer: FormatWriter {
  public static let description = FormatDescription(
    name: "xliff", suffix: ".ar-en.xlf", summary: "XLIFF 1.2 for OmegaT, Trados and memoQ: one unit a sentence",
    requires: [.blocks, .segments, .entities, .romanisations, .alignments])

  private let settings: FormatSettings
  private let marked: Bool
  private var isOpen = false
  private var blocksBefore = 0

  public init(settings: FormatSettings) {
    self.settings = settings
    marked = settings.options["segmentation"] == "seg-source"
  }

  /// Whether the file has translations.
  public static func holdsWork(_ file: [UInt8]) -> Bool { Merger.hasTranslations(file) }

  public func add(_ document: Document, _ names: DocumentNames, to output: ByteSink) throws(Diagnostic) {
    if !isOpen { open(document, to: &output.bytes) }
    var notes = UnitNotes(document, names)
    var at = 0
    while at < document.alignments.count {
      let block = document.segments[document.alignments[at].segment].block
      var end = at + 1
      while end < document.alignments.count, document.segments[document.alignments[end].segment].block == block {
        end += 1
      }
      openGroup(document, block, sentences: end - at, to: &output.bytes)
      if marked {
        appendMarked(document, block, document.alignments[at..<end], &notes, to: &output.bytes)
      } else {
        for unit in at..<end { append(document, unit, &notes, to: &output.bytes) }
      }
      XMLBytes.markup("</group>\n", to: &output.bytes)
      try output.drain()
      at = end
    }
    blocksBefore += document.blocks.count
  }

  public func finish(to output: ByteSink) {
    if isOpen { XMLBytes.markup("</body>\n</file>\n</xliff>\n", to: &output.bytes) }
  }

  private func open(_ document: Document, to output: inout [UInt8]) {
    isOpen = true
    XMLBytes.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="
      """, to: &output)
    XMLBytes.text(document.path ?? document.id, to: &output)
    XMLBytes.markup("\" source-language=\"", to: &output)
    XMLBytes.text(settings.sourceLanguage, to: &output)
    XMLBytes.markup("\" target-language=\"", to: &output)
    XMLBytes.text(settings.targetLanguage, to: &output)
    XMLBytes.markup(
      """
      " datatype="plaintext">
      <header><tool tool-id="naql" tool-name="Naql" tool-version="
      """, to: &output)
    XMLBytes.text(NaqlVersion.number, to: &output)
    XMLBytes.markup("\"/></header>\n<body>\n", to: &output)
  }

  /// Opens the group of a block. Its extradata says what `merge` has to know: what it repeats, and how many sentences it
  /// has where it has several, so that one which is lost can be told from a page that changed.
  private func openGroup(_ document: Document, _ block: Int, sentences: Int, to output: inout [UInt8]) {
    let kind = document.blocks[block]
    XMLBytes.markup("<group id=\"b", to: &output)
    appendDecimal(blocksBefore + block + 1, to: &output)
    XMLBytes.markup("\" restype=\"x-", to: &output)
    XMLBytes.text(kind.kind.rawValue, to: &output)
    if kind.duplicateOf != nil || sentences > 1 { XMLBytes.markup("\" extradata=\"", to: &output) }
    if let original = kind.duplicateOf {
      XMLBytes.markup("duplicate-of b", to: &output)
      appendDecimal(blocksBefore + original + 1, to: &output)
      if sentences > 1 { XMLBytes.markup(" ", to: &output) }
    }
    if sentences > 1 {
      XMLBytes.markup("sentences ", to: &output)
      appendDecimal(sentences, to: &output)
    }
    XMLBytes.markup("\">\n", to: &output)
  }

  private func append(_ document: Document, _ number: Int, _ notes: inout UnitNotes, to output: inout [UInt8]) {
    let unit = document.alignments[number]
    let segment = document.segments[unit.segment]
    openUnit(unit.unit, document.blocks[segment.block].kind, translate: unit.translate, to: &output)
    XMLBytes.markup("<source xml:lang=\"", to: &output)
    XMLBytes.text(settings.sourceLanguage, to: &output)
    XMLBytes.markup("\">", to: &output)
    document.text.withUnsafeBytes { text in
      XMLBytes.text(UnsafeRawBufferPointer(rebasing: text[segment.range.bytes]), to: &output)
    }
    XMLBytes.markup("</source>\n", to: &output)
    if let target = unit.target {
      openTarget(isCopy: !target.isEmpty, translate: unit.translate, to: &output)
      XMLBytes.text(target, to: &output)
      XMLBytes.markup("</target>\n", to: &output)
    }
    notes.append(document.alignments[number...number], to: &output)
    XMLBytes.markup("</trans-unit>\n", to: &output)
  }

  private func openUnit(_ id: String, _ kind: BlockKind, translate: Bool, to output: inout [UInt8]) {
    XMLBytes.markup("<trans-unit id=\"", to: &output)
    XMLBytes.text(id, to: &output)
    XMLBytes.markup("\" resname=\"", to: &output)
    XMLBytes.text(kind.rawValue, to: &output)
    XMLBytes.markup(" ", to: &output)
    XMLBytes.text(id, to: &output)
    XMLBytes.markup(
      translate ? "\" xml:space=\"preserve\">\n" : "\" translate=\"no\" xml:space=\"preserve\">\n", to: &output)
  }

  private func openTarget(isCopy: Bool, translate: Bool, to output: inout [UInt8]) {
    XMLBytes.markup("<target xml:lang=\"", to: &output)
    XMLBytes.text(settings.targetLanguage, to: &output)
    XMLBytes.markup(
      translate ? isCopy ? "\" state=\"needs-translation\">" : "\" state=\"new\">" : "\">", to: &output)
  }

  /// One unit for the block: source, seg-source and target with a `mrk` a sentence, the gaps between them kept.
  private func appendMarked(
    _ document: Document, _ block: Int, _ units: ArraySlice<Alignment>, _ notes: inout UnitNotes,
    to output: inout [UInt8]
  ) {
    guard let first = units.first, let last = units.last else { return }
    let range = TextRange(document.segments[first.segment].range.start, document.segments[last.segment].range.end)
    openUnit(
      "b\(blocksBefore + block + 1)", document.blocks[block].kind, translate: first.translate, to: &output)
    XMLBytes.markup("<source xml:lang=\"", to: &output)
    XMLBytes.text(settings.sourceLanguage, to: &output)
    XMLBytes.markup("\">", to: &output)
    XMLBytes.text(document.string(range), to: &output)
    XMLBytes.markup("</source>\n<seg-source>", to: &output)
    appendMarks(document, units, targets: false, to: &output)
    XMLBytes.markup("</seg-source>\n", to: &output)
    if first.target != nil {
      // Translate Toolkit wants the target without marks until it is translated, OmegaT wants them with the source.
      let isCopy = units.contains { $0.target?.isEmpty == false }
      openTarget(isCopy: isCopy, translate: first.translate, to: &output)
      if isCopy { appendMarks(document, units, targets: true, to: &output) }
      XMLBytes.markup("</target>\n", to: &output)
    }
    notes.append(units, to: &output)
    XMLBytes.markup("</trans-unit>\n", to: &output)
  }

  private func appendMarks(
    _ document: Document, _ units: ArraySlice<Alignment>, targets: Bool, to output: inout [UInt8]
  ) {
    let digits = max(2, String(units.count).count)
    var end = document.segments[units[units.startIndex].segment].range.start
    for (number, unit) in units.enumerated() {
      let range = document.segments[unit.segment].range
      XMLBytes.text(document.string(TextRange(end, range.start)), to: &output)
      let name = String(number + 1)
      XMLBytes.markup("<mrk mtype=\"seg\" mid=\"", to: &output)
      XMLBytes.text(String(repeating: "0", count: digits - name.count) + name, to: &output)
      XMLBytes.markup("\">", to: &output)
      XMLBytes.text(targets ? unit.target ?? "" : document.string(range), to: &output)
      XMLBytes.markup("</mrk>", to: &output)
      end = range.end
    }
  }
}

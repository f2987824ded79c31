import NaqlModel

/// Names as TBX v2 (`martif`), the version that OmegaT and Translate Toolkit read. Without a name nothing is written, since a TBX must
/// have an entry (`TBXcoreStructV02.dtd`).
public final class NamesTBXWriter: NameListWriter, FormatWriter {
  public static let description = FormatDescription(
    name: "names-tbx", suffix: ".names.tbx", summary: "names as a TBX 2 term base", requires: [.segments, .entities])

  /// What is said of a list without names.
  public static var nothing: String? { "there are no names, and a TBX must have one; nothing is written" }

  override func write(_ list: NamesFound, to output: inout [UInt8]) {
    if list.entries.isEmpty { return }
    XMLBytes.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
      <martif type="TBX" xml:lang="
      """, to: &output)
    XMLBytes.text(list.settings.sourceLanguage, to: &output)
    XMLBytes.markup(
      """
      ">
      <martifHeader><fileDesc><sourceDesc><p>Names found by Naql</p></sourceDesc></fileDesc>
      <encodingDesc><p type="XCSURI">TBXXCS.xcs</p></encodingDesc></martifHeader>
      <text><body>

      """, to: &output)
    for (number, entry) in list.entries.enumerated() {
      append(entry, number + 1, list, to: &output)
    }
    XMLBytes.markup("</body></text>\n</martif>\n", to: &output)
  }

  private func append(_ entry: NameEntry, _ number: Int, _ list: NamesFound, to output: inout [UInt8]) {
    XMLBytes.markup("<termEntry id=\"n", to: &output)
    appendDecimal(number, to: &output)
    XMLBytes.markup("\">\n<descrip type=\"subjectField\">", to: &output)
    XMLBytes.text(entry.entityClass.rawValue, to: &output)
    XMLBytes.markup("</descrip>\n", to: &output)
    if !entry.context.isEmpty {
      XMLBytes.markup("<descrip type=\"context\">", to: &output)
      XMLBytes.text(entry.context, to: &output)
      XMLBytes.markup("</descrip>\n", to: &output)
    }
    let variants = entry.variants.filter { $0 != entry.name }
    language(list.settings.sourceLanguage, [(entry.name, nil)] + variants.map { ($0, nil) }, to: &output)
    let strict = list.schemes.filter { $0 != "conventional" }.compactMap { scheme in
      entry.form(scheme).map { ($0.text, Optional(scheme)) }
    }
    if !strict.isEmpty { language("\(list.settings.sourceLanguage)-Latn", strict, to: &output) }
    if let conventional = entry.form("conventional") {
      language(list.settings.targetLanguage, [(conventional.text, nil)], to: &output)
    }
    XMLBytes.markup("</termEntry>\n", to: &output)
  }

  private func language(_ tag: String, _ terms: [(text: String, note: String?)], to output: inout [UInt8]) {
    XMLBytes.markup("<langSet xml:lang=\"", to: &output)
    XMLBytes.text(tag, to: &output)
    XMLBytes.markup("\">", to: &output)
    for term in terms {
      XMLBytes.markup("<tig><term>", to: &output)
      XMLBytes.text(term.text, to: &output)
      XMLBytes.markup("</term>", to: &output)
      if let note = term.note {
        XMLBytes.markup("<note>", to: &output)
        XMLBytes.text(note, to: &output)
        XMLBytes.markup("</note>", to: &output)
      }
      XMLBytes.markup("</tig>", to: &output)
    }
    XMLBytes.markup("</langSet>\n", to: &output)
  }
}

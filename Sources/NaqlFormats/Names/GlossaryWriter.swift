import NaqlModel

/// An OmegaT glossary: source, target, comment. A name met with بـ or لـ stands in with them too, since OmegaT's
/// matching only sees past و (tried with OmegaT 3.6).
public final class GlossaryWriter: NameListWriter, FormatWriter {
  public static let description = FormatDescription(
    name: "glossary", suffix: ".glossary.utf8", summary: "names as an OmegaT glossary",
    requires: [.segments, .entities])

  override class var mergesShort: Bool { false }

  override func write(_ list: NamesFound, to output: inout [UInt8]) {
    output.append(contentsOf: "# Names found by Naql: source, target, comment\n".utf8)
    for entry in list.entries {
      let target = list.target(entry)
      if target.isEmpty { continue }
      var sources = [entry.name]
      for word in entry.variants + entry.withClitics where !sources.contains(word) { sources.append(word) }
      for source in sources {
        output.append(contentsOf: "\(source.foldingWhiteSpace())\t\(target)\t\(list.comment(entry))\n".utf8)
      }
    }
  }
}

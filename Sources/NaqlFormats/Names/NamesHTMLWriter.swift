import NaqlModel
import NaqlRules

/// Names as one HTML page that can be sorted and filtered, without any other file or request.
public final class NamesHTMLWriter: NameListWriter, FormatWriter {
  public static let description = FormatDescription(
    name: "names-html", suffix: ".names.html", summary: "names as a page to sort and filter",
    requires: [.segments, .entities])

  override func write(_ list: NamesFound, to output: inout [UInt8]) {
    XMLBytes.markup(
      """
      <!DOCTYPE html>
      <html dir="ltr" lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Names – Naql</title>
      <style>

      """, to: &output)
    // The files are part of the rules; without them the page is plain, and still complete.
    output.append(contentsOf: (try? settings.rules.bytes("formats/names.css")) ?? [])
    XMLBytes.markup(
      """
      </style>
      </head>
      <body>
      <header><h1>Names</h1>
      <label>find <input type="search" id="find"></label>
      <label>class <select id="class"><option value="">all</option>
      """, to: &output)
    for name in EntityClass.allCases.map(\.rawValue)
    where list.entries.contains(where: { $0.entityClass.rawValue == name }) {
      output.append(contentsOf: "<option>\(name)</option>".utf8)
    }
    XMLBytes.markup(
      """
      </select></label>
      <label>mentions from <input type="number" id="count" value="1" min="1"></label>
      <label title="how sure it is a name, as in the column">confidence from <input type="number" id="confidence" value="0" min="0" max="1000"></label>
      <span id="shown"></span></header>
      <table><thead><tr>
      """, to: &output)
    for title in list.header {
      XMLBytes.markup("<th scope=\"col\" aria-sort=\"none\"><button type=\"button\">", to: &output)
      XMLBytes.text(title, to: &output)
      XMLBytes.markup("</button></th>", to: &output)
    }
    XMLBytes.markup("</tr></thead>\n<tbody>\n", to: &output)
    for entry in list.entries { append(entry, list, to: &output) }
    XMLBytes.markup("</tbody></table>\n<script>\n", to: &output)
    output.append(contentsOf: (try? settings.rules.bytes("formats/names.js")) ?? [])
    XMLBytes.markup("</script>\n</body>\n</html>\n", to: &output)
  }

  private func append(_ entry: NameEntry, _ list: NamesFound, to output: inout [UInt8]) {
    XMLBytes.markup(entry.conflicts.isEmpty ? "<tr>" : "<tr class=\"doubt\">", to: &output)
    for (title, cell) in zip(list.header, list.cells(entry)) {
      XMLBytes.markup(Self.opening(title, isForm: list.schemes.contains(title)), to: &output)
      XMLBytes.text(title, to: &output)
      XMLBytes.markup("\">", to: &output)
      XMLBytes.text(cell, to: &output)
      XMLBytes.markup("</td>", to: &output)
    }
    XMLBytes.markup("</tr>\n", to: &output)
  }

  /// The start of a cell up to the head of its column, which stands beside it on narrow screens.
  private static func opening(_ title: String, isForm: Bool) -> StaticString {
    switch title {
    case "name", "variants": "<td class=\"ar\" lang=\"ar\" data-head=\""
    case "context": "<td class=\"context\" lang=\"ar\" data-head=\""
    case "count", "confidence": "<td class=\"count\" data-head=\""
    case "class", "origin": "<td class=\"short\" data-head=\""
    default: isForm ? "<td class=\"form\" data-head=\"" : "<td data-head=\""
    }
  }
}

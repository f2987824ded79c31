import NaqlModel
import NaqlRules
import NaqlText

/// The review page: one HTML file without any other file or request. Arabic on the right and its romanisation under
/// it, names coloured by class with their forms on hover or focus, kinds of blocks shown, filters, a list of names.
///
/// Its style and behaviour lie under `Rules/formats/` and are copied in.
public final class ReviewPageWriter: FormatWriter {
  public static let description = FormatDescription(
    name: "review", suffix: ".review.html", summary: "a page to read and check: Arabic, romanisation, names, origins",
    requires: [.blocks, .segments, .entities, .romanisations, .alignments])

  private let style: [UInt8]
  private let script: [UInt8]
  private let settings: FormatSettings
  private var isOpen = false
  private var names: [ReviewName] = []
  private var numbers = TextNumbers()

  public init(settings: FormatSettings) throws(Diagnostic) {
    self.settings = settings
    style = try settings.rules.bytes("formats/review.css")
    script = try settings.rules.bytes("formats/review.js")
  }

  public func add(_ document: Document, _ names: DocumentNames, to output: ByteSink) throws(Diagnostic) {
    if !isOpen { open(document, to: &output.bytes) }
    let numbers = gather(document, names)
    var at = 0
    while at < document.alignments.count {
      let block = document.segments[document.alignments[at].segment].block
      var end = at
      while end < document.alignments.count, document.segments[document.alignments[end].segment].block == block {
        end += 1
      }
      openBlock(document.blocks[block], document.alignments[at].unit, to: &output.bytes)
      for unit in document.alignments[at..<end] {
        append(unit, document, to: &output.bytes) { numbers[names.groupOf[$0]] }
      }
      XMLBytes.markup("</section>\n", to: &output.bytes)
      try output.drain()
      at = end
    }
  }

  public func finish(to output: ByteSink) {
    finish(&output.bytes)
  }

  private func finish(_ output: inout [UInt8]) {
    XMLBytes.markup(
      """
      </div>
      <aside dir="ltr" lang="en"><div class="names"><table><thead><tr><th>Spelling</th><th>Name</th><th>n</th></tr></thead><tbody></tbody></table></div></aside>
      </main>
      <div id="card" role="tooltip" dir="ltr" lang="en"></div>
      <script type="application/json" id="names">
      """, to: &output)
    var json = JSONBytes(capacity: names.count * 200)
    json.openArray()
    for name in names { name.append(to: &json) }
    json.closeArray()
    // “<” stands in texts only, where it might end the script element.
    for byte in json.bytes {
      if byte == 0x3C { output.append(contentsOf: "\\u003C".utf8) } else { output.append(byte) }
    }
    XMLBytes.markup("</script>\n<script>\n", to: &output)
    output.append(contentsOf: script)
    XMLBytes.markup("</script>\n</body>\n</html>\n", to: &output)
  }

  /// The number that each group of names has in the page's list, titles included.
  private func gather(_ document: Document, _ found: DocumentNames) -> [Int] {
    found.groups.map { group in
      let entity = document.entities[group.first]
      let number = numbers.number(entity.name, tag: entity.entityClass.number)
      if number == names.count { names.append(ReviewName(entity)) }
      names[number].count += group.count
      for form in found.forms(of: group.first) { names[number].add(document.romanisations[form]) }
      return number
    }
  }

  private func open(_ document: Document, to output: inout [UInt8]) {
    isOpen = true
    XMLBytes.markup(
      """
      <!DOCTYPE html>
      <html dir="rtl" lang="
      """, to: &output)
    XMLBytes.text(settings.sourceLanguage, to: &output)
    XMLBytes.markup(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """, to: &output)
    XMLBytes.text(document.id, to: &output)
    XMLBytes.markup(" – Naql</title>\n<style>\n", to: &output)
    output.append(contentsOf: style)
    XMLBytes.markup("</style>\n</head>\n<body>\n<header dir=\"ltr\" lang=\"en\"><h1 dir=\"auto\">", to: &output)
    XMLBytes.text(document.id, to: &output)
    XMLBytes.markup("</h1><span class=\"classes\">", to: &output)
    for entityClass in EntityClass.allCases {
      let name = entityClass.rawValue
      output.append(
        contentsOf:
          "<label class=\"\(name)\"><input type=\"checkbox\" checked data-off=\"no-\(name)\"> \(name)</label>".utf8)
    }
    XMLBytes.markup(
      """
      </span>
      <label><input type="checkbox" checked data-off="no-tier"> romanised lines</label>
      <label><input type="checkbox" checked data-off="no-extra"> duplicates and boilerplate</label>
      <input type="search" id="search" placeholder="find a name" aria-label="find a name"></header>
      <main><div>

      """, to: &output)
  }

  private func openBlock(_ block: Block, _ unit: String, to output: inout [UInt8]) {
    XMLBytes.markup("<section class=\"block ", to: &output)
    XMLBytes.text(block.kind.rawValue, to: &output)
    XMLBytes.markup("\" id=\"", to: &output)
    XMLBytes.text(unit, to: &output)
    XMLBytes.markup("\"><span class=\"kind\" dir=\"ltr\" lang=\"en\" title=\"", to: &output)
    XMLBytes.text(block.rule, to: &output)
    XMLBytes.markup("\">", to: &output)
    XMLBytes.text(block.kind.rawValue, to: &output)
    XMLBytes.markup("</span>\n", to: &output)
  }

  private func append(
    _ unit: Alignment, _ document: Document, to output: inout [UInt8], number: (_ entity: Int) -> Int
  ) {
    let range = document.segments[unit.segment].range
    XMLBytes.markup("<div class=\"seg\"><p class=\"ar\" lang=\"", to: &output)
    XMLBytes.text(settings.sourceLanguage, to: &output)
    // A segment of Latin script runs from left to right, its stop at the right; one with Arabic never does.
    let isArabic = document.string(range).unicodeScalars.contains { ArabicScript.isLetter($0.value) }
    XMLBytes.markup(isArabic ? "\" dir=\"rtl\">" : "\" dir=\"auto\">", to: &output)
    var at = range.start
    document.text.withUnsafeBytes { text in
      for index in unit.entities {
        let entity = document.entities[index]
        guard entity.range.start >= at, entity.range.end <= range.end else { continue }
        XMLBytes.text(UnsafeRawBufferPointer(rebasing: text[at..<entity.range.start]), to: &output)
        XMLBytes.markup("<span tabindex=\"0\" class=\"n ", to: &output)
        XMLBytes.text(entity.entityClass.rawValue, to: &output)
        if entity.confidence < 500 { XMLBytes.markup(" doubt", to: &output) }
        XMLBytes.markup("\" data-n=\"", to: &output)
        appendDecimal(number(index), to: &output)
        XMLBytes.markup("\">", to: &output)
        XMLBytes.text(UnsafeRawBufferPointer(rebasing: text[entity.range.bytes]), to: &output)
        XMLBytes.markup("</span>", to: &output)
        at = entity.range.end
      }
      XMLBytes.text(UnsafeRawBufferPointer(rebasing: text[at..<range.end]), to: &output)
    }
    XMLBytes.markup("</p>", to: &output)
    if let tier = unit.tier {
      XMLBytes.markup("<p class=\"tier\" lang=\"", to: &output)
      XMLBytes.text(settings.sourceLanguage, to: &output)
      XMLBytes.markup("-Latn\" dir=\"ltr\">", to: &output)
      XMLBytes.text(document.romanisations[tier].text, to: &output)
      XMLBytes.markup("</p>", to: &output)
    }
    XMLBytes.markup("</div>\n", to: &output)
  }
}

/// A name in the page's list.
private struct ReviewName {
  let entity: Entity
  var count = 0
  var forms: [Romanisation] = []

  init(_ entity: Entity) { self.entity = entity }

  mutating func add(_ form: Romanisation) {
    if forms.contains(where: { $0.scheme == form.scheme && $0.text == form.text }) { return }
    if form.scheme == "conventional" { forms.insert(form, at: 0) } else { forms.append(form) }
  }

  func append(to json: inout JSONBytes) {
    json.openObject()
    json.key("name")
    json.value(entity.name)
    json.key("class")
    json.value(entity.entityClass.rawValue)
    json.key("origin")
    json.value(entity.origin.rawValue)
    json.key("rule")
    json.value(entity.rule)
    json.key("confidence")
    json.value(entity.confidence)
    json.key("count")
    json.value(count)
    json.key("forms")
    json.openArray()
    for form in forms {
      json.openArray()
      json.value(form.scheme)
      json.value(form.text)
      json.value(form.origin.rawValue)
      json.value(form.confidence)
      json.closeArray()
    }
    json.closeArray()
    json.closeObject()
  }
}

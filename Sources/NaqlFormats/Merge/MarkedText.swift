import NaqlText

/// One side of a unit, source or target: its text in order, with the segments that are marked in it.
struct MarkedText {
  /// A stretch of text: that of a segment, with its `mid`, or what stands between segments.
  private struct Part {
    let mark: String?
    var text = ""
  }

  private var parts: [Part] = []
  private var isBehindBreak = false

  /// The segments in order.
  var marks: [(id: String, text: String)] {
    parts.compactMap { part in part.mark.map { ($0, part.text) } }
  }

  /// All of the text; segments that touch have a space between them.
  var whole: String {
    var whole = ""
    var isBehindMark = false
    for part in parts where part.mark != nil || !part.text.isEmpty {
      if isBehindMark, part.mark != nil, !Self.isSpaced(whole, part.text) { whole += " " }
      isBehindMark = part.mark != nil
      whole += part.text
    }
    return whole
  }

  /// A segment begins.
  mutating func open(_ mark: String) { parts.append(Part(mark: mark)) }

  /// The segment ends.
  mutating func close() { parts.append(Part(mark: nil)) }

  /// More text.
  mutating func append(_ text: String) {
    if parts.isEmpty { close() }
    let last = parts.count - 1
    if isBehindBreak, !Self.isSpaced(parts[last].text, text) { parts[last].text += " " }
    isBehindBreak = false
    parts[last].text += text
  }

  /// A line break between two words, which is a space since a block is a line.
  mutating func breakLine() { isBehindBreak = true }

  /// Whether there is white space, or nothing, where two texts meet.
  private static func isSpaced(_ before: String, _ behind: String) -> Bool {
    guard let last = before.unicodeScalars.last, let first = behind.unicodeScalars.first else { return true }
    return ArabicScript.isSpace(last.value) || ArabicScript.isSpace(first.value)
  }
}

extension String {
  /// Whether there is nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy { ArabicScript.isSpace($0.value) } }

  /// The text on one line: each line break with the white space around it becomes a space, at the ends nothing.
  func onOneLine() -> String {
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
    let lines = unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    let trimmed = lines.enumerated().map { number, line in
      var line = line
      if number > 0 || unicodeScalars.first == "\n" || unicodeScalars.first == "\r" {
        line = line.drop { ArabicScript.isSpace($0.value) }
      }
      if number < lines.count - 1 || unicodeScalars.last == "\n" || unicodeScalars.last == "\r" {
        while let last = line.last, ArabicScript.isSpace(last.value) { line.removeLast() }
      }
      return String(line)
    }
    return trimmed.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

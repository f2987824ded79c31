import NaqlModel

/// Reads the elements of a small XML file one after the other: tags with attributes, text, the standard entities.
/// Prefixes of names are dropped; document types are not read.
struct XMLScanner {
  enum Event {
    case start(String, [String: String])
    case text(String)
    case end(String)
  }

  private var rest: Substring.UnicodeScalarView
  private let file: String
  private var line = 1
  private var pendingEnd: String?

  init(_ text: String, file: String) {
    rest = text.unicodeScalars[...]
    self.file = file
  }

  /// The next event, or nil at the end.
  mutating func next() throws(Diagnostic) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while let first = rest.first {
      guard first == "<" else {
        let text = take { $0 != "<" }
        return .text(try decode(text))
      }
      if rest.starts(with: "<!--".unicodeScalars) {
        try skip(past: "-->")
      } else if rest.starts(with: "<![CDATA[".unicodeScalars) {
        rest = rest.dropFirst(9)
        var text = ""
        while !rest.starts(with: "]]>".unicodeScalars) {
          guard let scalar = rest.popFirst() else { throw error("the CDATA section is not closed") }
          text.unicodeScalars.append(scalar)
        }
        rest = rest.dropFirst(3)
        return .text(text)
      } else if rest.starts(with: "<?".unicodeScalars) {
        try skip(past: "?>")
      } else if rest.starts(with: "<!".unicodeScalars) {
        try skip(past: ">")
      } else {
        return try tag()
      }
    }
    return nil
  }

  private mutating func tag() throws(Diagnostic) -> Event {
    rest = rest.dropFirst()
    if rest.first == "/" {
      rest = rest.dropFirst()
      let name = Self.local(take { $0 != ">" })
      rest = rest.dropFirst()
      return .end(name)
    }
    let name = Self.local(take { $0 != ">" && $0 != "/" && !$0.properties.isWhitespace })
    var attributes: [String: String] = [:]
    while true {
      _ = take { $0.properties.isWhitespace }
      guard let next = rest.first else { throw error("the tag <\(name)> is not closed") }
      if next == ">" {
        rest = rest.dropFirst()
        return .start(name, attributes)
      }
      if next == "/" {
        rest = rest.dropFirst(2)
        pendingEnd = name
        return .start(name, attributes)
      }
      let key = Self.local(take { $0 != "=" && $0 != ">" && !$0.properties.isWhitespace })
      _ = take { $0.properties.isWhitespace || $0 == "=" }
      guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else {
        throw error("the attribute “\(key)” has no value in quotation marks")
      }
      attributes[key] = try decode(take { $0 != quote })
      rest = rest.dropFirst()
    }
  }

  private mutating func take(while fits: (Unicode.Scalar) -> Bool) -> String {
    let piece = rest.prefix(while: fits)
    line += piece.reduce(0) { $0 + ($1 == "\n" ? 1 : 0) }
    rest = rest[piece.endIndex...]
    return String(piece)
  }

  private mutating func skip(past end: String) throws(Diagnostic) {
    while !rest.starts(with: end.unicodeScalars) {
      guard let scalar = rest.popFirst() else { throw error("“\(end)” is missing") }
      if scalar == "\n" { line += 1 }
    }
    rest = rest.dropFirst(end.unicodeScalars.count)
  }

  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map { $0.split(whereSeparator: \.isWhitespace).joined() } ?? name
  }

  private func decode(_ text: String) throws(Diagnostic) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "&" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let name = String(scalars.prefix { $0 != ";" })
      scalars = scalars.dropFirst(name.unicodeScalars.count + 1)
      let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(1))
      switch name {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "apos": result += "'"
      default:
        guard name.hasPrefix("#"), let code, let found = Unicode.Scalar(code) else {
          throw error("unknown entity &\(name);")
        }
        result.unicodeScalars.append(found)
      }
    }
    return result
  }

  private func error(_ message: String) -> Diagnostic { Diagnostic("srx.xml", message, file: file, line: line) }
}

import CXML
import NaqlModel

/// Reads XML by libxml2 as a stream of events, without network or entity files.
public struct XMLReader {
  /// An element as it opens.
  public struct Element {
    /// Name without prefix.
    public let name: String
    /// Its namespace, or nil.
    public let namespace: String?
    /// Attributes by name without prefix.
    public let attributes: [String: String]
    /// Line that its start tag ends in, from 1.
    public let line: Int
  }

  /// What a reader of one format does at each event.
  public protocol Handler: AnyObject {
    /// An element opens.
    func start(_ element: XMLReader.Element)
    /// The element of this name closes.
    func end(_ name: String)
    /// Text, which may come in pieces.
    func text(_ text: String)
  }

  /// Reads `bytes`; text that is not well formed is an error at its line and column in `file`.
  public static func read(_ bytes: [UInt8], file: String, _ handler: any Handler) throws(Diagnostic) {
    let box = Box(handler)
    var error = naql_xml_error()
    let status: Int32 = withExtendedLifetime(box) {
      var events = naql_xml_events(
        context: Unmanaged.passUnretained(box).toOpaque(),
        start: { context, name, namespace, pairs, line in
          guard let context, let name else { return }
          var attributes: [String: String] = [:]
          var at = 0
          while let pairs, let key = pairs[at], let value = pairs[at + 1] {
            attributes[String(cString: key)] = String(cString: value)
            at += 2
          }
          Box.of(context).handler.start(
            Element(
              name: String(cString: name), namespace: namespace.map { String(cString: $0) }, attributes: attributes,
              line: Int(line)))
        },
        end: { context, name in
          guard let context, let name else { return }
          Box.of(context).handler.end(String(cString: name))
        },
        text: { context, text, length in
          guard let context, let text else { return }
          let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
          Box.of(context).handler.text(String(decoding: bytes, as: UTF8.self))
        })
      return bytes.withUnsafeBytes { source in
        naql_xml_read(
          source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(source.count), &events, &error)
      }
    }
    if status != 0 {
      let message = withUnsafeBytes(of: error.message) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw Diagnostic(
        "xml.not-well-formed", "the file is not well-formed XML: \(message)", file: file, line: Int(error.line),
        column: Int(error.column))
    }
  }

  /// Carries the handler through the C calls.
  private final class Box {
    let handler: any Handler
    init(_ handler: any Handler) { self.handler = handler }
    static func of(_ context: UnsafeMutableRawPointer) -> Box {
      Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
    }
  }
}

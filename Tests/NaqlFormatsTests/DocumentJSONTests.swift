import NaqlModel
import Testing

@testable import NaqlFormats

/// The JSON Lines form: what goes out comes back, unknown fields stay, bad lines say where.
struct DocumentJSONTests {
  private func decode(_ line: String) throws -> Document {
    try Array(line.utf8).withUnsafeBytes { bytes in
      try DocumentDecoder.document(from: bytes, file: "pipe.jsonl", number: 7)
    }
  }

  private func line(_ document: Document) -> String {
    String(decoding: DocumentEncoder.line(for: document), as: UTF8.self)
  }

  /// A small document with every layer.
  private var full: Document {
    let text = "قال \"بايدن\" إنّ\tذلك.\n"
    var document = Document(id: "صفحة", text: Array(text.utf8), path: "a/b.txt", part: 2, base: 99)
    document.blocks = [Block(range: TextRange(0, 34), kind: .paragraph, rule: "text")]
    document.edits = [Edit(range: TextRange(0, 2), replacement: "", rule: "tatweel")]
    document.segments = [Segment(range: TextRange(0, 34), block: 0, rule: "terminator")]
    document.tokens = [Token(start: 0, end: 6, kind: .arabic)]
    document.entities = [
      Entity(
        range: TextRange(8, 18), entityClass: .person, name: "بايدن", id: "PER-1", origin: .gazetteer, rule: "people",
        confidence: 910)
    ]
    document.romanisations = [
      Romanisation(target: .entity(0), scheme: "conventional", text: "Biden", origin: .gazetteer, confidence: 990),
      Romanisation(target: .segment(0), scheme: "ala-lc", text: "qāla", origin: .lexicon, confidence: 700),
    ]
    document.alignments = [
      Alignment(segment: 0, unit: "b1.s1", tier: 1, entities: 0..<1, translate: true, target: "x")
    ]
    document.layers = Set(Layer.allCases)
    return document
  }

  @Test("a document comes back from its line, byte for byte")
  func roundTrip() throws {
    let line = line(full)
    #expect(try self.line(decode(line)) == line)
  }

  @Test("unknown fields are kept, last, in their order")
  func unknownFields() throws {
    let line = #"{"naql":1,"zeta":{"a":[1,2.5e3,null]},"id":"x","text":"ا","alpha":"\u0627"}"#
    let out = self.line(try decode(line))
    #expect(out == #"{"naql":1,"id":"x","text":"ا","zeta":{"a":[1,2.5e3,null]},"alpha":"\u0627"}"# + "\n")
  }

  @Test(
    "a bad line is refused at its place",
    arguments: [
      (#"{"naql":1,"text":"a""#, "“}” is expected"), (#"{"text":"a"}"#, "“naql” is missing"),
      (#"{"naql":2,"text":"a"}"#, "version 2"), (#"{"naql":1,"id":"x"}"#, "“text” is missing"),
      (#"{"naql":1,"id":"x","text":"ab","blocks":[{"start":0,"end":3,"kind":"list"}]}"#, "block 0 lies outside"),
      (#"{"naql":1,"id":"x","text":"ا","blocks":[{"start":0,"end":1,"kind":"list"}]}"#, "block 0 lies outside"),
      (#"{"naql":1,"id":"x","text":"ab","blocks":[{"start":0,"end":1,"kind":"lost"}]}"#, "“lost” is no known"),
      (#"{"naql":1,"id":"x","text":"ab","segments":[{"start":0,"end":1,"block":0}]}"#, "names a block"),
      (#"{"naql":1,"text":"\ud800"}"#, "surrogate"), (#"{"naql":1,"text":"a"} x"#, "something follows"),
    ])
  func refusals(_ line: String, _ expected: String) {
    let error = #expect(throws: Diagnostic.self) { try decode(line) }
    #expect(error?.code == "read.broken-json")
    #expect(error?.line == 7)
    #expect(error?.message.contains(expected) == true, "\(error?.message ?? "nothing was thrown")")
  }

  @Test("control characters and quotes are escaped")
  func escapes() {
    let document = Document(id: "a\"\\", text: Array("\u{1}\r\n\t".utf8))
    #expect(line(document) == #"{"naql":1,"id":"a\"\\","text":"\u0001\r\n\t"}"# + "\n")
  }
}

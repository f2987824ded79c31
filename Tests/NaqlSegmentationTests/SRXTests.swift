import Foundation
import NaqlModel
import NaqlRules
import NaqlSegmentation
import Testing

@Suite("SRX") struct SRXTests {
  /// The sentences of `texts` as the export of `profile` cuts them.
  private func exported(_ profile: String, _ texts: [String]) throws -> [[String]] {
    let path = FileManager.default.temporaryDirectory.appending(path: "naql-\(UUID().uuidString).srx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileSystem.write(Array(SRXWriter(profile, rules: Support.rules()).text.utf8), to: path)
    return try texts.map { try Support.sentences($0, srx: path) }
  }

  @Test("our export, read again, cuts plain text as our own rules do")
  func roundTrip() throws {
    let texts = [
      "وصل الوفد مساء. وبدأ الاجتماع فورا.", "حضر د. سمير وم. هند. ثم انصرفا.", "هل تأخرنا؟ لا أحد يعلم!",
      "بلغ السعر 3.5 دولار. وزاد بعدها.", "رحلة طويلة... تعود القافلة إلى الميناء", "هذا عجيب (!) حقا.",
      "نشر موقع العربية.نت الخبر. وأكده المتحدث.", "\"متى نعود؟\" سأل القبطان. ثم صمت.",
    ]
    for (text, found) in zip(texts, try exported("news", texts)) {
      #expect(try found == Support.sentences(text), "\(Support.codePoints(text))")
    }
  }

  @Test(
    "an export cuts as its own profile does where that differs from news",
    arguments: [
      ("literary", "\"متى نعود؟\" ابتسم القبطان."), ("subtitles", "انتظر... - لا وقت لدي."),
      ("legal", "تطبق المادة 12. من هذا النظام."),
    ])
  func profiles(_ profile: String, _ text: String) throws {
    let own = try Support.sentences(text, profile: profile)
    #expect(try own != Support.sentences(text))
    #expect(try exported(profile, [text]) == [own])
    #expect(try exported("news", [text]) != [own])
  }

  @Test("a profile without expressions is refused, and the rules of one's own are named as unsaid")
  func unsaid() throws {
    let error = #expect(throws: Diagnostic.self) { try SRXWriter("uax29", rules: Support.rules()) }
    #expect(error?.code == "srx.no-profile")
    let path = FileManager.default.temporaryDirectory.appending(path: "naql-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let yaml =
      "profile: own\ninherits: news\nsemicolon: true\nrules:\n  - { id: own.one, before: terminator, break: no }\n"
    try FileSystem.write(Array(yaml.utf8), to: path)
    let srx = try SRXWriter(path, rules: Support.rules())
    #expect(srx.unsaid.last == "The rules of the profile own: own.one.")
    #expect(srx.text.contains("<beforebreak>؛</beforebreak>"))
  }

  @Test("the first rule that fits a place decides")
  func order() throws {
    let srx = """
      <srx version="2.0" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" cascade="no"/><body>
      <languagerules><languagerule languagerulename="A"><rule break="no"><beforebreak>\\bك\\.</beforebreak>
      <afterbreak>\\s</afterbreak></rule><rule break="yes"><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak>
      </rule></languagerule></languagerules><maprules><languagemap languagepattern="ar.*" languagerulename="A"/>
      </maprules></body></srx>
      """
    let file = try SRXFile(srx, file: "test.srx")
    #expect(file.rules.map(\.breaks) == [false, true])
    #expect(throws: Diagnostic.self) { try SRXFile("<xliff/>", file: "x") }
    #expect(throws: Diagnostic.self) { try SRXFile(srx, file: "x", language: "de") }
  }
}

import NaqlModel
import NaqlRules
import NaqlSegmentation
import Testing

@Suite("SRX") struct SRXTests {
  @Test("our export, read again, cuts plain text as our own rules do")
  func roundTrip() throws {
    let path = "\(Support.package)/.build/export-\(Int.random(in: 0..<1_000_000)).srx"
    try FileSystem.write(Array(SRXWriter.text("news", rules: Support.rules()).utf8), to: path)
    for text in [
      "وصل الوفد مساء. وبدأ الاجتماع فورا.", "حضر د. سمير وم. هند. ثم انصرفا.", "هل تأخرنا؟ لا أحد يعلم!",
      "بلغ السعر 3.5 دولار. وزاد بعدها.", "رحلة طويلة... تعود القافلة إلى الميناء", "هذا عجيب (!) حقا.",
      "نشر موقع العربية.نت الخبر. وأكده المتحدث.", "\"متى نعود؟\" سأل القبطان. ثم صمت.",
    ] {
      #expect(try Support.sentences(text, srx: path) == Support.sentences(text), "\(Support.codePoints(text))")
    }
    #expect(!SRXWriter.unsaid.isEmpty)
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

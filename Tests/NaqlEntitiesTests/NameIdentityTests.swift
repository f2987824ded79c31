import Testing

@testable import NaqlEntities

@Suite("What makes two spellings one name")
struct NameIdentityTests {
  @Test(
    "spellings of one name have one key",
    arguments: [
      ("عبد الرحمن البكري", "عبدالرحمن البكري"), ("أحمد أبو الغيط", "احمد ابوالغيط"), ("أحمد عبد الله", "أحمد عبدالله"),
      ("رءوف علوان", "رؤوف علوان"), ("مدرسة الهدى", "مدرسه الهدي"),
    ])
  func alike(_ one: String, _ other: String) { #expect(NameIdentity.key(of: one) == NameIdentity.key(of: other)) }

  @Test(
    "other names have other keys",
    arguments: [("3 فبراير", "5 فبراير"), ("عبد", "عبد الله"), ("علي بن سعد", "علي سعد"), ("آل سعود", "السعود")])
  func different(_ one: String, _ other: String) { #expect(NameIdentity.key(of: one) != NameIdentity.key(of: other)) }

  @Test(
    "what may stand for a long name",
    arguments: [
      ("محمد بن سلمان آل سعود", ["بن سلمان", "بن سلمان آل", "بن سلمان آل سعود", "آل سعود", "محمد بن سلمان"]),
      ("شيرين أبو عاقلة", ["أبو عاقلة"]),
      ("محمود عبد العزيز", ["عبد العزيز"]), ("خالد بن عبد العزيز", ["بن عبد العزيز"]),
      (
        "محمد بن راشد المعلا الشامسي",
        ["بن راشد", "بن راشد المعلا", "بن راشد المعلا الشامسي", "محمد بن راشد", "محمد بن راشد المعلا"]
      ), ("أبو عاقلة", []),
      ("عبد الله صالح", []),
      ("محمد ولد الغزواني", ["ولد الغزواني"]), ("بشار الأسد", []),
    ])
  func parts(_ name: String, _ expected: [String]) {
    #expect(NameIdentity.parts(of: NameIdentity.key(of: name)) == expected.map(NameIdentity.key))
    for part in expected { #expect(NameIdentity.isPart(NameIdentity.key(of: part))) }
  }
}

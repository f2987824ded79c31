import Foundation
import Testing

/// Which mentions of a page make one entry of its list of names.
struct NameEntriesTests {
  /// A page and its list as `NAME count variants; …`.
  struct Row: CustomTestStringConvertible {
    let text: String
    let entries: String
    var testDescription: String { entries }
  }

  static let rows = [
    Row(text: "التقى الأمير محمد بن سلمان الوفد. وأكد بن سلمان أهمية اللقاء.", entries: "محمد بن سلمان 2 بن سلمان"),
    Row(text: "اغتيلت الصحفية شيرين أبو عاقلة. وكانت أبو عاقلة تغطي الأحداث.", entries: "شيرين أبو عاقلة 2 أبو عاقلة"),
    Row(
      text: "قال الوزير خالد آل خليفة إن اللقاء ناجح. وأضاف آل خليفة أن العمل مستمر.",
      entries: "خالد آل خليفة 2 آل خليفة"),
    Row(
      text: "غنى الفنان محمود عبد العزيز في الحفل. وقال عبد العزيز إن الحفل نجح.",
      entries: "محمود عبد العزيز 2 عبد العزيز"),
    Row(text: "وصل الرئيس محمد ولد الغزواني. واستقبل ولد الغزواني الوفد.", entries: "محمد ولد الغزواني 2 ولد الغزواني"),
    Row(
      text: "قال الشاعر عبد الرحمن البكري. وكتب عبدالرحمن البكري قصيدة.",
      entries: "عبد الرحمن البكري 2 عبدالرحمن البكري"),
    Row(
      text: "صرح الأمين العام أحمد أبو الغيط. وأكد أحمد أبوالغيط ذلك.", entries: "أحمد أبو الغيط 2 أحمد أبوالغيط"),
    Row(
      text: "ظهر حسن نصر الله أمس. وكان حسن نصرالله قد غاب.", entries: "حسن نصر الله 2 حسن نصرالله"),
    Row(
      text: "زار ايمانويل ماكرون بيروت. ثم قال إيمانويل ماكرون إن الأمر عاجل. وغادر إيمانويل ماكرون ليلا.",
      entries: "إيمانويل ماكرون 3 ايمانويل ماكرون"),
  ]

  @Test("short forms and other spellings count for one name", arguments: rows)
  func entries(_ row: Row) throws {
    try Program.inFolder { folder in
      try row.text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql names page.txt", in: folder)
      let people = result.out.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        .filter { $0[1] == "PER" }.map { "\($0[0]) \($0[2]) \($0[9])" }
      #expect(people.joined(separator: "; ") == row.entries)
    }
  }

  @Test("two places of the same letters are two entries, and a family name is spelt as the full name has it")
  func spellings() throws {
    try Program.inFolder { folder in
      let text =
        "وصل الوفد إلى عمان قادما من سلطنة عمان. ورثت نقابة الصحفيين شيرين أبو عاقلة. وكانت أبو عاقلة تغطي الأحداث.\n"
      try text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let places = try Program.shell("naql names page.txt --class LOC | cut -f1,5", in: folder)
      #expect(places.out.contains("عمان\tAmman\n") && places.out.contains("عمان\tOman\n"))
      let glossary = try Program.shell("naql names page.txt --format omegat", in: folder)
      #expect(glossary.out.contains("أبو عاقلة\tAbu Akleh\t"))
    }
  }
}

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
}

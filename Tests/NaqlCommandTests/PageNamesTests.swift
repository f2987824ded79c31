import Foundation
import Testing

/// Names of single sentences, each a page of its own: every row of `Tests/Gold/names.tsv`.
struct PageNamesTests {
  /// A sentence with its names as `CLASS name; CLASS name`.
  struct Row: CustomTestStringConvertible {
    let text: String
    let names: String
    let why: String
    var testDescription: String { why }
  }

  static let rows: [Row] = {
    let file = Program.root.appending(path: "Tests/Gold/names.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(text: cells[0], names: cells[1], why: cells[2])
    }
  }()

  @Test("there are rows")
  func present() { #expect(Self.rows.count >= 20) }

  @Test("a sentence has the names of its row", arguments: rows)
  func names(_ row: Row) throws {
    try Program.inFolder { folder in
      try row.text.write(to: folder.appending(path: "line.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql recognise --plain line.txt", in: folder)
      let found = result.out.split(separator: "\n").map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return "\(cells[2]) \(cells[4])"
      }
      #expect(found.joined(separator: "; ") == row.names)
    }
  }

  @Test("a site's name behind the headline's bar is the same medium in the line of rights")
  func siteName() throws {
    try Program.inFolder { folder in
      let text = "خلاف على الصياغة واتفاق على فتح المعابر | المرصد اليوم\n\nجميع الحقوق محفوظة © المرصد اليوم 2025\n"
      try text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql recognise --plain page.txt", in: folder)
      #expect(!result.out.contains("\tORG\t"))
      #expect(result.out.contains("\tMEDIA\tالمرصد اليوم\t"))
    }
  }

  @Test(
    "a short first line before the navigation is the site's name, wherever the page has it",
    arguments: ["الرئيسية | محليات | رياضة", "سينما | مسرح | كتب | موسيقى"])
  func lineBeforeNavigation(_ navigation: String) throws {
    try Program.inFolder { folder in
      let text = "ضفاف الثقافية\n\(navigation)\n\nبدأ المهرجان أمس في المدينة القديمة\n\nاقرأ في ضفاف الثقافية\n"
      try text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql recognise --plain page.txt", in: folder)
      #expect(result.out.split(separator: "\n").count { $0.contains("\tMEDIA\tضفاف الثقافية\t") } == 2)
    }
  }

  @Test(
    "a list of works has the titles of its lines, up to the next heading",
    arguments: [
      (
        "قائمة أفلامه\n\n1948: الريح البعيدة\n1950: صاحب الدار، أنت وأنا\n1956: مفتاح البحر، بطولة سميرة فهمي\n\nالجوائز والتكريم\n\nنال جوائز كثيرة.\n",
        ["الريح البعيدة", "صاحب الدار", "أنت وأنا", "مفتاح البحر"]
      ),
      (
        "مؤلفاته\n\nزاد المسافر: طبع في القاهرة.\nالمختصر في علم المساحة (1961)\n\nوفاته\n\nمرض في آخر عمره: لم يخرج من داره سنتين.\n",
        ["زاد المسافر", "المختصر في علم المساحة"]
      ),
      ("أفلامه\n\nكان أول أفلامه ناجحا: شاهده كثيرون ثم نسوه.\n", []),
      ("روايات ووجوه\n\nسلوى الحمدان: أكتب كل صباح ثم أمزق ما كتبت\n", []),
    ])
  func listOfWorks(_ list: String, _ titles: [String]) throws {
    try Program.inFolder { folder in
      let text = "سامي درويش\n\nسامي درويش مخرج وكاتب عاش في القاهرة وعمل فيها سنين طويلة.\n\n" + list
      try text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql recognise --plain page.txt", in: folder)
      let works = result.out.split(separator: "\n").map { $0.split(separator: "\t") }.filter { $0[2] == "WORK" }
      #expect(works.map { String($0[3]) } == titles)
    }
  }

  @Test("a family name is spelt as the full name has it, and never as a place")
  func shortMention() throws {
    try Program.inFolder { folder in
      let text = "التقى الوزير جان نويل بارو نظيره في باريس. وقال بارو إن اللقاء مفيد.\n"
      try text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql names page.txt --class PER --format omegat", in: folder)
      var targets: [String: String] = [:]
      for line in result.out.split(separator: "\n") where !line.hasPrefix("#") {
        let cells = line.split(separator: "\t").map(String.init)
        targets[cells[0]] = cells[1]
      }
      let full = try #require(targets["جان نويل بارو"])
      #expect(targets["بارو"] == full.split(separator: " ").last.map(String.init))
    }
  }

  @Test("a word that only means a body has the English name of the body")
  func shortBody() throws {
    try Program.inFolder { folder in
      let text = "أعلنت هيئة تحرير الشام موقفها أمس في بيان طويل. وقالت الهيئة إن الاتفاق قائم.\n"
      try text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql names page.txt --format omegat", in: folder)
      #expect(result.out.contains("\nالهيئة\tHayat Tahrir al-Sham\t"))
    }
  }

  @Test("places of the same letters are told apart by their marks, and what has none is read as all others on the page")
  func markedPlaces() throws {
    try Program.inFolder { folder in
      try "وصل الوفد إلى عُمان قادما من عمّان.\n".write(
        to: folder.appending(path: "both.txt"), atomically: true, encoding: .utf8)
      try "عُمان تطرح سندات جديدة. وقالت عمان إنها تدرس الأمر مع مصر والأردن.\n".write(
        to: folder.appending(path: "one.txt"), atomically: true, encoding: .utf8)
      let both = try Program.shell("naql names both.txt --format omegat | cut -f2", in: folder)
      #expect(both.out.contains("Oman\n") && both.out.contains("Amman\n"))
      let one = try Program.shell("naql names one.txt --format omegat | cut -f2", in: folder)
      #expect(one.out.contains("Oman\n") && !one.out.contains("Amman\n"))
      let line = try Program.shell("printf 'عُمان' | naql romanise --plain --scheme conventional", in: folder)
      #expect(line.out == "Oman\n" || line.out == "Oman")
    }
  }
}

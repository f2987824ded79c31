import Foundation
import Testing

/// What a whole document says of its names: the subject of an article, words that a long text has in another sense.
struct PageSubjectTests {
  /// Class and name of each name of a text, in order.
  private func names(_ text: String) throws -> [String] {
    try Program.inFolder { folder in
      try text.write(to: folder.appending(path: "page.txt"), atomically: true, encoding: .utf8)
      let result = try Program.shell("naql recognise --plain page.txt", in: folder)
      return result.out.split(separator: "\n").map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return "\(cells[2]) \(cells[4])"
      }
    }
  }

  /// A page with all its names, and why.
  struct Page: CustomTestStringConvertible {
    let why: String
    let text: String
    let names: [String]
    var testDescription: String { why }
  }

  static let pages = [
    Page(
      why: "the subject of an article is what its first sentence says, and a person's family name beside that",
      text:
        "كاليداك\n\nكاليداك (1911 – 1990) شركة كيميائية بلجيكية أسسها جورج كاليداك. وبقيت كاليداك مستقلة حتى سنة 1990.\n",
      names: ["ORG كاليداك", "ORG كاليداك", "PER جورج كاليداك", "ORG كاليداك"]),
    Page(
      why: "what ranks the subject among its kind is passed over",
      text: "أورنبيل\n\nأورنبيل هي ثاني أكبر مدينة في الإقليم. وتقع أورنبيل على نهر صغير.\n",
      names: ["LOC أورنبيل", "LOC أورنبيل", "LOC أورنبيل"]),
    Page(
      why: "the subject is what the bracket behind it in the heading says",
      text:
        "غيرنيكا (لوحة)\n\nغيرنيكا لوحة كبيرة رسمها بابلو بيكاسو. ويرى نقاد في غيرنيكا احتجاجا على الحرب.\n",
      names: ["WORK غيرنيكا", "WORK غيرنيكا", "PER بابلو بيكاسو", "WORK غيرنيكا"]),
    Page(
      why: "the letter that opens the subject is its own, in all places",
      text: "ليزه مايتنر\n\nليزه مايتنر عالمة فيزياء ولدت في فيينا. ودرست ليزه مايتنر في برلين.\n",
      names: ["PER ليزه مايتنر", "PER ليزه مايتنر", "LOC فيينا", "PER ليزه مايتنر", "LOC برلين"]),
    Page(
      why: "a heading that the text does not define is left as it is",
      text: "سورية\n\nسورية تستعد لموسم الحصاد في محافظة درعا.\n",
      names: ["LOC سورية", "LOC سورية", "LOC درعا"]),
  ]

  @Test("a page has these names and no others", arguments: pages)
  func subject(_ page: Page) throws {
    #expect(try names(page.text) == page.names)
  }

  @Test("a common noun before the family name of somebody who is called otherwise is no given name")
  func nounBeforeFamily() throws {
    let found = try names(
      "البيت الأبيض: اعتماد الأسد على طهران وراء ما يجري بسوريا\n\nرفض الرئيس السوري بشار الأسد المشاركة في العملية السياسية.\n"
    )
    #expect(found.contains("PER الأسد"))
    #expect(!found.contains("PER اعتماد الأسد"))
  }

  @Test("a family name or two do not make a name of a word that a long text has everywhere")
  func commonWord() throws {
    let one = "وصل الموفد نادر ترياق إلى عمان. وقال محمود ترياق إن الجو حار.\n"
    let many = String(repeating: "اشترت الجارة ترياق من السوق ثم باعت ترياق في الحي.\n", count: 40)
    let found = try names(one + many)
    #expect(found.contains("PER محمود ترياق"))
    #expect(!found.contains("PER ترياق"))
  }
}

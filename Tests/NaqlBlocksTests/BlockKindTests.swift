import Foundation
import NaqlModel
import NaqlRules
import Testing

@testable import NaqlBlocks

/// Kinds of blocks on whole pages and alone.
struct BlockKindTests {
  @Test("gold pages: nineteen blocks in twenty have the kind that a reader gave them")
  func goldPages() throws {
    var right = 0
    var all = 0
    for name in Pages.names {
      let gold = try Pages.gold(name)
      let document = try Pages.clean(Pages.text(name))
      #expect(gold.count == document.blocks.count, "\(name)")
      for (expected, block) in zip(gold, document.blocks) {
        let words = document.string(block.range).split { $0.isWhitespace }.prefix(6).joined(separator: " ")
        #expect(words == expected.words, "\(name)")
        all += 1
        if expected.kind == block.kind.rawValue { right += 1 }
      }
    }
    #expect(all > 400)
    #expect(right * 20 >= all * 19, "\(right) of \(all)")
  }

  @Test(
    "the seed page: 5 headlines, 5 duplicates, 2 subheadings, 1 boilerplate line, 4 cut teasers, 13 paragraphs",
    .enabled(if: Pages.seed != nil, "the reference data is not beside this checkout: set NAQL_SHARED"))
  func seedPage() throws {
    let document = try Pages.clean(try #require(Pages.seed))
    var counts: [BlockKind: Int] = [:]
    for block in document.blocks { counts[block.kind, default: 0] += 1 }
    #expect(
      counts == [
        .headline: 5, .duplicate: 5, .subheading: 2, .boilerplate: 1, .truncated: 4, .paragraph: 13,
      ])
  }

  @Test(
    "a line of the site is boilerplate wherever it stands",
    arguments: [
      "اقرأ أيضاً", "إقرأ ايضا :", "قراءة المزيد", "مقالات ذات صلة", "الوسوم: نفط، غاز", "12 تعليقا",
      "فيسبوك تويتر واتساب",
      "جميع الحقوق محفوظة 2025", "الرئيسية > رياضة > تنس", "#مصر #القاهرة", "تابعنا على تويتر", "عاجل", "***",
    ])
  func boilerplate(_ line: String) throws {
    let document = try Pages.clean("عنوان طويل بعض الشيء لخبر ما\n\nهذه فقرة من الخبر تنتهي بنقطة.\n\(line)\n")
    #expect(document.blocks.last?.kind == .boilerplate, "\(document.blocks.last?.rule ?? "")")
  }

  @Test(
    "a kind is told from the line itself",
    arguments: [
      ("• نقطة أولى من ثلاث", BlockKind.list), ("2- نقطة ثانية", .list), ("أ) خيار أول", .list),
      ("كتبت - هدى سالم", .byline), ("ترجمة: كريم الأسمر", .byline), ("القاهرة - رويترز", .dateline),
      ("الاثنين 3 مارس 2025", .dateline), ("لقطة من الفيلم الجديد", .caption), ("حشود في الساحة (أ ف ب)", .caption),
      ("\"لن نغادر المكان\"", .subheading), ("التعليق على الصورة، أطفال يلعبون قرب النهر", .caption),
      ("* الممثلة ليلى بن سعيد - فرنسا", .list), ("Author, سارة خليل", .byline), ("Getty Images", .caption),
      ("تم النشر في: 05 نوفمبر 2025: 11:32 ص GST", .dateline),
      ("وتقول العجوز وهي تنظر إلى البحر من نافذة بيتها القديم كل صباح: \"نعيش على الأمل لا أكثر...\"", .paragraph),
      ("وقال الوزير إن الخطة التي أعلنها أمس ستبدأ في الشهر المقبل بعد موافقة البرلمان على", .truncated),
    ])
  func kinds(_ line: String, _ kind: BlockKind) throws {
    let before = "عنوان طويل بعض الشيء لخبر ما\n\nهذه فقرة أولى من الخبر تنتهي بنقطة.\n"
    let document = try Pages.clean(before + line + "\nوهذه فقرة أخرى بعدها تنتهي بنقطة.\n")
    #expect(document.blocks[2].kind == kind, "\(document.blocks[2].rule)")
  }

  @Test("every rule has an id of its own and a reason")
  func rules() throws {
    let rules = try BlockRules(RuleSet(root: Pages.root + "/Rules")).rules
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(rules.allSatisfy { !$0.reason.isEmpty && $0.id.hasPrefix($0.kind.rawValue + ".") })
  }

  @Test("a wrong name in a rule is refused with its place and the nearest right one")
  func wrongName() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "naql-blocks-\(UInt32.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("blocks"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "rules:\n  - { id: a, kind: hedline, reason: x }\n".write(
      to: folder.appendingPathComponent("blocks/kinds.yaml"), atomically: true, encoding: .utf8)
    let error = #expect(throws: Diagnostic.self) {
      try BlockRecipe.compile(RuleSet(root: Pages.root + "/Rules", overlays: [folder.path]))
    }
    #expect(error?.line == 2)
    #expect(error?.message.contains("headline") == true)
  }
}

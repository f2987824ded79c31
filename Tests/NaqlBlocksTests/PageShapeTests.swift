import Foundation
import NaqlModel
import Testing

@testable import NaqlBlocks

/// Kinds that the page around a line decides. Rows: lines with │ between them, and their kinds in the same order; `H` stands for
/// a headline, `P1` to `P3` for paragraphs that end with a full stop.
struct PageShapeTests {
  private static let texts = [
    "H": "بلدية المدينة تفتتح حديقة جديدة على ضفة النهر",
    "P1": "افتتحت بلدية المدينة مساء أمس حديقة جديدة على ضفة النهر تضم ملاعب ومقاعد للعائلات.",
    "P2": "وذكر رئيس البلدية أن الأشغال استغرقت عاما كاملا وأن كلفتها بقيت دون ما كان مقدرا.",
    "P3": "ويطالب سكان الأحياء المجاورة بإنارة الطريق المؤدي إليها قبل حلول فصل الشتاء.",
  ]

  private func expectKinds(_ page: String, _ kinds: String) throws {
    let lines = page.split(separator: "│").map { line in
      let line = line.trimmingCharacters(in: .whitespaces)
      return Self.texts[line] ?? line
    }
    let document = try Pages.clean(lines.joined(separator: "\n") + "\n")
    let found = document.blocks.map { "\($0.kind.rawValue)" }.joined(separator: " ")
    #expect(found == kinds, "\(document.blocks.map(\.rule))")
  }

  @Test(
    "a stroke makes a path of short parts only",
    arguments: [
      ("أسعار الذهب تواصل الهبوط في الأسواق | صحيفة الميزان │ P1 │ P2", "headline paragraph paragraph"),
      (
        "أسعار الذهب تواصل الهبوط في الأسواق │ P1 │ P2 │ الأكثر قراءة │ أسعار الذهب تواصل الهبوط في الأسواق | الميزان",
        "headline paragraph paragraph boilerplate duplicate"
      ),
      (
        "H │ P1 │ اقرأ أيضا │ رياضة | الوحدة يهزم ضيفه بهدف قاتل │ P2",
        "headline paragraph boilerplate headline paragraph"
      ),
      ("H │ P1 │ رياضة | تنس │ P2", "headline paragraph boilerplate paragraph"),
      ("الرئيسية > محليات │ H │ P1", "boilerplate headline paragraph"),
      ("غزة / رفح / خان يونس: غارات تطال المزارع │ P1 │ P2", "headline paragraph paragraph"),
      (
        "H │ P1 │ P2 │ مقالات ذات صلة │ مصنع جديد للألبان في صحار │ مسقط في 3 مايو / العمانية / دشنت شركة الألبان الوطنية مصنعا ينتج اللبن والجبن و…",
        "headline paragraph paragraph boilerplate headline truncated"
      ),
    ])
  func strokes(_ page: String, _ kinds: String) throws { try expectKinds(page, kinds) }

  @Test(
    "figures, signs and names behind a dash make another line, a site's name does not",
    arguments: [
      ("P1 │ سعر الغرام عيار 18 - 310 دراهم │ سعر الغرام عيار 18 - 315 درهما │ P2", false),
      ("P1 │ المدير العام للمتحف - هند المطيري │ المدير العام للمتحف - ياسر الحلو │ P2", false),
      ("P1 │ - نمو الناتج المحلي: +1.8% │ - نمو الناتج المحلي: -1.8% │ P2", false),
      ("P1 │ بلغ الإنتاج 3.5 مليون طن │ بلغ الإنتاج 35 مليون طن │ P2", false),
      ("H │ P1 │ بلدية المدينة تفتتح حديقة جديدة على ضفة النهر - صحيفة الميزان │ P2", true),
    ])
  func differences(_ page: String, _ isSame: Bool) throws {
    let lines = page.split(separator: "│").map { $0.trimmingCharacters(in: .whitespaces) }
    let document = try Pages.clean(lines.map { Self.texts[$0] ?? $0 }.joined(separator: "\n") + "\n")
    #expect(document.blocks.contains { $0.kind == .duplicate } == isSame)
  }

  @Test(
    "a reporter is a byline where a name follows, and a headline where news does",
    arguments: [
      ("H │ مراسل الإذاعة: سمير حداد │ P1", "headline byline paragraph"),
      ("H │ مراسلنا في البصرة: علي حسين │ P1", "headline byline paragraph"),
      ("مراسل الإذاعة: انهيار جسر على النهر شرق المدينة │ P1 │ P2", "headline paragraph paragraph"),
      ("H │ كتبت سناء مراد: │ P1", "headline byline paragraph"),
      (
        "H │ P1 │ P2 │ تعليقات: 3 │ مهرجان الصيد يعود إلى الميناء القديم │ سالم ولد أحمد │ نواكشوط - خاص │ P3",
        "headline paragraph paragraph boilerplate headline byline dateline paragraph"
      ),
    ])
  func writers(_ page: String, _ kinds: String) throws { try expectKinds(page, kinds) }

  @Test(
    "a place with an agency, a country or the site's name is a dateline",
    arguments: [
      "تعز - سبأ", "تعز - سبأ - 3 مايو", "القضارف: سونا", "طهران - إيرنا", "القاهرة - انترفاكس",
      "الشارقة، الإمارات العربية المتحدة – 5 مارس 2023", "جدة، المملكة العربية السعودية", "نيالا: صوت النهر نيوز",
    ])
  func datelines(_ line: String) throws {
    try expectKinds("صوت النهر نيوز │ H │ \(line) │ P1", "boilerplate headline dateline paragraph")
  }

  @Test(
    "sharing, tools, counters and addresses belong to the site",
    arguments: [
      "شارك هذا الخبر", "شارك الموضوع مع أصدقائك", "شارك التقرير:", "اتصل بنا: desk@paper.example",
      "للإعلان في الموقع اتصل على: ads@paper.example", "البريد الإلكتروني: press@firm.example", "إيميل: a@b.example",
      "www.firm.example", "A+ A-", "اطبع الوصفة", "حمل الدراسة كاملة", "تنزيل الملف بصيغة PDF", "احفظ في المفضلة",
      "شاهدوا طريقة التحضير بالفيديو", "التقييم: 4.5 من 5 (20 تقييما)", "عدد مرات التحميل: 96", "العدد 12 - شتاء 2019",
    ])
  func site(_ line: String) throws {
    try expectKinds(
      "H │ P1 │ P2 │ \(line) │ P3 │ \(line)", "headline paragraph paragraph boilerplate paragraph boilerplate")
  }

  @Test(
    "the top of a page: the name of a body and its parts stand above the headline",
    arguments: [
      (
        "مركز الواحة للدراسات المائية والبيئية │ عن المركز │ إصدارات │ English │ الرئيسية » دراسات │ الأحواض الجوفية في الصحراء: من يستهلك ومن يدفع │ P1",
        "boilerplate boilerplate boilerplate boilerplate boilerplate headline paragraph"
      ),
      (
        "مجلة القصبة الأدبية │ العدد 7 - ربيع 2020 │ أدب » حوارات │ H │ P1",
        "boilerplate boilerplate boilerplate headline paragraph"
      ),
      ("مركز الأرصاد يحذر من عاصفة │ P1 │ P2", "headline paragraph paragraph"),
      (
        "نافذة الأعمال │ بيانات صحفية │ آخر الأخبار │ تواصل معنا │ H │ المساحة تتسع لألفي زائر في اليوم الواحد │ P1 │ P2",
        "boilerplate boilerplate boilerplate boilerplate headline subheading paragraph paragraph"
      ),
    ])
  func top(_ page: String, _ kinds: String) throws { try expectKinds(page, kinds) }

  @Test(
    "what stands inside and behind the body: other articles, captions, rows of tables",
    arguments: [
      (
        "H │ P1 │ P2 │ وصفات قد تعجبك │ شوربة العدس بالليمون │ فطائر السبانخ بالسماق",
        "headline paragraph paragraph boilerplate headline headline"
      ),
      (
        "H │ P1 │ قد يهمك أيضاً │ الجفاف يضرب مزارع الزيتون │ P2 │ خطة على مرحلتين │ P3",
        "headline paragraph boilerplate headline paragraph subheading paragraph"
      ),
      ("H │ وصول المتسابقين إلى خط النهاية (س. قاسم) │ P1", "headline caption paragraph"),
      ("H │ P1 │ من اليمين: هدى العلي وسمير نصار عند توقيع العقد │ P2", "headline paragraph caption paragraph"),
      (
        "H │ P1 │ النوع\tالسعر\tالتغير │ قمح\t240\t+1 │ شعير\t180\t-2 │ P2",
        "headline paragraph paragraph paragraph paragraph paragraph"
      ),
      ("H │ P1 │ رياضة   فن   صحة │ أسرة   سفر   طعام │ P2", "headline paragraph boilerplate boilerplate paragraph"),
    ])
  func body(_ page: String, _ kinds: String) throws { try expectKinds(page, kinds) }

  @Test(
    "comments of readers are paragraphs under their writers, also behind a list of other articles",
    arguments: [
      (
        "H │ P1 │ P2 │ موضوعات متعلقة │ سوق السمك يفتح أبوابه قبل العيد │ التعليقات (3) │ ترتيب حسب: الأحدث │ أم سعيد │ منذ ساعتين │ والنبي يا جماعة فين المواقف، نركن عربياتنا فين؟ │ رد │ إعجاب (4) │ بنت النيل │ منذ 3 أيام │ ربنا يبارك فيكم 🌷 │ عرض كل التعليقات │ تصفح العدد الورقي",
        "headline paragraph paragraph boilerplate headline boilerplate boilerplate byline dateline paragraph boilerplate boilerplate byline dateline paragraph boilerplate boilerplate"
      ),
      (
        "H │ P1 │ P2 │ التعليقات │ سلوى من إربد │ جربنا الطريق الجديد أمس وكان ممتازا. يسلمو إيديكم يا جماعة البلدية والله │ رد │ اترك تعليقا │ حقوق النشر محفوظة",
        "headline paragraph paragraph boilerplate byline paragraph boilerplate boilerplate boilerplate"
      ),
    ])
  func comments(_ page: String, _ kinds: String) throws { try expectKinds(page, kinds) }
}

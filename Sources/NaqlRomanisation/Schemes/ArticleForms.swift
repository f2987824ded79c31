import NaqlICU
import NaqlModel
import NaqlRules
import NaqlText

/// The article's forms, given once and spelled out as ICU rules for each sun letter.
///
/// `whole: "al-"`, `sun: "a~-"` (`~` is the letter that the lam becomes), `clitic`/`clitic-sun` behind wa-, bi-, li-,
/// `long`/`long-sun` behind a word that ends in a long vowel, `li`/`li-sun` for لل. A form with `|` is taken as the right
/// side of an ICU rule: what stands behind the bar is read again (`li | M`, with rules for M of the scheme's own).
///
/// An inheriting scheme that gives `whole` gives the article anew: of the inherited one only `letters` stay, and no inherited rule for it. Without `whole` each form that
/// it gives takes the place of the inherited one, and the others stay.
struct ArticleForms: Sendable {
  /// The forms by their fields, each where it was given.
  private var forms: [String: (text: String, node: YAMLNode)] = [:]
  /// Whether the scheme's own file gives the article anew.
  private let isWhole: Bool
  /// What the lam becomes before each sun letter.
  private var letters: [(letter: Unicode.Scalar, latin: String)] = []

  private static let fields = ["whole", "sun", "clitic", "clitic-sun", "long", "long-sun", "li", "li-sun"]
  /// The signs of the annotated spelling that stand for the article, and the fields that say how each is written.
  private static let signs = [("L", ""), ("E", "clitic"), ("O", "long"), ("J", "li")]

  /// The forms at `node` of a scheme file, over those that its scheme inherits.
  init(_ node: YAMLNode, inheriting parent: ArticleForms?) throws(Diagnostic) {
    try node.allow(Self.fields + ["letters"], "form of the article")
    isWhole = node["whole"] != nil
    if let parent {
      letters = parent.letters
      if node["whole"] == nil { forms = parent.forms }
    }
    for field in Self.fields {
      guard let given = node[field] else { continue }
      let text = try given.string(field)
      if text.contains("|"), RuleText("L → " + text).text != "L → " + text + " ;\n" {
        throw given.error("scheme.rules", "“\(text)” holds a semicolon or a #, which need quotes: ';'")
      }
      forms[field] = (text, given)
    }
    if forms["whole"] == nil { _ = try node.require("whole") }
    if let given = node["letters"] { letters = try Self.letters(given) }
    for field in Self.fields where letters.isEmpty && forms[field]?.text.contains("~") == true {
      throw node.error(
        "scheme.value", "“\(field)” has a ~ for the sun letter; give “letters” too: “ت=t ث=th …”")
    }
  }

  /// Pairs such as `ت=t ث=th`.
  private static func letters(_ node: YAMLNode) throws(Diagnostic) -> [(letter: Unicode.Scalar, latin: String)] {
    var found: [(letter: Unicode.Scalar, latin: String)] = []
    for pair in try node.string("letters").split(whereSeparator: \.isWhitespace) {
      let sides = pair.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, sides[0].count == 1, let letter = sides[0].first, ArabicScript.isLetter(letter.value),
        !sides[1].isEmpty
      else {
        throw node.error(
          "scheme.value",
          "“\(pair)” is no sun letter with its spelling; write pairs with spaces between them: “ت=t ث=th”")
      }
      guard !found.contains(where: { $0.letter == letter }) else {
        throw node.error("scheme.value", "the sun letter “\(letter)” is given twice; remove one of the two")
      }
      found.append((letter, String(String.UnicodeScalarView(sides[1]))))
    }
    return found.sorted { $0.letter.value < $1.letter.value }
  }

  /// The rules of a scheme that is inherited, without those that these forms take the place of.
  func replacing(in inherited: RuleText) -> RuleText {
    isWhole ? inherited.without(signs: Set(Self.signs.map { Character($0.0) })) : inherited.without(rules)
  }

  /// The forms as rules.
  var rules: RuleText {
    let whole = forms["whole"]?.text ?? "", sun = forms["sun"]?.text
    // A sign that is written like an earlier one becomes that one: each rule, and a set even more, costs time to open.
    var written: [(moon: String, sun: String?, sign: String)] = []
    var text = ""
    for (sign, field) in Self.signs {
      let given = field.isEmpty ? nil : forms[field]?.text
      let ownSun = field.isEmpty ? sun : forms[field + "-sun"]?.text
      if field == "li", given == nil, ownSun == nil {
        // li-, and the article as it stands behind a clitic.
        text += "\(sign) → | IE ;\n"
        continue
      }
      let moonForm = given ?? (field == "li" ? "li" + whole : whole)
      let sunForm = ownSun ?? (field == "li" ? nil : sun)
      if let alike = written.first(where: { $0.moon == moonForm && $0.sun == sunForm }) {
        text += "\(sign) → | \(alike.sign) ;\n"
        continue
      }
      written.append((moonForm, sunForm, sign))
      if let sunForm {
        for (letter, latin) in letters {
          text += "\(sign) } \u{E000} \(letter) → \(RuleText.quoted(sunForm.replacing("~", with: latin))) ;\n"
        }
      }
      text += "\(sign) → \(Self.side(moonForm)) ;\n"
    }
    return RuleText(text)
  }

  /// A form as the right side of a rule.
  private static func side(_ form: String) -> String { form.contains("|") ? form : RuleText.quoted(form) }

  /// The first form that ICU does not read, at its place; `variables` are the definitions of the scheme.
  func fault(variables: String) -> Diagnostic? {
    for (field, form) in forms.sorted(by: { $0.value.node.line < $1.value.node.line })
    where form.text.contains("|") && !field.hasSuffix("sun") {
      let statement = "L → " + form.text
      do { _ = try Transliterator(id: "trial", rules: variables + statement + " ;\n") } catch {
        return form.node.error(
          "scheme.rules",
          "“\(form.text)” cannot be read as the right side of a rule, which a form with | is: "
            + RuleFault.explanation(error.name, statement))
      }
    }
    return nil
  }
}

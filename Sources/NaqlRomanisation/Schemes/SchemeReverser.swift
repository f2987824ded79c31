import NaqlICU
import NaqlModel

/// Romanised text back to Arabic, in schemes that keep every sign (`reversible: true`), such as Buckwalter and ISO 233.
public final class SchemeReverser {
  private let transliterator: Transliterator
  private let hasCapitals: Bool

  /// Opens the way back of scheme `id`; a scheme that loses signs is refused.
  public init(_ id: String, catalogue: SchemeCatalogue) throws(Diagnostic) {
    let scheme = try catalogue.scheme(id)
    guard scheme.isReversible else {
      let known = catalogue.ids.filter { (try? catalogue.scheme($0).isReversible) == true }
      throw Diagnostic(
        "scheme.not-reversible",
        "“\(id)” does not keep every sign, so there is no exact way back; reversible: \(known.joined(separator: ", "))")
    }
    hasCapitals = scheme.capitalisesLetters
    do { transliterator = try Transliterator(id: id + "-reverse", rules: scheme.reverseRules) } catch {
      throw Diagnostic("scheme.rules", "the reverse rules of “\(id)” cannot be opened: \(error)")
    }
  }

  /// `text` in Arabic script, its marks in one order (shadda first).
  public func arabic(_ text: String) -> String {
    let text = hasCapitals ? text.lowercased() : text
    return (try? transliterator.transform(NormalisationForm.nfc.apply(to: text))) ?? text
  }
}

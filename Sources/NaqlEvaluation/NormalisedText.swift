import NaqlICU

/// Text in Unicode's composed form, so that ā and a with a macron behind it compare alike.
enum NormalisedText {
  static func nfc(_ text: String) -> String { NormalisationForm.nfc.apply(to: text) }
}

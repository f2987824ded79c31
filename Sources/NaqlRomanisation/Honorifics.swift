/// Pious phrases that Unicode has as single signs, spelt out with their vowels (names of the characters: The Unicode Standard,
/// code chart Arabic Presentation Forms-A).
enum Honorifics {
  /// The words of a sign; nil for any other character.
  static func words(of sign: Unicode.Scalar) -> [Substring]? {
    (0xFD40...0xFDFF).contains(sign.value) ? phrases[sign.value]?.split(separator: " ") : nil
  }

  private static let phrases: [UInt32: String] = [
    0xFD40: "رَحِمَهُ اللّٰهُ", 0xFD41: "رَضِيَ اللّٰهُ عَنْهُ", 0xFD42: "رَضِيَ اللّٰهُ عَنْهَا", 0xFD43: "رَضِيَ اللّٰهُ عَنْهُمْ",
    0xFD44: "رَضِيَ اللّٰهُ عَنْهُمَا", 0xFD45: "رَضِيَ اللّٰهُ عَنْهُنَّ", 0xFD46: "صَلَّى اللّٰهُ عَلَيْهِ وَآلِهِ",
    0xFD47: "عَلَيْهِ السَّلَامُ", 0xFD48: "عَلَيْهِمُ السَّلَامُ", 0xFD49: "عَلَيْهِمَا السَّلَامُ",
    0xFD4A: "عَلَيْهِ الصَّلَاةُ وَالسَّلَامُ", 0xFD4B: "قُدِّسَ سِرُّهُ", 0xFD4C: "صَلَّى اللّٰهُ عَلَيْهِ وَآلِهِ وَسَلَّمَ",
    0xFD4D: "عَلَيْهَا السَّلَامُ", 0xFD4E: "تَبَارَكَ وَتَعَالَى", 0xFD4F: "رَحِمَهُمُ اللّٰهُ",
    0xFDFA: "صَلَّى اللّٰهُ عَلَيْهِ وَسَلَّمَ", 0xFDFB: "جَلَّ جَلَالُهُ", 0xFDFD: "بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّحِيمِ",
  ]
}

/// Numbers with what they count, as people write them: 1 file, 2 files.
enum Counted {
  /// The number with `one` behind it where it is 1, else with `many` (default: `one` with s).
  static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}

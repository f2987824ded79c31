import ArgumentParser
import NaqlModel
import NaqlRomanisation
import NaqlRules

/// Values of options that are more than one word or one of many: read, and refused where they mean nothing.
enum OptionValues {
  /// The parts of a list with commas, each once, white space around them left out. A list without any is refused.
  static func list(_ text: String) throws(ValidationError) -> [String] {
    let parts = text.split(separator: ",")
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    if parts.isEmpty { throw ValidationError("the list is empty; name at least one, with commas between") }
    var seen: Set<String> = []
    return parts.filter { seen.insert($0).inserted }
  }

  /// Most candidates that can be asked for.
  static let mostCandidates = 1000

  /// Refuses an empty path given for `option`, as a variable that is not set leaves one.
  static func refuseEmpty(_ option: String, _ path: String?) throws(ValidationError) {
    if path?.isEmpty == true { throw ValidationError("the path behind \(option) is empty") }
  }

  /// Refuses a number given for `option` that is not in `range`.
  static func check<Value: Comparable>(_ option: String, _ value: Value?, in range: ClosedRange<Value>)
    throws(ValidationError)
  {
    guard let value, !range.contains(value) else { return }
    throw ValidationError("\(option) is from \(range.lowerBound) to \(range.upperBound), not \(value)")
  }

  /// The user's own list at `path`, an empty one without; what its rows say against each other is told.
  static func authority(_ path: String?) throws(Diagnostic) -> Authority {
    guard let path else { return Authority() }
    let list = try Authority(path: path)
    for conflict in list.conflicts { StandardError.print(conflict) }
    return list
  }

  /// The ISO 3166 code of a country whose spellings are known: `eg` is EG. Others are refused, with the nearest.
  static func country(_ text: String) throws(ValidationError) -> String {
    do throws(Diagnostic) { return try SpellingTag.country(text) } catch { throw ValidationError(error.message) }
  }
}

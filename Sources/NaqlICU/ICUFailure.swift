import CICU

/// A call to ICU that failed: what was asked, ICU's own name of the error and, for rules, where it stopped reading.
public struct ICUFailure: Error, Sendable, CustomStringConvertible {
  /// What was asked of ICU, in words.
  public let task: String
  /// ICU's name of the error, such as `U_BRK_RULE_SYNTAX`.
  public let name: String
  /// Where a rule text could not be read, or nil.
  public let place: Place?

  /// A place inside a rule text.
  public struct Place: Sendable {
    /// Line from 1, or 0 where ICU does not say.
    public let line: Int
    /// Offset in UTF-16 units, in the line or, where ICU gives no line, in the text.
    public let offset: Int
    /// Up to 15 units before the place.
    public let before: String
    /// Up to 15 units from the place on.
    public let after: String
  }

  init(_ task: String, _ status: Int32, _ error: naql_parse_error? = nil) {
    self.task = task
    name = String(cString: naql_icu_error_name(status))
    place = error.map {
      Place(
        line: Int($0.line), offset: Int($0.offset), before: Self.text(of: $0.before), after: Self.text(of: $0.after))
    }
  }

  private static func text<Units>(of units: Units) -> String {
    withUnsafeBytes(of: units) { String(decoding: $0.bindMemory(to: UInt16.self).prefix { $0 != 0 }, as: UTF16.self) }
  }

  /// Whether ICU has nothing of the name that it was asked for, such as an encoding.
  public var isUnknownName: Bool { name == "U_FILE_ACCESS_ERROR" }

  /// The failure in one line.
  public var description: String {
    guard let place else { return "ICU could not \(task): \(name)" }
    return "ICU could not \(task): \(name) near “\(place.before)⟨here⟩\(place.after)”"
  }

  /// Throws where `status` is an error; warnings are negative and pass.
  static func check(_ status: Int32, _ task: String) throws(ICUFailure) {
    if status > 0 { throw ICUFailure(task, status) }
  }
}

/// ICU itself.
public enum ICU {
  /// Version of the library in use, such as `72.1`.
  public static var version: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 24) { buffer in
      naql_icu_version(buffer.baseAddress!)
      return String(cString: buffer.baseAddress!)
    }
  }
}

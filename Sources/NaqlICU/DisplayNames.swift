import CICU

/// ICU's own names of countries, languages, scripts and currencies in a language.
public enum DisplayNames {
  /// What a code names.
  public enum Kind: Int32, Sendable {
    case region = 0
    case language = 1
    case script = 2
    case currency = 3
  }

  /// The name of `code` in `locale`, or nil where ICU has none.
  public static func name(_ kind: Kind, code: String, in locale: String) -> String? {
    var units = [UInt16](repeating: 0, count: 256)
    var status: Int32 = 0
    let size = naql_display_name(kind.rawValue, code, locale, &units, 256, &status)
    guard status <= 0, size > 0, size < 256 else { return nil }
    let name = String(decoding: units[..<Int(size)], as: UTF16.self)
    return name == code ? nil : name
  }

  /// ISO codes of `kind`: regions or languages.
  public static func codes(_ kind: Kind) -> [String] {
    var codes: [String] = []
    while let code = naql_code_at(kind.rawValue, Int32(codes.count)) { codes.append(String(cString: code)) }
    return codes
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import NaqlRules

/// What the program asks of the process it runs in.
enum Environment {
  /// The environment variables that Naql reads.
  static var variables: [String: String] {
    var found: [String: String] = [:]
    for name in ["NAQL_RULES", "NO_COLOR"] {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  /// Path of the running program, links resolved.
  static var executable: String {
    #if os(Linux)
      FileSystem.resolved("/proc/self/exe")
    #else
      FileSystem.resolved(CommandLine.arguments[0])
    #endif
  }

  /// Ends the program with an exit status.
  static func leave(_ status: Int32) -> Never { exit(status) }
}

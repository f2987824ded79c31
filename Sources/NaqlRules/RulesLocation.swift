import NaqlModel

/// Finds the shipped rules: `$NAQL_RULES`, then beside the installed program, then in a checkout above it.
public enum RulesLocation {
  /// The root of the shipped rules for the program at `executable` (a path with links resolved).
  ///
  /// When nothing is found, the error lists every path tried.
  public static func find(executable: String, environment: [String: String]) throws(Diagnostic) -> String {
    var tried: [String] = []
    if let named = environment["NAQL_RULES"], !named.isEmpty {
      if FileSystem.isDirectory(named) { return named }
      tried.append(named + " ($NAQL_RULES)")
    }
    var directory = FileSystem.parent(of: executable)
    let installed = FileSystem.parent(of: directory) + "/share/naql/Rules"
    if FileSystem.isDirectory(installed) { return installed }
    tried.append(installed)
    while !directory.isEmpty, directory != "/" {
      let checkout = directory + "/Rules"
      if FileSystem.isFile(directory + "/Package.swift"), FileSystem.isDirectory(checkout) { return checkout }
      tried.append(checkout)
      let parent = FileSystem.parent(of: directory)
      if parent == directory { break }
      directory = parent
    }
    throw Diagnostic(
      "rules.not-found",
      "the rules of Naql were not found; set NAQL_RULES to the folder. Tried: "
        + tried.joined(separator: ", "))
  }
}

import ArgumentParser

/// Standard input, which `-` stands for and which can be read once only.
enum StandardInput {
  /// Refuses a command line that names standard input for two things; `uses` says what each path is for.
  static func refuseTwice(_ uses: [(what: String, path: String?)]) throws(ValidationError) {
    let named = uses.filter { $0.path == "-" }
    if named.count > 1 {
      throw ValidationError(
        "standard input can be read once only, not as \(named[0].what) and as \(named[1].what); name a file")
    }
  }
}

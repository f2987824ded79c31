/// Gives names away, each once: a further one of the same name gets a number, so that none stands for two things.
struct UniqueNames {
  private var used: Set<String> = []

  /// `name` itself, or with the first number from 2 that makes it new (`page-2`).
  mutating func unique(_ name: String) -> String {
    var unique = name
    var number = 1
    while !used.insert(unique).inserted {
      number += 1
      unique = "\(name)-\(number)"
    }
    return unique
  }
}

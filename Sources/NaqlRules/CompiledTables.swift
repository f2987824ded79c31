import NaqlModel
import NaqlTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension RuleSet {
  /// Folder of the compiled tables inside a rules root.
  static let compiledFolder = ".compiled"

  /// The table of `recipe`: mapped where a fresh one lies in the rules root or in the user's cache, else made now.
  ///
  /// A table that is missing, stale or damaged is made in memory and kept in the user's cache, by rename, where that
  /// can be written; where it cannot, the run goes on with the table in memory.
  public func table(_ recipe: TableRecipe) throws(Diagnostic) -> Table {
    if let table = compiledTable(recipe) { return table }
    let fingerprint = recipe.fingerprint(in: self)
    let bytes = try recipe.compile(self).encoded(fingerprint: fingerprint)
    if let cache = cachePath(for: recipe, fingerprint: fingerprint) {
      try? FileSystem.makeDirectory(FileSystem.parent(of: cache))
      try? FileSystem.write(bytes, to: cache)
    }
    do { return try Table(MappedFile(copying: bytes), fingerprint: fingerprint) } catch {
      throw Diagnostic("rules.table", "the compiled table \(recipe.name) is not readable: \(error)")
    }
  }

  /// The table of `recipe` where a fresh one lies in the rules root or in the user's cache, else nil.
  public func compiledTable(_ recipe: TableRecipe) -> Table? {
    let fingerprint = recipe.fingerprint(in: self)
    for path in candidates(for: recipe, fingerprint: fingerprint) {
      if let mapped = MappedFile(path: path), let table = try? Table(mapped, fingerprint: fingerprint) { return table }
    }
    return nil
  }

  /// Writes the table of `recipe` into the rules root, for `rules compile`; returns its path and size in bytes.
  public func compile(_ recipe: TableRecipe) throws(Diagnostic) -> (path: String, size: Int) {
    let folder = root + "/" + Self.compiledFolder
    try FileSystem.makeDirectory(folder)
    let path = folder + "/\(recipe.name).naqlt"
    let bytes = try recipe.compile(self).encoded(fingerprint: recipe.fingerprint(in: self))
    try FileSystem.write(bytes, to: path)
    return (path, bytes.count)
  }

  /// A trained model under `Rules/models/`, mapped and checked; nil where there is no such file.
  public func model(_ name: String) throws(Diagnostic) -> Table? {
    guard let path = find("models/" + name) else { return nil }
    guard let mapped = MappedFile(path: path) else {
      throw Diagnostic("rules.model", "the model cannot be opened", file: path)
    }
    do { return try Table(mapped) } catch {
      throw Diagnostic("rules.model", "the model is damaged (\(error)); take it anew or train it", file: path)
    }
  }

  /// The models and compiled tables whose bytes are not those that were written, for `rules check`.
  public func damagedTables() -> [Diagnostic] {
    let folders = ([root] + overlays).map { $0 + "/models" } + [root + "/" + Self.compiledFolder]
    var found: [Diagnostic] = []
    for folder in folders {
      for name in FileSystem.names(in: folder) where name.hasSuffix(".naqlt") {
        let path = folder + "/" + name
        guard let mapped = MappedFile(path: path), let table = try? Table(mapped), table.isWhole else {
          found.append(
            Diagnostic(
              "rules.damaged",
              "the table is damaged; take it anew, or make it with `naql rules compile` or `naql train`", file: path))
          continue
        }
      }
    }
    return found
  }

  private func candidates(for recipe: TableRecipe, fingerprint: UInt64) -> [String] {
    let shipped = root + "/\(Self.compiledFolder)/\(recipe.name).naqlt"
    let cached = cachePath(for: recipe, fingerprint: fingerprint)
    return (overlays.isEmpty ? [shipped] : []) + (cached.map { [$0] } ?? [])
  }

  private func cachePath(for recipe: TableRecipe, fingerprint: UInt64) -> String? {
    let base: String
    if let named = getenv("XDG_CACHE_HOME"), named.pointee != 0 {
      base = String(cString: named)
    } else if let home = getenv("HOME"), home.pointee != 0 {
      base = String(cString: home) + "/.cache"
    } else {
      return nil
    }
    return "\(base)/naql/\(recipe.name)-\(String(fingerprint, radix: 16)).naqlt"
  }
}

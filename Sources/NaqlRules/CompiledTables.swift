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
  public func table(_ recipe: TableRecipe) throws(Diagnostic) -> Table { try table(recipe, cache: Self.cacheFolder) }

  /// The same with the cache in the folder `cache`; nil for none.
  package func table(_ recipe: TableRecipe, cache: String?) throws(Diagnostic) -> Table {
    if let table = compiledTable(recipe, cache: cache) { return table }
    let fingerprint = recipe.fingerprint(in: self)
    let bytes = try recipe.compile(self).encoded(fingerprint: fingerprint)
    if let cache {
      try? FileSystem.makeDirectory(cache)
      let path = Self.cachePath(recipe, fingerprint, in: cache)
      try? FileSystem.write(bytes, to: path)
      Self.removeOldTables(of: recipe, in: cache, besides: path)
    }
    do { return try Table(MappedFile(copying: bytes), fingerprint: fingerprint) } catch {
      throw Diagnostic("rules.table", "the compiled table \(recipe.name) is not readable: \(error)")
    }
  }

  /// The table of `recipe` where a fresh one lies in the rules root or in the user's cache, else nil.
  public func compiledTable(_ recipe: TableRecipe) -> Table? { compiledTable(recipe, cache: Self.cacheFolder) }

  private func compiledTable(_ recipe: TableRecipe, cache: String?) -> Table? {
    let fingerprint = recipe.fingerprint(in: self)
    func table(_ path: String) -> Table? {
      MappedFile(path: path).flatMap { try? Table($0, fingerprint: fingerprint) }
    }
    if overlays.isEmpty, let shipped = table(root + "/\(Self.compiledFolder)/\(recipe.name).naqlt") { return shipped }
    guard let path = cache.map({ Self.cachePath(recipe, fingerprint, in: $0) }), let cached = table(path) else {
      return nil
    }
    FileSystem.touch(path)
    return cached
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
      throw Diagnostic("rules.damaged", "the model is damaged (\(error)); take it anew or train it", file: path)
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

  /// Tables of one recipe that stay in the cache.
  private static let kept = 4
  /// Age in nanoseconds at which a file that was never finished is nobody's any more: a day.
  private static let abandoned: Int64 = 86_400 * 1_000_000_000

  /// The folder of tables in the user's cache: `$XDG_CACHE_HOME/naql`, else `~/.cache/naql`; nil where neither is known.
  public static var cacheFolder: String? {
    if let named = getenv("XDG_CACHE_HOME"), named.pointee != 0 { return String(cString: named) + "/naql" }
    if let home = getenv("HOME"), home.pointee != 0 { return String(cString: home) + "/.cache/naql" }
    return nil
  }

  private static func cachePath(_ recipe: TableRecipe, _ fingerprint: UInt64, in cache: String) -> String {
    "\(cache)/\(recipe.name)-\(String(fingerprint, radix: 16)).naqlt"
  }

  /// Removes all tables of `recipe` from the cache but those used last, and what was never finished. Another process may have one of
  /// them mapped: its bytes stay until it ends. What cannot be removed stays.
  private static func removeOldTables(of recipe: TableRecipe, in cache: String, besides new: String) {
    var tables: [(path: String, used: Int64)] = []
    for name in FileSystem.names(in: cache) where name.hasPrefix(recipe.name + "-") {
      // NAME-FINGERPRINT.naqlt, or with .part-… behind it; another recipe's name may begin like this one's.
      let rest = name.dropFirst(recipe.name.utf8.count + 1)
      let fingerprint = rest.prefix { $0 != "." }
      guard let dot = rest.firstIndex(of: "."), UInt64(fingerprint, radix: 16) != nil,
        let status = FileSystem.status(cache + "/" + name, regular: true)
      else { continue }
      let ending = rest[dot...]
      if ending == ".naqlt" {
        if cache + "/" + name == new { continue }
        tables.append((cache + "/" + name, status.modified))
      } else if ending.hasPrefix(".naqlt.part-"), status.modified < FileSystem.now - abandoned {
        FileSystem.remove(cache + "/" + name)
      }
    }
    for table in tables.sorted(by: { $0.used > $1.used }).dropFirst(kept - 1) { FileSystem.remove(table.path) }
  }
}

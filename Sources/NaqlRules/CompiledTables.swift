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
    if let made {
      return try made.table(recipe.name) { () throws(Diagnostic) in
        try Self.table(recipe, recipe.compile(self).encoded())
      }
    }
    if let table = compiledTable(recipe, cache: cache) { return table }
    // Before the files are read: what changes meanwhile makes the table stale.
    let fingerprint = recipe.fingerprint(in: self)
    let bytes = try recipe.compile(self).encoded(fingerprint: fingerprint)
    if let cache { _ = try? keep(bytes, of: recipe, fingerprint, in: cache) }
    return try Self.table(recipe, bytes)
  }

  private static func table(_ recipe: TableRecipe, _ bytes: [UInt8]) throws(Diagnostic) -> Table {
    do { return try Table(MappedFile(copying: bytes)) } catch {
      throw Diagnostic("rules.table", "the compiled table \(recipe.name) is not readable: \(error)")
    }
  }

  /// The table of `recipe` where a fresh one lies in the rules root or in the user's cache, else nil.
  public func compiledTable(_ recipe: TableRecipe) -> Table? { compiledTable(recipe, cache: Self.cacheFolder) }

  private func compiledTable(_ recipe: TableRecipe, cache: String?) -> Table? {
    if made != nil { return nil }
    let fingerprint = recipe.fingerprint(in: self)
    func table(_ path: String) -> Table? {
      MappedFile(path: path).flatMap { try? Table($0, fingerprint: fingerprint) }
    }
    // What is laid over the root may leave this table as it is.
    if let shipped = table(shippedPath(recipe)) { return shipped }
    guard let path = cache.map({ cachePath(recipe, fingerprint, in: $0) }), let cached = table(path) else { return nil }
    FileSystem.touch(path)
    return cached
  }

  /// Makes the table of `recipe` where runs with these rules look for it, for `rules compile`; gives its path and size in bytes.
  ///
  /// That is the rules root, or where directories are laid over it the user's cache. `isNew` is false where they leave the table in the
  /// root as it is, which then serves.
  public func compile(_ recipe: TableRecipe) throws(Diagnostic) -> (path: String, size: Int, isNew: Bool) {
    try compile(recipe, cache: Self.cacheFolder)
  }

  /// The same with the cache in the folder `cache`; nil for none.
  package func compile(
    _ recipe: TableRecipe, cache: String?
  ) throws(Diagnostic) -> (path: String, size: Int, isNew: Bool) {
    let fingerprint = recipe.fingerprint(in: self), shipped = shippedPath(recipe)
    if overlays.isEmpty {
      try FileSystem.makeDirectory(FileSystem.parent(of: shipped))
      let bytes = try recipe.compile(self).encoded(fingerprint: fingerprint)
      try FileSystem.write(bytes, to: shipped)
      return (shipped, bytes.count, true)
    }
    if let mapped = MappedFile(path: shipped), (try? Table(mapped, fingerprint: fingerprint)) != nil {
      return (shipped, FileSystem.status(shipped)?.size ?? 0, false)
    }
    guard let cache else {
      throw Diagnostic(
        "rules.no-cache",
        "tables for rules laid over the shipped ones are kept in the user's cache, and there is none; set XDG_CACHE_HOME or HOME"
      )
    }
    let bytes = try recipe.compile(self).encoded(fingerprint: fingerprint)
    return (try keep(bytes, of: recipe, fingerprint, in: cache), bytes.count, true)
  }

  private func shippedPath(_ recipe: TableRecipe) -> String { root + "/\(Self.compiledFolder)/\(recipe.name).naqlt" }

  /// Puts a table into the cache; gives its path.
  @discardableResult
  private func keep(
    _ bytes: [UInt8], of recipe: TableRecipe, _ fingerprint: UInt64, in cache: String
  ) throws(Diagnostic) -> String {
    try FileSystem.makeDirectory(cache)
    let path = cachePath(recipe, fingerprint, in: cache)
    try FileSystem.write(bytes, to: path)
    Self.removeOldTables(of: recipe, in: cache, besides: path)
    return path
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

  /// The path of a table in the cache, which serves several roots: of two that are alike in sizes and dates each has its own.
  private func cachePath(_ recipe: TableRecipe, _ fingerprint: UInt64, in cache: String) -> String {
    let number = fingerprint ^ (FileSystem.status(root)?.place ?? 0)
    return "\(cache)/\(recipe.name)-\(String(number, radix: 16)).naqlt"
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

import NaqlModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls on files that rules, readers and writers need, without Foundation on the way at start-up.
public enum FileSystem {
  /// Size in bytes and date of the last change in nanoseconds.
  public struct Status: Hashable, Sendable {
    /// Size in bytes.
    public let size: Int
    /// Date of the last change in nanoseconds since 1970.
    public let modified: Int64
    /// Date of the last change of bytes, name or rights in nanoseconds, which nobody sets.
    private let changed: Int64
    /// What no two files of a computer have both at once.
    private let device: UInt64, number: UInt64

    init(_ found: stat) {
      #if canImport(Glibc)
        let (time, change) = (found.st_mtim, found.st_ctim)
      #else
        let (time, change) = (found.st_mtimespec, found.st_ctimespec)
      #endif
      size = Int(found.st_size)
      modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
      changed = Int64(change.tv_sec) * 1_000_000_000 + Int64(change.tv_nsec)
      device = UInt64(truncatingIfNeeded: found.st_dev)
      number = UInt64(truncatingIfNeeded: found.st_ino)
    }

    /// Size and date in one number, for telling whether a file has changed. A copy that keeps the date has the same.
    var imprint: UInt64 { Self.mix(UInt64(bitPattern: modified)) ^ UInt64(truncatingIfNeeded: size) }
    /// The same, and which file it is: another one of the same size and date, and one whose date was set back, have another.
    var exactImprint: UInt64 { Self.mix(imprint ^ Self.mix(UInt64(bitPattern: changed) ^ place)) }
    /// Which file or folder it is, in one number.
    var place: UInt64 { Self.mix(device) ^ Self.mix(~number) }

    private static func mix(_ number: UInt64) -> UInt64 { number &* 0x9FB2_1C65_1E98_DF25 }
  }

  /// Whether `path` is a directory, links followed.
  public static func isDirectory(_ path: String) -> Bool { mode(path) == S_IFDIR }
  /// Whether `path` is a regular file, links followed.
  public static func isFile(_ path: String) -> Bool { mode(path) == S_IFREG }
  /// Who may read and write the file at `path`, as the system's bits; nil where none is.
  public static func permissions(_ path: String) -> mode_t? {
    var result = stat()
    return stat(path, &result) == 0 ? result.st_mode & 0o7777 : nil
  }
  /// Whether anything is at `path`.
  public static func exists(_ path: String) -> Bool { mode(path) != nil }

  /// Whether two paths lead to the same file that is there, by links too.
  public static func isSame(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  /// Whether what is written to two paths goes into the same file, be it there already or not.
  public static func isSameOutput(_ path: String, _ other: String) -> Bool {
    if isSame(path, other) { return true }
    return name(of: path) == name(of: other) && !exists(path) && !exists(other)
      && isSame(parent(of: path), parent(of: other))
  }

  /// Size and date of the file at `path`, or nil; with `regular`, nil for folders and the like too.
  public static func status(_ path: String, regular: Bool = false) -> Status? {
    var result = stat()
    guard stat(path, &result) == 0, !regular || result.st_mode & S_IFMT == S_IFREG else { return nil }
    return Status(result)
  }

  /// The folder that `path` lies in.
  public static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component of `path`.
  public static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// `path` with all links resolved, or itself where it does not exist.
  public static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Names in the folder at `path`, sorted by bytes; empty where it cannot be listed.
  public static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Throws where the folder at `path` cannot be listed.
  public static func checkFolder(_ path: String) throws(Diagnostic) {
    guard let directory = opendir(path) else { throw failure("read.cannot-open", "cannot be listed", path) }
    closedir(directory)
  }

  /// Gives `body` the name (UTF-8, valid during the call) and status of every regular file in the folder `path`, links
  /// followed, in the order of the file system.
  static func forEachFile(in path: String, _ body: (UnsafeRawBufferPointer, Status) -> Void) {
    guard let directory = opendir(path) else { return }
    defer { closedir(directory) }
    let descriptor = dirfd(directory)
    while let entry = readdir(directory) {
      var result = stat()
      withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          guard fstatat(descriptor, name, &result, 0) == 0, result.st_mode & S_IFMT == S_IFREG else { return }
          body(UnsafeRawBufferPointer(start: name, count: strlen(name)), Status(result))
        }
      }
    }
  }

  /// How messages call the input at `path`: `-` is standard input.
  public static func inputName(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// All bytes of the file at `path`; of standard input, to its end, where that is `-`.
  public static func read(_ path: String) throws(Diagnostic) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, name: inputName(path)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("read.cannot-open", "cannot be opened", path) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path, sizeHint: status(path)?.size ?? 0)
  }

  /// All bytes from an open file, to its end. `name` is what errors call it.
  public static func read(descriptor: Int32, name: String, sizeHint: Int = 0) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint + 1)
    var chunk = max(1 << 16, min(sizeHint + 1, 1 << 24))
    while true {
      let have = bytes.count
      let room = chunk
      if try !read(room, from: descriptor, name: name, into: &bytes) { return bytes }
      if bytes.count - have == room { chunk = min(chunk * 2, 1 << 24) }
    }
  }

  /// Appends up to `count` more bytes from an open file; false at its end. `name` is what errors call it.
  public static func read(
    _ count: Int, from descriptor: Int32, name: String?, into bytes: inout [UInt8]
  ) throws(Diagnostic) -> Bool {
    var got = 0
    bytes.append(
      contentsOf: [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        repeat { got = systemRead(descriptor, buffer.baseAddress, count) } while got < 0 && errno == EINTR
        initialized = max(0, got)
      })
    if got < 0 { throw Diagnostic("read.failed", "cannot be read: \(String(cString: strerror(errno)))", file: name) }
    return got > 0
  }

  /// Writes `bytes` under `path` so that no half-written file ever stands there: a temporary file, then a rename.
  public static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let file = try TemporaryFile(for: path)
    try file.write(bytes)
    try file.commit()
  }

  /// Writes all `bytes` to an open file.
  public static func write(_ bytes: [UInt8], descriptor: Int32, name: String) throws(Diagnostic) {
    var done = 0
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress! + done, $0.count - done)
      }
      if wrote < 0 {
        if errno == EINTR { continue }
        throw failure(errno == EPIPE ? "write.closed-pipe" : "write.failed", "cannot be written", name)
      }
      done += wrote
    }
  }

  /// Makes the folder at `path` and those above it.
  public static func makeDirectory(_ path: String) throws(Diagnostic) {
    if isDirectory(path) || path.isEmpty { return }
    let above = parent(of: path)
    if above != path, above != "." { try makeDirectory(above) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure("write.cannot-make", "cannot be made", path) }
    if !isDirectory(path) {
      throw Diagnostic("write.not-a-directory", "is a file, and a folder is needed here", file: path)
    }
  }

  /// Removes the file at `path`, where that is possible.
  static func remove(_ path: String) { unlink(path) }

  /// Gives the file at `path` the present time as the date of its last change, where that is possible.
  static func touch(_ path: String) { utimes(path, nil) }

  /// The present time in nanoseconds, as `Status.modified` counts it.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func mode(_ path: String) -> mode_t? {
    var result = stat()
    return stat(path, &result) == 0 ? result.st_mode & S_IFMT : nil
  }

  private static func failure(_ code: String, _ what: String, _ path: String) -> Diagnostic {
    Diagnostic(code, "\(what): \(String(cString: strerror(errno)))", file: path)
  }
}

// The C calls under other names, since the type's own members hide them.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}

import NaqlModel

/// Where a writer's bytes go: gathered, and handed on as soon as there are enough, so that a long document takes no room.
public final class ByteSink {
  /// What is not handed on yet.
  var bytes: [UInt8] = []
  /// Number of bytes handed on so far.
  public private(set) var handedOn = 0
  private let take: (_ bytes: [UInt8]) throws(Diagnostic) -> Void
  private static let full = 256 << 10

  /// A sink that hands its bytes to `take`.
  public init(_ take: @escaping (_ bytes: [UInt8]) throws(Diagnostic) -> Void) {
    self.take = take
    bytes.reserveCapacity(Self.full + Self.full / 4)
  }

  /// Hands the bytes on where they are enough; writers call it behind each block or unit.
  func drain() throws(Diagnostic) {
    if bytes.count >= Self.full { try flush() }
  }

  /// Hands on what there is.
  public func flush() throws(Diagnostic) {
    guard !bytes.isEmpty else { return }
    try take(bytes)
    handedOn += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }
}

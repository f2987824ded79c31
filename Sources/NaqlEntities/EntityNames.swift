import NaqlModel
import NaqlText

/// The canonical names and ids of the surfaces met so far: a text names most of its people and places again and again. An
/// id is class and folded form, the same in every document and run: `loc:الرياض`.
final class EntityNames {
  private let numbers = KeyTable<Int32>()
  private var known: [Known] = []

  /// A canonical name.
  struct Known {
    let name: String
    let id: String
    /// For a person: what may stand for the name (see `NameIdentity`), and whether it may stand for a longer one itself.
    let parts: [String]
    let isPart: Bool

    init(_ entityClass: EntityClass, _ name: String) {
      self.name = name
      let key = NameIdentity.key(of: name)
      id = entityClass.rawValue.lowercased() + ":" + key
      let isPerson = entityClass == .person
      parts = isPerson ? NameIdentity.parts(of: key) : []
      isPart = isPerson && NameIdentity.isPart(key)
    }

    /// The id without its class.
    var key: Substring { id.drop { $0 != ":" }.dropFirst() }
  }

  /// Forgets everything where more than `limit` names are known.
  func trim(over limit: Int = 1 << 17) {
    guard known.count > limit else { return }
    numbers.removeAll()
    known.removeAll(keepingCapacity: true)
  }

  /// The entry with this number.
  subscript(_ number: Int) -> Known { known[number] }

  /// Whether the name with this number may stand for a longer one, and what may stand for it (see `NameIdentity`).
  func isPart(_ number: Int) -> Bool { known[number].isPart }
  func parts(of number: Int) -> [String] { known[number].parts }

  /// The numbers of the names of `mentions`, which stand at `ranges` of a text.
  func numbers(_ mentions: [Mention], _ ranges: [TextRange], _ bytes: UnsafeRawBufferPointer) -> [Int] {
    let keys = zip(mentions, ranges).map { mention, range in
      let key = WordKey(
        UnsafeRawBufferPointer(rebasing: bytes[range.bytes]),
        tag: UInt8(mention.entityClass.number) << 1 | (mention.restored ? 1 : 0))
      let hash = key.hash
      numbers.prefetch(hash)
      return (key: key, hash: hash)
    }
    return mentions.indices.map { index in
      let (key, hash) = keys[index]
      if let found = numbers.find(key, hash) { return Int(found.pointee) }
      let surface = UnsafeRawBufferPointer(rebasing: bytes[ranges[index].bytes])
      let name = Self.name(surface, restored: mentions[index].restored)
      known.append(Known(mentions[index].entityClass, name))
      numbers.add(key, hash, Int32(known.count - 1))
      return known.count - 1
    }
  }

  /// The canonical form: white space and the underscores of hashtags folded, marks, tatweel and invisible characters dropped, the
  /// article restored.
  private static func name(_ surface: UnsafeRawBufferPointer, restored: Bool) -> String {
    var out: [UInt8] = restored ? [0xD8, 0xA7, 0xD9, 0x84] : []
    var at = 0
    var space = false
    while at < surface.count {
      let (c, length) = UTF8Scalars.decode(surface, at)
      if ArabicScript.isSpace(c) || c == 0x5F {
        space = true
      } else if !ArabicScript.isMark(c), !ArabicScript.isTatweel(c), !ArabicScript.isInvisible(c) {
        if space { out.append(0x20) }
        space = false
        out.append(contentsOf: surface[at..<(at + length)])
      }
      at += length
    }
    return String(decoding: out, as: UTF8.self)
  }
}

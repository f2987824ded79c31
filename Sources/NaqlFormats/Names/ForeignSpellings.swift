import NaqlModel
import NaqlText

/// Entries of one foreign person under several Arabic spellings: سيرغي لافروف and سيرجي لافروف.
enum ForeignSpellings {
  /// The entries, those of one person joined to the most frequent, the first of two. People are one where the lists give both the same English
  /// spelling and their Arabic ones differ only in weak letters and in those that newspapers write one foreign sound with.
  static func joined(_ entries: [NameEntry]) -> [NameEntry] {
    var people: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      if let key = key(of: entry) { people[key, default: []].append(index) }
    }
    var joined = entries
    var gone: Set<Int> = []
    for same in people.values where same.count > 1 {
      let kept = same.max { (entries[$0].count, -$0) < (entries[$1].count, -$1) } ?? same[0]
      for index in same where index != kept {
        joined[kept].join(entries[index])
        gone.insert(index)
      }
    }
    return joined.indices.filter { !gone.contains($0) }.map { joined[$0] }
  }

  /// English spelling and bare letters of a person of several words whom the lists have; nil of others.
  private static func key(of entry: NameEntry) -> String? {
    guard entry.entityClass == .person, entry.name.utf8.contains(0x20), let form = entry.form("conventional"),
      form.origin == .gazetteer || form.origin == .authority
    else { return nil }
    return form.text + "\t" + bareLetters(entry.name)
  }

  /// A name without its weak letters, letters for one foreign sound as one (usage of newspapers: غ, ج, ق and ك for g,
  /// ط, ت and د for t, ص, س and ز for s).
  private static func bareLetters(_ name: String) -> String {
    var letters = ""
    for letter in SpellingKey.loose.of(name).unicodeScalars {
      switch letter {
      case "ا", "و", "ي", "ى", "ه", "ة", "ء": continue
      case "غ", "ج", "ق", "ك": letters.append("ك")
      case "ط", "ت", "د": letters.append("ت")
      case "ص", "س", "ز": letters.append("س")
      default: letters.unicodeScalars.append(letter)
      }
    }
    return letters
  }
}

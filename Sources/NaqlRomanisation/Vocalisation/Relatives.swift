/// Known words that differ from a word by clitics or an ending, and the labels they have on its letters.
public struct Relatives {
  let model: VowelModel

  /// A stem with one of its readings, which is left out of its own relatives while training.
  public struct Own {
    let letters: [UInt8]
    let labels: [UInt8]
    let count: Int

    /// The stem of a known word and how often it was read so.
    public init(letters: [UInt8], labels: [UInt8], count: Int) {
      self.letters = letters
      self.labels = labels
      self.count = count
    }
  }

  /// Relatives by the tables of `model`.
  public init(model: VowelModel) { self.model = model }

  private static let endings: [[UInt8]] = ["", "ه", "ها", "هم", "ة", "ي", "ية", "ات", "ين", "ون", "ان", "ا", "نا", "ت"]
    .map {
      $0.unicodeScalars.map { VowelLetter.code($0.value) }
    }

  /// For each letter the label that most relatives have there, 255 where none speaks.
  public func labels(_ letters: [UInt8], without own: Own? = nil) -> [UInt8] {
    let count = letters.count
    var votes = [UInt8](repeating: 0, count: count * VowelLabel.count)
    var lengths = 0
    var stem: [UInt8] = []
    stem.reserveCapacity(count + 4)
    for cut in CliticCut.all(of: letters) {
      if lengths >> cut.length & 1 == 1 { continue }
      lengths |= 1 << cut.length
      for ending in Self.endings where count - cut.length - ending.count >= 2 {
        guard letters.suffix(ending.count).elementsEqual(ending) else { continue }
        let core = cut.length..<(count - ending.count)
        if core.count < 3, !ending.isEmpty { continue }
        stem.removeAll(keepingCapacity: true)
        stem.append(contentsOf: letters[core])
        for other in Self.endings {
          stem.removeLast(stem.count - core.count)
          stem.append(contentsOf: other)
          let ordinal = model.ordinal(stem)
          if ordinal < 0 { continue }
          let readings = model.stem(ordinal, length: stem.count)
          for reading in 0..<readings.count {
            let labels = readings.labels(reading)
            if let own, own.letters == stem, labels.elementsEqual(own.labels),
              Int(readings.counts[reading]) <= own.count
            {
              continue
            }
            for at in 0..<core.count {
              let slot = (cut.length + at) * VowelLabel.count + Int(labels[at])
              if votes[slot] < 250 { votes[slot] += 1 }
            }
            break
          }
        }
      }
    }
    return (0..<count).map { at in
      var best = 255, most: UInt8 = 0
      for label in 0..<VowelLabel.count where votes[at * VowelLabel.count + label] > most {
        most = votes[at * VowelLabel.count + label]
        best = label
      }
      return best == 255 ? 255 : UInt8(best) | (most > 1 ? 128 : 0)
    }
  }
}

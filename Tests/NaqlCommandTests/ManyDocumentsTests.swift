import Foundation
import Testing

/// Runs over many inputs, whose documents go through the stages side by side.
struct ManyDocumentsTests {
  /// Twelve inputs, some of them bad: articles, an empty file, one that is no UTF-8, one that is not there, JSON Lines with a
  /// broken line.
  private func makeInputs(_ folder: URL) throws -> [String] {
    var names: [String] = []
    for number in 0..<14 {
      let name = "\(number).txt"
      names.append(name)
      switch number {
      case 3: try Data().write(to: folder.appending(path: name))
      case 6: try Data([0xD9, 0x85, 0xFF, 0x0A]).write(to: folder.appending(path: name))
      case 9: continue
      case 11:
        let lines = (0..<4).map { #"{"naql":1,"id":"d\#($0)","text":"وصل الوفد رقم \#($0) إلى دمشق."}"# }
        let text = (lines[..<2] + ["{broken"] + lines[2...]).joined(separator: "\n") + "\n"
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      default:
        let text = "زار الوزير سمير كنعان مدينة حلب يوم \(number). وقال كنعان إن الزيارة رقم \(number) ناجحة.\n"
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
    }
    return names
  }

  @Test("outputs, findings and their order do not depend on the number of threads")
  func threads() throws {
    try Program.inFolder { folder in
      let names = try makeInputs(folder).joined(separator: " ")
      var results: [Program.Result] = []
      for threads in [1, 2, 5] {
        results.append(
          try Program.shell("NAQL_THREADS=\(threads) naql run \(names) -o out\(threads)", in: folder))
      }
      let plain = results.map { result in
        var result = result
        for threads in [1, 2, 5] {
          result.out = result.out.replacingOccurrences(of: "out\(threads)/", with: "out/")
          result.err = result.err.replacingOccurrences(of: "out\(threads)/", with: "out/")
        }
        return result
      }
      #expect(plain[0] == plain[1] && plain[0] == plain[2])
      #expect(results[0].err.contains("9.txt") && results[0].err.contains("6.txt"))
      let compared = try Program.shell("diff -r out1 out2 && diff -r out1 out5 && ls out1 | wc -l", in: folder)
      #expect(compared.status == 0 && (Int(compared.out.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 20)
    }
  }
}

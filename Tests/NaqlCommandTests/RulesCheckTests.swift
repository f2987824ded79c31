import Foundation
import Testing

/// `naql rules check` against rule files with faults of every kind, laid over a small copy of the shipped rules.
struct RulesCheckTests {
  /// Makes `small`, the shipped rules with short lists, and checks it with the overlay `mine` that holds `files`.
  private func check(_ files: [String: String]) throws -> Program.Result {
    try Program.inFolder { folder in
      for (path, text) in files {
        let file = folder.appending(path: "mine/" + path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return try Program.shell(
        """
        cp -R "$NAQL_RULES" small && rm -rf small/.compiled && mkdir -p mine
        for list in small/entities/*.tsv small/romanisation/lexicon/w*.tsv; do
          head -n 60 "$list" > short && mv short "$list"
        done
        printf 'السيد\\ttitel\\t\\t\\n' >> small/segmentation/words.tsv
        rm small/models/entities-anercorp.naqlt small/models/spelling.naqlt
        NAQL_RULES=small naql rules check --rules mine; echo "status $?"
        """, in: folder)
    }
  }

  @Test("faults that the stages would refuse are told with file and line, all at once, and the exit is 1")
  func faults() throws {
    let result = try check([
      "entities/triggers.tsv": "word\tkind\nمطار\tplace-head\nملعب\tplace-haed\n",
      "entities/prose/mine.txt": "زار [PER سمير كنعان] دمشق.\nزار [PRE سمير كنعان] دمشق.\nزار سمير] دمشق.\n",
      "romanisation/grammar/cases.tsv": "# roles\nword\trole\tform\nفي\tgenetive\t\n",
      "romanisation/lexicon/mine.tsv": "vocalised\tkind\tgender\trank\nبَيْت\tnoun\tm\t1\tx\n",
      "romanisation/prose/mine.txt": "وَصَلَ الوفد إِلَى دِمَشْقَ.\n",
      "romanisation/mine.yaml": "id: mine\ninherits: ijmess\n",
      "segmentation/mine.yaml":
        "profile: mine\ninherits: news\nrules:\n  - id: mine.one\n    when: { mark: stopp }\n    break: no\n",
      "segmentation/news.rbbi": "!!chain;\n$x = [.;\n",
      "blocks/mine.tsv": "phrase\tclass\nالرئيسية\tsitee\n",
      "romanisation/conventional.yaml": "id: conventional\ninherits: ijmes\n",
      "romanisation/lexicon/slips.tsv":
        "vocalised\tkind\tgender\trank\nقَلَم\tfamilly\tm\t1\n",
      "romanisation/house.yml": "inherits: ijmes\n", "schemes/house.yaml": "inherits: ijmes\n",
      "ijmes.yaml": "inherits: press\n", "segmentation/words2.tsv": "word\tclass\n", "README.md": "Ours.\n",
      "entities/ours.tsv": "arabic\tenglish\tclass\nزرقوطاش\tZarq\tORG\n", "pipelines/list.tsv": "arabic\n",
      "romanisation/styles.yaml": "styles:\n  mine: {why: x}\nexamples:\n  - [\"كتب\", \"Kutub\", mein, \"Kutub\"]\n",
      "pipelines/mine.yaml": "stages:\n  - read\n  - segmant\n",
    ])
    for expected in [
      "mine/entities/triggers.tsv:3: error: unknown kind “place-haed” of trigger; did you mean “place-head”?",
      "mine/entities/prose/mine.txt:2: error: a bracket does not hold",
      "mine/entities/prose/mine.txt:3: error: a bracket does not hold",
      "mine/romanisation/grammar/cases.tsv:3: error: “genetive” is no role",
      "mine/romanisation/lexicon/mine.tsv:2: error: 5 columns where the header has 4",
      "mine/romanisation/prose/mine.txt:1: error: “الوفد” has no marks",
      "mine/romanisation/mine.yaml:2:11: error: there is no scheme “ijmess”; did you mean “ijmes”?",
      "mine/segmentation/mine.yaml:5:19: error: “mark” cannot be “stopp”; did you mean “stop”?",
      "mine/segmentation/news.rbbi:2: error: ICU could not",
      "mine/blocks/mine.tsv:2: error: no rule asks for the class “sitee”; did you mean “site”?",
      "error: no rule asks for the class “titel”; did you mean “title”?",
      "mine/romanisation/conventional.yaml: error: “conventional” is the spelling that readers know",
      "models/entities-anercorp.naqlt: warning: the tagger's model is missing",
      "models/spelling.naqlt: warning: the model of conventional spellings is missing",
      "mine/romanisation/lexicon/slips.tsv:2: error: no other row has the kind “familly”; did you mean “family”?",
      "mine/romanisation/house.yml: error: nothing reads this file; name it house.yaml",
      "mine/schemes/house.yaml: error: nothing reads this file; schemes lie in romanisation/",
      "mine/ijmes.yaml: error: nothing reads this file; in the place of the shipped one it lies at romanisation/ijmes.yaml",
      "mine/segmentation/words2.tsv: error: nothing reads this file; a profile names its lists: words: [words2.tsv]",
      "mine/romanisation/styles.yaml:4:5: error: there is no style “mein”; did you mean “mine”?",
      "mine/pipelines/mine.yaml:3:5: error: there is no stage “segmant”; did you mean “segment”?",
    ] { #expect(result.out.contains(expected), "\(expected)\n\(result.out)") }
    for read in ["README.md", "ours.tsv", "list.tsv"] { #expect(!result.out.contains(read)) }
    #expect(result.out.hasSuffix("status 1\n"))
    let lines = result.out.split(separator: "\n")
    #expect(Set(lines).count == lines.count, "a fault is told once")
    #expect(result.err == "")
  }
}

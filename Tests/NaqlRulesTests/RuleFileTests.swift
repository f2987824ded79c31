import Foundation
import NaqlModel
import NaqlRules
import Testing

@Suite("Rule files") struct RuleFileTests {
  @Test("a table has the rows between its comments, with their lines; missing cells are empty")
  func rows() throws {
    let table = try TSVFile(
      "\u{FEFF}# head\r\n\nword\tclass\tnote\r\nقلم\tnoun\tx\n# more\nدفتر\n", file: "a.tsv", columns: ["class"])
    #expect(table.columns == ["word", "class", "note"] && table.column("class") == 1)
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(table.rows[0].cells == ["قلم", "noun", "x"] && table.rows[1].cells == ["دفتر", "", ""])
    #expect("\(table.error(table.rows[1], "a.b", "wrong"))" == "a.tsv:6: error: wrong [a.b]")
  }

  @Test(
    "cells as spreadsheets write them lose blanks and quotation marks around them, and no others",
    arguments: [
      ("a\tb", ["a", "b"]), (" a \t\u{A0}b\u{A0}", ["a", "b"]), ("\"a\"\t\"b c\"", ["a", "b c"]),
      ("\"a \"\"b\"\"\"\tc", ["a \"b\"", "c"]), ("\"a\tb\"\tc", ["a\tb", "c"]), ("\"a\" b\tc", ["\"a\" b", "c"]),
      ("\"a\tb", ["\"a", "b"]), ("a \"b\"\t", ["a \"b\"", ""]), ("\"\"\tx", ["", "x"]), (" \"a\" \tb", ["a", "b"]),
      ("\ta", ["", "a"]), ("\"", ["\"", ""]), ("قلم \t\"\u{200F}دفتر\"", ["قلم", "\u{200F}دفتر"]),
    ])
  func spreadsheet(_ line: String, _ cells: [String]) throws {
    let table = try TSVFile("\"x\"\t y \n\t \n\(line)\n", file: "a.tsv", columns: ["x", "y"], cells: .trimmed)
    #expect(table.rows.map { $0.cells.map(String.init) } == [cells] && table.rows[0].line == 3)
  }

  @Test(
    "a table that is not UTF-8 is told with its line, UTF-16 by its name",
    arguments: [
      ([0x61, 0x0A, 0x62, 0xC8, 0x0A, 0xFF], "a.tsv:2: error: the line is not UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "a.tsv: error: the file is UTF-16"),
      ([0xFE, 0xFF, 0x00, 0x61], "a.tsv: error: the file is UTF-16"),
    ])
  func encoding(_ bytes: [UInt8], _ message: String) throws {
    let fault = try #require(throws: Diagnostic.self) { try TSVFile(bytes, file: "a.tsv") }
    #expect("\(fault)".hasPrefix(message) && fault.code == "tsv.not-utf8")
  }

  @Test("a row with too many columns and a missing column are told with file and line")
  func faults() throws {
    let wide = try #require(throws: Diagnostic.self) { try TSVFile("a\tb\n1\t2\n1\t2\t3\n", file: "a.tsv") }
    #expect("\(wide)" == "a.tsv:3: error: 3 columns where the header has 2 [tsv.columns]")
    let lacking = try #require(throws: Diagnostic.self) {
      try TSVFile("wrod\tkind\n", file: "a.tsv", columns: ["word"])
    }
    #expect("\(lacking)".hasPrefix("a.tsv:1: error: the column “word” is missing; did you mean “wrod”?"))
  }

  @Test("spaces at the edges of a cell are no part of it, and a closed set of values has a nearest one")
  func values() throws {
    let table = try TSVFile("word\tkind\n  قلم رصاص \ttrpa \n", file: "a.tsv")
    #expect(table.rows[0].cells == ["قلم رصاص", "trpa"])
    let error = #expect(throws: Diagnostic.self) {
      try table.choice(table.rows[0], "kind", among: ["common", "trap"], "a.b")
    }
    #expect("\(error!)" == "a.tsv:2: error: “kind” cannot be “trpa”; did you mean “trap”? [a.b]")
  }

  @Test("rules that are not UTF-8 are an error with line and column")
  func notUTF8() throws {
    let scratch = try ScratchRules()
    let file = scratch.folder.appending(path: "root/a.tsv")
    try Data(Array("word\nقلم\nدفتر ".utf8) + [0xC7, 0x0A]).write(to: file)
    let error = #expect(throws: Diagnostic.self) { try TSVFile(scratch.rules(), "a.tsv") }
    #expect(error?.code == "rules.not-utf8" && error?.line == 3 && error?.column == 6 && error?.file == file.path)
    #expect(throws: Diagnostic.self) { try scratch.rules().text("a.tsv") }
  }

  @Test("of one file in several directories the last overlay's holds, and errors name it")
  func overlays() throws {
    let scratch = try ScratchRules()
    try scratch.write("root/lists/a.tsv", "word\nأصل\n")
    try scratch.write("root/lists/b.tsv", "word\nباق\n")
    try scratch.write("mine/lists/a.tsv", "word\nلي\n")
    try scratch.write("other/lists/a.tsv", "word\nآخر\tx\n")
    try scratch.write("other/lists/c.tsv", "word\n")
    let (mine, other) = (scratch.path("mine"), scratch.path("other"))
    #expect(try TSVFile(scratch.rules(overlay: true), "lists/a.tsv").rows[0].cells == ["لي"])
    #expect(try TSVFile(scratch.rules(overlay: true), "lists/b.tsv").rows[0].cells == ["باق"])
    let both = try RuleSet(root: scratch.path("root"), overlays: [mine, other])
    #expect(both.find("lists/a.tsv") == other + "/lists/a.tsv")
    #expect(both.list("lists", suffix: ".tsv") == ["lists/a.tsv", "lists/b.tsv", "lists/c.tsv"])
    let wide = try #require(throws: Diagnostic.self) { try TSVFile(both, "lists/a.tsv") }
    #expect(wide.file == other + "/lists/a.tsv" && wide.line == 2)
    let missing = try #require(throws: Diagnostic.self) { try both.text("lists/d.tsv") }
    #expect(missing.message.contains("\(other)/lists/d.tsv, \(mine)/lists/d.tsv"))
    #expect(throws: Diagnostic.self) { try RuleSet(root: scratch.path("root"), overlays: [scratch.path("none")]) }
  }

  @Test(
    "a fault of YAML is told at its place",
    arguments: [
      ("a: 1\nb: [1\n", "yaml.syntax", 3), ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", 3),
      ("a: &x 1\nb: *x\n", "yaml.alias", 2), ("", "yaml.empty", nil),
    ])
  func yaml(_ text: String, _ code: String, _ line: Int?) throws {
    let error = try #require(throws: Diagnostic.self) { try YAMLNode.parse(text, file: "a.yaml") }
    #expect(error.code == code && error.line == line && error.file == "a.yaml", "\(error)")
  }

  @Test("values of YAML know their places and types")
  func yamlValues() throws {
    let root = try YAMLNode.parse("limit: 3\nnames:\n  - قلم\n  - دفتر\n", file: "a.yaml")
    #expect(try root.require("limit").integer("limit") == 3)
    let text = try YAMLNode.parse("reason: |\n  two\n  \tlines\n", file: "a.yaml")
    #expect(try text.require("reason").line("reason") == "two lines")
    #expect(try root["names"]?.strings("names") == ["قلم", "دفتر"])
    #expect(root["names"]?.items()[1].line == 4 && root["names"]?.items()[1].column == 5)
    let type = try #require(throws: Diagnostic.self) { try root.require("names").integer("names") }
    #expect("\(type)".hasPrefix("a.yaml:3:3: error: names must be a whole number"))
    let unknown = try #require(throws: Diagnostic.self) { try root.allow(["limits", "names"], "field") }
    #expect("\(unknown)".hasPrefix("a.yaml:1:1: error: unknown field “limit”; did you mean “limits”?"))
  }

  @Test("the rules are those that the environment names, else those beside the program, else those of the checkout")
  func location() throws {
    let scratch = try ScratchRules()
    for name in ["named/x", "usr/share/naql/Rules/x", "checkout/Rules/x", "checkout/Package.swift"] {
      try scratch.write(name, "")
    }
    let installed = scratch.path("usr/bin/naql"), built = scratch.path("checkout/.build/release/naql")
    #expect(
      try RulesLocation.find(executable: installed, environment: ["NAQL_RULES": scratch.path("named")])
        == scratch.path("named"))
    #expect(try RulesLocation.find(executable: installed, environment: [:]) == scratch.path("usr/share/naql/Rules"))
    #expect(try RulesLocation.find(executable: built, environment: [:]) == scratch.path("checkout/Rules"))
  }
}

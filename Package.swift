// swift-tools-version: 6.1
// Naql: an offline pipeline that prepares Arabic articles for translators and romanises the names in them.
// The floors, and which target may import which, are drawn in docs/architecture.md; .ci/check-floors reads them off the comments
// "Floor N" here.
import PackageDescription

/// Every Swift target is compiled in Swift 6 mode with complete concurrency checking.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "naql",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "naql", targets: ["NaqlCLI"]),
    .library(name: "Naql", targets: ["Naql"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // Floor 0: C shims. Their public headers include no header of the library behind them.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CInterrupt"),
    .target(name: "CMemory"),
    .systemLibrary(name: "LinkXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["LinkXML"]),
    .systemLibrary(name: "LinkYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CYAML", dependencies: ["LinkYAML"]),

    // Floor 1
    .target(name: "NaqlICU", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "NaqlTables", dependencies: ["CMemory"], swiftSettings: strict),
    .target(name: "NaqlThreads", swiftSettings: strict),
    .target(name: "NaqlModel", swiftSettings: strict),

    // Floor 2
    .target(name: "NaqlXML", dependencies: ["CXML", "NaqlModel"], swiftSettings: strict),
    .target(
      name: "NaqlRules",
      dependencies: ["CInterrupt", "CYAML", "NaqlICU", "NaqlTables", "NaqlModel"], swiftSettings: strict),

    // Floor 3
    .target(
      name: "NaqlText", dependencies: ["NaqlRules", "NaqlTables", "NaqlModel", "NaqlICU"], swiftSettings: strict),
    .target(name: "NaqlPipeline", dependencies: ["NaqlRules", "NaqlModel", "NaqlThreads"], swiftSettings: strict),

    // Floor 4
    .target(name: "NaqlBlocks", dependencies: ["NaqlText", "NaqlPipeline"], swiftSettings: strict),
    .target(name: "NaqlSegmentation", dependencies: ["NaqlText", "NaqlPipeline", "NaqlXML"], swiftSettings: strict),
    .target(name: "NaqlEntities", dependencies: ["CMemory", "NaqlText", "NaqlPipeline"], swiftSettings: strict),
    .target(name: "NaqlRomanisation", dependencies: ["NaqlText", "NaqlPipeline", "NaqlXML"], swiftSettings: strict),
    .target(name: "NaqlFormats", dependencies: ["NaqlText", "NaqlPipeline", "NaqlXML"], swiftSettings: strict),

    // Floor 5
    .target(
      name: "Naql",
      dependencies: ["NaqlBlocks", "NaqlSegmentation", "NaqlEntities", "NaqlRomanisation", "NaqlFormats"],
      swiftSettings: strict),
    .target(
      name: "NaqlTraining", dependencies: ["NaqlThreads", "NaqlSegmentation", "NaqlEntities", "NaqlRomanisation"],
      swiftSettings: strict),
    .target(
      name: "NaqlEvaluation", dependencies: ["NaqlSegmentation", "NaqlEntities", "NaqlRomanisation"],
      swiftSettings: strict),

    // Floor 6
    .executableTarget(
      name: "NaqlCLI",
      dependencies: [
        "Naql", "NaqlTraining", "NaqlEvaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tests
    .testTarget(name: "NaqlBlocksTests", dependencies: ["NaqlBlocks"], swiftSettings: strict),
    .testTarget(
      name: "NaqlCommandTests", dependencies: ["NaqlCLI"], swiftSettings: strict),
    .testTarget(
      name: "NaqlEntitiesTests", dependencies: ["NaqlEntities", "NaqlRules", "NaqlTables"], swiftSettings: strict),
    .testTarget(name: "NaqlEvaluationTests", dependencies: ["NaqlEvaluation"], swiftSettings: strict),
    .testTarget(name: "NaqlFormatsTests", dependencies: ["NaqlFormats"], swiftSettings: strict),
    .testTarget(name: "NaqlModelTests", dependencies: ["NaqlModel"], swiftSettings: strict),
    .testTarget(name: "NaqlPipelineTests", dependencies: ["NaqlPipeline"], swiftSettings: strict),
    .testTarget(
      name: "NaqlRomanisationTests", dependencies: ["Naql", "NaqlRomanisation", "NaqlEvaluation"], exclude: ["Blind"],
      swiftSettings: strict),
    .testTarget(name: "NaqlRulesTests", dependencies: ["NaqlRules", "NaqlThreads"], swiftSettings: strict),
    .testTarget(
      name: "NaqlSegmentationTests", dependencies: ["NaqlSegmentation", "NaqlEvaluation"], swiftSettings: strict),
    .testTarget(name: "NaqlTablesTests", dependencies: ["NaqlTables"], swiftSettings: strict),
    .testTarget(name: "NaqlTests", dependencies: ["Naql"], swiftSettings: strict),
    .testTarget(name: "NaqlTextTests", dependencies: ["NaqlText"], swiftSettings: strict),
    .testTarget(name: "NaqlThreadsTests", dependencies: ["NaqlThreads"], swiftSettings: strict),
    .testTarget(
      name: "NaqlTrainingTests", dependencies: ["NaqlTraining", "NaqlSegmentation", "NaqlRomanisation"],
      swiftSettings: strict),
  ]
)

// `make fuzz` only: libFuzzer instruments everything, so that it is a build of its own.
if Context.environment["NAQL_FUZZ"] != nil {
  package.targets += [
    .target(name: "CFuzz", path: "Tests/Fuzz/CFuzz"),
    .executableTarget(
      name: "SegmentFuzz", dependencies: ["CFuzz", "NaqlEvaluation"], path: "Tests/Fuzz/SegmentFuzz",
      swiftSettings: strict),
  ]
}

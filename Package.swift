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
      dependencies: [
        "CInterrupt", "CYAML", "NaqlICU", "NaqlTables", "NaqlThreads", "NaqlModel",
      ],
      swiftSettings: strict),

    // Floor 3
    .target(
      name: "NaqlText", dependencies: ["NaqlICU", "NaqlTables", "NaqlModel", "NaqlRules"], swiftSettings: strict),
    .target(name: "NaqlPipeline", dependencies: ["NaqlThreads", "NaqlModel", "NaqlRules"], swiftSettings: strict),

    // Floor 4
    .target(
      name: "NaqlBlocks",
      dependencies: [
        "NaqlTables", "NaqlThreads", "NaqlModel", "NaqlRules", "NaqlText", "NaqlPipeline",
      ],
      swiftSettings: strict),
    .target(
      name: "NaqlSegmentation",
      dependencies: [
        "NaqlICU", "NaqlTables", "NaqlThreads", "NaqlModel", "NaqlXML", "NaqlRules", "NaqlText", "NaqlPipeline",
      ],
      swiftSettings: strict),
    .target(
      name: "NaqlEntities",
      dependencies: [
        "CMemory", "NaqlTables", "NaqlModel", "NaqlRules", "NaqlText", "NaqlPipeline",
      ],
      swiftSettings: strict),
    .target(
      name: "NaqlRomanisation",
      dependencies: [
        "NaqlICU", "NaqlTables", "NaqlThreads", "NaqlModel", "NaqlXML", "NaqlRules", "NaqlText", "NaqlPipeline",
      ],
      swiftSettings: strict),
    .target(
      name: "NaqlFormats",
      dependencies: [
        "NaqlICU", "NaqlThreads", "NaqlModel", "NaqlXML", "NaqlRules", "NaqlText", "NaqlPipeline",
      ],
      swiftSettings: strict),

    // Floor 5
    .target(
      name: "Naql",
      dependencies: [
        "NaqlThreads", "NaqlModel", "NaqlRules", "NaqlText", "NaqlPipeline", "NaqlBlocks", "NaqlSegmentation",
        "NaqlEntities", "NaqlRomanisation", "NaqlFormats",
      ],
      swiftSettings: strict),
    .target(
      name: "NaqlTraining",
      dependencies: [
        "NaqlICU", "NaqlTables", "NaqlThreads", "NaqlModel", "NaqlRules", "NaqlText", "NaqlSegmentation",
        "NaqlEntities", "NaqlRomanisation",
      ],
      swiftSettings: strict),
    .target(
      name: "NaqlEvaluation",
      dependencies: [
        "NaqlICU", "NaqlModel", "NaqlRules", "NaqlText", "NaqlPipeline", "NaqlSegmentation", "NaqlEntities",
        "NaqlRomanisation",
      ],
      swiftSettings: strict),

    // Floor 6
    .executableTarget(
      name: "NaqlCLI",
      dependencies: [
        "NaqlTables", "NaqlThreads", "NaqlModel", "NaqlRules", "NaqlText", "NaqlPipeline", "NaqlBlocks",
        "NaqlSegmentation", "NaqlEntities", "NaqlRomanisation", "NaqlFormats", "Naql", "NaqlTraining",
        "NaqlEvaluation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tests
    .testTarget(
      name: "NaqlBlocksTests",
      dependencies: [
        "NaqlModel", "NaqlRules", "NaqlPipeline", "NaqlBlocks",
      ],
      swiftSettings: strict),
    .testTarget(name: "NaqlCommandTests", dependencies: ["NaqlCLI"], swiftSettings: strict),
    .testTarget(
      name: "NaqlEntitiesTests", dependencies: ["NaqlModel", "NaqlTables", "NaqlRules", "NaqlEntities"],
      swiftSettings: strict),
    .testTarget(name: "NaqlEvaluationTests", dependencies: ["NaqlModel", "NaqlEvaluation"], swiftSettings: strict),
    .testTarget(
      name: "NaqlFormatsTests",
      dependencies: [
        "NaqlTables", "NaqlModel", "NaqlRules", "NaqlText", "NaqlFormats",
      ],
      swiftSettings: strict),
    .testTarget(name: "NaqlModelTests", dependencies: ["NaqlModel"], swiftSettings: strict),
    .testTarget(
      name: "NaqlPipelineTests", dependencies: ["NaqlModel", "NaqlRules", "NaqlPipeline"], swiftSettings: strict),
    .testTarget(
      name: "NaqlRomanisationTests",
      dependencies: [
        "NaqlTables", "NaqlModel", "NaqlRules", "NaqlText", "NaqlPipeline", "NaqlRomanisation", "Naql", "NaqlEvaluation",
      ],
      exclude: ["Blind"], swiftSettings: strict),
    .testTarget(
      name: "NaqlRulesTests",
      dependencies: [
        "NaqlTables", "NaqlThreads", "NaqlModel", "NaqlRules",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NaqlSegmentationTests",
      dependencies: [
        "NaqlTables", "NaqlModel", "NaqlRules", "NaqlSegmentation", "NaqlEvaluation",
      ],
      swiftSettings: strict),
    .testTarget(name: "NaqlTablesTests", dependencies: ["NaqlTables"], swiftSettings: strict),
    .testTarget(
      name: "NaqlTests",
      dependencies: [
        "NaqlModel", "NaqlRules", "NaqlText", "NaqlPipeline", "NaqlBlocks", "NaqlSegmentation", "NaqlRomanisation",
        "NaqlFormats", "Naql",
      ],
      swiftSettings: strict),
    .testTarget(name: "NaqlTextTests", dependencies: ["NaqlModel", "NaqlText"], swiftSettings: strict),
    .testTarget(name: "NaqlThreadsTests", dependencies: ["NaqlThreads"], swiftSettings: strict),
    .testTarget(
      name: "NaqlTrainingTests",
      dependencies: [
        "NaqlTables", "NaqlModel", "NaqlRules", "NaqlSegmentation", "NaqlEntities", "NaqlRomanisation",
        "NaqlTraining",
      ],
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

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A room of the house: a library target with its own test target.
///
/// It uses only the rooms named in `uses`, all of them on lower floors (see Sources/README.md).
struct Room {
  let name: String
  let uses: [Target.Dependency]
  var testsAlsoUse: [Target.Dependency] = []
  /// Files the tests read from the source tree by `#filePath`.
  var testFiles: [String] = []

  var targets: [Target] {
    [
      .target(name: name, dependencies: uses, swiftSettings: strict),
      .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + uses + testsAlsoUse,
        exclude: testFiles, swiftSettings: strict),
    ]
  }
}

let bigInt: Target.Dependency = .product(name: "BigInt", package: "BigInt")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let libraries: [Target] = [
  .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
  .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
  .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
]

let rooms: [Room] = [
  // Floor 1
  Room(name: "MoneyAndDates", uses: []),
  Room(name: "JSONText", uses: []),
  Room(name: "Wording", uses: ["MoneyAndDates"]),
  Room(name: "SourceText", uses: ["Wording"]),
  Room(
    name: "LineEditing", uses: ["CEditLine", "Wording"],
    testsAlsoUse: ["TerminalDriver", "LineEditingProbe"]),
  // Floor 2
  Room(name: "YAMLTree", uses: ["SourceText", "Wording", "CYAML"]),
  Room(name: "Expressions", uses: ["MoneyAndDates", "SourceText", "Wording"]),
  Room(name: "Recognizers", uses: ["MoneyAndDates", "SourceText", "Wording"]),
  Room(name: "CalendarText", uses: ["MoneyAndDates", "Wording"]),
  Room(name: "Charts", uses: ["MoneyAndDates", "Wording"]),
  // Floor 3
  Room(name: "Facts", uses: ["MoneyAndDates", "SourceText", "Wording", "YAMLTree"]),
  Room(
    name: "Statements", uses: ["CExpat", "CZlib", "MoneyAndDates", "Wording"]),
  Room(name: "Redaction", uses: []),
  // Floor 4
  Room(
    name: "Notices",
    uses: ["Facts", "MoneyAndDates", "Recognizers", "SourceText", "Wording", "YAMLTree"]),
  Room(name: "Planning", uses: ["MoneyAndDates", "SourceText", "Wording", bigInt]),
  Room(name: "FlowLanguage", uses: ["Expressions", "SourceText", "Wording", "YAMLTree"]),
  // Floor 5
  Room(
    name: "CoreFunctions",
    uses: [
      "Expressions", "Facts", "MoneyAndDates", "Notices", "Planning", "Recognizers", "Statements",
      "Wording", bigInt,
    ]),
  Room(
    name: "PlanFile", uses: ["MoneyAndDates", "Planning", "SourceText", "Wording", "YAMLTree"]),
  Room(
    name: "NoticePage",
    uses: ["Facts", "MoneyAndDates", "Notices", "Wording"],
    testsAlsoUse: ["Recognizers", "SourceText"]),
  Room(
    name: "FlowEngine",
    uses: ["Expressions", "FlowLanguage", "MoneyAndDates", "Wording", mustache],
    testsAlsoUse: ["FlowChecking", "SourceText"]),
  Room(
    name: "FlowChecking",
    uses: ["Expressions", "FlowLanguage", "SourceText", "Wording", "YAMLTree"],
    testFiles: ["Seeded"]),
  // Floor 6
  Room(
    name: "FlowTesting",
    uses: [
      "Expressions", "FlowChecking", "FlowEngine", "FlowLanguage", "MoneyAndDates", "SourceText",
      "Wording", "YAMLTree",
    ]),
  Room(
    name: "FlowPages",
    uses: [
      "Expressions", "Facts", "FlowChecking", "FlowLanguage", "SourceText", "Wording",
    ]),
  Room(
    name: "Sessions", uses: ["JSONText", "MoneyAndDates", "Wording"],
    testsAlsoUse: ["TerminalDriver"]),
  Room(
    name: "Transcripts",
    uses: [
      "CalendarText", "Charts", "CoreFunctions", "Expressions", "Facts", "FlowEngine", "JSONText",
      "MoneyAndDates", "NoticePage", "Notices", "Planning", "Redaction", "Wording",
    ], testsAlsoUse: ["ShippedFlows", "FlowTesting", "TestTexts"], testFiles: ["Golden"]),
  Room(
    name: "ExpressionFilter", uses: ["Expressions", "MoneyAndDates", "SourceText"]),
  Room(
    name: "PlanningFilter", uses: ["MoneyAndDates", "Planning", bigInt], testFiles: ["Oracle"]),
  Room(
    name: "RecognizerFilter", uses: ["JSONText", "MoneyAndDates", "Recognizers", "Wording"]),
  Room(
    name: "NoticeFilter",
    uses: ["JSONText", "MoneyAndDates", "Notices", "Recognizers", "Wording"]),
  Room(
    name: "PlanPage",
    uses: [
      "CalendarText", "Charts", "CoreFunctions", "JSONText", "MoneyAndDates", "PlanFile",
      "Planning", "Wording", bigInt,
    ],
    testsAlsoUse: [
      "Expressions", "Facts", "Notices", "Recognizers", "SourceText", "TestTexts", "YAMLTree",
    ], testFiles: ["Golden"]),
  // Floor 7
  Room(
    name: "Assistant",
    uses: [
      "FlowEngine", "FlowLanguage", "LineEditing", "MoneyAndDates", "Recognizers", "Sessions",
      "Transcripts", "Wording",
    ], testsAlsoUse: ["ShippedFlows"]),
]

/// What several test targets read: kept texts, the shipped flows ready to run.
let testSupport: [Target] = [
  .target(name: "TestTexts", path: "Tests/TestTexts", swiftSettings: strict),
  .target(
    name: "ShippedFlows",
    dependencies: [
      "CoreFunctions", "Facts", "FlowEngine", "FlowLanguage", "FlowTesting", "MoneyAndDates",
      "Notices", "Recognizers", "SourceText",
    ], path: "Tests/ShippedFlows", swiftSettings: strict),
]

let probes: [Target] = [
  .target(name: "TerminalDriver", swiftSettings: strict),
  .executableTarget(name: "LineEditingProbe", dependencies: ["LineEditing"], swiftSettings: strict),
  .executableTarget(name: "GenerateTables", swiftSettings: strict),
  .executableTarget(name: "FaultDriver", dependencies: ["TerminalDriver"], swiftSettings: strict),
  .executableTarget(
    name: "Fuzzing",
    dependencies: ["CZlib"] + rooms.map { .byName(name: $0.name) },
    exclude: ["Corpus", "Dictionaries", "Findings"], swiftSettings: strict),
]

/// Timings, run by `swift run -c release Perf`; no part of the product.
let benchmarks: [Target] = [
  .executableTarget(
    name: "Perf",
    dependencies: [
      "Assistant", "CoreFunctions", "Expressions", "Facts", "FlowChecking", "FlowEngine",
      "FlowLanguage",
      "JSONText", "MoneyAndDates", "Notices", "Planning", "Recognizers", "Sessions", "SourceText",
      "Statements", "Transcripts", "Wording", bigInt,
    ],
    path: "Sources/Benchmarks/Perf", swiftSettings: strict)
]

/// Trials of the checker by made-up flows; `FlowTrialRuns` makes the long runs.
let trials: [Target] = [
  .target(
    name: "FlowTrials",
    dependencies: [
      "Expressions", "FlowChecking", "FlowEngine", "FlowLanguage", "FlowTesting", "MoneyAndDates",
      "SourceText", "Wording",
    ], path: "Tests/FlowTrials", swiftSettings: strict),
  .executableTarget(
    name: "FlowTrialRuns", dependencies: ["FlowTrials"], path: "Tests/FlowTrialRuns",
    swiftSettings: strict),
  .testTarget(name: "FlowTrialsTests", dependencies: ["FlowTrials"], swiftSettings: strict),
]

/// The command.
///
/// Its target stands at the package's root so that `flows` can be its resource.
let command: [Target] = [
  .executableTarget(
    name: "mingbai",
    dependencies: rooms.map { .byName(name: $0.name) } + [argumentParser],
    path: ".",
    exclude: ["README.md", "Sources/README.md", "Sources/Benchmarks", "Tests"]
      + (rooms.map(\.name) + (libraries + probes).map(\.name)).map { "Sources/\($0)" },
    sources: ["Sources/mingbai"],
    resources: [.copy("flows")],
    swiftSettings: strict)
]

/// The command as a person meets it: on a pseudo-terminal and through pipes.
let commandTests: [Target] = [
  .testTarget(
    name: "CommandTests",
    dependencies: ["mingbai", "TerminalDriver", "FaultDriver", "Fuzzing", "Wording"],
    exclude: ["Seeded"],
    swiftSettings: strict)
]

let package = Package(
  name: "mingbai",
  products: [.executable(name: "mingbai", targets: ["mingbai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: libraries + rooms.flatMap(\.targets) + testSupport + probes + benchmarks + trials
    + command
    + commandTests
)

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A room of the house: a library target with its own test target.
/// It uses only the rooms named in `uses`, all of them on lower floors (see Sources/README.md).
func room(
  _ name: String, uses: [Target.Dependency] = [], testsAlsoUse: [Target.Dependency] = [],
  goldens: [Resource]? = nil
) -> [Target] {
  [
    .target(name: name, dependencies: uses, swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + uses + testsAlsoUse,
      exclude: [], resources: goldens, swiftSettings: strict),
  ]
}

let libraries: [Target] = [
  .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])])
]

let rooms: [[Target]] = [
  room("MoneyAndDates"),
  room("Wording", uses: ["MoneyAndDates"]),
  room("SourceText", uses: ["Wording"]),
  room("YAMLTree", uses: ["SourceText", "Wording", "CYAML"]),
  room("Redaction"),
]

/// The command. Its target stands at the package's root so that `flows` can be its resource.
let command: [Target] = [
  .executableTarget(
    name: "mingbai",
    dependencies: [
      "Wording",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    path: ".",
    exclude: [
      "Tests", "README.md",
    ],
    sources: ["Sources/mingbai"],
    resources: [.copy("flows")],
    swiftSettings: strict)
]

let package = Package(
  name: "mingbai",
  products: [.executable(name: "mingbai", targets: ["mingbai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: libraries + rooms.flatMap { $0 } + command
)

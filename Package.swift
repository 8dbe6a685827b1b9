// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A room of the house: a library target with its own test target.
/// It uses only the rooms named in `uses`, all of them on lower floors (see Sources/README.md).
func room(
  _ name: String, uses: [Target.Dependency] = [], testsAlsoUse: [Target.Dependency] = [],
  testResources: [Resource]? = nil
) -> [Target] {
  [
    .target(name: name, dependencies: uses, swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + uses + testsAlsoUse,
      resources: testResources, swiftSettings: strict),
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
]

let package = Package(
  name: "mingbai",
  products: [],
  dependencies: [],
  targets: libraries + rooms.flatMap { $0 }
)

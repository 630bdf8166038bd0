// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// What runs for long runs fast in debug builds too; it keeps its checks.
let fast = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

// The graph is drawn and explained in ARCHITECTURE.md, row by row from the bottom.
let package = Package(
  name: "geolearn",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "geolearn", targets: ["geolearn"]),
    .library(name: "GeoModel", targets: ["GeoModel"]),
    .library(name: "GeoSim", targets: ["GeoSim"]),
    .library(name: "GeoCrypto", targets: ["GeoCrypto"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "GeoModel", swiftSettings: strict),
    .target(name: "Drawing", swiftSettings: fast),
    .target(name: "GeoSim", dependencies: ["GeoModel", heap], swiftSettings: fast),
    .target(name: "GeoCrypto", dependencies: ["GeoModel", crypto], swiftSettings: strict),
    .target(name: "Content", dependencies: ["GeoModel", yams], swiftSettings: strict),
    .target(
      name: "Scenes", dependencies: ["GeoModel", "GeoSim", "GeoCrypto", "Drawing", "Content"],
      swiftSettings: strict),
    .target(
      name: "Exercises", dependencies: ["GeoModel", "GeoSim", "GeoCrypto", "Content", yams],
      swiftSettings: strict),
    .target(
      name: "App", dependencies: ["GeoModel", "Drawing", "Content", "Scenes", "Exercises"],
      swiftSettings: strict),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .executableTarget(
      name: "geolearn",
      dependencies: [
        "GeoModel", "GeoSim", "GeoCrypto", "Drawing", "Content", "Scenes", "Exercises", "App",
        "CNcurses", argumentParser,
      ],
      swiftSettings: strict,
      plugins: ["EmbedContent"]),

    .executableTarget(name: "embed-content", swiftSettings: strict),
    .plugin(name: "EmbedContent", capability: .buildTool(), dependencies: ["embed-content"]),

    .target(
      name: "TestSupport", dependencies: ["GeoModel", "Drawing", "Content"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "GeoModelTests", dependencies: ["GeoModel"], swiftSettings: strict),
    .testTarget(
      name: "GeoSimTests", dependencies: ["GeoSim", "GeoModel"], swiftSettings: strict),
    .testTarget(
      name: "GeoCryptoTests", dependencies: ["GeoCrypto", "GeoModel", crypto],
      swiftSettings: strict),
    .testTarget(
      name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: strict),
    .testTarget(
      name: "ContentTests", dependencies: ["Content", "GeoModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenesTests",
      dependencies: ["Scenes", "GeoModel", "GeoSim", "Drawing", "Content", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ExercisesTests",
      dependencies: ["Exercises", "GeoModel", "GeoSim", "Content", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AppTests",
      dependencies: ["App", "Drawing", "Content", "Scenes", "Exercises", "TestSupport"],
      exclude: ["Scripts"], swiftSettings: strict),
    .testTarget(
      name: "PTYTests", dependencies: ["CPseudoTerminal", "geolearn", "App", "Drawing"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "geolearn", "GeoModel", "App", "Drawing", "Content", "Exercises", "TestSupport",
        argumentParser, yams,
      ],
      exclude: ["Fixtures", "Readers"], swiftSettings: strict),
    .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)

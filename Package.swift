// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "shingle",
  products: [
    .library(name: "Shingle", targets: ["Shingle"]),
    .library(name: "ShingleFeeds", targets: ["ShingleFeeds"]),
    .library(name: "ShingleReport", targets: ["ShingleReport"]),
    .executable(name: "shingle", targets: ["DedupCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CXXHash", path: "Sources/CXXHash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(
      name: "CUTF8Proc", path: "Sources/CUTF8Proc",
      providers: [.apt(["libutf8proc-dev"])]),
    .target(name: "CShingleData"),
    .target(name: "CShingleKernels"),
    .target(
      name: "CSimdJSON",
      linkerSettings: [.linkedLibrary("simdjson")]),
    .target(
      name: "Shingle",
      dependencies: [
        "CXXHash", "CUTF8Proc", "CShingleData", "CShingleKernels",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: settings),
    .target(
      name: "ShingleFeeds",
      dependencies: ["Shingle", "CSimdJSON", "CXXHash"],
      swiftSettings: settings),
    .target(
      name: "ShingleReport",
      dependencies: [
        "Shingle", .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: settings),
    .executableTarget(
      name: "DedupCLI",
      dependencies: [
        "Shingle", "ShingleFeeds", "ShingleReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "ShingleTestSupport", dependencies: ["Shingle"], path: "Tests/ShingleTestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "ShingleTests", dependencies: ["Shingle", "ShingleTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ShingleFeedsTests", dependencies: ["ShingleFeeds", "ShingleTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ShingleReportTests", dependencies: ["ShingleReport", "ShingleTestSupport"],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "DedupCLITests", dependencies: ["DedupCLI", "Shingle", "ShingleTestSupport"],
      exclude: ["Golden"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

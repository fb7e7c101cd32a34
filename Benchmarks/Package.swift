// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that whoever builds Shingle fetches no benchmark library.
let package = Package(
  name: "shingle-benchmarks",
  dependencies: [
    .package(name: "shingle", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Stages",
      dependencies: [
        .product(name: "Shingle", package: "shingle"),
        .product(name: "ShingleFeeds", package: "shingle"),
        .product(name: "ShingleReport", package: "shingle"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Stages",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)

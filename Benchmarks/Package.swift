// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "causerie-benchmarks",
    dependencies: [
        .package(name: "causerie", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .executableTarget(
            name: "Layers",
            dependencies: [
                .product(name: "Causerie", package: "causerie"),
                .product(name: "CauserieText", package: "causerie"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)

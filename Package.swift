// swift-tools-version: 6.2
import PackageDescription

/// CI sets CAUSERIE_STRICT so that a warning fails the build; a user's newer compiler may warn in peace.
let strict: [SwiftSetting] =
    Context.environment["CAUSERIE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        exclude: exclude,
        swiftSettings: strict
    )
}

let package = Package(
    name: "causerie",
    products: [
        .library(name: "Causerie", targets: ["Causerie", "RecordWriters"]),
        // Apart, so that who only wants records links no database.
        .library(name: "CauserieOutputs", targets: ["RecordDatabase", "Brat"]),
        .executable(name: "causerie", targets: ["CauserieCommand"]),
        // The layers below the front door, for the benchmarks and for programs that need only one of them.
        .library(
            name: "CauserieText",
            targets: ["ICUText", "TextModel", "Decoding", "Extraction", "Formats", "Normalization", "FrenchText"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(
            name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        library("ICUText", ["CICU"]),
        library("TextModel", []),
        library("JSON", []),
        library("Decoding", ["TextModel", "ICUText"]),
        library("Normalization", ["TextModel", "ICUText"]),
        .target(name: "CLexicons", exclude: ["data"]),
        library("Lexicons", ["CLexicons", "TextModel", "Normalization"]),
        library("Formats", ["TextModel", "Lexicons", "CCmarkGFM", "CLibxml2", "Yams"]),
        library("Extraction", ["TextModel", "Normalization", "FrenchText", "Lexicons"]),
        library("FrenchText", ["TextModel", "ICUText", "Normalization", "Lexicons"]),
        library(
            "Causerie",
            ["TextModel", "ICUText", "Decoding", "Extraction", "Formats", "Normalization", "FrenchText", "Lexicons"]),
        library(
            "Archives",
            ["TextModel", "JSON", "CArchive", "CLibxml2", .product(name: "SystemPackage", package: "swift-system")]),
        library("RecordWriters", ["TextModel"]),
        library("RecordDatabase", ["RecordWriters", "TextModel", .product(name: "GRDB", package: "GRDB.swift")]),
        library("Brat", ["JSON", "TextModel"]),
        library(
            "Batch",
            [
                "Archives", "Causerie", "RecordWriters", "TextModel", .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        library("Evaluation", ["TextModel", "Normalization", "JSON"]),
        .executableTarget(
            name: "CauserieCommand",
            dependencies: [
                "Archives", "Batch", "Brat", "Causerie", "Decoding", "Evaluation", "Extraction", "Formats",
                "FrenchText",
                "ICUText", "Lexicons",
                "Normalization", "RecordDatabase", "RecordWriters", "TextModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
                "Yams",
            ],
            swiftSettings: strict
        ),

        .target(name: "TestSupport", dependencies: ["TextModel"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
        tests(of: "ICUText"),
        tests(of: "TextModel"),
        tests(of: "JSON"),
        tests(of: "Decoding", ["TextModel"]),
        tests(of: "Normalization", ["ICUText", "TextModel"]),
        tests(of: "Lexicons", ["Normalization"]),
        tests(of: "Formats", ["Decoding", "TextModel"], exclude: ["Bodies", "Pages"]),
        tests(
            of: "FrenchText",
            ["Causerie", "Decoding", "Evaluation", "ICUText", "Lexicons", "Normalization", "TextModel"]),
        tests(of: "Extraction", ["Causerie", "FrenchText", "Lexicons", "TextModel"], exclude: ["Cases"]),
        tests(of: "Causerie", ["Extraction", "Normalization", "RecordWriters", "TextModel"]),
        tests(
            of: "Batch",
            [
                "Archives", "Causerie", "RecordWriters", "TextModel", .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        tests(of: "Archives", ["CArchive", "TextModel"]),
        tests(of: "RecordWriters", ["Causerie", "JSON", "TextModel"]),
        tests(
            of: "RecordDatabase",
            ["Causerie", "RecordWriters", "TextModel", .product(name: "GRDB", package: "GRDB.swift")]),
        tests(of: "Brat", ["Causerie", "Evaluation", "JSON", "Normalization", "TextModel"]),
        tests(of: "Evaluation", ["Causerie", "JSON", "Normalization", "TextModel"]),
        .testTarget(
            name: "CauserieCommandTests", dependencies: ["CauserieCommand", "TestSupport"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)

import Foundation
import TestSupport

/// One run of the command, as a user's shell would do it.
struct Command {
    let status: Int32
    let output: String
    let errors: String

    /// The command that was built beside the tests.
    static let executable: URL = {
        let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "causerie")
        return FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : Texts.package.appending(path: ".build/release/causerie")
    }()

    init(_ arguments: [String], input: Data? = nil, environment: [String: String] = [:]) throws {
        self = try Command(shell: nil, arguments: arguments, input: input, environment: environment)
    }

    /// A line for `sh`, in which `causerie` is the command.
    init(shell line: String, environment: [String: String] = [:]) throws {
        self = try Command(shell: line, arguments: [], input: nil, environment: environment)
    }

    private init(shell: String?, arguments: [String], input: Data?, environment: [String: String]) throws {
        let process = Process()
        if let shell {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "causerie() { '\(Self.executable.path)' \"$@\"; }; \(shell)"]
        } else {
            process.executableURL = Self.executable
            process.arguments = arguments
        }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, since a full pipe would stop the command.
        let folder = try TemporaryFolder()
        func handle(_ name: String, _ data: Data) throws -> URL {
            try folder.write(name, data)
            return folder.url.appending(path: name)
        }
        process.standardInput = try FileHandle(forReadingFrom: handle("in", input ?? Data()))
        let output = try handle("out", Data())
        let errors = try handle("err", Data())
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        self.output = try String(contentsOf: output, encoding: .utf8)
        self.errors = try String(contentsOf: errors, encoding: .utf8)
        withExtendedLifetime(folder) {}
    }
}

/// A file that is there for the length of a test.
func withFile<Result>(_ bytes: Data, _ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
        try folder.write("text.txt", bytes)
        return try body(folder.path("text.txt"))
    }
}

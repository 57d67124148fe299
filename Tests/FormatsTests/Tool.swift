import Foundation
import TestSupport

/// The output of another program.
///
/// Through files: tests run side by side, and the end of a pipe that a second child has inherited never comes.
func output(of path: String, _ arguments: [String], input: Data = Data()) throws -> String {
    try withTemporaryFolder { folder in
        try folder.write("in", input)
        try folder.write("out", Data())
        let outputFile = folder.url.appending(path: "out")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: folder.url.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        try process.run()
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    }
}

import ArgumentParser
import FrenchText
import ICUText
import SystemPackage

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile-rules",
        abstract: "Compile the tokenizer's rules into the table that travels in the binary.",
        shouldDisplay: false
    )

    @Argument(help: "The rules, French.rbbi.", completion: .file())
    var rules: String

    @Argument(help: "The file to write, French.brk.", completion: .file())
    var table: String

    func run() throws {
        let source = try Input(rules).read()
        let file: [UInt8]
        do {
            file = try CompiledRules.file(compiling: source)
        } catch {
            throw CommandFailure(.checkFailed, "\(rules): \(error)")
        }
        do {
            let descriptor = try FileDescriptor.open(
                FilePath(table), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try descriptor.closeAfter { _ = try descriptor.writeAll(file) }
        } catch {
            throw CommandFailure(.outputFailed, "\(table): \(error); name a place that can be written")
        }
    }
}

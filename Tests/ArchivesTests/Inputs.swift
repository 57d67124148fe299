import Archives
import Foundation
import TestSupport
import TextModel
import Testing

/// A folder of its own for a test, removed with it.
struct Inputs {
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }

    init() throws { temporary = try TemporaryFolder() }

    /// One file.
    init(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        try self.init()
        try write(name, bytes)
    }

    func path(_ name: String) -> String { temporary.path(name) }

    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // Foundation waits for the disk at each file.
        let stream = try #require(fopen(file.path, "w"))
        defer { fclose(stream) }
        let bytes = Array(bytes)
        #expect(fwrite(bytes, 1, bytes.count, stream) == bytes.count)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    /// All items of some of the folder's files.
    func items(_ names: [String], _ options: InputOptions = InputOptions()) -> [InputItem] {
        let reader = InputReader(names.map(path), options: options)
        var items: [InputItem] = []
        while let item = reader.next() { items.append(item) }
        return items
    }

    /// What is read, a line for each document and refusal, to be compared with a drawing:
    /// `id: text` or `! place: code`. The folder's own path is left out.
    func listing(_ names: String..., options: InputOptions = InputOptions()) -> String {
        items(names, options).map { item in
            switch item {
            case .document(let document):
                let text = String(decoding: document.bytes, as: UTF8.self).replacing("\n", with: "⏎")
                return "\(document.id ?? "-"): \(text)"
            case .refused(let refusal):
                let place = refusal.place.description.replacing(folder.path + "/", with: "")
                return "! \(place): \(refusal.code.rawValue)" + (refusal.id.map { " (\($0))" } ?? "")
            }
        }.joined(separator: "\n")
    }

    func documents(_ names: String..., options: InputOptions = InputOptions()) -> [ArchivedDocument] {
        items(names, options).compactMap { item in
            guard case .document(let document) = item else { return nil }
            return document
        }
    }

    func refusals(_ names: String..., options: InputOptions = InputOptions()) -> [RefusedInput] {
        items(names, options).compactMap { item in
            guard case .refused(let refusal) = item else { return nil }
            return refusal
        }
    }
}

extension InputOptions {
    init(_ change: (inout InputOptions) -> Void) {
        self.init()
        change(&self)
    }
}

import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output with a buffer, and the exit status of the design when it cannot be written.
final class StandardOutput {
    private var buffer: [UInt8] = []
    /// Set when the reader has closed the pipe; what is written afterwards is dropped.
    private(set) var isClosed = false
    private var failure: Errno?
    private static let capacity = 1 << 16

    /// Whether a person looks at it and has not asked for no colours (https://no-color.org).
    static var showsColors: Bool {
        let asksForNone = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        return isatty(STDOUT_FILENO) == 1 && !asksForNone
    }

    func write(_ text: String) { write(utf8: Array(text.utf8)) }

    func write(utf8: [UInt8]) {
        buffer.append(contentsOf: utf8)
        if buffer.count >= Self.capacity { drain() }
    }

    /// Writes what is left.
    ///
    /// - Throws: ``CommandFailure`` with ``ExitStatus/outputFailed`` if any write failed but for a closed pipe.
    func flush() throws(CommandFailure) {
        drain()
        guard let failure else { return }
        throw CommandFailure(.outputFailed, "standard output: \(failure); make room or name another place")
    }

    private func drain() {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard failure == nil, !isClosed, !buffer.isEmpty else { return }
        do {
            try FileDescriptor.standardOutput.writeAll(buffer)
        } catch let error as Errno {
            if error == .brokenPipe { isClosed = true } else { failure = error }
        } catch {
            failure = .ioError
        }
    }
}

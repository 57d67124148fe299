import Synchronization
import SystemPackage

/// Standard error, shared by messages and a line of progress that stays below them.
public final class MessageStream: Sendable {
    /// The line of progress that stands on the terminal; empty when there is none.
    private let status = Mutex("")

    public init() {}

    /// Writes whole lines.
    ///
    /// - Parameter text: with its line end.
    public func write(_ text: String) {
        status.withLock { status in
            Self.put(status.isEmpty ? text : Self.erasure + text + status)
        }
    }

    /// Writes a line over the last one.
    ///
    /// - Parameter line: without line end, not wider than the terminal; empty to take it away.
    func show(status line: String) {
        status.withLock { status in
            guard line != status else { return }
            Self.put(Self.erasure + line)
            status = line
        }
    }

    /// To the first column, and erases to the end of the line (ECMA-48, EL).
    private static let erasure = "\r\u{1B}[K"

    /// Where standard error is closed there is nobody to tell.
    private static func put(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }
}

import SystemPackage

/// Messages for a person, on standard error.
enum Messages {
    static func warn(_ message: String) { write("causerie: warning: \(message)\n") }

    static func complain(_ message: String) { write("causerie: \(message)\n") }

    /// Writes as it is; where standard error is closed there is nobody to tell.
    static func write(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }
}

import Logging

/// Writes log messages as the command's other messages: `causerie: warning: …`.
public struct MessageLogHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    private let stream: MessageStream

    public init(_ stream: MessageStream, level: Logger.Level) {
        self.stream = stream
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let prefix =
            switch event.level {
            case .error, .critical: ""
            case .trace, .debug, .info, .notice, .warning: "\(event.level): "
            }
        stream.write("causerie: \(prefix)\(event.message)\n")
    }
}

import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns the first SIGINT or SIGTERM into a call; the second one ends the program at once.
public struct SignalWatch {
    private let sources: [any DispatchSourceSignal]

    /// Watches until the value is gone.
    ///
    /// - Parameter body: called on a thread of its own.
    public init(_ body: @escaping @Sendable (_ signal: Int32) -> Void) {
        let queue = DispatchQueue(label: "signals")
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
                body(number)
            }
            source.resume()
            return source
        }
    }
}

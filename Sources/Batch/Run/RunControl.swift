import Dispatch
import Synchronization

/// Decides whether another document may begin, and tells when the run is over.
///
/// A run is over when its workers have ended; or, once it is stopped, as soon as no document is in hand: a worker may
/// then still wait for an input that never comes, and is left behind.
public final class RunControl: Sendable {
    private struct State {
        var admitted = 0
        var finished = 0
        var stop: StopReason?
        var haveWorkersEnded = false

        var isOver: Bool { haveWorkersEnded || stop != nil && admitted == finished }
    }

    private let state = Mutex(State())
    private let over = DispatchSemaphore(value: 0)

    public init() {}

    /// Lets no further document begin; those in hand are finished and written. Only the first reason counts.
    public func stop(_ reason: StopReason) {
        change { if $0.stop == nil { $0.stop = reason } }
    }

    /// Why the run was stopped; `nil` for one that goes on, or went to its end.
    var reason: StopReason? { state.withLock(\.stop) }

    /// How many documents have begun.
    var admitted: Int { state.withLock(\.admitted) }

    /// Counts a document in, unless the run is stopped.
    func admit() -> Bool {
        state.withLock { state in
            guard state.stop == nil else { return false }
            state.admitted += 1
            return true
        }
    }

    /// Counts documents out.
    func finish(_ count: Int) { change { $0.finished += count } }

    func workersHaveEnded() { change { $0.haveWorkersEnded = true } }

    func waitUntilOver() {
        while !state.withLock(\.isOver) { over.wait() }
    }

    private func change(_ body: (inout sending State) -> Void) {
        let isOver = state.withLock { state in
            body(&state)
            return state.isOver
        }
        if isOver { over.signal() }
    }
}

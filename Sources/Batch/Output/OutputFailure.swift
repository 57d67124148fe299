import SystemPackage

/// Why a run's output could not be written.
public enum OutputFailure: Error, Equatable, Sendable {
    /// Nobody reads the pipe any more: no fault, but the end.
    case closedPipe
    /// - Parameter place: the file, or “standard output”.
    case failed(place: String, Errno)
    /// Another run has the file open.
    case inUse(path: String)
    /// The file that a run should go on with holds something else.
    case notResumable(path: String, line: Int)
    case isFolder(path: String)
    /// Something that makes its own failures.
    ///
    /// - Parameter isUsage: whether another output should be named.
    case other(place: String, problem: String, isUsage: Bool)

    init(_ error: any Error, at place: String) {
        let errno = error as? Errno ?? .ioError
        self = errno == .brokenPipe ? .closedPipe : .failed(place: place, errno)
    }
}

extension OutputFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .closedPipe: "nobody reads the output any more"
        case .failed(let place, let error): "\(place): \(error); make room or name another place"
        case .inUse(let path): "\(path): another run is writing it; wait for its end or name another place"
        case .notResumable(let path, let line):
            "\(path): line \(line) is no record of this program; name another output, or remove the file"
        case .other(let place, let problem, _): "\(place): \(problem)"
        case .isFolder(let path): "\(path): is a folder; name a file"
        }
    }
}

import Batch
import RecordDatabase

/// A database as the output of a run: some reports at a time, in one transaction.
struct DatabaseOutput: RecordSink {
    private let path: String
    private let database: RecordDatabase
    /// Whether records that are there need not be made again.
    private let keepsRecords: Bool
    private var waiting: [ReportRows] = []
    private var hasFailed = false
    private static let reportsPerTransaction = 100

    /// - Parameter path: opened in place, and made where nothing is.
    init(_ path: String, keepsRecords: Bool) throws(OutputFailure) {
        self.path = path
        self.keepsRecords = keepsRecords
        do throws(RecordDatabaseError) { database = try RecordDatabase(path) } catch {
            throw OutputFailure(error, at: path)
        }
    }

    func earlierRecords(stamp: [UInt8]) throws(OutputFailure) -> ResumeState {
        var state = ResumeState()
        guard keepsRecords else { return state }
        let stamp = String(decoding: stamp, as: UTF8.self)
        do throws(RecordDatabaseError) {
            for entry in try database.entries() {
                state.add(recordID: entry.recordID, sha256: entry.stamp == stamp ? entry.sha256 : nil)
            }
        } catch {
            throw OutputFailure(error, at: path)
        }
        return state
    }

    mutating func write(_ rows: ReportRows) throws(OutputFailure) {
        guard waiting.count + 1 >= Self.reportsPerTransaction else { return waiting.append(rows) }
        try commit(waiting + [rows])
    }

    var unsettledCount: Int { waiting.count }

    mutating func finish(without stale: [Range<Int64>]) throws(OutputFailure) { try commit(waiting) }

    mutating func suspend() throws(OutputFailure) { if !hasFailed { try commit(waiting) } }

    var unfinishedPath: String? { path }

    private mutating func commit(_ reports: [ReportRows]) throws(OutputFailure) {
        guard !reports.isEmpty else { return }
        do throws(RecordDatabaseError) { try database.write(reports) } catch {
            hasFailed = true
            throw OutputFailure(error, at: path)
        }
        waiting = []
    }
}

extension OutputFailure {
    fileprivate init(_ error: RecordDatabaseError, at path: String) {
        switch error {
        case .otherDatabase, .otherVersion: self = .other(place: path, problem: error.description, isUsage: true)
        case .failed: self = .other(place: path, problem: error.description, isUsage: false)
        }
    }
}

import GRDB
import RecordWriters

/// Records in a SQLite database: tables to be joined and counted, and a full-text search over titles and bullets.
///
/// The database is opened in place. A record of a document replaces the older one; what is written at once is written
/// whole or not at all, whatever happens to the program or the machine.
public struct RecordDatabase: Sendable {
    private let queue: DatabaseQueue

    /// A record that is there.
    public struct Entry: Equatable, Sendable {
        public var recordID: String
        /// See `RecordHeader.stamp`.
        public var stamp: String
        /// Of the document that it was made from.
        public var sha256: String
    }

    /// Opens a database, and makes its tables where nothing is.
    ///
    /// - Throws: ``RecordDatabaseError``; of something else than this program's, nothing is changed.
    public init(_ path: String) throws(RecordDatabaseError) {
        do {
            var configuration = Configuration()
            // Somebody who only reads must not make a run fail.
            configuration.busyMode = .timeout(10)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.write(Self.prepare)
        } catch {
            throw RecordDatabaseError(error)
        }
    }

    private static func prepare(_ database: Database) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application == DatabaseSchema.applicationID {
            if version != DatabaseSchema.version { throw RecordDatabaseError.otherVersion(version) }
            return
        }
        let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard application == 0, version == 0, objects == 0 else { throw RecordDatabaseError.otherDatabase }
        try database.execute(sql: DatabaseSchema.sql)
        try database.execute(sql: "PRAGMA application_id = \(DatabaseSchema.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(DatabaseSchema.version)")
    }

    /// Writes reports in one transaction, each in the place of an older one of the same document.
    ///
    /// - Throws: ``RecordDatabaseError``; the database is then as it was.
    public func write(_ reports: [ReportRows]) throws(RecordDatabaseError) {
        do {
            try queue.write { database in
                let removal = try database.cachedStatement(sql: "DELETE FROM reports WHERE record_id = ?")
                for report in reports {
                    try removal.execute(arguments: [report.recordID])
                    for table in DatabaseTable.allCases {
                        guard let rows = report.rows[table] else { continue }
                        let insertion = try database.cachedStatement(sql: table.insertion)
                        for row in rows {
                            try insertion.execute(arguments: StatementArguments(row.map(\.databaseValue)))
                        }
                    }
                }
            }
        } catch {
            throw RecordDatabaseError(error)
        }
    }

    /// The records that are there, in no order.
    public func entries() throws(RecordDatabaseError) -> [Entry] {
        do {
            return try queue.read { database in
                try Row.fetchAll(database, sql: "SELECT record_id, stamp, sha256 FROM reports").compactMap { row in
                    // Another program may have written something else; GRDB's own conversion would trap on it.
                    let texts = Array(row.databaseValues).map(String.fromDatabaseValue)
                    guard let recordID = texts[0], let stamp = texts[1], let sha256 = texts[2] else { return nil }
                    return Entry(recordID: recordID, stamp: stamp, sha256: sha256)
                }
            }
        } catch {
            throw RecordDatabaseError(error)
        }
    }
}

/// Why a database cannot be opened or written.
public enum RecordDatabaseError: Error, Equatable, CustomStringConvertible {
    /// A file that holds no database, or one of another program.
    case otherDatabase
    case otherVersion(Int)
    /// - Parameter message: SQLite's.
    case failed(message: String)

    init(_ error: any Error) {
        switch error {
        case let error as RecordDatabaseError: self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB: self = .otherDatabase
        case let error as DatabaseError: self = .failed(message: error.message ?? "\(error.resultCode)")
        case _: self = .failed(message: "\(error)")
        }
    }

    public var description: String {
        switch self {
        case .otherDatabase: "is no database of this program; name another file"
        case .otherVersion(let version):
            "is a database of schema version \(version), where this program writes \(DatabaseSchema.version); "
                + "name another file"
        case .failed(let message): "\(message); make room or name another place"
        }
    }
}

extension Cell {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .text(let text): text.databaseValue
        case .integer(let number): number.databaseValue
        }
    }
}

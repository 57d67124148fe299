import RecordWriters
import SystemPackage
import TextModel

/// What a run did, for the step after it.
public struct Manifest: Sendable {
    public static let schemaVersion = 1

    public var producer: Report.Producer
    /// As the caller named them.
    public var inputs: [String]
    public var options: RunOptions
    public var outcome: RunOutcome
    public var exitStatus: Int32
    public var started: WallClockTime

    public init(
        of outcome: RunOutcome, producer: Report.Producer, inputs: [String], options: RunOptions, exitStatus: Int32,
        started: WallClockTime
    ) {
        self.producer = producer
        self.inputs = inputs
        self.options = options
        self.outcome = outcome
        self.exitStatus = exitStatus
        self.started = started
    }

    /// Writes it when the run is over, by renaming, so that it is whole or not there; to a device or pipe as it is.
    public func write(to path: String) throws(OutputFailure) {
        var file = try RecordOutput(path, keepsRecords: false)
        try file.write(json)
        try file.finish(without: [])
    }

    /// Indented JSON; every member is always there.
    var json: [UInt8] {
        var json = JSONWriter(indentation: 2)
        json.beginObject()
        json.add("schema", "causerie/manifest")
        json.add("schema_version", Self.schemaVersion)
        json.key("producer")
        add(producer, to: &json)
        json.add("inputs", inputs)
        json.add("output", options.outputPath)
        json.add("unfinished_output", outcome.unfinishedPath)
        json.add("errors", options.errorsPath)
        json.key("documents")
        add(outcome.counts, to: &json)
        json.key("failures")
        json.beginArray()
        for (code, count) in outcome.counts.failuresByCode.sorted(by: { $0.key < $1.key }) {
            json.beginObject()
            json.add("code", code)
            json.add("count", count)
            json.endObject()
        }
        json.endArray()
        json.add("bytes", outcome.counts.bytes)
        json.add("jobs", options.jobs)
        json.add("started_at", started.text)
        json.add("finished_at", WallClockTime.now.text)
        json.add("seconds", outcome.duration.inSeconds, decimals: 3)
        json.add("complete", outcome.isComplete)
        json.add("stopped_by", outcome.stop.map { "\($0.name)" })
        json.add("exit_status", Int(exitStatus))
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func add(_ producer: Report.Producer, to json: inout JSONWriter) {
        json.beginObject()
        json.add("name", producer.name)
        json.add("version", producer.version)
        json.add("lexicons_digest", producer.lexiconsDigest)
        json.add("icu_version", producer.icuVersion)
        json.add("unicode_version", producer.unicodeVersion)
        json.endObject()
    }

    private func add(_ counts: RunCounts, to json: inout JSONWriter) {
        json.beginObject()
        json.add("in", counts.documents)
        json.add("ok", counts.ok)
        json.add("failed", counts.failed)
        json.add("skipped", counts.skipped)
        json.endObject()
    }
}

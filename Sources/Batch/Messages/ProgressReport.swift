import RecordWriters

/// How far a run is at one moment.
struct ProgressReport: Equatable {
    var ok: Int
    var failed: Int
    var skipped: Int
    /// Of the documents that were analysed.
    var bytes: Int
    var reading: ReadingProgress
    var seconds: Double
    var isFinal: Bool

    init(_ counts: RunCounts, _ reading: ReadingProgress, elapsed: Duration, isFinal: Bool) {
        ok = counts.ok
        failed = counts.failed
        skipped = counts.skipped
        bytes = counts.bytes
        self.reading = reading
        seconds = elapsed.inSeconds
        self.isFinal = isFinal
    }

    var documents: Int { ok + failed + skipped }

    /// A million bytes of documents a second.
    var megabytesPerSecond: Double { seconds > 0 ? Double(bytes) / 1_000_000 / seconds : 0 }

    /// What is left if the rest takes as long as what was read; `nil` where nobody knows how much there is.
    var remainingSeconds: Double? {
        guard let all = reading.bytesInAll, reading.bytesRead > 0, all >= reading.bytesRead else { return nil }
        return seconds * Double(all - reading.bytesRead) / Double(reading.bytesRead)
    }

    /// Such as `1204 documents, 3 failed, 18.2 MB/s, 0:42 left`.
    var line: String {
        var parts = ["\(documents) documents"]
        if failed > 0 { parts.append("\(failed) failed") }
        if skipped > 0 { parts.append("\(skipped) skipped") }
        parts.append("\(Self.rounded(megabytesPerSecond)) MB/s")
        if let remainingSeconds { parts.append("\(Self.clock(remainingSeconds)) left") }
        return parts.joined(separator: ", ")
    }

    /// One line of JSON; every member is always there.
    var json: String {
        var json = JSONWriter()
        json.beginObject()
        json.add("documents", documents)
        json.add("ok", ok)
        json.add("failed", failed)
        json.add("skipped", skipped)
        json.add("bytes", bytes)
        json.add("bytes_read", reading.bytesRead)
        json.add("bytes_in_all", reading.bytesInAll)
        json.add("seconds", seconds, decimals: 1)
        json.add("megabytes_per_second", megabytesPerSecond, decimals: 1)
        json.add("eta_seconds", remainingSeconds, decimals: 1)
        json.add("final", isFinal)
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }

    /// Minutes and seconds, with hours where there are some.
    private static func clock(_ seconds: Double) -> String {
        let all = Int(min(seconds, 1e9))
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (all / 3600, all / 60 % 60)
        return (hours > 0 ? "\(hours):\(padded(minutes))" : "\(minutes)") + ":" + padded(all % 60)
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

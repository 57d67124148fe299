import CICU

/// A compiled set of text boundary rules (UAX #29, or rules of one's own), ready to run over UTF-8.
///
/// Two engines run the same compiled rules with the same result. `table` is a loop of this module over the UTF-8 bytes;
/// `icu` is ICU's own `ubrk_next`, the reference, and the only one for rules with a dictionary or in a binary format
/// that the loop does not know. Values are immutable and may be used from several threads at once.
public struct BreakRules: Sendable {
    public enum Engine: String, Sendable {
        case table
        case icu
    }

    /// The kinds of boundary for which ICU has rules.
    public enum Standard: Sendable {
        case word
        case sentence
        case character
    }

    /// A stretch of text between two boundaries; it starts where the one before it ends.
    public struct Segment: Equatable, Sendable {
        /// In UTF-8 bytes.
        public let end: Int
        /// The status of the rule that matched, the largest of several; 0 where none has one.
        public let status: Int32
    }

    private let storage: Storage

    /// The engine that runs the rules unless the caller asks for another.
    public var engine: Engine { storage.table == nil ? .icu : .table }

    /// ICU's rules for a kind of boundary under a locale.
    ///
    /// - Throws: ``ICUError`` when ICU has no data for them.
    public init(_ standard: Standard, locale: String) throws(ICUError) {
        let type =
            switch standard {
            case .word: UBRK_WORD
            case .sentence: UBRK_SENTENCE
            case .character: UBRK_CHARACTER
            }
        let iterator = try withStatus("opening \(standard) boundaries for the locale \(locale)") {
            icu_ubrk_open(type, locale, nil, 0, &$0)
        }
        storage = try Storage(adopting: iterator)
    }

    /// Compiles rules in the syntax of ICU's user guide, "Boundary Analysis".
    ///
    /// - Throws: ``ICUError`` with the line and offset of a mistake.
    public init(compiling rules: String) throws(ICUError) {
        let source = Array(rules.utf16)
        var place = UParseError()
        var status = U_ZERO_ERROR
        let iterator = icu_ubrk_openRules(source, Int32(clamping: source.count), nil, 0, &place, &status)
        if status.isFailure {
            throw ICUError(status, "compiling break rules", location: ICUError.RuleLocation(place))
        }
        storage = try Storage(adopting: iterator)
    }

    /// Opens rules that ``binary`` gave under the same version of ICU.
    ///
    /// - Throws: ``ICUError`` when this ICU cannot read the format.
    public init(binary: [UInt8]) throws(ICUError) {
        storage = try Storage(copying: binary)
    }

    /// The compiled form, as `ubrk_getBinaryRules` gives it.
    public var binary: [UInt8] { Array(storage.binary) }

    /// The version of the compiled form's format.
    public var formatVersion: UInt8 { storage.binary.count > 4 ? storage.binary[4] : 0 }

    /// Calls `body` with the segments of `text`, in order, some hundreds at a time.
    ///
    /// Segments are never empty, the first starts at 0, each starts where the one before it ends, and the last ends at
    /// `text.count`; an empty text has none, and no call. Bytes that are no UTF-8 count as U+FFFD. Batches are for
    /// speed: a call for each segment takes as long as finding it.
    ///
    /// - Parameter engine: `nil` for ``engine``. Asking for `table` where only `icu` can run the rules gets `icu`.
    /// - Throws: ``ICUError`` only from ICU's engine.
    public func forEachBatch(
        in text: Span<UInt8>,
        using engine: Engine? = nil,
        _ body: (Span<Segment>) -> Void
    ) throws(ICUError) {
        var failure: ICUError?
        withUnsafeTemporaryAllocation(of: Segment.self, capacity: Self.batchCapacity) { batch in
            func handOver(_ count: Int) {
                body(Span(_unsafeElements: UnsafeBufferPointer(rebasing: batch[..<count])))
            }
            text.withUnsafeBufferPointer { buffer in
                if engine != .icu, let table = storage.table {
                    var start = 0
                    while start < buffer.count { handOver(table.findSegments(in: buffer, from: &start, into: batch)) }
                } else {
                    do throws(ICUError) {
                        var iterator = try makeIterator()
                        try iterator.start(buffer)
                        while case let count = iterator.findSegments(into: batch), count > 0 { handOver(count) }
                    } catch {
                        failure = error
                    }
                }
            }
        }
        if let failure { throw failure }
    }

    private static let batchCapacity = 512

    /// The end of the segment that starts at `position`, as if a boundary stood there.
    ///
    /// - Returns: `nil` where only ICU's engine can run the rules, which must read a text from its start.
    public func segmentEnd(in text: Span<UInt8>, from position: Int) -> Int? {
        guard let table = storage.table else { return nil }
        return text.withUnsafeBufferPointer { table.segmentEnd(in: $0, from: position) }
    }

    /// Calls `body` with the end offset and the rule status of each segment; see ``forEachBatch(in:using:_:)``.
    public func forEachSegment(
        in text: Span<UInt8>,
        using engine: Engine? = nil,
        _ body: (_ end: Int, _ status: Int32) -> Void
    ) throws(ICUError) {
        try forEachBatch(in: text, using: engine) { batch in
            for index in batch.indices { body(batch[index].end, batch[index].status) }
        }
    }

    /// An iterator of ICU's own over these rules.
    public func makeIterator() throws(ICUError) -> BreakIterator {
        BreakIterator(try storage.makeIterator())
    }
}

extension BreakRules {
    /// Owns the compiled bytes, the table over them, and ICU's iterator as a prototype to clone.
    ///
    /// Unchecked, because it holds pointers; nothing is changed after `init`, and ICU allows concurrent reading of a
    /// compiled rule set and `ubrk_clone` of an iterator that nobody moves.
    private final class Storage: @unchecked Sendable {
        let binary: UnsafeRawBufferPointer
        let table: RuleTable?
        private let prototype: OpaquePointer

        init(adopting iterator: OpaquePointer?) throws(ICUError) {
            guard let iterator else { throw .invalidFormat("opening break rules") }
            prototype = iterator
            do throws(ICUError) {
                let length = try withStatus("measuring compiled break rules") {
                    icu_ubrk_getBinaryRules(iterator, nil, 0, &$0)
                }
                let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(length), alignment: 8)
                binary = UnsafeRawBufferPointer(bytes)
                var status = U_ZERO_ERROR
                let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
                _ = icu_ubrk_getBinaryRules(iterator, base, length, &status)
                if status.isFailure {
                    bytes.deallocate()
                    throw ICUError(status, "reading compiled break rules")
                }
            } catch {
                icu_ubrk_close(iterator)
                throw error
            }
            table = RuleTable(binary)
        }

        init(copying binary: [UInt8]) throws(ICUError) {
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: binary.count, alignment: 8)
            bytes.copyBytes(from: binary)
            var status = U_ZERO_ERROR
            let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let iterator = icu_ubrk_openBinaryRules(base, Int32(clamping: bytes.count), nil, 0, &status)
            guard let iterator, !status.isFailure else {
                bytes.deallocate()
                throw ICUError(status, "opening compiled break rules")
            }
            prototype = iterator
            self.binary = UnsafeRawBufferPointer(bytes)
            table = RuleTable(self.binary)
        }

        /// ICU's iterator keeps a pointer into `binary`, so it must not outlive this object.
        func makeIterator() throws(ICUError) -> OwnedIterator {
            let clone = try withStatus("cloning a break iterator") { icu_ubrk_clone(prototype, &$0) }
            guard let clone else { throw .invalidFormat("cloning a break iterator") }
            return OwnedIterator(pointer: clone, keeping: self)
        }

        deinit {
            table?.close()
            icu_ubrk_close(prototype)
            binary.deallocate()
        }
    }
}

/// A `UBreakIterator` with the object whose memory it points into.
struct OwnedIterator {
    let pointer: OpaquePointer
    let keeping: AnyObject
}

extension ICUError.RuleLocation {
    init(_ error: UParseError) {
        func text<Units>(_ units: Units) -> String {
            withUnsafeBytes(of: units) { bytes in
                String(decoding: bytes.bindMemory(to: UInt16.self).prefix { $0 != 0 }, as: UTF16.self)
            }
        }
        self.init(
            line: Int(error.line),
            offset: Int(error.offset),
            before: text(error.preContext),
            after: text(error.postContext)
        )
    }
}

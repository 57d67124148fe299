import CICU

/// A compiled set of break rules (`RBBIDataHeader` of ICU's `rbbidata.h`, format version 6) and the loop that runs it
/// over UTF-8.
///
/// ICU compiles break rules to a deterministic automaton: a trie gives each character its category, a row of the state
/// table gives the next state for each category, and the longest prefix that ends in an accepting state is the next
/// segment. This loop follows `RuleBasedBreakIterator::handleNext` step by step, on the bytes themselves instead of on
/// UTF-16.
struct RuleTable {
    /// What of ICU's format this reader knows. Anything else is `nil` from `init`, and ICU's own iterator runs instead.
    private enum Format {
        static let magic: UInt32 = 0xB1A0
        static let version: UInt8 = 6
        static let headerSize = 80
        static let lookAheadHardBreak: UInt32 = 1
        static let beginningOfTextRequired: UInt32 = 2
        static let rowsOf8Bits: UInt32 = 4
        static let endOfTextCategory = 1
        static let beginningOfTextCategory = 2
        static let startState = 1
        static let stateTableHeaderSize = 20
        /// accepting, look-ahead and tag index stand before the next states in a row.
        static let rowHeaderCells = 3
    }

    /// What the loop needs of a state beside its transitions.
    private struct State {
        /// 0 for no, 1 for an accepting state, more for the end of a look-ahead match.
        var accepting: UInt16
        /// Above 1 at the place in a rule where a look-ahead starts.
        var lookAhead: UInt16
        /// The largest status of its rules.
        var status: Int32
    }

    private let rows: UnsafeRawPointer
    private let rowCells: Int
    private let has8BitRows: Bool
    private let needsBeginningOfText: Bool
    private let lookAheadSlots: Int
    private let trie: UnsafeMutablePointer<UCPTrie>
    private let has8BitTrie: Bool
    private let states: UnsafeMutablePointer<State>
    /// For each state and ASCII character the next state, so that most bytes take one look-up: the index of that state's
    /// first transition, times two, plus one where the state accepts and has no look-ahead.
    private let asciiTransitions: UnsafeMutablePointer<UInt32>
    /// The category of each character of one or two bytes, for the accented letters.
    private let categories: UnsafeMutablePointer<UInt16>
    private static let twoByteLimit = 0x800

    /// Reads the header and checks it; `nil` when the format is not one that this loop can run.
    ///
    /// - Parameter binary: must outlive the table, and be aligned to 8 bytes.
    init?(_ binary: UnsafeRawBufferPointer) {
        guard let base = binary.baseAddress, binary.count >= Format.headerSize else { return nil }
        func word(_ index: Int) -> UInt32 { base.load(fromByteOffset: 4 * index, as: UInt32.self) }
        func part(_ index: Int) -> (offset: Int, length: Int)? {
            let offset = Int(word(index))
            let length = Int(word(index + 1))
            return offset >= Format.headerSize && offset + length <= binary.count && offset % 4 == 0
                ? (offset, length) : nil
        }
        guard word(0) == Format.magic,
            base.load(fromByteOffset: 4, as: UInt8.self) == Format.version,
            Int(word(2)) <= binary.count,
            let forward = part(4), forward.length >= Format.stateTableHeaderSize,
            let trieBytes = part(8),
            let statusValues = part(12)
        else { return nil }

        let table = base + forward.offset
        func field(_ index: Int) -> UInt32 { table.load(fromByteOffset: 4 * index, as: UInt32.self) }
        let categoryCount = Int(word(3))
        let stateCount = Int(field(0))
        let rowBytes = Int(field(1))
        let flags = field(4)
        has8BitRows = flags & Format.rowsOf8Bits != 0
        needsBeginningOfText = flags & Format.beginningOfTextRequired != 0
        rowCells = rowBytes / (has8BitRows ? 1 : 2)
        rows = table + Format.stateTableHeaderSize
        lookAheadSlots = Int(field(3))
        let known = Format.lookAheadHardBreak | Format.beginningOfTextRequired | Format.rowsOf8Bits
        guard flags & ~known == 0,
            Int(field(2)) >= categoryCount,  // no category that asks for a dictionary
            rowCells >= Format.rowHeaderCells + categoryCount,
            stateCount <= Int(UInt16.max),
            Format.stateTableHeaderSize + stateCount * rowBytes <= forward.length
        else { return nil }
        let statuses = (base + statusValues.offset).assumingMemoryBound(to: Int32.self)

        var status = U_ZERO_ERROR
        guard
            let opened = icu_ucptrie_openFromBinary(base + trieBytes.offset, Int32(trieBytes.length), &status),
            !status.isFailure
        else { return nil }
        let width = icu_ucptrie_getValueWidth(opened)
        guard width == UCPTRIE_VALUE_BITS_8 || width == UCPTRIE_VALUE_BITS_16 else {
            icu_ucptrie_close(opened)
            return nil
        }
        trie = opened
        has8BitTrie = width == UCPTRIE_VALUE_BITS_8
        categories = .allocate(capacity: Self.twoByteLimit)
        states = .allocate(capacity: stateCount)
        asciiTransitions = .allocate(capacity: stateCount * 128)
        for scalar in 0..<Self.twoByteLimit {
            (categories + scalar).initialize(to: trieCategory(UInt32(scalar)))
        }
        for state in 0..<stateCount {
            let accepting = UInt16(cell(state, 0))
            // A status group is its length and then its values in ascending order; the last is the largest.
            let group = cell(state, 2)
            let status = statuses[group + Int(statuses[group])]
            (states + state).initialize(
                to: State(accepting: accepting, lookAhead: UInt16(cell(state, 1)), status: status))
            for ascii in 0..<128 {
                let next = next(state, Int(categories[ascii]))
                let isPlain = cell(next, 0) == 1 && cell(next, 1) == 0
                (asciiTransitions + (state * 128 + ascii)).initialize(
                    to: UInt32(next) << 8 | (isPlain ? 1 : 0))
            }
        }
    }

    /// Frees what `init` allocated; the table must not be used afterwards.
    func close() {
        icu_ucptrie_close(trie)
        categories.deallocate()
        states.deallocate()
        asciiTransitions.deallocate()
    }

    private func cell(_ state: Int, _ index: Int) -> Int {
        let position = state * rowCells + index
        return has8BitRows
            ? Int(rows.load(fromByteOffset: position, as: UInt8.self))
            : Int(rows.load(fromByteOffset: 2 * position, as: UInt16.self))
    }

    private func next(_ state: Int, _ category: Int) -> Int { cell(state, Format.rowHeaderCells + category) }

    private func trieCategory(_ scalar: UInt32) -> UInt16 {
        let c = UChar32(bitPattern: scalar)
        return has8BitTrie ? icu_ucptrie_fastGet8(trie, c) : icu_ucptrie_fastGet16(trie, c)
    }

    /// Writes the segments from `start` on into `batch`, as many as fit, and moves `start` behind them.
    ///
    /// - Returns: how many there are.
    func findSegments(
        in text: UnsafeBufferPointer<UInt8>,
        from start: inout Int,
        into batch: UnsafeMutableBufferPointer<BreakRules.Segment>
    ) -> Int {
        guard let bytes = text.baseAddress, let segments = batch.baseAddress else { return 0 }
        let count = text.count
        let first = UInt32(
            needsBeginningOfText ? next(Format.startState, Format.beginningOfTextCategory) : Format.startState) << 8
        let transitions = asciiTransitions
        let states = states
        var lookAheadMatches = [Int](repeating: -1, count: lookAheadSlots)
        var found = 0
        while start < count, found < batch.count {
            var index = start
            var end = start
            var accepted: UInt32 = 0
            var transition = first
            if lookAheadSlots > 0 {
                for slot in lookAheadMatches.indices { lookAheadMatches[slot] = -1 }
            }
            // ICU feeds the machine one end-of-text category before it stops.
            var isAtEnd = false
            while true {
                var state: Int
                if index < count {
                    let byte = bytes[index]
                    if byte < 0x80 {
                        transition = transitions[Int(transition >> 1) + Int(byte)]
                        index += 1
                        if transition & 1 != 0 {
                            end = index
                            accepted = transition
                            continue
                        }
                        if transition == 0 { break }
                        state = Int(transition >> 8)
                    } else {
                        state = Int(transition >> 8)
                        let (scalar, following) = decodeUTF8(bytes, at: index, end: count)
                        let category =
                            scalar < Self.twoByteLimit ? categories[Int(scalar)] : trieCategory(scalar)
                        state = next(state, Int(category))
                        index = following
                    }
                } else if isAtEnd {
                    break
                } else {
                    isAtEnd = true
                    state = next(Int(transition >> 8), Format.endOfTextCategory)
                }
                if state == 0 { break }
                transition = UInt32(state) << 8
                let info = states[state]
                if info.accepting == 1 {
                    end = index
                    accepted = transition
                } else if info.accepting > 1, lookAheadMatches[Int(info.accepting)] >= 0 {
                    end = lookAheadMatches[Int(info.accepting)]
                    accepted = transition
                    break
                }
                if info.lookAhead > 1 { lookAheadMatches[Int(info.lookAhead)] = index }
            }
            var status = states[Int(accepted >> 8)].status
            if end == start {
                // No rule matched: ICU makes a segment of one character, with the default status.
                end = decodeUTF8(bytes, at: start, end: count).next
                status = 0
            }
            (segments + found).initialize(to: BreakRules.Segment(end: end, status: status))
            found += 1
            start = end
        }
        return found
    }
}

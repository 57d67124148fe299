import CICU

/// A compiled set of break rules (`RBBIDataHeader` of ICU's `rbbidata.h`, format version 6) and the loop that runs it
/// over UTF-8.
///
/// ICU compiles break rules to a deterministic automaton: a trie gives each character its category, a row of the state
/// table gives the next state for each category, and the longest prefix that ends in an accepting state is the next
/// segment. This loop does what `RuleBasedBreakIterator::handleNext` does, on the bytes themselves instead of on UTF-16,
/// and on a copy of the table that is laid out for it.
struct RuleTable {
    /// What of ICU's format this reader knows. Anything else is `nil` from `init`, and ICU's own iterator runs instead.
    private enum Format {
        static let magic: UInt32 = 0xB1A0
        static let version: UInt8 = 6
        static let headerSize = 80
        static let beginningOfTextRequired: UInt32 = 2
        static let rowsOf8Bits: UInt32 = 4
        static let endOfTextCategory = 1
        static let beginningOfTextCategory = 2
        static let startState = 1
        static let stateTableHeaderSize = 20
        /// accepting, look-ahead and tag index stand before the next states in a row.
        static let rowHeaderCells = 3
    }

    /// A state is the index of its first transition: its number times the width of a row. 0 stops the machine.
    private typealias State = UInt32

    private static let width = 128
    private static let twoByteLimit = 0x800

    private let start: State
    /// The accepting states are numbered last, so that one comparison tells them.
    private let firstAccepting: State
    /// For each state and ASCII character the next state, so that most bytes take one look-up and no arithmetic.
    private let asciiTransitions: [State]
    /// For each state and category the next state.
    private let transitions: [State]
    private let categoryCount: Int
    /// The category of each character of one or two bytes, for the accented letters.
    private let categories: [UInt16]
    /// For each state whether every small ASCII letter leaves it as it is.
    private let staysOnSmallLetters: [Bool]
    /// For each state the largest status of its rules.
    private let statuses: [Int32]
    private let trie: UnsafeMutablePointer<UCPTrie>
    private let has8BitTrie: Bool

    /// Reads the header and checks it; `nil` when the rules need what this loop does not do: a dictionary, look-ahead
    /// (`/` in a rule), or another format.
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
        let lookAheadSlots = field(3)
        let flags = field(4)
        let has8BitRows = flags & Format.rowsOf8Bits != 0
        let rowCells = rowBytes / (has8BitRows ? 1 : 2)
        guard flags & ~(Format.beginningOfTextRequired | Format.rowsOf8Bits) == 0,
            Int(field(2)) >= categoryCount,  // no category that asks for a dictionary
            lookAheadSlots == 0,
            rowCells >= Format.rowHeaderCells + categoryCount,
            stateCount > Format.startState,
            Format.stateTableHeaderSize + stateCount * rowBytes <= forward.length,
            let trie = Self.openTrie(base + trieBytes.offset, length: trieBytes.length)
        else { return nil }
        func cell(_ state: Int, _ index: Int) -> Int {
            let rows = table + Format.stateTableHeaderSize
            let position = state * rowCells + index
            return has8BitRows
                ? Int(rows.load(fromByteOffset: position, as: UInt8.self))
                : Int(rows.load(fromByteOffset: 2 * position, as: UInt16.self))
        }
        func next(_ state: Int, _ category: Int) -> Int { cell(state, Format.rowHeaderCells + category) }

        self.trie = trie
        self.categoryCount = categoryCount
        let has8BitTrie = icu_ucptrie_getValueWidth(trie) == UCPTRIE_VALUE_BITS_8
        self.has8BitTrie = has8BitTrie
        categories = (0..<Self.twoByteLimit).map { scalar in
            Self.category(of: UInt32(scalar), in: trie, has8BitTrie)
        }

        // The stop state first, then those that do not accept, then those that do.
        let isAccepting = (0..<stateCount).map { cell($0, 0) == 1 }
        let order = [0] + (1..<stateCount).filter { !isAccepting[$0] } + (1..<stateCount).filter { isAccepting[$0] }
        var states = [State](repeating: 0, count: stateCount)
        for (position, state) in order.enumerated() { states[state] = State(position * Self.width) }
        firstAccepting = State((stateCount - isAccepting.count(where: { $0 })) * Self.width)
        start =
            states[
                flags & Format.beginningOfTextRequired == 0
                    ? Format.startState : next(Format.startState, Format.beginningOfTextCategory)]
        asciiTransitions = order.flatMap { [categories] state in
            (0..<Self.width).map { states[next(state, Int(categories[$0]))] }
        }
        transitions = order.flatMap { state in (0..<categoryCount).map { states[next(state, $0)] } }
        staysOnSmallLetters = order.map { [categories] state in
            (0x61...0x7A).allSatisfy { next(state, Int(categories[$0])) == state }
        }
        // A status group is its length and then its values in ascending order; the last is the largest.
        let groups = (base + statusValues.offset).assumingMemoryBound(to: Int32.self)
        statuses = order.map { state in
            let group = cell(state, 2)
            return groups[group + Int(groups[group])]
        }
    }

    /// Frees what `init` allocated; the table must not be used afterwards.
    func close() { icu_ucptrie_close(trie) }

    private static func openTrie(_ bytes: UnsafeRawPointer, length: Int) -> UnsafeMutablePointer<UCPTrie>? {
        var status = U_ZERO_ERROR
        guard let trie = icu_ucptrie_openFromBinary(bytes, Int32(clamping: length), &status), !status.isFailure
        else { return nil }
        let width = icu_ucptrie_getValueWidth(trie)
        if width == UCPTRIE_VALUE_BITS_8 || width == UCPTRIE_VALUE_BITS_16 { return trie }
        icu_ucptrie_close(trie)
        return nil
    }

    @inline(__always)
    private static func category(of scalar: UInt32, in trie: UnsafePointer<UCPTrie>, _ has8Bits: Bool) -> UInt16 {
        let c = UChar32(bitPattern: scalar)
        return has8Bits ? icu_ucptrie_fastGet8(trie, c) : icu_ucptrie_fastGet16(trie, c)
    }

    /// Writes the segments from `position` on into `batch`, as many as fit, and moves `position` behind them.
    ///
    /// - Returns: how many there are.
    func findSegments(
        in text: UnsafeBufferPointer<UInt8>,
        from position: inout Int,
        into batch: UnsafeMutableBufferPointer<BreakRules.Segment>
    ) -> Int {
        guard let bytes = text.baseAddress, let segments = batch.baseAddress else { return 0 }
        // Every index below is a state, a category or an ASCII character by construction, so the bounds that a Swift
        // array checks at each step hold.
        return asciiTransitions.withUnsafeBufferPointer { asciiTransitions in
            var found = 0
            while position < text.count, found < batch.count {
                let segment = findSegment(bytes, from: position, count: text.count, asciiTransitions)
                (segments + found).initialize(to: segment)
                found += 1
                position = segment.end
            }
            return found
        }
    }

    /// The end of the segment that starts at `position`; `position` itself at the end of the text.
    func segmentEnd(in text: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
        guard let bytes = text.baseAddress, position < text.count else { return position }
        return asciiTransitions.withUnsafeBufferPointer { asciiTransitions in
            findSegment(bytes, from: position, count: text.count, asciiTransitions).end
        }
    }

    @inline(__always)
    private func findSegment(
        _ bytes: UnsafePointer<UInt8>,
        from position: Int,
        count: Int,
        _ asciiTransitions: UnsafeBufferPointer<State>
    ) -> BreakRules.Segment {
        var state = start
        var index = position
        var end = position
        var accepted: State = 0
        scan: while index < count {
            // A loop of its own for ASCII: nothing but the look-up stands between one state and the next.
            while bytes[index] < 0x80 {
                state = asciiTransitions[Int(state) + Int(bytes[index])]
                index += 1
                if state == 0 { break scan }
                if staysOnSmallLetters[Int(state) / Self.width] {
                    index += smallLetterCount(bytes, from: index, to: count)
                }
                if state >= firstAccepting {
                    end = index
                    accepted = state
                }
                if index == count { break scan }
            }
            let (scalar, next) = decodeUTF8(bytes, at: index, end: count)
            let category =
                scalar < Self.twoByteLimit
                ? categories[Int(scalar)] : Self.category(of: scalar, in: trie, has8BitTrie)
            state = transitions[Int(state) / Self.width * categoryCount + Int(category)]
            index = next
            if state >= firstAccepting {
                end = index
                accepted = state
            } else if state == 0 {
                break
            }
        }
        if index == count, state != 0 {
            // ICU feeds the machine one end-of-text category before it stops.
            state = transitions[Int(state) / Self.width * categoryCount + Format.endOfTextCategory]
            if state >= firstAccepting {
                end = index
                accepted = state
            }
        }
        if end == position {
            // No rule matched: ICU makes a segment of one character, with the default status.
            return BreakRules.Segment(end: decodeUTF8(bytes, at: position, end: count).next, status: 0)
        }
        return BreakRules.Segment(end: end, status: statuses[Int(accepted) / Self.width])
    }

    /// How many small ASCII letters stand at `index`, read eight at a time.
    ///
    /// Words end after any number of letters, which no processor foresees; without a branch on each letter it need not.
    @inline(__always)
    private func smallLetterCount(_ bytes: UnsafePointer<UInt8>, from index: Int, to count: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones << 7
        var position = index
        while position + 8 <= count {
            let eight = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self).littleEndian
            let low = eight & ~highBits
            // The high bit of each byte: at least `a`, at most `z`, and ASCII.
            let letters = (low &+ ones &* (0x80 - 0x61)) & ~(low &+ ones &* (0x80 - 0x7B)) & ~eight & highBits
            if letters != highBits { return position - index + (~letters & highBits).trailingZeroBitCount / 8 }
            position += 8
        }
        while position < count, (0x61...0x7A).contains(bytes[position]) { position += 1 }
        return position - index
    }
}

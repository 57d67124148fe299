/// What may stand beside a word of an entry, in bits: it takes all that fits, and little else.
public struct CueNeighbor: Sendable {
    /// A bit for each word; several words share one.
    @usableFromInline var words: UInt64
    @usableFromInline var classes: CueWordClasses

    /// Anything, and the end of the text.
    static let any = CueNeighbor(words: .max, classes: [])

    private init(words: UInt64, classes: CueWordClasses) {
        self.words = words
        self.classes = classes
    }

    /// A word of a text.
    ///
    /// - Parameter number: ``WordIndex/unknown`` for the end of the text too.
    @inlinable
    public init(number: UInt16, classes: CueWordClasses) {
        words = Self.bit(of: number)
        self.classes = classes
    }

    /// - Parameter elements: of a pattern, from that beside the word outwards.
    init(of elements: some Sequence<CueLexicon.Element>) {
        self.init(words: 0, classes: [])
        for element in elements {
            switch element.kind {
            case .words: words |= element.bits
            case .wordClass: classes.formUnion(element.classes)
            case .gap:
                self = .any
                return
            }
            if !element.isOptional { return }
        }
        self = .any
    }

    /// Whether a word may be the one beside.
    @inlinable @inline(__always)
    public func admits(_ word: CueNeighbor) -> Bool {
        words & word.words != 0 || !classes.isDisjoint(with: word.classes)
    }

    @inlinable
    static func bit(of number: UInt16) -> UInt64 { 1 &<< UInt64(number & 63) }
}

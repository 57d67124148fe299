import TextModel

/// What the lists of names know of a word.
public struct NameEntry: Equatable, Sendable {
    @frozen
    public struct Classes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt32

        @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

        @inlinable public static var given: Self { Self(rawValue: 1 << 0) }
        @inlinable public static var family: Self { Self(rawValue: 1 << 1) }
        /// A given name that is a word of French or English first.
        @inlinable public static var word: Self { Self(rawValue: 1 << 2) }
        /// A language or product.
        @inlinable public static var technology: Self { Self(rawValue: 1 << 3) }
        /// A given name that is a town or country first.
        @inlinable public static var place: Self { Self(rawValue: 1 << 4) }
        /// `van`, `ben`: joins the parts of a name wherever it stands.
        @inlinable public static var freeParticle: Self { Self(rawValue: 1 << 5) }
        /// `de`, `la`.
        @inlinable public static var frenchParticle: Self { Self(rawValue: 1 << 6) }
        /// `M.`, `Dr`.
        @inlinable public static var civility: Self { Self(rawValue: 1 << 7) }
        /// `Mister`, `Père`: a part of the name.
        @inlinable public static var epithet: Self { Self(rawValue: 1 << 8) }
        /// No part of any name.
        @inlinable public static var stop: Self { Self(rawValue: 1 << 9) }
        /// What the last words of organisations, products and techniques are.
        @inlinable public static var organisation: Self { Self(rawValue: 1 << 10) }
        @inlinable public static var role: Self { Self(rawValue: 1 << 11) }
        /// `par`, `Speaker`: a name follows.
        @inlinable public static var agent: Self { Self(rawValue: 1 << 12) }
        @inlinable public static var greeting: Self { Self(rawValue: 1 << 13) }
        @inlinable public static var coordination: Self { Self(rawValue: 1 << 14) }
        /// `chez`: an organisation follows.
        @inlinable public static var employer: Self { Self(rawValue: 1 << 15) }
        /// Follows its subject: `nous`, `présente`.
        @inlinable public static var verb: Self { Self(rawValue: 1 << 16) }
        /// Things that are called by somebody's name: `loi`, `rue`.
        @inlinable public static var eponym: Self { Self(rawValue: 1 << 17) }
        /// `langage`, `logo`: the proper name of a thing follows.
        @inlinable public static var thing: Self { Self(rawValue: 1 << 18) }
        /// `nous`: only a person does something to us.
        @inlinable public static var us: Self { Self(rawValue: 1 << 19) }
        @inlinable public static var article: Self { Self(rawValue: 1 << 20) }
        /// `de`, `d'`, `du`.
        @inlinable public static var of: Self { Self(rawValue: 1 << 21) }
        /// `citation`, `travaux`: of somebody.
        @inlinable public static var citation: Self { Self(rawValue: 1 << 22) }
        /// `aka`: a pseudonym follows.
        @inlinable public static var alias: Self { Self(rawValue: 1 << 23) }
        /// `raconte`: what only people do.
        @inlinable public static var telling: Self { Self(rawValue: 1 << 24) }
        /// `qui :` at the start of a line: a name follows.
        @inlinable public static var label: Self { Self(rawValue: 1 << 25) }
        /// `croisé`: whom one meets follows.
        @inlinable public static var encounter: Self { Self(rawValue: 1 << 26) }
        /// `un certain`: somebody's name follows, however odd.
        @inlinable public static var naming: Self { Self(rawValue: 1 << 27) }
        /// `moi` (c'est Zoé).
        @inlinable public static var oneself: Self { Self(rawValue: 1 << 28) }
        /// `elle`, after a name just told: C'est Zoé, elle …
        @inlinable public static var herself: Self { Self(rawValue: 1 << 29) }
        /// `confiée` (à Zoé): whom something is given or said to follows `à`.
        @inlinable public static var toward: Self { Self(rawValue: 1 << 30) }
        /// `talk` (de Zoé)
        @inlinable public static var presentation: Self { Self(rawValue: 1 << 31) }
    }

    public var classes: Classes = []
    /// The number of people born with this given name in France since 1900, to the power of two below.
    public var births = 0
    /// The same for those who bear it elsewhere.
    public var elsewhere = 0

    @inlinable public init() {}

    init(packed: UInt64) {
        classes = Classes(rawValue: UInt32(truncatingIfNeeded: packed))
        births = Self.number(UInt8(truncatingIfNeeded: packed >> 32))
        elsewhere = Self.number(UInt8(truncatingIfNeeded: packed >> 40))
    }

    private static func number(_ bits: UInt8) -> Int { bits == 0 ? 0 : 1 << (Int(bits) - 1) }
}

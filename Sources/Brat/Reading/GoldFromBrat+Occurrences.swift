import JSON

extension GoldFromBrat {
    /// For each quotation of the gold which of the places of its text is meant, counted from 1; `nil` for the first
    /// that is free.
    public struct Occurrences {
        public var sections: [Int?]
        public var lists: [Int?]
        public var cues: [Int?]

        public init(sections: [Int?] = [], lists: [Int?] = [], cues: [Int?] = []) {
            (self.sections, self.lists, self.cues) = (sections, lists, cues)
        }

        /// Objects with the member `occurrence` where there is a number.
        static func added(_ numbers: [Int?], to quotations: [JSONValue]) -> [JSONValue] {
            quotations.enumerated().map { index, quotation in
                guard numbers.indices.contains(index), let number = numbers[index],
                    case .object(let members) = quotation
                else { return quotation }
                return .object(members + [JSONValue.Member("occurrence", .number(number))])
            }
        }
    }
}

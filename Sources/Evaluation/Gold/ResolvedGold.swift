import TextModel

/// Gold with the place of each of its quotations in the document.
///
/// A quotation that occurs more than once is the first occurrence that is free: not yet taken by another of its kind,
/// for a cue within its talk, for a heading after the heading before it. `nil` stands for one that is not in the text.
public struct ResolvedGold: Sendable {
    public struct Talk: Equatable, Sendable {
        public var heading: TextRange?
        public var startsWith: TextRange?
        /// From the first word that recounts the talk to the next talk or to the next heading that is no topic.
        public var extent: TextRange?
    }

    public struct List: Equatable, Sendable {
        public var firstItem: TextRange?
        public var intro: TextRange?
    }

    public let annotation: GoldAnnotation
    public let text: DocumentText
    /// One for each section, talk, list and cue of the annotation.
    public let headings: [TextRange?]
    public let talks: [Talk]
    public let lists: [List]
    public let cues: [TextRange?]

    /// - Throws: when ICU runs out of memory.
    public init(_ annotation: GoldAnnotation, in text: DocumentText) throws {
        self.annotation = annotation
        self.text = text
        let headings = try HeadingPlaces(of: annotation, in: text).places
        let talks = try TalkPlaces(of: annotation, headings: headings, in: text).talks
        self.headings = headings
        self.talks = talks
        lists = try Self.lists(of: annotation, in: text)
        cues = try Self.cues(of: annotation, talks: talks, in: text)
    }

    private static func lists(of annotation: GoldAnnotation, in text: DocumentText) throws -> [List] {
        var taken: Set<TextRange> = []
        var previous = 0
        return try annotation.lists.map { list in
            let places = text.places(of: try text.quotation(list.firstItem))
            func isItem(_ place: TextRange) -> Bool {
                guard let block = text.block(at: place.start), text.trimmed(block.text).start == place.start else {
                    return false
                }
                if case .item = block.kind { return true }
                return block.parent != nil
            }
            let free = places.filter { !taken.contains($0) }
            let candidates = [free.filter(isItem), free, places].first { !$0.isEmpty } ?? []
            let place =
                occurrence(list.occurrence, of: places)
                ?? candidates.first { $0.start >= previous } ?? candidates.first
            if let place {
                taken.insert(place)
                previous = place.start
            }
            guard let intro = list.intro else { return List(firstItem: place, intro: nil) }
            let intros = text.places(of: try text.quotation(intro))
            let before = place.flatMap { place in intros.last { $0.end <= place.start } }
            return List(firstItem: place, intro: before ?? intros.first)
        }
    }

    /// Longer quotations choose first, so that “génial” does not take the place of “c'est génial”.
    private static func cues(
        of annotation: GoldAnnotation, talks: [Talk], in text: DocumentText
    ) throws -> [TextRange?] {
        var result = [TextRange?](repeating: nil, count: annotation.cues.count)
        var taken: [TextRange] = []
        let quotations = try annotation.cues.map { try text.quotation($0.quote) }
        let order = quotations.indices.sorted {
            (-quotations[$0].spaced.count, $0) < (-quotations[$1].spaced.count, $1)
        }
        for index in order {
            let cue = annotation.cues[index]
            let places = text.places(of: quotations[index])
            let within = Self.places(places, within: cue.talk, of: talks)
            func isFree(_ place: TextRange) -> Bool { !taken.contains { $0.overlaps(place) } }
            result[index] =
                occurrence(cue.occurrence, of: within) ?? within.first(where: isFree)
                ?? places.first(where: isFree) ?? places.first { !taken.contains($0) } ?? places.first
            if let place = result[index] { taken.append(place) }
        }
        return result
    }

    /// The places that stand within the account of a talk, or of none for a cue without; all when there are none of them.
    static func places(_ places: [TextRange], within talk: Int?, of talks: [Talk]) -> [TextRange] {
        let within: [TextRange]
        if let talk {
            within = places.filter { talks[talk].extent?.contains($0) == true }
        } else {
            let extents = talks.compactMap(\.extent)
            within = places.filter { place in !extents.contains { $0.contains(place) } }
        }
        return within.isEmpty ? places : within
    }

    static func occurrence(_ number: Int?, of places: [TextRange]) -> TextRange? {
        number.flatMap { places.indices.contains($0 - 1) ? places[$0 - 1] : nil }
    }
}

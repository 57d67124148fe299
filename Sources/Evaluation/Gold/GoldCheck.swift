import TextModel

/// What is wrong with gold beyond its form: quotations that are not in the text, references to nothing, duplicates.
public struct GoldCheck {
    /// One line each, ready to be printed after the document's name.
    public private(set) var problems: [String] = []
    private let gold: ResolvedGold

    /// - Throws: when ICU runs out of memory.
    public init(_ gold: ResolvedGold) throws {
        self.gold = gold
        try checkText()
        try checkReferences()
        try checkOccurrences()
        checkDuplicates()
    }

    private var annotation: GoldAnnotation { gold.annotation }

    private mutating func require(_ isRight: Bool, _ problem: @autoclosure () -> String) {
        if !isRight { problems.append(problem()) }
    }

    private mutating func quote(_ text: String?, _ field: String) throws {
        guard let text else { return }
        require(
            try !gold.text.places(of: gold.text.quotation(text)).isEmpty, "\(field): not in the document: “\(text)”")
    }

    /// Fields count from 1, as in messages on the file's form.
    private mutating func checkText() throws {
        try quote(annotation.title, "title")
        for (index, section) in annotation.sections.enumerated() {
            try quote(section.heading, "sections[\(index + 1)].heading")
        }
        for (index, talk) in annotation.talks.enumerated() {
            try quote(talk.heading, "talks[\(index + 1)].heading")
            try quote(talk.title, "talks[\(index + 1)].title")
            try quote(talk.startsWith, "talks[\(index + 1)].starts_with")
        }
        for (index, person) in annotation.persons.enumerated() {
            try quote(person.name, "persons[\(index + 1)].name")
            for (number, alias) in person.aliases.enumerated() {
                try quote(alias, "persons[\(index + 1)].aliases[\(number + 1)]")
            }
        }
        for (index, list) in annotation.lists.enumerated() {
            try quote(list.intro, "lists[\(index + 1)].intro")
            try quote(list.firstItem, "lists[\(index + 1)].first_item")
        }
        for (index, cue) in annotation.cues.enumerated() { try quote(cue.quote, "cues[\(index + 1)].quote") }
    }

    private mutating func checkReferences() throws {
        let headings = Set(try annotation.sections.map { try gold.text.quotation($0.heading) })
        let names = Set(annotation.persons.map(\.name))
        for (index, talk) in annotation.talks.enumerated() {
            let field = "talks[\(index + 1)]"
            if let heading = talk.heading {
                require(
                    headings.contains(try gold.text.quotation(heading)),
                    "\(field).heading: not among the sections: “\(heading)”")
            }
            for speaker in talk.speakers {
                require(names.contains(speaker), "\(field).speakers: not among the persons: “\(speaker)”")
            }
            require(
                Set(talk.speakers).count == talk.speakers.count, "\(field).speakers: somebody comes twice")
            if talk.attendance != .listed {
                require(
                    talk.heading != nil || talk.startsWith != nil,
                    "\(field): a talk that is recounted has a heading or a starts_with")
            }
        }
    }

    private mutating func checkOccurrences() throws {
        func check(_ occurrence: Int?, _ text: String, _ field: String) throws {
            guard let occurrence else { return }
            let places = gold.text.places(of: try gold.text.quotation(text)).count
            require(occurrence <= places, "\(field).occurrence: \(occurrence), where the text stands \(places) times")
        }
        for (index, section) in annotation.sections.enumerated() {
            try check(section.occurrence, section.heading, "sections[\(index + 1)]")
        }
        for (index, list) in annotation.lists.enumerated() {
            try check(list.occurrence, list.firstItem, "lists[\(index + 1)]")
        }
        for (index, cue) in annotation.cues.enumerated() {
            try check(cue.occurrence, cue.quote, "cues[\(index + 1)]")
        }
    }

    /// Two annotations of one place: the text stands fewer times than it is annotated.
    private mutating func checkDuplicates() {
        func check(_ places: [TextRange?], _ field: (Int) -> String) {
            var first: [TextRange: Int] = [:]
            for (index, place) in places.enumerated() {
                guard let place else { continue }
                if let earlier = first[place] {
                    problems.append(
                        "\(field(index)): the same place as \(field(earlier)): “\(gold.text.text(at: place))”")
                } else {
                    first[place] = index
                }
            }
        }
        check(gold.headings) { "sections[\($0 + 1)]" }
        check(gold.lists.map(\.firstItem)) { "lists[\($0 + 1)]" }
        check(gold.cues) { "cues[\($0 + 1)]" }
        var names: Set<String> = []
        for (index, person) in annotation.persons.enumerated() {
            require(
                names.insert(person.name).inserted, "persons[\(index + 1)].name: comes twice: “\(person.name)”")
        }
    }
}

extension GoldCheck {
    /// A document of a gold folder, for comparison with the others.
    public struct Member {
        /// As it is named in messages.
        public var path: String
        /// `nil` for a folder that is no split.
        public var split: String?
        public var gold: ResolvedGold

        public init(path: String, split: String?, gold: ResolvedGold) {
            self.path = path
            self.split = split
            self.gold = gold
        }
    }

    /// Paragraphs shorter than this, in letters and digits, are alike by chance: “Merci à tous les organisateurs !”
    private static let tellingLength = 80

    /// Documents that are the same, and paragraphs that stand in documents of two splits: what is learnt on the one is
    /// then no surprise in the other.
    ///
    /// - Throws: when ICU runs out of memory.
    public static func leaks(between members: [Member]) throws -> [String] {
        var problems: [String] = []
        var names: [String: String] = [:]
        var texts: [[UInt8]: String] = [:]
        var paragraphs: [[UInt8]: Member] = [:]
        for member in members {
            let name = member.gold.annotation.document
            if let other = names[name] { problems.append("\(member.path): the document “\(name)” is that of \(other)") }
            names[name] = member.path
            let text = member.gold.text
            let whole = try text.quotation(text.text(at: TextRange(0, text.visibleEnd))).squeezed
            if let other = texts[whole] {
                problems.append("\(member.path): its document has the same text as that of \(other)")
                continue
            }
            texts[whole] = member.path
            for block in text.document.blocks {
                let paragraph = try text.quotation(text.document[block.text]).squeezed
                guard paragraph.count >= tellingLength else { continue }
                if let other = paragraphs[paragraph], other.split != member.split {
                    let words = text.document[block.text].split { $0.isWhitespace }.prefix(8).joined(separator: " ")
                    problems.append(
                        "\(member.path): a paragraph is that of \(other.path), of another split: “\(words) …”")
                }
                paragraphs[paragraph] = member
            }
        }
        return problems
    }
}

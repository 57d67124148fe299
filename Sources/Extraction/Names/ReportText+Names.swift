import TextModel

/// How people are called in a report and in its metadata.
extension ReportText {
    /// The name of a person in matching form and lower case, to be compared with metadata and titles.
    func matchingName(of person: PersonFinding) -> String {
        guard let mention = person.mentions.first(where: { $0.form == .full }) ?? person.mentions.first else {
            return person.name.lowercased()
        }
        return self[mention.range].lowercased()
    }

    /// Whether metadata calls somebody so: by the name as a whole, though the text may have the given name alone.
    func isCalled(_ person: PersonFinding, _ name: String) -> Bool {
        let name = name.lowercased()
        return person.name.lowercased() == name || matchingName(of: person) == name
    }

    /// “Zoé Martin, gardienne à Sein”: the full name with which a line begins, when a comma follows.
    func nameBeforeComma(in line: Passage, mentions: PeopleIndex) -> PeopleIndex.Entry? {
        guard let name = mentions.mentions(in: line.range).first, name.range.start == line.range.start,
            name.form == .full,
            let comma = nextWord(from: token(at: name.range.end - 1) + 1, before: line.tokens.upperBound),
            sign(comma) == UInt8(ascii: ",")
        else { return nil }
        return name
    }
}

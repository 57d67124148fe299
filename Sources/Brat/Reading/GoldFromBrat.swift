import JSON
import TextModel

/// Reads stand-off annotations as ``BratWriter`` writes them, and as people change them in brat, back into gold.
///
/// Texts are taken from the document without its markup. What an annotator adds needs no note: a title is what is marked
/// as one, a person's name is the longest mention, a talk begins at the words that are marked.
public struct GoldFromBrat {
    private let file: StandoffFile
    private let placed: PlacedText
    /// The byte at which each scalar of the text begins, and the end.
    private let bytes: [Int]

    /// - Parameters:
    ///   - annotations: the `.ann` file.
    ///   - source: the `.txt` file.
    ///   - document: the blocks of `source`.
    /// - Throws: ``BratError`` for a line that is none of brat's, or points beside the text.
    public init(annotations: String, source: SourceText, document: Document) throws(BratError) {
        file = try StandoffFile(parsing: annotations)
        placed = PlacedText(source: source, document: document)
        bytes = source.utf8.indices.filter { source.utf8[$0] & 0xC0 != 0x80 } + [source.utf8.count]
        for (id, entity) in file.entities where entity.end >= bytes.count {
            throw BratError(
                line: nil, message: "\(id) ends at \(entity.end), behind the text's \(bytes.count - 1) characters")
        }
    }

    /// What an `.ann` file says of how to read its text, needed before the text can be read; `nil` where it says
    /// nothing.
    public static func format(in annotations: String) -> DocumentFormat? {
        guard let file = try? StandoffFile(parsing: annotations) else { return nil }
        let ids = file.entities.filter { $0.value.type == BratType.report.rawValue }.map(\.key).sorted()
        for id in ids {
            for note in file.notes[id] ?? [] {
                guard let value = try? JSONValue(parsing: Array(note.text.utf8)),
                    case .string(let name) = value["format"]
                else { continue }
                return DocumentFormat(rawValue: name)
            }
        }
        return nil
    }

    /// Where the headings, the first items of lists and the cues stand in the source, in the order of the gold.
    public var places: (sections: [SourceRange], lists: [SourceRange], cues: [SourceRange]) {
        (
            ids(of: .heading).map(place), listIDs.map { place(of: file.events[$0]?.trigger ?? $0) },
            ids(of: .cue).map(place)
        )
    }

    /// The gold of the report, to be written as a JSON file.
    ///
    /// - Parameters:
    ///   - name: the document's file name.
    ///   - occurrences: what the evaluator needs to find each quotation where it stands.
    /// - Throws: ``BratError`` for an attribute without a value that gold knows, and arguments that lead nowhere.
    public func gold(
        of name: String, occurrences: Occurrences = Occurrences()
    ) throws(BratError) -> JSONValue {
        let report = note(on: ids(of: .report).first)
        let persons = persons(report)
        let names = Dictionary(
            persons.flatMap { person in person.mentions.map { ($0, person.name) } }
        ) { first, _ in first }
        let talks = try talks(names)
        return .object([
            "document": .string(name),
            "title": report["title"],
            "author": report["author"],
            "published": report["published"],
            "event": Self.event(report["event"]),
            "sections": .array(Occurrences.added(occurrences.sections, to: try sections())),
            "talks": .array(talks.map(\.value)),
            "persons": .array(persons.map(\.value)),
            "lists": .array(Occurrences.added(occurrences.lists, to: lists(talks))),
            "cues": .array(Occurrences.added(occurrences.cues, to: try cues(talks))),
        ])
    }

    private static func event(_ note: JSONValue) -> JSONValue {
        .object(
            ["name", "edition", "place", "start_date", "end_date"].map { JSONValue.Member($0, note[$0]) })
    }

    // MARK: - Parts

    private func sections() throws(BratError) -> [JSONValue] {
        try ids(of: .heading).map { id throws(BratError) in
            .object([
                "heading": .string(text(of: id)), "role": try choice(.role, on: id, else: SectionRole.other),
            ])
        }
    }

    private struct Person {
        var name: String
        /// Ids of annotations.
        var mentions: [String]
        var value: JSONValue
    }

    /// In the order of their first mention.
    private func persons(_ report: JSONValue) -> [Person] {
        var group: [String: Int] = [:]
        var groups: [[String]] = []
        for ids in file.equivalences {
            // A mention in two sets makes them one.
            let known = Set(ids.compactMap { group[$0] }).sorted()
            let members = ids + known.flatMap { groups[$0] }.filter { !ids.contains($0) }
            for index in known { groups[index] = [] }
            groups.append(members)
            for id in members { group[id] = groups.count - 1 }
        }
        for id in ids(of: .person) where group[id] == nil { groups.append([id]) }
        let isPerson = Set(ids(of: .person))
        var persons = groups.map { $0.filter(isPerson.contains).sorted(by: precedes) }.filter { !$0.isEmpty }
            .sorted { precedes($0[0], $1[0]) }.map(person)
        if case .array(let unplaced) = report["persons"] {
            persons += unplaced.map { value in
                Person(
                    name: value["name"].string ?? "", mentions: [],
                    value: .object(["name": value["name"], "roles": value["roles"], "aliases": .array([])]))
            }
        }
        return persons
    }

    private func person(_ mentions: [String]) -> Person {
        let texts = mentions.map(text)
        let noted = mentions.compactMap { note(on: $0)["name"].string }.first
        let name = noted ?? MentionedPerson.name(of: texts) ?? ""
        var aliases: [String] = []
        for text in texts where text != name && !aliases.contains(text) { aliases.append(text) }
        let roles = PersonRole.allCases.filter { role in
            mentions.contains { file.attributes[$0]?[BratAttribute.role(role).name] != nil }
        }
        return Person(
            name: name, mentions: mentions,
            value: .object([
                "name": .string(name),
                "roles": .array((roles.isEmpty ? [.mentioned] : roles).map { .string($0.rawValue) }),
                "aliases": .array(aliases.map { .string($0) }),
            ]))
    }

    private struct Talk {
        var event: StandoffFile.Event
        var value: JSONValue
    }

    private func talks(_ names: [String: String]) throws(BratError) -> [Talk] {
        try ids(of: .talk).map { id throws(BratError) in
            guard let event = file.events[id] else { throw BratError(line: nil, message: "\(id) is no event") }
            let note = note(on: id)
            var speakers: [String] = []
            for target in event.targets(.speaker) {
                guard let name = names[target] else {
                    throw BratError(line: event.line, message: "the speaker \(target) is no person")
                }
                if !speakers.contains(name) { speakers.append(name) }
            }
            if case .array(let others) = note["speakers"] { speakers += others.compactMap(\.string) }
            let isUntold = file.attributes[id]?[BratAttribute.untold.name] != nil
            let opening = text(of: event.trigger).split(separator: " ").prefix(8).joined(separator: " ")
            return Talk(
                event: event,
                value: .object([
                    "heading": .string(event.targets(.heading).first.map(text)),
                    "title": .string(event.targets(.title).first.map(text) ?? note["title"].string),
                    "kind": try choice(.kind, on: id, else: TalkKind.talk),
                    "attendance": try choice(.attendance, on: id, else: Attendance.attended),
                    "starts_with": isUntold ? .null : .string(opening),
                    "speakers": .array(speakers.map { .string($0) }),
                    "unnamed_speakers": note["unnamed_speakers"] == .null ? .number(0) : note["unnamed_speakers"],
                    "reception": try choice(.reception, on: id, else: ReceptionPolarity.unstated),
                ]))
        }
    }

    /// Of one item is none in gold.
    private var listIDs: [String] {
        ids(of: .list).filter { id in file.events[id].map { !$0.targets(.item).isEmpty } ?? false }
    }

    private func lists(_ talks: [Talk]) -> [JSONValue] {
        listIDs.compactMap { id in
            guard let event = file.events[id] else { return nil }
            return .object([
                "intro": .string(event.targets(.intro).first.map(text)),
                "items": .number(1 + event.targets(.item).count),
                "first_item": .string(Self.firstWords(of: text(of: event.trigger))),
                "talk": number(ofTalkWith: id, as: .list, talks),
            ])
        }
    }

    /// Six words; lone punctuation is none.
    private static func firstWords(of text: String) -> String {
        var words: [Substring] = []
        var count = 0
        for word in text.split(separator: " ") where count < 6 {
            words.append(word)
            if word.contains(where: { $0.isLetter || $0.isNumber }) { count += 1 }
        }
        return words.joined(separator: " ")
    }

    private func cues(_ talks: [Talk]) throws(BratError) -> [JSONValue] {
        try ids(of: .cue).map { id throws(BratError) in
            .object([
                "quote": .string(text(of: id)),
                "polarity": try choice(.polarity, on: id, else: nil as Polarity?),
                "target": try choice(.target, on: id, else: CueTarget.talk),
                "talk": number(ofTalkWith: id, as: .cue, talks),
                "holder": try choice(.holder, on: id, else: CueHolder.author),
            ])
        }
    }

    /// From 1; `null` for what is no talk's.
    private func number(ofTalkWith id: String, as role: BratArgument, _ talks: [Talk]) -> JSONValue {
        talks.firstIndex { $0.event.targets(role).contains(id) }.map { .number($0 + 1) } ?? .null
    }

    // MARK: - Annotations

    /// In the order of the text, and then of the file.
    private func ids(of type: BratType) -> [String] {
        let ids =
            type.isEvent
            ? file.events.filter { $0.value.type == type.rawValue }.map(\.key)
            : file.entities.filter { $0.value.type == type.rawValue }.map(\.key)
        return ids.sorted(by: precedes)
    }

    private func precedes(_ first: String, _ second: String) -> Bool {
        func key(_ id: String) -> (Int, Int) {
            let entity = file.entities[file.events[id]?.trigger ?? id]
            return (entity?.start ?? .max, Int(id.dropFirst()) ?? .max)
        }
        return key(first) < key(second)
    }

    /// The text of an annotation, or what a note gives for it.
    private func text(of id: String) -> String {
        if let noted = note(on: id)["text"].string { return noted }
        let place = place(of: id)
        return place.isEmpty ? "" : placed.text(of: place)
    }

    /// Empty for an id that is no annotation of text.
    private func place(of id: String) -> SourceRange {
        guard let entity = file.entities[id], entity.end < bytes.count else { return SourceRange(0, 0) }
        return SourceRange(bytes[entity.start], bytes[entity.end])
    }

    /// The first note that is an object of JSON; `null` where there is none.
    private func note(on id: String?) -> JSONValue {
        for note in id.flatMap({ file.notes[$0] }) ?? [] {
            if let value = try? JSONValue(parsing: Array(note.text.utf8)), case .object = value { return value }
        }
        return .null
    }

    private func choice<Choice: RawRepresentable<String>>(
        _ attribute: BratAttribute, on id: String, else standard: Choice?
    ) throws(BratError) -> JSONValue {
        let value = file.attributes[id]?[attribute.name]
        guard let choice = value.map(Choice.init(rawValue:)) ?? standard else {
            throw BratError(
                line: nil,
                message: "\(id): \(attribute.name) is \(value ?? "missing"); it is one of "
                    + (attribute.values ?? []).joined(separator: ", "))
        }
        return .string(choice.rawValue)
    }
}

extension StandoffFile.Event {
    fileprivate func targets(_ role: BratArgument) -> [String] {
        arguments.filter { $0.role == role.rawValue }.map(\.target)
    }
}

extension JSONValue {
    /// The first member of that name; `null` for anything else.
    fileprivate subscript(key: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.key == key }?.value ?? .null
    }

    fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
}

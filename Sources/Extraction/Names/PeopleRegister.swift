import Lexicons
import TextModel

/// The people of a report while their mentions are gathered.
struct PeopleRegister {
    struct Entry {
        var form: PersonForm
        /// The fullest form as written, how many words it has, and its parts.
        var name: String
        var size: Int
        var given: String?
        var family: String?
        var handles: [String] = []
        var mentions: [NameMention] = []
        /// How often each full form was written.
        var spellings: [String: Int] = [:]
        /// Where the full mentions start, sorted.
        fileprivate(set) var fullStarts: [Int] = []
    }

    private(set) var entries: [Entry] = []
    /// By the hashes of forms.
    private var byWords: [UInt64: Int] = [:]
    /// Those of three words and more by their first two; -1 for two people.
    private var byPair: [UInt64: Int] = [:]
    private var byGiven: [UInt64: [Int]] = [:]
    private var byFamily: [UInt64: [Int]] = [:]
    private var byHandle: [String: Int] = [:]
    /// By the hashes of given names, and of these without one letter.
    private var slips: [UInt64: [Int]] = [:]
    private var indexedSlips = 0
    /// The lengths of given names, as bits, by their first byte.
    private var lengthsByLetter = [UInt32](repeating: 0, count: 256)
    private var accounts = AccountSpellings()
    private let shortNames: ShortGivenNames

    init(_ shortNames: ShortGivenNames) { self.shortNames = shortNames }

    // MARK: - Full names

    /// The person of a full name: one known under this form, in whatever order, or but for a slip or a middle name.
    func person(of form: PersonForm) -> Int? {
        let key = Self.key(form.given, form.family)
        if let known = byWords[key] ?? byWords[Self.key(form.family, form.given)] { return known }
        // José Luis of José Luis Exemple
        if form.count == 2, let longer = byPair[key], longer >= 0 { return longer }
        guard let given = form.given.first, let family = form.family.last else { return nil }
        let namesakes = people(given: given)
        let relatives = people(family: family)
        lazy var whole = form.words.joined()
        // A report names a few people of one given name; a text that names hundreds is spared the comparison.
        for position in namesakes.prefix(64) {
            let other = entries[position].form
            guard let otherFamily = other.family.last else { continue }
            if otherFamily == family { return position }
            if whole.utf8.count >= 10, NameSimilarity.areWithinOneEdit(whole, other.words.joined()) { return position }
            if NameSimilarity.areAlikeFamilies(family, otherFamily) { return position }
        }
        for position in relatives.prefix(64) {
            let other = entries[position].form
            if let otherGiven = other.given.first,
                NameSimilarity.soundAlike(given, otherGiven) || shortNames.areOfOnePerson(given, otherGiven)
            {
                return position
            }
            guard whole.utf8.count >= 10, !(form.isGivenKnown && other.isGivenKnown),
                other.given.first?.utf8.first == given.utf8.first
            else { continue }
            if NameSimilarity.areWithinOneEdit(whole, other.words.joined()) { return position }
        }
        return entries.indices.suffix(128).first { position in
            // Chris Jaansen of Christian Jansen
            guard let otherGiven = entries[position].form.given.first, otherGiven.utf8.first == given.utf8.first,
                let otherFamily = entries[position].form.family.last
            else { return false }
            return shortNames.areOfOnePerson(given, otherGiven)
                && NameSimilarity.areAlikeFamilies(family, otherFamily)
        }
    }

    mutating func add(_ form: PersonForm, name: String, given: String?, family: String?, mention: NameMention?) -> Int {
        var entry = Entry(form: form, name: name, size: Self.size(of: name, form), given: given, family: family)
        if let mention { entry.mentions.append(mention) }
        entry.spellings[name] = 1
        entries.append(entry)
        let position = entries.count - 1
        noteLength(of: form)
        index(form, position)
        return position
    }

    /// Adds a full form to a person; a fuller one, or one written more often, becomes the name.
    mutating func extend(
        _ position: Int, _ form: PersonForm, name: String, given: String?, family: String?, mention: NameMention?
    ) {
        if let mention { entries[position].mentions.append(mention) }
        entries[position].spellings[name, default: 0] += 1
        let size = Self.size(of: name, form)
        let count = entries[position].spellings[name] ?? 0
        let best = entries[position].spellings[entries[position].name] ?? 0
        let known = entries[position].form.given.first ?? ""
        let isShort = form.given.first.map {
            shortNames.areOfOnePerson($0, known) ? $0.utf8.count - known.utf8.count : 0
        }
        // Alexandre Martin is the full name of Alex Martin, however often he is called so.
        // An accent is forgotten rather than added: Sébastien, whom a list calls Sebastien.
        let hasAccents =
            form.words == entries[position].form.words && name.utf8.count > entries[position].name.utf8.count
        let isBetter = isShort == 0 ? count > best || count == best && hasAccents : (isShort ?? 0) > 0
        if size > entries[position].size || (size == entries[position].size && isBetter) {
            entries[position].name = name
            entries[position].size = size
            entries[position].given = given
            entries[position].family = family
            if form.size > entries[position].form.size || isShort ?? 0 > 0 {
                entries[position].form = form
                noteLength(of: form)
            }
        }
        index(form, position)
    }

    /// A hash of words with spaces between, since a name is looked up in many forms.
    private static func key(_ words: some Sequence<String>, _ more: [String] = []) -> UInt64 {
        var hash = ByteHash()
        var isFirst = true
        func add(_ word: String) {
            if !isFirst { hash.add(0x20 as UInt8) }
            isFirst = false
            for byte in word.utf8 { hash.add(byte) }
        }
        for word in words { add(word) }
        for word in more { add(word) }
        return hash.value
    }

    private mutating func noteLength(of form: PersonForm) {
        guard let given = form.given.first, Self.mayBeMisspelt(given), let first = given.utf8.first else { return }
        lengthsByLetter[Int(first)] |= 1 << UInt32(given.utf8.count)
    }

    /// With a nickname within, a name has a word more than its form.
    private static func size(of name: String, _ form: PersonForm) -> Int {
        form.size + (name.utf8.contains { $0 == 0x22 || $0 == 0xAB } ? 1 : 0)
    }

    /// Makes an account's person one whom the metadata calls by a name.
    mutating func rename(_ position: Int, _ name: String) { entries[position].name = name }

    /// Another name by which a person is called alone.
    mutating func addNickname(_ nickname: String, to position: Int) {
        let key = Self.key([nickname])
        if byGiven[key]?.contains(position) != true { byGiven[key, default: []].append(position) }
    }

    /// The people of whose given name a word is the short form: Alex for Alexandre.
    func people(shortly word: String) -> [Int] {
        entries.indices.suffix(256).filter { position in
            guard let given = entries[position].form.given.first, !entries[position].form.family.isEmpty else {
                return false
            }
            return shortNames.areOfOnePerson(given, word)
        }
    }

    private mutating func index(_ form: PersonForm, _ position: Int) {
        let words = Self.key(form.given, form.family)
        if byWords[words] == nil { byWords[words] = position }
        if form.count > 2 {
            let pair = Self.key(form.words[..<2])
            byPair[pair] = byPair[pair] == nil || byPair[pair] == position ? position : -1
        }
        if !form.family.isEmpty || form.given.count == 1 {
            for count in 1...max(1, form.given.count) where count <= form.given.count {
                let key = Self.key(form.given[..<count])
                if byGiven[key]?.contains(position) != true { byGiven[key, default: []].append(position) }
            }
        }
        indexFamily(form.family[...], position)
        if form.family.count > 1 { indexFamily(form.family.suffix(1), position) }
    }

    private mutating func indexFamily(_ words: ArraySlice<String>, _ position: Int) {
        guard !words.isEmpty else { return }
        let key = Self.key(words)
        if byFamily[key]?.contains(position) != true { byFamily[key, default: []].append(position) }
    }

    // MARK: - Parts of names

    func people(given: String) -> [Int] { byGiven[ByteHash(given.utf8).value] ?? [] }

    func people(family: String) -> [Int] { byFamily[ByteHash(family.utf8).value] ?? [] }

    /// People whose given name differs by a slip of the pen from a word.
    mutating func people(nearlyGiven word: String) -> [Int] {
        guard word.utf8.count >= 6, word.utf8.count <= 24 else { return [] }
        // Most words are no slip of any name: their first letter and length tell.
        let first = Int(word.utf8.first ?? 0)
        guard lengthsByLetter[first] & (7 << UInt32(word.utf8.count - 1)) != 0 else { return [] }
        if entries.count <= Self.fewPeople { return entries.indices.filter { isNearly(word, givenTo: $0) } }
        indexSlips()
        var found: [Int] = []
        for variant in Self.slips(of: word) {
            for position in slips[variant] ?? [] where !found.contains(position) {
                guard isNearly(word, givenTo: position) else { continue }
                found.append(position)
                if found.count > 8 { return found }
            }
        }
        return found
    }

    /// So many are compared faster than indexed.
    private static let fewPeople = 64

    private func isNearly(_ word: String, givenTo position: Int) -> Bool {
        guard let given = entries[position].form.given.first, given.utf8.first == word.utf8.first,
            Self.mayBeMisspelt(given), abs(given.utf8.count - word.utf8.count) <= 1
        else { return false }
        return NameSimilarity.areWithinOneEdit(given, word)
    }

    /// Two words within one edit share a variant: themselves, or themselves without one letter.
    private mutating func indexSlips() {
        while indexedSlips < entries.count {
            defer { indexedSlips += 1 }
            guard let given = entries[indexedSlips].form.given.first, Self.mayBeMisspelt(given) else { continue }
            for variant in Self.slips(of: given) where (slips[variant]?.count ?? 0) < 16 {
                slips[variant, default: []].append(indexedSlips)
            }
        }
    }

    private static func mayBeMisspelt(_ given: String) -> Bool { given.utf8.count >= 5 && given.utf8.count <= 24 }

    private static func slips(of word: String) -> [UInt64] {
        let bytes = Array(word.utf8)
        return (0...bytes.count).map { missing in
            var hash = ByteHash()
            for index in bytes.indices where index != missing { hash.add(bytes[index]) }
            return hash.value
        }
    }

    /// Whether a person is named in full between two offsets.
    func isNamedInFull(_ position: Int, from start: Int, to end: Int) -> Bool {
        let starts = entries[position].fullStarts
        let low = starts.firstPosition { $0 >= start }
        return low < starts.count && starts[low] < end
    }

    /// To be called when all full names are known, and before the first question.
    mutating func sortFullMentions() {
        for index in entries.indices {
            entries[index].fullStarts = entries[index].mentions.filter { $0.form == .full }
                .map { $0.range.start }.sorted()
        }
    }

    mutating func addMention(_ mention: NameMention, to position: Int) { entries[position].mentions.append(mention) }

    // MARK: - Handles

    func person(handle: String) -> Int? { byHandle[handle.lowercased()] }

    mutating func addHandle(_ handle: String, to position: Int) {
        let key = handle.lowercased()
        guard byHandle[key] == nil else { return }
        byHandle[key] = position
        entries[position].handles.append(handle)
    }

    /// The one person whose name the letters of a handle or account spell: `zmartin`, `martinz`, `zoemartin`, `zoem`.
    mutating func person(spelledBy account: String) -> Int? {
        accounts.person(spelledBy: account, of: entries)
    }
}

import Lexicons
import TextModel

/// The people whose names the letters of accounts may spell: `zmartin`, `martinz`, `zoemartin`, `zoem`; `zmartin_dev`,
/// `zoe_mrt`.
struct AccountSpellings {
    /// By the hash of what the letters of an account may spell; -1 for what two names may.
    private var byAccount: [UInt64: Int] = [:]
    /// Those with a family name, by the hash of their given name.
    private var byGivenName: [UInt64: [Int]] = [:]
    private var indexedAccounts = 0

    /// The one person whose name the letters of an account spell; those added since the last question are read first.
    mutating func person(spelledBy account: String, of entries: [PeopleRegister.Entry]) -> Int? {
        index(entries)
        let parts = account.split(separator: "_").map { Self.letters(of: String($0)) }
        let letters = parts.flatMap(\.self)
        guard letters.count >= 4 else { return nil }
        if let person = byAccount[ByteHash(letters).value] { return person >= 0 ? person : nil }
        guard parts.count == 2, parts[0].count >= 4 else { return nil }
        if let person = byAccount[ByteHash(parts[0]).value], person >= 0 { return person }
        // `zoe_mrt`: the given name, and letters of the family name from its first on, in order.
        let spelled = (byGivenName[ByteHash(parts[0]).value] ?? []).filter { position in
            entries[position].form.family.first.map { Self.abbreviates(parts[1], Array($0.utf8)) } ?? false
        }
        return spelled.count == 1 ? spelled[0] : nil
    }

    private static func letters(of account: String) -> [UInt8] {
        NameKey.key(of: account).filter { $0 >= 0x61 && $0 <= 0x7A }
    }

    private static func abbreviates(_ short: [UInt8], _ long: [UInt8]) -> Bool {
        guard short.count >= 2, short.first == long.first else { return false }
        var rest = long[...]
        return short.allSatisfy { letter in
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[(place + 1)...]
            return true
        }
    }

    private mutating func index(_ entries: [PeopleRegister.Entry]) {
        while indexedAccounts < entries.count {
            let position = indexedAccounts
            indexedAccounts += 1
            let form = entries[position].form
            guard !form.family.isEmpty, let given = form.given.first else { continue }
            byGivenName[ByteHash(Array(given.utf8)).value, default: []].append(position)
            let initials =
                form.given.count == 1 && !given.utf8.contains(0x20)
                ? [String(given.prefix(1))]
                : form.given.flatMap { $0.split(separator: " ") }.map { String($0.prefix(1)) }
            var spelled = [
                Self.letters(form.given, form.family), Self.letters(form.family, form.given),
                Self.letters(initials, form.family), Self.letters(form.family, initials),
                Self.letters([String(given.prefix(1))], form.family),
            ]
            if let initial = form.family.first?.prefix(1) { spelled.append(Self.letters([given], [String(initial)])) }
            if form.family.reduce(0, { $0 + $1.utf8.count }) >= 6 { spelled.append(Self.letters(form.family, [])) }
            for letters in spelled {
                let known = byAccount[letters]
                byAccount[letters] = known == nil || known == position ? position : -1
            }
        }
    }

    /// The hash of words without anything between, spaces within them left out.
    private static func letters(_ words: [String], _ more: [String]) -> UInt64 {
        var hash = ByteHash()
        for word in words { for byte in word.utf8 where byte != 0x20 { hash.add(byte) } }
        for word in more { for byte in word.utf8 where byte != 0x20 { hash.add(byte) } }
        return hash.value
    }
}

import Lexicons
import TextModel

/// A name cut into given and family name, by keys that leave out case, accents and hyphens.
struct PersonForm: Equatable {
    var given: [String]
    var family: [String]
    /// Whether the lists know the given name well, so that another one is no slip.
    var isGivenKnown = false

    var words: [String] { given + family }
    /// Of the words.
    var count: Int { given.count + family.count }
    /// How many words the name has, those joined by hyphens counted one by one.
    var size: Int {
        func size(_ words: [String]) -> Int { words.reduce(0) { $0 + 1 + $1.utf8.count { $0 == 0x20 } } }
        return size(given) + size(family)
    }
}

/// Where two names are one but for a slip of the pen.
enum NameSimilarity {
    /// Whether two family names differ by doubled letters only (Jansen, Jaansen), or two long ones by two letters after
    /// the same four.
    static func areAlikeFamilies(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count >= 5, right.count >= 5 else { return false }
        if singled(left) == singled(right) { return true }
        return left.count >= 7 && right.count >= 7 && left[..<4] == right[..<4] && distance(left, right) <= 2
    }

    /// Whether two given names are one in two spellings: Mickaël and Mikael, Mathieu and Matthieu.
    static func soundAlike(_ left: String, _ right: String) -> Bool { sound(left) == sound(right) }

    private static func singled(_ word: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        for byte in word where letters.last != byte { letters.append(byte) }
        return letters
    }

    /// The letters of a word with one sign for those that French reads alike.
    private static func sound(_ word: String) -> [UInt8] {
        let bytes = Array(word.utf8)
        var letters: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case 0x68 where letters.last == 0x70: letters[letters.count - 1] = 0x66  // ph
            case 0x68 where letters.last != 0x63: continue
            case 0x63 where next == 0x6B: continue  // ck
            case 0x63 where next != 0x65 && next != 0x69 && next != 0x79 && next != 0x68: letters.append(0x6B)
            case 0x79: letters.append(0x69)
            case 0x7A: letters.append(0x73)
            default: letters.append(byte)
            }
        }
        return singled(letters)
    }

    /// How many letters must be added, dropped or changed.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard left.count <= 40, right.count <= 40 else { return Int.max }
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }

    /// Whether one letter more, less, changed or swapped makes the words equal.
    static func areWithinOneEdit(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        if left == right { return true }
        guard abs(left.count - right.count) <= 1 else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var end = 0
        while end < min(left.count, right.count) - start, left[left.count - 1 - end] == right[right.count - 1 - end] {
            end += 1
        }
        let leftRest = left.count - start - end
        let rightRest = right.count - start - end
        if leftRest <= 1, rightRest <= 1 { return true }
        return leftRest == 2 && rightRest == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
    }
}

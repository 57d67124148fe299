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
}

/// Where two names are one but for a slip of the pen.
enum NameSimilarity {
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

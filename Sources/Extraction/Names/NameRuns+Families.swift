import Lexicons
import TextModel

extension NameRuns {
    /// Keys of words that stand twice and more in a text, and always behind `de` and one given name: Zoé de Verlan, and
    /// again Zoé de Verlan. An employer is named without her as well.
    var familiesBehindParticle: Set<[UInt8]> {
        var found: [[UInt8]: (given: [UInt8], count: Int)] = [:]
        for run in runs where run.words.count >= 3 {
            for index in run.words.dropFirst().dropLast() where words[index].shape == .particle {
                let (given, family) = (words[index - 1], words[index + 1])
                guard words[index].has(.frenchParticle), given.isGivenName, family.mayBeFamilyName else {
                    continue
                }
                let before = key(of: given)
                let known = found[key(of: family)] ?? (before, 0)
                found[key(of: family)] = (before, known.given == before ? known.count + 1 : -words.count)
            }
        }
        found = found.filter { $0.value.count >= 2 }
        if found.isEmpty { return [] }
        for word in words { found[key(of: word)]?.count -= 1 }
        return Set(found.filter { $0.value.count == 0 }.keys)
    }

    private func key(of word: NameWord) -> [UInt8] {
        NameKey.key(of: text.utf8[word.range.start..<word.range.end])
    }
}

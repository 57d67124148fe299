import ICUText
import Lexicons
import TextModel

/// Letters and digits joined by full stops, slashes and low lines: a name of code, an address, inclusive writing, or
/// words with a mark between them.
extension TokenSink {
    mutating func addCompound(_ range: Range<Int>) {
        switch text[range.lowerBound] {
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "~"): addMarkedCompound(range)
        default:
            if text[range].contains(UInt8(ascii: "/")) {
                addSlashed(range)
            } else if text[range].contains(UInt8(ascii: ".")) {
                addDotted(range)
            } else {
                addCompoundPart(range)
            }
        }
    }

    /// Whether a name with full stops, up to its first slash, ends like a host.
    func isHostName(_ range: Range<Int>) -> Bool {
        let end = text[range].firstIndex(of: UInt8(ascii: "/")) ?? range.upperBound
        guard let dot = text[range.lowerBound..<end].lastIndex(of: UInt8(ascii: ".")) else { return false }
        return lexicon.topLevelDomains.contains(string((dot + 1)..<end))
    }

    /// `/etc/hosts`, `../src`, `.gitignore` and `.NET`; but `/ou` and `.Ensuite` are a mark and a word.
    private mutating func addMarkedCompound(_ range: Range<Int>) {
        let mark = range.lowerBound..<(range.lowerBound + 1)
        let rest = mark.upperBound..<range.upperBound
        let isPath = text[rest].contains(UInt8(ascii: "/"))
        if isPath || text[mark.lowerBound] == UInt8(ascii: ".") && isDotName(string(rest)) {
            return append(.code, range)
        }
        append(.punctuation, mark)
        addCompound(rest)
    }

    private func isDotName(_ name: String) -> Bool {
        !startsWithCapital(name) || lexicon.fileEndings.contains(name.lowercased())
    }

    /// `src/main.c`, `CI/CD` and `km/h` stay whole; `et/ou` does not.
    private mutating func addSlashed(_ range: Range<Int>) {
        let parts = ranges(of: range, separatedBy: UInt8(ascii: "/"))
        let names = parts.map(string)
        if names == ["km", "h"] || names == ["m", "s"] { return append(.unit, range) }
        let areAcronyms = names.allSatisfy { name in
            name.utf8.count <= 5 && name.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        }
        if isHostName(parts[0]) { return append(.url, range) }
        let isFile = isFileName(names[names.count - 1].split(separator: ".").map(String.init))
        if areAcronyms || isFile { return append(.code, range) }
        for (index, part) in parts.enumerated() {
            if index > 0 { append(.punctuation, (part.lowerBound - 1)..<part.lowerBound) }
            addCompoundPart(part)
        }
    }

    private mutating func addDotted(_ range: Range<Int>) {
        if isHostName(range) { return append(.url, range) }
        let parts = ranges(of: range, separatedBy: UInt8(ascii: "."))
        let names = parts.map(string)
        if names[0].utf8.count >= 3, names.dropFirst().allSatisfy({ lexicon.inclusiveEndings.contains($0) }) {
            return append(.word, range)
        }
        if isFileName(names) { return append(.code, range) }
        if names.allSatisfy({ $0.utf8.count == 1 }) { return append(.abbreviation, range) }
        if isQualifiedName(names) { return append(.code, range) }
        // `p.ex`, `art.12` and `M.Dupont` lack a space, and so does `fin.Ensuite`; `System.out` does not.
        var start = range.lowerBound
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let isCut =
                isLast || startsWithCapital(names[index + 1])
                || start == part.lowerBound && lexicon.abbreviations.follower(of: names[index]) != nil
            guard isCut else { continue }
            addCompoundPart(start..<part.upperBound)
            if !isLast { addFullStop(part.upperBound..<(part.upperBound + 1)) }
            start = part.upperBound + 1
        }
    }

    /// A full stop between two words that lack a space.
    private mutating func addFullStop(_ range: Range<Int>) {
        if let last = tokens.last, last.kind == .word,
            lexicon.abbreviations.follower(of: string(last.range.start..<last.range.end)) != nil
                || (last.range.count == 1 && startsWithCapital(string(last.range.start..<last.range.end)))
        {
            tokens[tokens.count - 1] = Token(.abbreviation, TextRange(last.range.start, range.upperBound))
        } else {
            append(.punctuation, range)
        }
    }

    /// A part without full stop or slash, or a dotted name that was not cut.
    private mutating func addCompoundPart(_ range: Range<Int>) {
        if text[range].contains(UInt8(ascii: "-")), !text[range].contains(UInt8(ascii: ".")) {
            settle(range, .hyphenated)
        } else {
            appendPiece(range)
        }
    }

    /// A piece of letters, of digits, or of both.
    mutating func appendPiece(_ range: Range<Int>) {
        var hasLetters = false
        var hasOthers = false
        var hasHyphen = false
        var hasDigits = false
        for scalar in string(range).unicodeScalars {
            switch scalar {
            case "0"..."9": hasDigits = true
            case "-": hasHyphen = true
            case "_", ".", "/": hasOthers = true
            default: hasLetters = true
            }
        }
        if hasOthers {
            append(.code, range)
        } else if hasDigits && hasLetters && !hasHyphen {
            addDigitsAndLetters(range)
        } else if hasHyphen {
            append(.hyphenatedWord, range)
        } else {
            append(hasDigits ? .number : .word, range)
        }
    }

    /// `8h` before a slash is a time, `500ms` a number and its unit, `k8s` a name.
    private mutating func addDigitsAndLetters(_ range: Range<Int>) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let bytes = text[range]
        let letter = bytes.firstIndex { !digits.contains($0) } ?? range.upperBound
        let rest = bytes[(letter + 1)...]
        if (1...2).contains(letter - range.lowerBound), bytes[letter] | 0x20 == UInt8(ascii: "h"),
            rest.isEmpty || rest.count == 2 && rest.allSatisfy(digits.contains)
        {
            append(.time, range)
        } else if letter > range.lowerBound, !rest.contains(where: digits.contains) {
            addNumberWithLetters(range)
        } else {
            append(.code, range)
        }
    }

    /// `README.md`, `kubectl.sh`, `Node.JS`: a known ending, or one in small letters after a name that is no abbreviation.
    ///
    /// - Parameter parts: the name without its full stops.
    private func isFileName(_ parts: [String]) -> Bool {
        guard parts.count > 1 else { return false }
        if lexicon.fileEndings.contains(parts[parts.count - 1].lowercased()) { return true }
        // `p.ex` and `art.12` lack a space; `min.js.map` does not.
        let isAbbreviation =
            lexicon.abbreviations.follower(of: parts[0]) != nil
            && (!startsWithSmallLetter(parts[1]) || lexicon.abbreviations.follower(of: parts[1]) != nil)
        return !isAbbreviation && parts.dropFirst().allSatisfy { !startsWithCapital($0) }
    }

    /// `java.util.Set`, `RetentionPolicy.RUNTIME`: names of code, by their shape, where a capital follows a full stop.
    private func isQualifiedName(_ parts: [String]) -> Bool {
        guard parts[0].utf8.count > 1, lexicon.abbreviations.follower(of: parts[0]) == nil else { return false }
        let isCamelCase =
            parts[0].unicodeScalars.dropFirst().contains(where: CharacterProperties.isUppercase)
            && parts[0].unicodeScalars.contains(where: CharacterProperties.isLowercase)
        let endsInCapitals =
            parts[parts.count - 1].utf8.count > 1
            && !parts[parts.count - 1].unicodeScalars.contains(where: CharacterProperties.isLowercase)
        let isPackage = parts.count > 2 && startsWithSmallLetter(parts[0]) && startsWithSmallLetter(parts[1])
        return isCamelCase || endsInCapitals || isPackage
    }

    private func startsWithCapital(_ text: String) -> Bool {
        text.unicodeScalars.first.map(CharacterProperties.isUppercase) ?? false
    }

    func startsWithSmallLetter(_ text: String) -> Bool {
        text.unicodeScalars.first.map(CharacterProperties.isLowercase) ?? false
    }

    private func ranges(of range: Range<Int>, separatedBy mark: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where text[index] == mark {
            if index > start { parts.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }
}

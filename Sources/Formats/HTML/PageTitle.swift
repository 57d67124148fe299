import TextModel

/// The title of a page, to find the post that has it and the heading that repeats it.
struct PageTitle {
    private let titles: [String]

    init(_ page: HTMLParser, _ bytes: [UInt8]) {
        var titles: [String] = []
        for (index, element) in page.elements.enumerated() {
            guard let tag = element.tag else { continue }
            let name = bytes[tag.name.start..<tag.name.end]
            if isEqual(name, "title") {
                titles.append(page.text(of: index, bytes))
            } else if isEqual(name, "meta"), tag.text(of: "property", in: bytes) == "og:title",
                let content = tag.text(of: "content", in: bytes)
            {
                titles.append(content)
            }
        }
        self.titles = titles.map(foldedWords).filter { !$0.isEmpty }
    }

    /// Whether a heading says what the page's title says, which often has the site's name before or after it.
    func isRepeated(by heading: String) -> Bool {
        let heading = foldedWords(of: heading)
        guard heading.utf8.count > 3 else { return false }
        return titles.contains { title in
            title == heading || title.hasPrefix(heading + " ") || title.hasSuffix(" " + heading)
        }
    }

    /// The first heading of the page that repeats its title.
    func heading(_ page: HTMLParser, _ bytes: [UInt8]) -> Int? {
        page.elements.indices.first { index in
            guard case .heading(let level)? = page.elements[index].tag?.element, level < 4 else { return false }
            return isRepeated(by: page.text(of: index, bytes))
        }
    }

    /// Whether the first heading in a post repeats the title.
    func isHeaded(by post: Int, _ page: HTMLParser, _ bytes: [UInt8]) -> Bool {
        let heading = page.elements.indices.first { index in
            guard index > post, case .heading? = page.elements[index].tag?.element else { return false }
            return page.elements[index].start < page.elements[post].end
        }
        return heading.map { isRepeated(by: page.text(of: $0, bytes)) } ?? false
    }
}

/// The words of a text in lower case, without accents and punctuation, one space between two.
func foldedWords(of text: String) -> String {
    var words = ""
    var isSeparated = false
    for scalar in text.lowercased().unicodeScalars {
        let letter: Character
        switch scalar {
        case "à", "â", "ä": letter = "a"
        case "é", "è", "ê", "ë": letter = "e"
        case "î", "ï": letter = "i"
        case "ô", "ö": letter = "o"
        case "ù", "û", "ü": letter = "u"
        case "ç": letter = "c"
        case _:
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                isSeparated = !words.isEmpty
                continue
            }
            letter = Character(scalar)
        }
        if isSeparated { words.append(" ") }
        isSeparated = false
        words.append(letter)
    }
    return words
}

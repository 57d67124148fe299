import TextModel

extension Metadata {
    /// Adds what a file's name says and the text does not: the day of publication.
    ///
    /// The name itself counts first (`2023-09-07-cloud-alpes.md`, `20230907.md`, `notes_2023-09-07.md`), then the four
    /// folders around it from the inside out, one with a whole date or three in a row (`2023/09/07`). Separators are `/`
    /// and `\`. The rest of a longer path says nothing.
    mutating func complete(fromFileName path: String) {
        guard published == nil else { return }
        // A name has 255 bytes in the common file systems.
        let bytes = Array(path.utf8.suffix(5 * 256))
        let parts: [ArraySlice<UInt8>] = bytes.split { $0 == 0x2F || $0 == 0x5C }.suffix(5).reversed()
        guard let name = parts.first else { return }
        let stem = name.lastIndex(of: 0x2E).map { name[..<$0] } ?? name
        if let day = Self.day(inName: stem) {
            published = Dated(day, from: .fileName, at: nil)
            return
        }
        for index in parts.indices.dropFirst() {
            guard let day = Self.day(inName: parts[index]) ?? Self.day(inFolders: parts[index...]) else { continue }
            published = Dated(day, from: .fileName, at: nil)
            return
        }
    }

    /// The first date in a name with no letter or digit beside it. Within a name, months and days have two digits.
    private static func day(inName name: ArraySlice<UInt8>) -> CalendarDate? {
        func isPartOfWord(_ byte: UInt8) -> Bool { byte.isASCIIDigit || MetadataDate.isLetter(byte) }
        for start in name.indices where name[start].isASCIIDigit {
            if start > name.startIndex, isPartOfWord(name[start - 1]) { continue }
            guard let found = MetadataDate.ISODay(name[start...]) else { continue }
            let isWhole = found.end == name.endIndex || !isPartOfWord(name[found.end])
            let isPadded = found.end - start == (name[start + 4].isASCIIDigit ? 8 : 10)
            if isWhole, isPadded || start == name.startIndex { return found.day }
        }
        return nil
    }

    /// `07`, `09`, `2023` from the inside out.
    private static func day(inFolders folders: ArraySlice<ArraySlice<UInt8>>) -> CalendarDate? {
        let numbers = folders.prefix(3).map { folder in
            MetadataDate.number(folder).flatMap { $0.end == folder.endIndex ? $0 : nil }
        }
        guard numbers.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2],
            day.digits <= 2, month.digits <= 2, year.digits == 4
        else { return nil }
        return CalendarDate(year: year.value, month: month.value, day: day.value)
    }
}

/// Short forms of given names: `Alex` of `Alexandre`.
public struct ShortGivenNames: Sendable {
    private let shortForms: [String: [String]]

    /// Reads the list that travels in the binary.
    public init(_ lexicons: LexiconSet = .embedded) throws(LexiconError) {
        var shortForms: [String: [String]] = [:]
        for row in try lexicons.table(.shortGivenNames).rows {
            shortForms[row.fields[0]] = row.fields[1].split(separator: " ").map(String.init)
        }
        self.shortForms = shortForms
    }

    /// Whether one of two given names, by their ``NameKey``, is a short form of the other.
    public func areOfOnePerson(_ left: String, _ right: String) -> Bool {
        shortForms[left]?.contains(right) == true || shortForms[right]?.contains(left) == true
    }
}

/// The name of somebody whom annotations only mention.
enum MentionedPerson {
    /// The longest form, the first of several; `nil` for no mentions.
    static func name(of mentions: [String]) -> String? {
        mentions.reduce(nil as String?) { best, form in
            best.map { $0.unicodeScalars.count >= form.unicodeScalars.count } == true ? best : form
        }
    }
}

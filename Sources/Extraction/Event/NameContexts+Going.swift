import TextModel

// What tells that a made-up name is an event's though no word of events stands beside it.

extension NameCandidates {
    /// “cap sur X”, “deux jours au X”, “partis à six au X”, “une place pour X”, “mon premier talk à X”, “sur scène à X”.
    func isOfVisit(_ phrase: NamePhrase, in range: Range<Int>) -> Bool {
        guard isCoined(phrase, of: words) else { return false }
        let first = phrase.words.lowerBound
        let course = words.has(first - 1, .course) ? first - 1 : first - 2
        if words.has(course, .course), course >= range.lowerBound,
            course == first - 1 || words.has(first - 1, [.inside, .toward, .to])
        {
            return course == range.lowerBound || words.isFullStop(course - 1) || words.isMark(course - 1, ",")
        }
        let link = words.has(first - 1, .definite) ? first - 2 : first - 1
        if words.has(link, .toward) {
            return (max(range.lowerBound, link - 3)..<link).contains { words.has($0, .ticket) }
        }
        guard words.isPlacePreposition(first - 1) else { return false }
        for index in stride(from: first - 2, through: max(range.lowerBound, first - 8), by: -1) {
            if words.isFullStop(index) { return false }
            let isDays = words.isCountedDay(index)
            let isFound =
                words.has(index, .reflexiveHold) && (words.has(index - 1, .oneself) || words.has(index - 2, .oneself))
            if isDays || isFound || words.has(index, .going) || words.has(index, .stage) { return true }
            // “le talk de Zoé à X” may be that of another year.
            if words.has(index, .session) {
                return (max(range.lowerBound, index - 2)..<index).contains {
                    words.has($0, .article) && words.has($0, .possessive)
                }
            }
        }
        return false
    }

    /// “X est de retour”
    func isBack(_ end: Int) -> Bool {
        words.has(end, .copula) && words.has(end + 1, .of) && words.has(end + 2, .back)
    }

    /// Whether the text has a name of the title behind what stands before events rather than before tools and persons:
    /// “à SèveOuest”, “du SèveOuest”, “pour SèveOuest”, “découvrir SèveOuest”, “à l'Agile Vosges”.
    func isOfTitle(_ phrase: NamePhrase) -> Bool {
        guard let known = candidates[phrase.key], known.titleScore > 0, let title = known.title,
            let titleWords, title.words.lowerBound == 0 || title.end == titleWords.count || title.end == phrase.end,
            isDistinctive(phrase, of: words),
            !phrase.words.contains(where: { technologies.contains(words.words[$0].range, in: words.folded) })
        else { return false }
        let first = phrase.words.lowerBound
        guard repeated?.isTitleInText != true || first >= titleWords.count else { return false }
        let isBehindArticle =
            words.has(first - 1, .to) && !words.has(first - 1, .at)
            || words.has(first - 1, .definite) && words.has(first - 2, .at)
        guard isCoined(phrase, of: words) else { return isBehindArticle }
        return isBehindArticle || words.has(first - 1, .at) || words.has(first - 1, .contracted)
            || words.has(first - 1, [.attend, .toward])
    }
}

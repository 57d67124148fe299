import TextModel

/// Looks for the element that holds the article and little else.
///
/// It begins with the body that its class names, or with the one article of the page; of several posts, with the one
/// that has the page's title. From there it goes down to the innermost element that still holds nearly all of the
/// prose, which is text outside of links and furniture; what stands beside that, and is known for furniture by more
/// than its name, does not count.
struct ArticleSearch {
    private(set) var root = 0
    /// Whether the root is named as an article's text: nothing but the text is expected in it.
    private(set) var isNamed = false

    private let facts: PageFacts
    private let title: Int?
    private var prose: [Int] = []

    /// The share of the prose that the article's element must hold.
    private static let dominance = 0.9
    /// Less prose than a sentence is no part of an article.
    private static let minimumPart = 60

    init(_ facts: PageFacts, _ title: Int?, _ exclusions: inout PageExclusions) {
        self.facts = facts
        self.title = title
        prose = proseByElement(exclusions)
        let start = start(exclusions)
        leaveOutOtherPosts(within: start, &exclusions)
        if let body = articleBody(within: start, exclusions) {
            root = body
            isNamed = true
        } else {
            root = innermost(from: start, &exclusions)
        }
    }

    private func proseByElement(_ exclusions: PageExclusions) -> [Int] {
        var prose = [Int](repeating: 0, count: facts.page.elements.count)
        for line in facts.measures.lines where !exclusions.isLeftOut(line) { prose[line.element] += line.prose }
        // Children come after their parents, so that one pass from the end adds up.
        for index in facts.page.elements.indices.dropFirst().reversed() {
            prose[facts.page.elements[index].parent] += prose[index]
        }
        return prose
    }

    // Where to begin

    private func start(_ exclusions: PageExclusions) -> Int {
        var start = 0
        let mains = facts.page.elements.indices.filter { facts.names[$0].isMain && !exclusions.elements[$0] }
        if let main = mains.first, mains.count == 1, prose[main] * 2 > prose[0] { start = main }
        let posts = outermostPosts(within: start, exclusions)
        guard let longest = posts.max(by: { prose[$0] < prose[$1] }) else { return start }
        if posts.count == 1 { return prose[longest] * 10 > 3 * prose[start] ? longest : start }
        // The post that the title stands in; where it stands before all of them, they are parts of one article.
        if let title, let titled = posts.first(where: { facts.lines(of: $0).contains(title) }) {
            return areSeparate(posts) || prose[titled] * 2 > prose[start] ? titled : start
        }
        if let title, facts.measures.lines[title].events.lowerBound < facts.page.elements[posts[0]].firstEvent {
            let isOneAmongTeasers = prose[longest] * 10 > 7 * prose[start] && facts.measures.cards[longest] == 0
            return isOneAmongTeasers ? longest : start
        }
        return areSeparate(posts) ? longest : start
    }

    private func outermostPosts(within start: Int, _ exclusions: PageExclusions) -> [Int] {
        var posts: [Int] = []
        var index = start + 1
        while index < facts.measures.next[start] {
            if !exclusions.elements[index], prose[index] > 200, facts.names[index].isPost {
                posts.append(index)
                index = facts.measures.next[index]
            } else {
                index += 1
            }
        }
        return posts
    }

    /// The next post of a page stands in the first one where that is not closed.
    private func leaveOutOtherPosts(within start: Int, _ exclusions: inout PageExclusions) {
        guard facts.names[start].isPost, facts.measures.cards[start] > 0 else { return }
        for index in (start + 1)..<max(start + 1, facts.measures.next[start])
        where facts.names[index].isPost && facts.measures.cards[index] > 0 && hasClass(index)
            && isSameKind(index, start)
        {
            exclusions.leaveOut(index, facts)
        }
    }

    /// Whether several posts are articles of their own, and not the sections of one: at least two have a date, or a
    /// heading that is a link to the post.
    private func areSeparate(_ posts: [Int]) -> Bool {
        posts.filter { post in
            facts.measures.cards[post] > 0 || facts.lines(of: post).contains { facts.measures.lines[$0].hasTime }
        }.count >= 2
    }

    /// The element that its class or `itemprop` names as the text of the article.
    private func articleBody(within start: Int, _ exclusions: PageExclusions) -> Int? {
        let bodies = (start..<facts.measures.next[start]).filter {
            facts.names[$0].isArticleBody && !exclusions.elements[$0]
        }
        guard let best = bodies.max(by: { prose[$0] < prose[$1] }), prose[best] * 2 > prose[start] else { return nil }
        return best
    }

    // Down to the article

    private func innermost(from start: Int, _ exclusions: inout PageExclusions) -> Int {
        var current = start
        while true {
            var best: Int?
            for child in facts.children(of: current) where prose[child] > prose[best ?? 0] || best == nil {
                if !exclusions.elements[child], prose[child] > 0 { best = child }
            }
            guard let best, canHoldArticle(best), prose[best] * 2 > prose[current] else { return current }
            var beside = facts.measures.ownProse[current]
            var others: [Int] = []
            var isDivided = false
            for child in facts.children(of: current) where child != best && !exclusions.elements[child] {
                guard isArticle(child, beside: best) else {
                    others.append(child)
                    continue
                }
                beside += prose[child]
                // What stands between the title and the longest part begins the text, however short it is.
                let isLed = title != nil && child < best && !holdsTitle(child)
                if prose[child] >= Self.minimumPart, isLed || isSameKind(child, best) { isDivided = true }
            }
            guard !isDivided, Double(prose[best]) >= Self.dominance * Double(prose[best] + beside) else {
                for other in others where isBox(other) { exclusions.leaveOut(other, facts) }
                return current
            }
            current = best
        }
    }

    private func canHoldArticle(_ element: Int) -> Bool {
        switch facts.element(element) {
        // A page laid out by a table goes on in its cell, and old pages set their font around all.
        case .container, .table, .row, .cell, .inline: true
        case .paragraph, .heading, .list, .item, .quote, .preformatted, .caption, .figure, .link, .strong, .emphasis,
            .code, .strikethrough, .superscript, .image, .lineBreak, .rule, .embed, .hidden:
            false
        }
    }

    private func isBox(_ element: Int) -> Bool {
        switch facts.element(element) {
        case .container, .table, .row, .cell: true
        case .paragraph, .heading, .list, .item, .quote, .preformatted, .caption, .figure, .link, .strong, .emphasis,
            .code, .strikethrough, .superscript, .image, .lineBreak, .rule, .embed, .hidden, .inline:
            false
        }
    }

    /// Whether prose beside the element that holds most of it belongs to the article as well.
    private func isArticle(_ child: Int, beside best: Int) -> Bool {
        guard prose[child] > 0 else { return false }
        if let title {
            let line = facts.measures.lines[title]
            if facts.page.elements[child].endEvent <= line.events.lowerBound || line.element == child { return false }
        }
        guard isBox(child) else { return true }
        if isSameKind(child, best) { return true }
        if facts.names[child].kind == .unlikely { return false }
        let measures = facts.measures
        let isLinked = measures.linkText[child] * 3 > measures.text[child] || measures.cards[child] > 0
        if child < best { return !isLinked && prose[child] >= Self.minimumPart && !holdsTitle(child) }
        return !isLinked && prose[child] * 4 > prose[best]
    }

    private func holdsTitle(_ element: Int) -> Bool { title.map { facts.lines(of: element).contains($0) } ?? false }

    /// The same name of the element and the same class: the article is made of several such elements. A `<div>` without
    /// a class says nothing.
    private func isSameKind(_ left: Int, _ right: Int) -> Bool {
        guard let first = facts.page.elements[left].tag, let second = facts.page.elements[right].tag,
            text(first.name).elementsEqual(text(second.name))
        else { return false }
        let classes = first.value(of: "class", in: facts.bytes).map(text) ?? []
        let others = second.value(of: "class", in: facts.bytes).map(text) ?? []
        guard classes.elementsEqual(others) else { return false }
        return !classes.isEmpty || isEqual(text(first.name), "section") || isEqual(text(first.name), "article")
    }

    private func hasClass(_ element: Int) -> Bool {
        facts.page.elements[element].tag?.value(of: "class", in: facts.bytes) != nil
    }

    private func text(_ range: SourceRange) -> ArraySlice<UInt8> { facts.bytes[range.start..<range.end] }
}

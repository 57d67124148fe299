import Archives
import Testing

struct GlobTests {
    @Test(arguments: [
        ("*.md", "a.md"), ("*.md", "posts/2023/a.md"), ("posts/*.md", "posts/a.md"), ("posts/**", "posts/2023/a.md"),
        ("posts/**/*.md", "posts/a.md"), ("posts/**/*.md", "posts/2023/09/a.md"), ("**/a.md", "a.md"),
        ("/a.md", "a.md"), ("brouillons", "x/brouillons"), ("brouillons/", "brouillons"), ("20[0-2]?", "2023"),
        ("[!a]*.md", "b.md"), ("[]a].md", "].md"), ("a[", "a["), ("**", "x/y"), ("été*", "e\u{301}te\u{301}.md"),
        ("a*b*c", "axbxxbyc"), ("a/**/b/**/c", "a/x/b/y/b/c"), ("", ""),
    ])
    func matches(_ pattern: String, _ path: String) { #expect(Glob(pattern).matches(path)) }

    @Test(arguments: [
        ("*.md", "a.mdx"), ("posts/*.md", "posts/2023/a.md"), ("posts/*.md", "x/posts/a.md"), ("/a.md", "x/a.md"),
        ("a?c", "a/c"), ("a*c", "a/c"), ("[a-c]", "d"), ("[!a-c]", "b"), ("A.md", "a.md"), ("posts/**/b", "posts/a"),
        ("", "a"),
    ])
    func matchesNot(_ pattern: String, _ path: String) { #expect(!Glob(pattern).matches(path)) }

    /// A matcher that tries every way would not come back.
    @Test func isNotExponential() {
        let name = String(repeating: "a", count: 5000)
        #expect(!Glob(String(repeating: "*a", count: 100) + "b").matches(name))
        let path = String(repeating: "a/", count: 1000)
        #expect(!Glob(String(repeating: "**/a/", count: 50) + "b").matches(path))
    }
}

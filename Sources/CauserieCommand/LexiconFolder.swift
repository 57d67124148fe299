import Causerie
import Lexicons
/// A folder of word lists that add to the embedded ones, named as those are: `units.tsv`.
struct LexiconFolder {
    let path: String

    /// The embedded lists with the changes of the folder's.
    ///
    /// - Throws: ``CommandFailure`` with ``ExitStatus/usage`` for a folder that cannot be read, a file that is named as
    ///   no list, and a list that is faulty.
    func lexicons() throws(CommandFailure) -> LexiconSet {
        var lexicons = LexiconSet.embedded
        let names = FolderListing.names(in: path).filter { $0.hasSuffix(".tsv") }
        guard !names.isEmpty else {
            throw CommandFailure(.usage, "\(path): no word list in it; name a folder of .tsv files")
        }
        for name in names {
            let file = path + (path.hasSuffix("/") ? "" : "/") + name
            guard let list = EmbeddedLexicon(rawValue: String(name.dropLast(4))) else {
                let known = EmbeddedLexicon.allCases.filter { !LexiconSet.fixed.contains($0) }.map(\.rawValue).sorted()
                throw CommandFailure(
                    .usage, "\(file): there is no list of that name; those are \(known.joined(separator: ", "))")
            }
            let bytes = try Input(file).read()
            do throws(LexiconError) {
                try lexicons.change(list, by: bytes, file: file)
            } catch {
                throw CommandFailure(.usage, error.description)
            }
        }
        return lexicons
    }
}

extension Analyzer {
    /// - Parameter folder: a folder of word lists, or `nil` for the embedded ones alone.
    init(lexiconFolder folder: String?) throws(CommandFailure) {
        let lexicons = try folder.map { path throws(CommandFailure) in try LexiconFolder(path: path).lexicons() }
        do { self = try Analyzer(lexicons: lexicons ?? .embedded) } catch {
            throw CommandFailure(.usage, "\(error)")
        }
    }
}

import TextModel

/// The file under which a report stands in brat's folder, without `.txt` and `.ann`, made from its id.
///
/// An id is a path, an address, or anything: its parts between slashes become folders, and every character that a file
/// system or brat could misread is written `=` with two hexadecimal digits, as in quoted-printable. Two ids never have
/// the same name.
struct BratFileName {
    /// With `/` between folders.
    let path: String

    /// - Parameters:
    ///   - fallback: for a report without id.
    ///   - format: named by an ending where the id has none that tells it.
    init(id: String?, fallback: String, format: DocumentFormat) {
        let parts = (id ?? fallback).split(separator: "/", omittingEmptySubsequences: false)
        var names = parts.map { Self.escaped(String($0)) }
        for index in names.indices.dropLast() where names[index].hasSuffix(".txt") || names[index].hasSuffix(".ann") {
            // A folder of that name could be in the way of a report's file.
            names[index] = String(names[index].dropLast(4)) + "=2E" + names[index].suffix(3)
        }
        let last = parts.last.map(String.init) ?? ""
        if !Self.endings(of: format).contains(where: { last.lowercased().hasSuffix($0) }) {
            names[names.count - 1] += "=" + (Self.endings(of: format).first ?? "")
        }
        path = names.joined(separator: "/")
    }

    private static let longest = 180

    private static func escaped(_ name: String) -> String {
        guard !name.isEmpty else { return "=" }
        var result = ""
        for (index, scalar) in name.unicodeScalars.enumerated() {
            let isPlain =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
                || scalar == "." && index > 0
            if isPlain { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
        }
        guard result.utf8.count > longest else { return result }
        // Too long for a file system: its beginning, and a hash of the whole.
        var prefix = ""
        for scalar in result.unicodeScalars where prefix.utf8.count < longest - 20 {
            prefix.unicodeScalars.append(scalar)
        }
        return prefix + "==" + String(hash(name), radix: 16)
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.map { byte in
            "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    static func endings(of format: DocumentFormat) -> [String] {
        switch format {
        case .markdown: [".md", ".markdown", ".mdx", ".qmd", ".rmd"]
        case .html: [".html", ".htm", ".xhtml"]
        case .asciidoc: [".adoc", ".asciidoc", ".asc"]
        case .rst: [".rst", ".rest"]
        case .text: [".txt", ".text"]
        }
    }
}

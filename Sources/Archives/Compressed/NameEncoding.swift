#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes libarchive give names in UTF-8, which it converts to the encoding of the locale: in that of a program that sets
/// none, and under `LC_ALL=C`, it would give none at all for a name with accents.
final class NameEncoding {
    private let locale: locale_t?

    init() {
        #if canImport(Glibc)
            locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        #else
            locale = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", nil)
        #endif
    }

    deinit { if let locale { freelocale(locale) } }

    /// Does something on this thread alone.
    func used<Result>(_ body: () -> Result) -> Result {
        guard let locale else { return body() }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return body()
    }
}

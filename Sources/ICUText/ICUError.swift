import CICU

/// A failure that ICU reported, or that the use of its tables met.
public struct ICUError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Where a set of break rules is wrong, as `UParseError` tells it.
    public struct RuleLocation: Equatable, Sendable {
        /// The line, counted from 1.
        public let line: Int
        /// The offset within the line in UTF-16 units, counted from 0.
        public let offset: Int
        /// The rule text just before and after the place, at most 15 UTF-16 units each.
        public let before: String
        public let after: String
    }

    /// ICU's own name of the code, such as `U_BRK_RULE_SYNTAX`.
    public let name: String
    /// What was being done, in words that stand after "while": "compiling break rules".
    public let operation: String
    /// Set for break rules that do not compile.
    public let location: RuleLocation?

    public var description: String {
        guard let location else { return "ICU reported \(name) while \(operation)" }
        return "ICU reported \(name) while \(operation), at line \(location.line), offset \(location.offset), "
            + "between “\(location.before)” and “\(location.after)”"
    }

    init(_ code: CICU_UErrorCode, _ operation: String, location: RuleLocation? = nil) {
        self.name = icu_u_errorName(code).map { String(cString: $0) } ?? "U_ERROR_\(code.rawValue)"
        self.operation = operation
        self.location = location
    }

    /// A failure found on this side of the boundary, under ICU's name for its kind.
    static func invalidFormat(_ operation: String) -> ICUError { ICUError(U_INVALID_FORMAT_ERROR, operation) }
}

extension CICU_UErrorCode {
    /// ICU's codes above zero are failures; those below are warnings.
    var isFailure: Bool { rawValue > U_ZERO_ERROR.rawValue }
}

/// Calls an ICU function with a fresh status and throws what it reports.
@inline(__always)
func withStatus<Result: ~Copyable>(
    _ operation: @autoclosure () -> String,
    _ body: (inout CICU_UErrorCode) -> Result
) throws(ICUError) -> Result {
    var status = U_ZERO_ERROR
    let result = body(&status)
    if status.isFailure { throw ICUError(status, operation()) }
    return result
}

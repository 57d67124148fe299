/// How many times as long work takes on a large input as on a small one.
///
/// Each is timed up to six times and the shortest counts, since what else the machine does only adds time; the first pair
/// within the limit ends it.
///
/// - Parameters:
///   - limit: the growth above which it is measured again.
///   - work: what is timed, given the size of its input.
public func growth(from small: Int, to large: Int, limit: Double, of work: (Int) throws -> Void) throws -> Double {
    func seconds(_ size: Int) throws -> Double { try ContinuousClock().measure { try work(size) } / .seconds(1) }
    var (shortest, longest) = (Double.infinity, Double.infinity)
    for _ in 0..<6 {
        shortest = min(shortest, try seconds(small))
        longest = min(longest, try seconds(large))
        if longest < limit * max(shortest, clockNoise) { break }
    }
    return longest / max(shortest, clockNoise)
}

/// In seconds; what takes less than this is counted as taking as long.
private let clockNoise = 0.002

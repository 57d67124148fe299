extension JSONWriter {
    /// A member of the open object.
    ///
    /// - Parameter value: valid UTF-8.
    public mutating func add(_ key: StaticString, utf8 value: ArraySlice<UInt8>) {
        self.key(key)
        add(utf8: value)
    }

    public mutating func add(_ key: StaticString, _ value: Bool) {
        self.key(key)
        add(value)
    }

    public mutating func add(_ key: StaticString, _ value: String?) {
        self.key(key)
        if let value { add(value) } else { addNull() }
    }

    public mutating func add(_ key: StaticString, _ value: Int?) {
        self.key(key)
        if let value { add(value) } else { addNull() }
    }

    public mutating func add(_ key: StaticString, _ value: Double?, decimals: Int) {
        self.key(key)
        if let value { add(value, decimals: decimals) } else { addNull() }
    }

    public mutating func add(_ key: StaticString, _ values: [String]) {
        self.key(key)
        beginArray()
        for value in values { add(value) }
        endArray()
    }
}

import ArgumentParser

/// All flags of `extract`, which are all keys of the configuration.
struct ExtractOptions: ParsableArguments {
    @OptionGroup(title: "Inputs") var input: InputFlags
    @OptionGroup(title: "Records") var record: RecordFlags
    @OptionGroup(title: "The run") var run: RunFlags
    @OptionGroup(title: "Configuration") var configuration: ConfigurationFlags
}

import ArgumentParser

/// The flags that say where the configuration is; read before all others, see ``CommandArguments``.
struct ConfigurationFlags: ParsableArguments {
    @Option(help: "The file with the configuration (default: causerie.yaml, if it is there).", completion: .file())
    var config: String?

    @Flag(help: "Take no configuration from a file.")
    var noConfig = false
}

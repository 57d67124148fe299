/// What brat needs to know of the types, to show annotations and to let people change them: `annotation.conf`.
public enum BratConfiguration {
    public static let fileName = "annotation.conf"

    /// See https://brat.nlplab.org/configuration.html.
    public static var bytes: [UInt8] {
        var lines = ["[entities]"]
        lines += BratType.allCases.filter { !$0.isEvent }.map(\.rawValue)
        lines += [
            "", "[relations]", "<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
            "Equiv Arg1:Person, Arg2:Person, <REL-TYPE>:symmetric-transitive",
            "", "[events]",
            "Talk Heading?:Heading, Title?:Title, Speaker*:Person, List*:List, Cue*:Cue, Link*:Link",
            "List Intro?:Intro, Item*:Item",
            "", "[attributes]",
        ]
        for attribute in BratAttribute.all {
            let values = attribute.values.map { ", Value:" + $0.joined(separator: "|") } ?? ""
            lines.append("\(attribute.name) Arg:\(attribute.type.rawValue)\(values)")
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}

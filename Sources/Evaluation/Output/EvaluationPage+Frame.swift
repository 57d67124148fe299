extension EvaluationPage {
    static let head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Evaluation</title><style>
        body { font: 15px/1.45 sans-serif; margin: 1.5em; color: #222 }
        table { border-collapse: collapse; margin: .7em 0 }
        td, th { border-bottom: 1px solid #ddd; padding: .15em .6em; text-align: left; vertical-align: top }
        .scores td + td, .scores th + th { text-align: right; font-variant-numeric: tabular-nums }
        summary { cursor: pointer; padding: .2em 0; font-weight: bold }
        summary span { color: #888; font-weight: normal }
        form { position: sticky; top: 0; background: #fff; padding: .5em 0; border-bottom: 1px solid #888 }
        label { white-space: nowrap; padding: 0 .3em }
        i { color: #666 }
        .missed { background: #fde0dc } .spurious { background: #ffe9c7 } .wrong { background: #fff6b8 }
        .right { background: #e5f5e2 }
        .texts { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5em }
        .text { white-space: pre-wrap; font-size: 13px }
        mark { background: #e4e4f8 } mark.heading { font-weight: bold; background: #ddd }
        mark.positive { background: #bfe8b8 } mark.negative { background: #f6b9b0 }
        mark.person { text-decoration: underline } mark.intro { font-style: italic }
        </style></head><body>

        """

    static let script = """
        const boxes = [...document.querySelectorAll("input")];
        function filter() {
          const on = name => new Set(boxes.filter(b => b.name === name && b.checked).map(b => b.value));
          const kinds = on("kind"), layers = on("layer");
          for (const row of document.querySelectorAll("tr[data-kind]"))
            row.hidden = !(kinds.has(row.dataset.kind) && layers.has(row.dataset.layer));
        }
        for (const box of boxes) box.addEventListener("change", filter);
        for (const [id, state] of [["none", false], ["all", true]])
          document.getElementById(id).addEventListener("click", () => {
            for (const box of boxes) if (box.name === "layer") box.checked = state;
            filter();
          });
        filter();
        """
}

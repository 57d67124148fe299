"""Scores of `causerie evaluate`, and tables of them between two comment marks of a Markdown file."""
import json
import os
import pathlib
import subprocess
import sys
from typing import NamedTuple

CAUSERIE = os.environ.get("CAUSERIE", ".build/release/causerie")


class Column(NamedTuple):
    title: str
    folder: pathlib.Path


def columns():
    """The sets of reports, by folder; the real ones are no part of the project, and may not be there."""
    shared = os.environ.get("CAUSERIE_SHARED")
    real = pathlib.Path(shared, "gold", "dev") if shared else pathlib.Path("gold", "dev")
    corpus = [Column(f"corpus, {split}", pathlib.Path("Corpus", split)) for split in ("train", "dev", "test")]
    return [Column("real reports", real), *corpus]


def run(*arguments):
    return subprocess.run(
        [CAUSERIE, *map(str, arguments)], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def evaluate(folder, *options):
    return json.loads(run("evaluate", folder, "--format", "json", *options))


def value_and_interval(layer):
    if layer["value"] is None:
        return "n/a", ""
    low, high = layer["interval"]
    return f"{layer['value']:.2f}", f"{low:.2f}–{high:.2f}"


class MarkedTable:
    """The table between `<!-- NAME -->` and `<!-- /NAME -->`."""

    def __init__(self, path, name):
        self.path, self.marks = pathlib.Path(path), (f"<!-- {name} -->\n", f"<!-- /{name} -->\n")
        text = self.path.read_text(encoding="utf-8")
        if [text.count(mark) for mark in self.marks] != [1, 1]:
            sys.exit(f"{path}: there must be one {self.marks[0].strip()} and one {self.marks[1].strip()}")
        self.before, rest = text.split(self.marks[0])
        self.table, self.after = rest.split(self.marks[1])

    def cells(self):
        """The cells by the labels before them and their column's title."""
        lines = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in self.table.splitlines()]
        lines = [line for line in lines if len(line) > 1]
        if not lines:
            return {}
        labels = sum(not cell for cell in lines[0])
        return {
            (*line[:labels], title): cell
            for line in lines[2:]
            for title, cell in list(zip(lines[0], line))[labels:]
        }

    def text(self, titles, rows):
        """A table of rows of labels and values; a value that is None stays as it stands now."""
        old = self.cells()
        labels = len(rows[0]) - len(titles)
        lines = ["| " * labels + "| " + " | ".join(titles) + " |", "|---" * len(rows[0]) + "|"]
        for row in rows:
            head, values = row[:labels], row[labels:]
            kept = [
                old.get((*head, title), "–") if value is None else value for title, value in zip(titles, values)
            ]
            lines.append("| " + " | ".join([*head, *kept]) + " |")
        return "\n".join(lines) + "\n"

    def write(self, text):
        self.path.write_text(self.before + self.marks[0] + text + self.marks[1] + self.after, encoding="utf-8")

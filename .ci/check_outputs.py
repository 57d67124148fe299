"""Checks what `causerie extract` writes in other formats than its own, by programs that others wrote.

check_outputs.py CAUSERIE CORPUS

CSV is read by Python, linked data is expanded by pyld and its terms are looked up in rdflib's copy of schema.org's
vocabulary, SQLite is read by Python's sqlite3, Parquet is written and read by DuckDB, and annotations for brat are made
into gold again, against which the records must score 1. Ends with “N passed, N failed”.
"""
import csv
import io
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import duckdb
from pyld import jsonld
from rdflib.namespace import SDO

from tally import check, finish


def run(*arguments):
    return subprocess.run([CAUSERIE, *arguments], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")


def extract(format, *arguments):
    return run("extract", CORPUS, "--exclude", "README.md", "--format", format, *arguments)


def check_talks():
    talks = [(record, talk) for record in records for talk in record["talks"]]
    lines = [json.loads(line) for line in extract("talks").splitlines()]
    rows = list(csv.DictReader(io.StringIO(extract("talks-csv"), newline=""), strict=True))
    check(len(rows) == len(lines) == len(talks) > 0, f"{len(talks)} talks gave {len(rows)} rows of CSV, {len(lines)} lines")
    for (record, talk), line, row in zip(talks, lines, rows):
        name = f"{record['source']['id']} {talk['id']}"
        check(list(row) == list(line), f"{name}: CSV and NDJSON have other columns")
        check(row == {k: "" if v is None else str(v) for k, v in line.items()}, f"{name}: CSV and NDJSON differ")
        check((line["source_id"], line["talk_id"], line["title"]) == (record["source"]["id"], talk["id"], talk["title"]),
              f"{name}: another talk stands in the row")
        names = [speaker["name"] for speaker in talk["speakers"] if speaker["name"]]
        check(line["speakers"] == ("; ".join(names) or None), f"{name}: other speakers")


# JSON-LD is expanded without the network: schema.org's context is this, and a term that it lacks is lost on expansion,
# which is noticed.
CONTEXT = {term: f"https://schema.org/{term}" for term in SDO.__annotations__}
CONTEXT["url"] = {"@id": "https://schema.org/url", "@type": "@id"}


def load_context(url, options):
    check(url.rstrip("/") == "https://schema.org", f"an unknown context: {url}")
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}, "contentType": "application/ld+json"}


def terms(value):
    """Every property and type of a JSON value, as often as it comes."""
    if isinstance(value, list):
        for element in value:
            yield from terms(element)
    elif isinstance(value, dict):
        for key, member in value.items():
            if key == "@type":
                yield from member if isinstance(member, list) else [member]
            elif not key.startswith("@"):
                yield key
            if key != "@context":
                yield from terms(member)


def check_linked_data():
    lines = extract("jsonld").splitlines()
    check(len(lines) == len(records), f"{len(records)} records gave {len(lines)} lines of linked data")
    seen = set()
    for line, record in zip(lines, records):
        value = json.loads(line)
        expanded = jsonld.expand(value, {"documentLoader": load_context})
        before, after = sorted(terms(value)), sorted(terms(expanded))
        check([f"https://schema.org/{term}" for term in before] == after,
              f"{record['source']['id']}: terms are lost on expansion: {set(before) - {t.rpartition('/')[2] for t in after}}")
        check(len(expanded) == 1 and before.count("Review") <= before.count("Event"), f"{record['source']['id']}: no one tree")
        events = sum(term == "Event" for term in before)
        check(events == len(record["talks"]) + (1 if "about" in value else 0), f"{record['source']['id']}: {events} events")
        seen |= set(before)
    for term in sorted(seen):
        check(term in SDO.__annotations__, f"schema.org has no term {term}")
    check({"BlogPosting", "Event", "subEvent", "Person", "performer", "Review"} <= seen, "a kind of node never comes")


def check_database(folder):
    path = str(folder / "reports.sqlite")
    for _ in range(2):
        extract("sqlite", "--output", path)
    extract("sqlite", "--output", path, "--resume")
    database = sqlite3.connect(path)

    def count(table):
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def everywhere(record, key):
        return record[key] + [value for talk in record["talks"] for value in talk[key]]

    for table, expected in {
        "reports": len(records),
        "talks": sum(len(record["talks"]) for record in records),
        "speakers": sum(len(talk["speakers"]) for record in records for talk in record["talks"]),
        "persons": sum(len(record["persons"]) for record in records),
        "bullets": sum(len(list_["items"]) for record in records for list_ in everywhere(record, "lists")),
        "cues": sum(len(everywhere(record, "cues")) for record in records),
        "links": sum(len(everywhere(record, "links")) for record in records),
    }.items():
        check(count(table) == expected, f"{count(table)} rows in {table}, not {expected}, after two runs")
    check([json.loads(row[0]) for row in database.execute("SELECT record FROM reports ORDER BY source_id")]
          == sorted(records, key=lambda record: record["source"]["id"].encode()), "the records in the database differ")
    check(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "the database is damaged")
    check(database.execute("PRAGMA foreign_key_check").fetchall() == [], "rows hang in the air")
    for table, column in {"reports": "title", "talks": "title", "bullets": "text"}.items():
        database.execute(f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)")
        texts = [row[0] for row in database.execute(f"SELECT {column} FROM {table}")]
        word = max((word for text in texts if text for word in text.split() if word.isalpha()), key=len)
        found = database.execute(f"SELECT count(*) FROM {table}_search WHERE {table}_search MATCH ?", [word]).fetchone()[0]
        check(found >= sum(word in (text or "").split() for text in texts) > 0, f"{table}_search does not find “{word}”")


def check_parquet(folder):
    lines, parquet = folder / "reports.ndjson", folder / "reports.parquet"
    extract("ndjson", "--output", str(lines))
    columns = run("schema", "--format", "duckdb")
    duckdb.sql(f"COPY (FROM read_json('{lines}', format = 'newline_delimited', columns = {columns})) TO '{parquet}'")
    read = duckdb.sql(f"FROM '{parquet}' ORDER BY source.id")
    direct = duckdb.sql(f"FROM read_json('{lines}', format = 'newline_delimited', columns = {columns}) ORDER BY source.id")
    check(list(map(str, read.types)) == list(map(str, direct.types)), "Parquet has other types than the schema")
    check(read.fetchall() == direct.fetchall(), "Parquet has other values than the records")


def check_brat(folder):
    brat, gold = folder / "brat", folder / "gold"
    extract("brat", "--output", str(brat))
    texts, annotations = sorted(brat.rglob("*.txt")), sorted(brat.rglob("*.ann"))
    check([t.with_suffix("") for t in texts] == [a.with_suffix("") for a in annotations], "a text without annotations")
    check(len(texts) == len(records), f"{len(records)} records gave {len(texts)} texts")
    for text, annotation in zip(texts, annotations):
        content = text.read_bytes().decode("utf-8")
        for line in annotation.read_bytes().decode("utf-8").split("\n"):
            if line.startswith("T"):
                _, place, covered = line.split("\t")
                fragments = [part.split() for part in place.partition(" ")[2].split(";")]
                check(" ".join(content[int(start):int(end)] for start, end in fragments) == covered,
                      f"{annotation}: another text stands at {line}")
    run("gold-from-brat", str(brat), "--output", str(gold))
    check(len(list(gold.glob("*.json"))) == len(records), "a report has no gold")
    lines = folder / "brat.ndjson"
    extract("ndjson", "--output", str(lines))
    scores = json.loads(run("evaluate", str(gold), "--records", str(lines), "--format", "json"))
    for name, layer in scores["layers"].items():
        check(layer["value"] in (None, 1), f"against their own gold the records score {layer['value']} in {name}")


CAUSERIE, CORPUS = sys.argv[1:]
records = [json.loads(line) for line in extract("ndjson").splitlines()]
check(len(records) > 10, f"only {len(records)} records")
with tempfile.TemporaryDirectory() as name:
    check_talks()
    check_linked_data()
    check_database(pathlib.Path(name))
    check_parquet(pathlib.Path(name))
    check_brat(pathlib.Path(name))

finish()

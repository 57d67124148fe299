"""Checks what `causerie schema` prints against records, by programs that others wrote.

check_schema.py CAUSERIE FOLDER…

Every record of the documents in the folders is validated by the package jsonschema, and must have its members in the
schema's order. DuckDB then loads the records with the printed column types: all of them, and each half, since columns
that are empty throughout one half must have the same type as in the other. Ends with “N passed, N failed”.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import duckdb
import jsonschema

from tally import check, finish

ENDINGS = {".md", ".markdown", ".txt", ".html", ".adoc", ".rst"}


def run(*arguments):
    return subprocess.run([CAUSERIE, *arguments], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")


def in_order(value, schema):
    """Whether the members of every object stand as the schema has them."""
    if "anyOf" in schema:
        return value is None or in_order(value, schema["anyOf"][0])
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict):
        members = schema["properties"]
        return list(value) == list(members) and all(in_order(value[name], members[name]) for name in value)
    if isinstance(value, list):
        return all(in_order(element, schema["items"]) for element in value)
    return True


def faulty(record):
    """The record with one fault each; a schema that lets one through checks nothing."""
    for name in record:
        changed = copy.deepcopy(record)
        del changed[name]
        yield f"without {name}", changed
        changed = copy.deepcopy(record)
        changed[name] = {"unknown": 1}
        yield f"another type of {name}", changed
    yield "an unknown member", record | {"unknown": None}
    yield "another version", record | {"schema_version": 2}
    yield "a missing inner member", record | {"event": {k: v for k, v in record["event"].items() if k != "rule"}}
    yield "a date that is none", record | {"event": record["event"] | {"start_date": "hier"}}
    yield "an unknown choice", record | {"offset_unit": "bits"}


def load(lines):
    """The columns' names and types in DuckDB, and what must add up over the halves."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        source = f"read_json('{file.name}', format = 'newline_delimited', columns = {COLUMNS})"
        table = duckdb.sql(f"SELECT * FROM {source}")
        sums = duckdb.sql(
            "SELECT count(*), coalesce(sum(len(talks)), 0), coalesce(sum(len(persons)), 0), count(event.start_date), "
            f"coalesce(sum(list_sum([len(talk.cues) FOR talk IN talks])), 0) FROM {source}"
        ).fetchall()[0]
        return list(zip(table.columns, map(str, table.types))), [int(number) for number in sums]


def expected(records):
    return [
        len(records),
        sum(len(record["talks"]) for record in records),
        sum(len(record["persons"]) for record in records),
        sum(record["event"]["start_date"] is not None for record in records),
        sum(len(talk["cues"]) for record in records for talk in record["talks"]),
    ]


CAUSERIE = sys.argv[1]
SCHEMA = json.loads(run("schema"))
COLUMNS = run("schema", "--format", "duckdb")
documents = sorted(
    str(path) for folder in sys.argv[2:] for path in pathlib.Path(folder).rglob("*") if path.suffix in ENDINGS
)
lines = run("extract", *documents).splitlines(keepends=True)
records = [json.loads(line) for line in lines]
check(documents and len(records) == len(documents), f"{len(documents)} documents gave {len(records)} records")

jsonschema.Draft202012Validator.check_schema(SCHEMA)
validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
for document, record in zip(documents, records):
    error = jsonschema.exceptions.best_match(validator.iter_errors(record))
    check(error is None, f"{document}: {error and error.json_path}: {error and error.validator}")
    check(in_order(record, SCHEMA), f"{document}: members out of order")
for fault, record in faulty(records[0]):
    check(not validator.is_valid(record), f"the schema accepts {fault}")

half = len(lines) // 2
whole, sums = load(lines)
first, first_sums = load(lines[:half])
second, second_sums = load(lines[half:])
check(sums == expected(records), f"DuckDB counts {sums}, not {expected(records)}")
check(whole == first == second, "DuckDB gives the halves other types than the whole")
check([a + b for a, b in zip(first_sums, second_sums)] == sums, "the halves do not add up in DuckDB")
check([name for name, _ in whole] == list(SCHEMA["properties"]), "DuckDB's columns are not the schema's members")

finish()

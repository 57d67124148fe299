#!/usr/bin/env python3
"""Derive names that the statistics of name_lists.py do not hold: names_of_the_world.py SOURCES DATA

SOURCES is a folder with the unpacked packages named below; DATA is where the lists of name_lists.py are and where these
are written. Only names are taken over.

    faker/      PyPI Faker 40.63.0: names of some seventy countries
    dict/       Debian wfrench and wamerican (french, american-english)
"""
import glob, pathlib, re, sys, unicodedata

FRENCH_OR_ENGLISH = {"fr_FR", "en_US", "en", "en_GB", "fr_QC", "en_TH"}
CYRILLIC = dict(zip("абвгдезийклмнопрстуфхцчшщъыьэюяіїєґёж", (
    "a b v g d e z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g e zh").replace("_", "").split(" ")))
HANGUL = (
    "g kk n d tt r m b pp s ss _ j jj ch k t p h".replace("_", "").split(" "),
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" "),
    "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p h".replace("_", "").split(" "))


def key(text):
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").strip()
    text = "".join(CYRILLIC.get(c, c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text.translate(str.maketrans("łøđıßð", "lodisd"))


def forms(name):
    if name and all("가" <= c <= "힣" for c in name):
        syllables = []
        for c in name:
            code = ord(c) - 0xAC00
            syllables.append(HANGUL[0][code // 588] + HANGUL[1][code % 588 // 28] + HANGUL[2][code % 28])
        return {"".join(syllables), "-".join(syllables)} if len(syllables) > 1 else set()
    return {key(name)}


def is_word(text):
    return len(text) > 2 and all(c.isascii() and (c.isalpha() or c in "-'") for c in text) and text[0].isalpha()


def first_column(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if line and not line.startswith("#")}


def dictionary(path):
    with open(path, encoding="utf-8") as lines:
        return {key(line) for line in map(str.strip, lines) if line[:1].islower() and "'" not in line}


def names(sources):
    sys.path.insert(0, sources)
    import importlib
    given, family = set(), set()
    for folder in sorted(glob.glob(f"{sources}/faker/providers/person/*_*") + glob.glob(f"{sources}/faker/providers/person/sw")):
        locale = pathlib.Path(folder).name
        if locale in FRENCH_OR_ENGLISH or locale.startswith("__"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if not isinstance(values, (tuple, list, dict, set, frozenset)):
                continue
            target = given if "first_name" in attribute else family if "last_name" in attribute else None
            if target is None:
                continue
            for value in values:
                for part in value if isinstance(value, (tuple, list)) else [value]:
                    if isinstance(part, str) and " " not in part:
                        target |= forms(part)
    return {n for n in given if is_word(n)}, {n for n in family if is_word(n)}


def write(path, comment, name, rows):
    with open(path, "w", encoding="utf-8") as out:
        for line in comment:
            out.write(f"# {line}\n")
        out.write(f"# source: Faker 40.63.0 (https://github.com/joke2k/faker)\n# licence: facts (Faker: MIT)\n# columns: {name}\n")
        for row in rows:
            out.write(f"{row}\n")


def main():
    sources, data = sys.argv[1:3]
    given, family = names(sources)
    words = dictionary(f"{sources}/dict/usr/share/dict/french") | dictionary(
        f"{sources}/dict/usr/share/dict/american-english")
    others = first_column(f"{data}/technologies.tsv") | first_column(f"{data}/towns.tsv")
    for stops in ("name_stops", "organisation_words", "role_words"):
        others |= first_column(f"{data}/{stops}.tsv")
    known = first_column(f"{data}/given_names.tsv")
    families = first_column(f"{data}/family_names.tsv")
    given = {n for n in given - known - words - others - families if not ("-" in n and all(p in known for p in n.split("-")))}
    family = family - families - words - others - known - given
    write(
        f"{data}/given_names_elsewhere.tsv",
        ["Given names of other countries that the statistics of given_names.tsv do not hold, without accents, in lower case;",
         "those that are words, towns, products or family names of France too are left out. Made by names_of_the_world.py."],
        "name", sorted(given))
    write(
        f"{data}/family_names_elsewhere.tsv",
        ["Family names of other countries that family_names.tsv does not hold, without accents, in lower case; those that are",
         "given names, words, towns or products too are left out. Made by names_of_the_world.py."],
        "name", sorted(family))


if __name__ == "__main__":
    main()

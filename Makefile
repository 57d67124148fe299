# The two commands of the README are `make run` and `make test`; each installs what is missing.

SAMPLE ?= Corpus/train/2019-03-25-front-et-moutarde.md
CORPUS = $(filter-out %.json,$(wildcard Corpus/train/*))
RULES = Sources/CLexicons/data/French
SCHEMA = Schema/report.v$(shell sed -n 's/.*static let schemaVersion = //p' Sources/TextModel/Record/Report.swift).json
# What the build needs, of Debian's packages.
PACKAGES = libicu-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libarchive-dev libsqlite3-dev pkg-config
SWIFT_FILES = Sources Tests Benchmarks/Sources Package.swift Benchmarks/Package.swift
BENCH = Benchmarks/.build/release/Layers
QUALITY = Benchmarks/quality

.PHONY: run build test fuzz lint format rules check-quality scores baselines schema check-schema check-outputs \
	check-recipes docs bench check-bench bench-pipeline bench-instructions leaks clean

# The record of one report, for people.
run: build
	.build/release/causerie extract --format pretty $(SAMPLE)

build:
	@.ci/setup $(PACKAGES)
	swift build -c release --product causerie

# In release, since the tests read megabytes.
test:
	@.ci/setup $(PACKAGES) unicode-data bzip2 util-linux cmark-gfm
	swift test -c release

# A million random and mutated texts: about fifteen seconds.
fuzz:
	CAUSERIE_FUZZ=1000000 swift test -c release --filter FuzzTests

lint:
	swift format lint --strict --recursive $(SWIFT_FILES)

format:
	swift format --in-place --recursive $(SWIFT_FILES)

# Compiles French.rbbi into the table that travels in the binary.
rules: build
	.build/release/causerie compile-rules $(RULES).rbbi $(RULES).brk
	swift build -c release --product causerie

# Writes the schema of this version of the record, which is never written again: another schema is another version.
schema: build
	@test ! -e $(SCHEMA) || { echo "$(SCHEMA) is there; raise Report.schemaVersion first" >&2; exit 1; }
	.build/release/causerie schema > $(SCHEMA)

# Scores on the corpus may not fall below what is pinned; `--update` beside `--gate` pins new ones. Those in the README
# must be today's; `make scores` writes them.
check-quality: build
	@.ci/setup python3
	.build/release/causerie evaluate Corpus --check
	.build/release/causerie evaluate Corpus --gate Corpus/floors.json
	$(QUALITY)/scores --check

# The scores of reports in the README; those of the real reports only where CAUSERIE_SHARED is set.
scores: build
	@.ci/setup python3
	$(QUALITY)/scores

# Writes the table of RESULTS.md: spaCy and others on the same gold. Its packages take 420 MB.
baselines: build $(QUALITY)/.venv/requirements.txt
	$(QUALITY)/.venv/bin/python $(QUALITY)/baselines

$(QUALITY)/.venv/requirements.txt: $(QUALITY)/requirements.txt
	@.ci/setup python3-venv
	python3 -m venv --clear $(QUALITY)/.venv
	$(QUALITY)/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	cp $< $@

# Records against the schema and in DuckDB, by independent programs.
check-schema: build
	@.ci/setup python3-venv
	@.ci/python
	.venv/bin/python .ci/check_schema.py .build/release/causerie Corpus $(wildcard $(CAUSERIE_SHARED)/gold/dev)

# Other formats than the record's own, by independent programs.
check-outputs: build
	@.ci/setup python3-venv
	@.ci/python
	.venv/bin/python .ci/check_outputs.py .build/release/causerie Corpus

# Every recipe of the documentation, as it stands there.
check-recipes: build
	@.ci/setup python3-venv jq sqlite3 parallel curl
	@.ci/python
	.ci/check_recipes .build/release/causerie

# The documentation of the library; a link in it that leads nowhere is an error.
docs: build
	.ci/docs .build/documentation

$(BENCH): .FORCE
	@.ci/setup $(PACKAGES)
	swift build -c release --package-path Benchmarks

.FORCE:

# Rates, and ratios to ICU's bare word iterator in the same run.
bench: $(BENCH)
	$(BENCH) $(CORPUS)

# Lower than what is reached, since the machines of CI are noisy: see CONTRIBUTING.md for the targets.
check-bench: $(BENCH)
	$(BENCH) $(CORPUS) --minimum-tokenizer 1.6 --minimum-text-layer 0.8 --minimum-markdown 0.5 --minimum-html 0.33 \
		--minimum-extract 0.02

# Memory on archives of a gigabyte, and what a second core gives: about fifteen minutes.
bench-pipeline: build
	Benchmarks/pipeline/measure .build/release/causerie

# Instructions for each byte, which do not depend on what else the machine does.
bench-instructions: $(BENCH)
	@.ci/setup valgrind
	Benchmarks/instructions $(BENCH) $(CORPUS)

# No byte may be lost for good: valgrind's exit status tells. It cannot read the debugging data of today's compilers,
# hence the stripped copy.
leaks: build
	@.ci/setup valgrind
	strip -o .build/stripped .build/release/causerie
	valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=1 \
		.build/stripped tokens $(SAMPLE) >/dev/null

clean:
	rm -rf .build Benchmarks/.build

/// The schema of the database.
///
/// `reports` has one row a record, and the whole record as JSON in `record`; the other tables hang on it and go with it.
/// Lists of texts (`authors`, `tags`, `handles`, `roles`) are JSON arrays, for `json_each`. Offsets count `offset_unit`.
/// `talk_id` is null for what belongs to no talk. Three tables of SQLite's FTS5 search titles and bullets, without regard
/// to accents and capitals; triggers keep them.
enum DatabaseSchema {
    /// `PRAGMA user_version`: raised with every change.
    static let version = 1
    /// `PRAGMA application_id`: “Caus”.
    static let applicationID = 0x4361_7573

    static let sql = """
        CREATE TABLE reports (
            id INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL UNIQUE,
            source_id TEXT, uri TEXT, media_type TEXT NOT NULL, encoding TEXT NOT NULL, bytes INTEGER NOT NULL,
            sha256 TEXT NOT NULL, extra TEXT,
            title TEXT, authors TEXT NOT NULL, published TEXT, published_source TEXT, url TEXT, language TEXT,
            tags TEXT NOT NULL,
            event_name TEXT, event_edition TEXT, event_place TEXT, event_start_date TEXT, event_end_date TEXT,
            event_period TEXT, event_date_source TEXT,
            offset_unit TEXT NOT NULL, stamp TEXT NOT NULL, record TEXT NOT NULL
        );
        CREATE INDEX reports_source_id ON reports (source_id);
        CREATE INDEX reports_published ON reports (published);
        CREATE INDEX reports_event ON reports (event_name, event_start_date);

        CREATE TABLE talks (
            id INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL REFERENCES reports (record_id) ON DELETE CASCADE,
            talk_id TEXT NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT, title_source TEXT,
            heading TEXT, attendance TEXT NOT NULL, speaker_status TEXT NOT NULL, reception TEXT NOT NULL, url TEXT,
            body_start INTEGER, body_end INTEGER,
            UNIQUE (record_id, talk_id)
        );
        CREATE INDEX talks_title ON talks (title);
        CREATE INDEX talks_reception ON talks (reception);

        CREATE TABLE persons (
            id INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL REFERENCES reports (record_id) ON DELETE CASCADE,
            person_id TEXT NOT NULL, name TEXT NOT NULL, given_name TEXT, family_name TEXT, handles TEXT NOT NULL,
            affiliation TEXT, roles TEXT NOT NULL, mentions INTEGER NOT NULL,
            UNIQUE (record_id, person_id)
        );
        CREATE INDEX persons_name ON persons (name);

        CREATE TABLE speakers (
            id INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL REFERENCES reports (record_id) ON DELETE CASCADE,
            talk_id TEXT NOT NULL, position INTEGER NOT NULL, person_id TEXT, name TEXT, unnamed_reason TEXT,
            rule TEXT NOT NULL, span_start INTEGER, span_end INTEGER,
            UNIQUE (record_id, talk_id, position),
            FOREIGN KEY (record_id, talk_id) REFERENCES talks (record_id, talk_id) ON DELETE CASCADE
        );
        CREATE INDEX speakers_name ON speakers (name);

        CREATE TABLE bullets (
            id INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL REFERENCES reports (record_id) ON DELETE CASCADE,
            talk_id TEXT, list_id TEXT NOT NULL, item_id TEXT NOT NULL, parent_id TEXT, depth INTEGER NOT NULL,
            ordered INTEGER NOT NULL, marker TEXT NOT NULL, intro TEXT, text TEXT NOT NULL,
            span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
            UNIQUE (record_id, list_id, item_id),
            FOREIGN KEY (record_id, talk_id) REFERENCES talks (record_id, talk_id) ON DELETE CASCADE
        );
        CREATE INDEX bullets_talk ON bullets (record_id, talk_id);

        CREATE TABLE cues (
            id INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL REFERENCES reports (record_id) ON DELETE CASCADE,
            talk_id TEXT, cue_id TEXT NOT NULL, text TEXT NOT NULL, polarity TEXT NOT NULL, strength INTEGER NOT NULL,
            negated INTEGER NOT NULL, holder TEXT NOT NULL, holder_person_id TEXT, target TEXT NOT NULL,
            rule TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
            UNIQUE (record_id, cue_id),
            FOREIGN KEY (record_id, talk_id) REFERENCES talks (record_id, talk_id) ON DELETE CASCADE
        );
        CREATE INDEX cues_talk ON cues (record_id, talk_id);

        CREATE TABLE links (
            id INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL REFERENCES reports (record_id) ON DELETE CASCADE,
            talk_id TEXT, kind TEXT NOT NULL, url TEXT NOT NULL, text TEXT NOT NULL,
            span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
            FOREIGN KEY (record_id, talk_id) REFERENCES talks (record_id, talk_id) ON DELETE CASCADE
        );
        CREATE INDEX links_talk ON links (record_id, talk_id);
        CREATE INDEX links_url ON links (url);

        """
        + [("reports", "title"), ("talks", "title"), ("bullets", "text")].map(search).joined()

    /// A search over one column of a table: an index without a copy of the text, and the triggers that keep it.
    private static func search(in table: String, _ column: String) -> String {
        let removal =
            "INSERT INTO \(table)_search (\(table)_search, rowid, \(column)) "
            + "VALUES ('delete', old.id, old.\(column));"
        let addition = "INSERT INTO \(table)_search (rowid, \(column)) VALUES (new.id, new.\(column));"
        return """
            CREATE VIRTUAL TABLE \(table)_search USING fts5(
                \(column), content = '\(table)', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
            );
            CREATE TRIGGER \(table)_search_insert AFTER INSERT ON \(table) BEGIN \(addition) END;
            CREATE TRIGGER \(table)_search_delete AFTER DELETE ON \(table) BEGIN \(removal) END;
            CREATE TRIGGER \(table)_search_update AFTER UPDATE ON \(table) BEGIN \(removal) \(addition) END;

            """
    }
}

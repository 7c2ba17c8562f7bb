"""The tables of the database, version by version; runs no SQL."""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE studies (
        id INTEGER PRIMARY KEY,                 -- order of arrival
        key BLOB NOT NULL UNIQUE,               -- Radiograph.study_key, UTF-8 with surrogates
        added_at REAL NOT NULL,                 -- UTC, seconds
        read_state TEXT NOT NULL DEFAULT 'unread',
        read_at REAL
    );
    CREATE TABLE files (
        id INTEGER PRIMARY KEY,
        path BLOB NOT NULL UNIQUE,              -- the bytes of the name, which need not be UTF-8
        identity TEXT NOT NULL,                 -- "size mtime_ns inode"; times after 2262 and inodes need 64 bits
        study INTEGER NOT NULL REFERENCES studies(id),
        header TEXT,                            -- JSON; NULL where it could not be read
        problem TEXT,                           -- JSON of the Prediction that says why
        content_hash TEXT,                      -- NULL until the engine has read the file
        override INTEGER NOT NULL DEFAULT 0,    -- the reader's wishes for scoring
        quarter_turns INTEGER NOT NULL DEFAULT 0,
        missing INTEGER NOT NULL DEFAULT 0,     -- was not there at the last complete scan
        added_at REAL NOT NULL
    );
    CREATE INDEX files_by_study ON files(study);
    CREATE TABLE results (                      -- equal key, equal number; outlives the file
        id INTEGER PRIMARY KEY,
        content_hash TEXT NOT NULL,
        scored_by TEXT NOT NULL,                -- ScoredBy.key
        quarter_turns INTEGER NOT NULL,
        override INTEGER NOT NULL,
        model_digest TEXT NOT NULL,
        preprocess_version INTEGER NOT NULL,
        document TEXT NOT NULL,
        maps BLOB NOT NULL,
        UNIQUE (content_hash, scored_by, quarter_turns, override)
    );
    CREATE TABLE failures (                     -- results about a file whose bytes nobody could hash
        file INTEGER NOT NULL REFERENCES files(id),
        model_digest TEXT NOT NULL,             -- '' where no model was asked
        quarter_turns INTEGER NOT NULL,
        override INTEGER NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (file, model_digest, quarter_turns, override)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE impressions (                  -- what the reader said; rows are only added, a study's newest counts
        id INTEGER PRIMARY KEY,
        study INTEGER NOT NULL REFERENCES studies(id),
        at TEXT NOT NULL,                       -- ISO 8601, UTC
        findings TEXT NOT NULL,                 -- JSON list of class names; [] takes back what was said before
        note TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX impressions_by_study ON impressions(study, id);
    CREATE TRIGGER impressions_stay BEFORE UPDATE ON impressions BEGIN
        SELECT RAISE(ABORT, 'impressions are only added');
    END;
    CREATE TRIGGER impressions_remain BEFORE DELETE ON impressions BEGIN
        SELECT RAISE(ABORT, 'impressions are only added');
    END;
    CREATE TABLE secrets (                      -- never leaves this file
        name TEXT PRIMARY KEY,
        value BLOB NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE files ADD COLUMN inverted INTEGER NOT NULL DEFAULT 0;  -- a wish of the reader, as override is
    CREATE TABLE results_of_3 (                 -- SQLite cannot change the key of a table that is there
        id INTEGER PRIMARY KEY,
        content_hash TEXT NOT NULL,
        scored_by TEXT NOT NULL,
        quarter_turns INTEGER NOT NULL,
        inverted INTEGER NOT NULL,
        override INTEGER NOT NULL,
        model_digest TEXT NOT NULL,
        preprocess_version INTEGER NOT NULL,
        document TEXT NOT NULL,
        maps BLOB NOT NULL,
        lungs BLOB,                             -- zones of the lungs, packed; the document says where they lie
        UNIQUE (content_hash, scored_by, quarter_turns, inverted, override)
    );
    INSERT INTO results_of_3
        SELECT id, content_hash, scored_by, quarter_turns, 0, override, model_digest, preprocess_version, document,
               maps, NULL
        FROM results;
    DROP TABLE results;
    ALTER TABLE results_of_3 RENAME TO results;
    CREATE TABLE failures_of_3 (
        file INTEGER NOT NULL REFERENCES files(id),
        model_digest TEXT NOT NULL,
        quarter_turns INTEGER NOT NULL,
        inverted INTEGER NOT NULL,
        override INTEGER NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (file, model_digest, quarter_turns, inverted, override)
    ) WITHOUT ROWID;
    INSERT INTO failures_of_3
        SELECT file, model_digest, quarter_turns, 0, override, document FROM failures;
    DROP TABLE failures;
    ALTER TABLE failures_of_3 RENAME TO failures;
    CREATE TABLE audit (                        -- what the reader did to how images are scored; rows are only added
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,                       -- ISO 8601, UTC
        study INTEGER NOT NULL REFERENCES studies(id),
        content_hash TEXT NOT NULL,             -- '' where the file was never read whole
        action TEXT NOT NULL,                   -- domain.deed.Action
        details TEXT NOT NULL                   -- JSON
    );
    CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit is only added to');
    END;
    CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit is only added to');
    END;
    """,
    """
    ALTER TABLE studies ADD COLUMN read_by TEXT NOT NULL DEFAULT '';
    ALTER TABLE studies ADD COLUMN urgency TEXT;                        -- the reader's word; NULL: as the study came
    ALTER TABLE studies ADD COLUMN ranked_at REAL;                      -- UTC, seconds: when its first result was kept
    UPDATE studies SET ranked_at = -1                                   -- it was, and nobody wrote down when
        WHERE id IN (SELECT study FROM files WHERE content_hash IS NOT NULL);
    ALTER TABLE studies ADD COLUMN scores_seen INTEGER NOT NULL DEFAULT 0;
    UPDATE studies SET scores_seen = 1 WHERE read_state != 'unread';    -- there was no blind reading before
    ALTER TABLE impressions ADD COLUMN verdict TEXT;                    -- domain.impression.Verdict
    ALTER TABLE impressions ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'; -- JSON list of words
    ALTER TABLE impressions ADD COLUMN reader TEXT NOT NULL DEFAULT '';
    ALTER TABLE impressions ADD COLUMN blind INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE impressions ADD COLUMN recorded INTEGER NOT NULL DEFAULT 1;
    """,
    """
    CREATE TABLE list_rows (                    -- what a list needs of a study, worked out from the other tables
        study INTEGER PRIMARY KEY REFERENCES studies(id),
        model TEXT NOT NULL,                    -- whose results, and by which rules they were worked out
        files INTEGER NOT NULL,                 -- from how many files that are not missing
        waiting INTEGER NOT NULL,               -- how many of them have a header and no result
        numbers BLOB NOT NULL,                  -- study_facts.NUMBERS
        words BLOB NOT NULL,                    -- study_facts.WORDS, UTF-8 with surrogates
        blind_numbers BLOB,                     -- the same for a blind reader; NULL where there is no difference
        blind_words BLOB,
        patient BLOB NOT NULL,                  -- PatientID
        person BLOB NOT NULL                    -- family name and birth date
    );
    CREATE INDEX list_rows_by_patient ON list_rows(patient, model, person);
    CREATE INDEX files_by_content ON files(content_hash);
    CREATE TABLE stale_rows (study INTEGER PRIMARY KEY);  -- to be worked out before the transaction ends
    CREATE TRIGGER rows_of_new_files AFTER INSERT ON files BEGIN
        INSERT OR IGNORE INTO stale_rows VALUES (new.study);
    END;
    CREATE TRIGGER rows_of_changed_files AFTER UPDATE ON files BEGIN
        INSERT OR IGNORE INTO stale_rows VALUES (old.study), (new.study);
    END;
    CREATE TRIGGER rows_of_lost_files AFTER DELETE ON files BEGIN
        INSERT OR IGNORE INTO stale_rows VALUES (old.study);
    END;
    CREATE TRIGGER rows_of_read_studies AFTER UPDATE OF key, added_at, read_state, read_at, read_by, urgency ON studies
    BEGIN
        INSERT OR IGNORE INTO stale_rows VALUES (new.id);
    END;
    CREATE TRIGGER rows_of_new_results AFTER INSERT ON results BEGIN
        INSERT OR IGNORE INTO stale_rows SELECT study FROM files WHERE content_hash = new.content_hash;
    END;
    CREATE TRIGGER rows_of_changed_results AFTER UPDATE ON results BEGIN
        INSERT OR IGNORE INTO stale_rows
            SELECT study FROM files WHERE content_hash IN (old.content_hash, new.content_hash);
    END;
    CREATE TRIGGER rows_of_lost_results AFTER DELETE ON results BEGIN
        INSERT OR IGNORE INTO stale_rows SELECT study FROM files WHERE content_hash = old.content_hash;
    END;
    CREATE TRIGGER rows_of_new_failures AFTER INSERT ON failures BEGIN
        INSERT OR IGNORE INTO stale_rows SELECT study FROM files WHERE id = new.file;
    END;
    CREATE TRIGGER rows_of_changed_failures AFTER UPDATE ON failures BEGIN
        INSERT OR IGNORE INTO stale_rows SELECT study FROM files WHERE id IN (old.file, new.file);
    END;
    CREATE TRIGGER rows_of_lost_failures AFTER DELETE ON failures BEGIN
        INSERT OR IGNORE INTO stale_rows SELECT study FROM files WHERE id = old.file;
    END;
    CREATE TRIGGER rows_of_new_impressions AFTER INSERT ON impressions BEGIN
        INSERT OR IGNORE INTO stale_rows VALUES (new.study);
    END;
    CREATE TRIGGER stale_rows_go AFTER INSERT ON stale_rows BEGIN
        DELETE FROM list_rows WHERE study = new.study;
    END;
    """,
    """
    ALTER TABLE files ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;  -- its header need not be read again
    UPDATE files SET settled = 1 WHERE header IS NOT NULL             -- unless it is DICOM and lacks the priority of
        AND (instr(header, '"requested_priority":"') > 0              -- the request, which nobody asked for before
            OR instr(header, '"source":"dicom"') = 0);
    CREATE INDEX files_as_met ON files(missing, settled, path, identity);  -- all that a scan asks of an unchanged file
    """,
)
"""One script per schema version, oldest first; never edited once released."""

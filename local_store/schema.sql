CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE approvals (
	sequence INTEGER NOT NULL,
	request_id CHAR(32) NOT NULL,
	answered BOOLEAN NOT NULL,
	CONSTRAINT pk_approvals PRIMARY KEY (sequence),
	CONSTRAINT fk_approvals_sequence FOREIGN KEY(sequence) REFERENCES journal (sequence),
	CONSTRAINT uq_approvals_request_id UNIQUE (request_id, answered)
);

CREATE TABLE bookmarks (
	officer_id VARCHAR(60) NOT NULL,
	body TEXT NOT NULL,
	saved_at VARCHAR(32) NOT NULL,
	CONSTRAINT pk_bookmarks PRIMARY KEY (officer_id)
);

CREATE TABLE catalogue_packs (
	pack_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name VARCHAR(100) NOT NULL,
	version VARCHAR(60) NOT NULL,
	issued_on DATE,
	status VARCHAR(20) NOT NULL,
	note TEXT,
	imported_at VARCHAR(32) NOT NULL
, effective_from DATE, effective_to DATE, base VARCHAR(420), sha256 VARCHAR(64), signed_by VARCHAR(64), imported_by VARCHAR(60), admission TEXT);

CREATE TABLE catalogue_parts (
	kind VARCHAR(20) NOT NULL,
	pack_id INTEGER NOT NULL,
	body TEXT NOT NULL,
	CONSTRAINT pk_catalogue_parts PRIMARY KEY (kind, pack_id),
	CONSTRAINT fk_catalogue_parts_pack_id FOREIGN KEY(pack_id) REFERENCES catalogue_packs (pack_id)
);

CREATE TABLE deliveries (
	sequence INTEGER NOT NULL,
	dossier_id CHAR(32),
	state VARCHAR(12) NOT NULL,
	attempts INTEGER NOT NULL,
	problem TEXT,
	changed_at VARCHAR(32),
	CONSTRAINT pk_deliveries PRIMARY KEY (sequence),
	CONSTRAINT ck_deliveries_state_known CHECK (state IN ('waiting', 'sent', 'refused')),
	CONSTRAINT ck_deliveries_attempts_not_negative CHECK (attempts >= 0),
	CONSTRAINT fk_deliveries_sequence FOREIGN KEY(sequence) REFERENCES journal (sequence)
);

CREATE INDEX ix_deliveries_dossier_id_state ON deliveries (dossier_id, state);

CREATE INDEX ix_deliveries_state_sequence ON deliveries (state, sequence);

CREATE TABLE dossier_files (
	dossier_id CHAR(32) NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	CONSTRAINT pk_dossier_files PRIMARY KEY (dossier_id, sha256),
	CONSTRAINT fk_dossier_files_sha256 FOREIGN KEY(sha256) REFERENCES files (sha256)
)
 WITHOUT ROWID

;

CREATE VIRTUAL TABLE dossier_search USING fts5(
  search_text, content='dossiers', content_rowid='received_sequence',
  detail=none, columnsize=0, prefix='2 3 4 5 6', tokenize='ascii'
);

CREATE TABLE dossiers (
	received_sequence INTEGER NOT NULL,
	dossier_id CHAR(32) NOT NULL,
	code VARCHAR(60) NOT NULL,
	latest_sequence INTEGER NOT NULL,
	status VARCHAR(30) NOT NULL,
	owner_name VARCHAR(255) NOT NULL,
	submitter_name VARCHAR(255) NOT NULL,
	party_number VARCHAR(60),
	procedure_code VARCHAR(60) NOT NULL,
	procedure_name TEXT NOT NULL,
	handling_agency TEXT NOT NULL,
	channel VARCHAR(20) NOT NULL,
	received_on DATE NOT NULL,
	received_at VARCHAR(32) NOT NULL,
	due_at VARCHAR(32),
	fees_total_vnd BIGINT NOT NULL,
	documents_handed_in INTEGER NOT NULL,
	documents_wanted INTEGER NOT NULL,
	pages INTEGER NOT NULL,
	counter INTEGER NOT NULL,
	officer_id VARCHAR(60) NOT NULL,
	officer_name VARCHAR(255) NOT NULL,
	search_text TEXT NOT NULL,
	awaits_hand_over BOOLEAN NOT NULL,
	result_at_counter BOOLEAN NOT NULL,
	shelf VARCHAR(60),
	supplements INTEGER NOT NULL,
	dossier_version INTEGER NOT NULL, awaited_vnd BIGINT DEFAULT 0 NOT NULL, result_issued_at VARCHAR(32), twin_code VARCHAR(60), copies_to_sign INTEGER DEFAULT '0' NOT NULL, copies_to_stamp INTEGER DEFAULT '0' NOT NULL, field TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_dossiers PRIMARY KEY (received_sequence),
	CONSTRAINT uq_dossiers_code UNIQUE (code),
	CONSTRAINT uq_dossiers_dossier_id UNIQUE (dossier_id)
);

CREATE INDEX ix_dossiers_answered_at_once ON dossiers (received_sequence) WHERE status = 'received' AND awaits_hand_over = 0;

CREATE INDEX ix_dossiers_awaiting_hand_over ON dossiers (received_sequence) WHERE awaits_hand_over = 1;

CREATE INDEX ix_dossiers_awaiting_money ON dossiers (received_sequence) WHERE awaited_vnd > 0;

CREATE INDEX ix_dossiers_received_on_received_sequence ON dossiers (received_on, received_sequence);

CREATE INDEX ix_dossiers_result_issued_at ON dossiers (result_issued_at);

CREATE INDEX ix_dossiers_status_counter ON dossiers (status, counter, received_sequence);

CREATE INDEX ix_dossiers_status_due_at ON dossiers (status, due_at, counter);

CREATE INDEX ix_dossiers_status_field ON dossiers (status, field, received_sequence, counter);

CREATE INDEX ix_dossiers_status_field_due_at ON dossiers (status, field, due_at, counter);

CREATE INDEX ix_dossiers_status_received_sequence ON dossiers (status, received_sequence);

CREATE INDEX ix_dossiers_with_copies ON dossiers (received_sequence) WHERE copies_to_sign + copies_to_stamp > 0;

CREATE INDEX ix_dossiers_with_twin ON dossiers (received_sequence) WHERE twin_code IS NOT NULL;

CREATE TABLE draft_files (
	file_id CHAR(32) NOT NULL,
	draft_id CHAR(32) NOT NULL,
	arrival INTEGER NOT NULL,
	role VARCHAR(12) NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	size BIGINT NOT NULL,
	media_type VARCHAR(100) NOT NULL,
	pages INTEGER NOT NULL,
	source VARCHAR(120) NOT NULL,
	arrived_at VARCHAR(32) NOT NULL,
	clean VARCHAR(64),
	findings TEXT,
	CONSTRAINT pk_draft_files PRIMARY KEY (file_id),
	CONSTRAINT ck_draft_files_role_known CHECK (role IN ('page', 'file')),
	CONSTRAINT uq_draft_files_draft_id UNIQUE (draft_id, arrival)
);

CREATE INDEX ix_draft_files_sha256 ON draft_files (sha256);

CREATE TABLE drafts (
	draft_id CHAR(32) NOT NULL,
	officer_id VARCHAR(60) NOT NULL,
	code VARCHAR(20),
	procedure_code VARCHAR(60),
	body TEXT NOT NULL,
	saved_at VARCHAR(32) NOT NULL,
	expires_on DATE NOT NULL,
	CONSTRAINT pk_drafts PRIMARY KEY (draft_id),
	CONSTRAINT uq_drafts_code UNIQUE (code)
);

CREATE INDEX ix_drafts_officer_id_saved_at ON drafts (officer_id, saved_at);

CREATE TABLE files (
	sha256 VARCHAR(64) NOT NULL,
	size BIGINT NOT NULL,
	media_type VARCHAR(100) NOT NULL,
	pages INTEGER NOT NULL,
	state VARCHAR(12) NOT NULL,
	failures INTEGER NOT NULL,
	last_error VARCHAR(40),
	changed_at VARCHAR(32),
	CONSTRAINT pk_files PRIMARY KEY (sha256),
	CONSTRAINT ck_files_state_known CHECK (state IN ('waiting', 'sent')),
	CONSTRAINT ck_files_size_not_negative CHECK (size >= 0)
);

CREATE INDEX ix_files_state_failures_size_sha256 ON files (state, failures, size, sha256);

CREATE TABLE journal (
	sequence INTEGER NOT NULL,
	event_id CHAR(32) NOT NULL,
	dossier_id CHAR(32),
	body TEXT NOT NULL,
	hash VARCHAR(64) NOT NULL,
	CONSTRAINT pk_journal PRIMARY KEY (sequence),
	CONSTRAINT ck_journal_counts_from_one CHECK (sequence >= 1),
	CONSTRAINT uq_journal_event_id UNIQUE (event_id)
);

CREATE INDEX ix_journal_dossier_id_sequence ON journal (dossier_id, sequence);

CREATE TABLE log_pages (
	sequence INTEGER NOT NULL,
	year INTEGER NOT NULL,
	number INTEGER NOT NULL,
	counter INTEGER NOT NULL,
	page_on DATE NOT NULL,
	CONSTRAINT pk_log_pages PRIMARY KEY (sequence),
	CONSTRAINT fk_log_pages_sequence FOREIGN KEY(sequence) REFERENCES journal (sequence),
	CONSTRAINT uq_log_pages_year UNIQUE (year, number),
	CONSTRAINT uq_log_pages_counter UNIQUE (counter, page_on)
);

CREATE TABLE news (
	arrival INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	event_id CHAR(32) NOT NULL,
	dossier_id CHAR(32) NOT NULL,
	after_sequence INTEGER NOT NULL,
	body TEXT NOT NULL,
	CONSTRAINT uq_news_event_id UNIQUE (event_id)
);

CREATE INDEX ix_news_dossier_id_arrival ON news (dossier_id, arrival);

CREATE TABLE number_ranges (
	agency_code VARCHAR(35) NOT NULL,
	first INTEGER NOT NULL,
	last INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_number_ranges PRIMARY KEY (agency_code, first),
	CONSTRAINT ck_number_ranges_within_the_day CHECK (1 <= first AND first <= last AND last <= 9999)
);

CREATE TABLE numbers_used (
	agency_code VARCHAR(35) NOT NULL,
	day DATE NOT NULL,
	number INTEGER NOT NULL,
	CONSTRAINT pk_numbers_used PRIMARY KEY (agency_code, day, number)
)
 WITHOUT ROWID

;

CREATE TABLE officers (
	officer_id VARCHAR(60) NOT NULL,
	display_name VARCHAR(255) NOT NULL,
	role VARCHAR(20) NOT NULL,
	CONSTRAINT pk_officers PRIMARY KEY (officer_id)
);

CREATE TABLE "print_jobs" (
	job_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	dossier_id CHAR(32) NOT NULL,
	form VARCHAR(20) NOT NULL,
	paper VARCHAR(20) NOT NULL,
	queued_at VARCHAR(32) NOT NULL,
	state VARCHAR(12) NOT NULL,
	last_error VARCHAR(40),
	reason TEXT,
	printer VARCHAR(100),
	CONSTRAINT ck_print_jobs_state_known CHECK (state IN ('queued', 'printing', 'doubtful', 'failed', 'printed', 'replaced'))
);

CREATE INDEX ix_print_jobs_state_job_id ON print_jobs (state, job_id);

CREATE TABLE procedure_texts (
	text_id INTEGER NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	body TEXT NOT NULL,
	CONSTRAINT pk_procedure_texts PRIMARY KEY (text_id),
	CONSTRAINT uq_procedure_texts_sha256 UNIQUE (sha256)
);

CREATE TABLE procedures (
	code VARCHAR(60) NOT NULL,
	pack_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	text_id INTEGER,
	CONSTRAINT pk_procedures PRIMARY KEY (code, pack_id),
	CONSTRAINT fk_procedures_pack_id FOREIGN KEY(pack_id) REFERENCES catalogue_packs (pack_id),
	CONSTRAINT fk_procedures_text_id FOREIGN KEY(text_id) REFERENCES procedure_texts (text_id)
);

CREATE INDEX ix_procedures_pack_id_position ON procedures (pack_id, position);

CREATE TABLE ratings (
	sequence INTEGER NOT NULL,
	dossier_id CHAR(32) NOT NULL,
	act VARCHAR(20) NOT NULL,
	satisfaction VARCHAR(20) NOT NULL,
	rated_on DATE NOT NULL,
	CONSTRAINT pk_ratings PRIMARY KEY (sequence),
	CONSTRAINT fk_ratings_sequence FOREIGN KEY(sequence) REFERENCES journal (sequence),
	CONSTRAINT uq_ratings_dossier_id UNIQUE (dossier_id, act)
);

CREATE INDEX ix_ratings_rated_on_satisfaction ON ratings (rated_on, satisfaction);

CREATE TABLE remembered_people (
	number VARCHAR(50) NOT NULL,
	body TEXT NOT NULL,
	consented_at VARCHAR(32) NOT NULL,
	officer_id VARCHAR(60) NOT NULL,
	expires_on DATE NOT NULL,
	CONSTRAINT pk_remembered_people PRIMARY KEY (number)
);

CREATE TABLE saved_filters (
	officer_id VARCHAR(60) NOT NULL,
	body TEXT NOT NULL,
	CONSTRAINT pk_saved_filters PRIMARY KEY (officer_id)
);

CREATE TABLE scan_sessions (
	draft_id CHAR(32) NOT NULL,
	body TEXT NOT NULL,
	saved_at VARCHAR(32) NOT NULL,
	CONSTRAINT pk_scan_sessions PRIMARY KEY (draft_id)
);

CREATE TABLE secrets (
	name VARCHAR(60) NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_secrets PRIMARY KEY (name)
);

CREATE TABLE station (
	only INTEGER NOT NULL,
	station_id VARCHAR(60) NOT NULL,
	created_at VARCHAR(32) NOT NULL,
	CONSTRAINT pk_station PRIMARY KEY (only),
	CONSTRAINT ck_station_one_row CHECK (only = 1)
);

CREATE TABLE step_times (
	chance CHAR(32) NOT NULL,
	measured_on DATE NOT NULL,
	procedure_code VARCHAR(60) NOT NULL,
	person_s INTEGER NOT NULL,
	procedure_s INTEGER NOT NULL,
	papers_s INTEGER NOT NULL,
	money_s INTEGER NOT NULL,
	acceptance_s INTEGER NOT NULL,
	CONSTRAINT pk_step_times PRIMARY KEY (chance)
)
 WITHOUT ROWID

;

CREATE INDEX ix_step_times_measured_on ON step_times (measured_on);

CREATE TABLE sync_state (
	only INTEGER NOT NULL,
	news_cursor TEXT,
	last_contact_at VARCHAR(32),
	clock_offset_s DOUBLE,
	enrolment TEXT, pause TEXT, contact_boot_at VARCHAR(32),
	CONSTRAINT pk_sync_state PRIMARY KEY (only),
	CONSTRAINT ck_sync_state_one_row CHECK (only = 1)
);

CREATE TABLE till_entries (
	sequence INTEGER NOT NULL,
	kind VARCHAR(40) NOT NULL,
	shift_id CHAR(32),
	receipt_series VARCHAR(20),
	receipt_number INTEGER,
	CONSTRAINT pk_till_entries PRIMARY KEY (sequence),
	CONSTRAINT fk_till_entries_sequence FOREIGN KEY(sequence) REFERENCES journal (sequence),
	CONSTRAINT uq_till_entries_receipt_series UNIQUE (receipt_series, receipt_number)
);

CREATE INDEX ix_till_entries_kind_sequence ON till_entries (kind, sequence);

CREATE INDEX ix_till_entries_shift_id_sequence ON till_entries (shift_id, sequence);

CREATE TRIGGER dossiers_search_delete AFTER DELETE ON dossiers
BEGIN
  INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.received_sequence, old.search_text);
END;

CREATE TRIGGER dossiers_search_insert AFTER INSERT ON dossiers
BEGIN
  INSERT INTO dossier_search(rowid, search_text) VALUES (new.received_sequence, new.search_text);
END;

CREATE TRIGGER dossiers_search_update AFTER UPDATE OF search_text ON dossiers
WHEN old.search_text IS NOT new.search_text
BEGIN
  INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.received_sequence, old.search_text);
  INSERT INTO dossier_search(rowid, search_text) VALUES (new.received_sequence, new.search_text);
END;

CREATE TRIGGER journal_has_no_gap BEFORE INSERT ON journal
WHEN new.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
BEGIN
  SELECT RAISE(ABORT, 'the journal has no gap');
END;

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal never changes');
END;

CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal never shrinks');
END;


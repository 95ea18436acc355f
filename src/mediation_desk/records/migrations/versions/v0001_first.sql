CREATE TABLE centre (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    legal_kind TEXT NOT NULL,
    mediation_kind TEXT NOT NULL,
    area TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    court TEXT NOT NULL,
    lock_minutes INTEGER NOT NULL,
    meeting_lock_minutes INTEGER NOT NULL,
    backup_days INTEGER NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE point (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    name TEXT NOT NULL,
    point_kind TEXT NOT NULL,
    address TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE account (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    mediator_id BLOB,
    password TEXT NOT NULL,
    active INTEGER NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE role_grant (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    role TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_role_grant_account_id ON role_grant (account_id);

CREATE TABLE reset_code (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    digest TEXT NOT NULL,
    used_for BLOB,
    used_at TEXT,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE mediator (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    name TEXT NOT NULL,
    standing TEXT NOT NULL,
    full_time INTEGER NOT NULL,
    phone TEXT NOT NULL,
    term_from TEXT,
    term_to TEXT,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE subject (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    subject_kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sex TEXT NOT NULL,
    ethnicity TEXT NOT NULL,
    born_on TEXT,
    document_type TEXT NOT NULL,
    document_number TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    occupation TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    representative TEXT NOT NULL,
    representative_post TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE "case" (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    number TEXT NOT NULL,
    number_year INTEGER NOT NULL,
    number_infix TEXT NOT NULL,
    number_serial INTEGER NOT NULL,
    rules_on TEXT NOT NULL,
    title TEXT NOT NULL,
    point_id BLOB,
    mediation_kind TEXT NOT NULL,
    dispute_class TEXT NOT NULL,
    source TEXT NOT NULL,
    difficulty TEXT NOT NULL,
    in_writing INTEGER NOT NULL,
    applied_on TEXT,
    accepted_on TEXT,
    facts TEXT NOT NULL,
    mediator_ids TEXT NOT NULL,
    recorder TEXT NOT NULL,
    people INTEGER,
    in_public INTEGER NOT NULL,
    risks TEXT NOT NULL,
    risk_report TEXT NOT NULL,
    finish_by TEXT,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_case_number ON "case" (number);

CREATE INDEX ix_case_centre_id_number_year_number_infix_number_serial ON "case" (centre_id, number_year, number_infix, number_serial);

CREATE TABLE stage_change (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    stage TEXT NOT NULL,
    "on" TEXT NOT NULL,
    note TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_stage_change_case_id ON stage_change (case_id);

CREATE TABLE party (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    side TEXT NOT NULL,
    position INTEGER NOT NULL,
    agents TEXT NOT NULL,
    limited INTEGER NOT NULL,
    guardian TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_party_case_id ON party (case_id);

CREATE INDEX ix_party_subject_id ON party (subject_id);

CREATE TABLE claim (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    amount INTEGER,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_claim_case_id ON claim (case_id);

CREATE TABLE inquiry (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    at TEXT,
    place TEXT NOT NULL,
    investigators TEXT NOT NULL,
    questioned TEXT NOT NULL,
    present TEXT NOT NULL,
    recorder TEXT NOT NULL,
    minutes TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_inquiry_case_id ON inquiry (case_id);

CREATE TABLE evidence (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    evidence_kind TEXT NOT NULL,
    provider TEXT NOT NULL,
    original INTEGER NOT NULL,
    pages INTEGER,
    proves TEXT NOT NULL,
    submitted_on TEXT,
    checked_by TEXT NOT NULL,
    blobs TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_evidence_case_id ON evidence (case_id);

CREATE TABLE meeting (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    at TEXT,
    place TEXT NOT NULL,
    form TEXT NOT NULL,
    mediator_ids TEXT NOT NULL,
    recorder TEXT NOT NULL,
    present_ids TEXT NOT NULL,
    others TEXT NOT NULL,
    minutes TEXT NOT NULL,
    result TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_meeting_case_id ON meeting (case_id);

CREATE TABLE agreement (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number TEXT NOT NULL,
    form TEXT NOT NULL,
    facts TEXT NOT NULL,
    method TEXT NOT NULL,
    concluded_on TEXT,
    mediator_ids TEXT NOT NULL,
    recorder TEXT NOT NULL,
    court_copy INTEGER NOT NULL,
    court TEXT NOT NULL,
    blanks TEXT NOT NULL,
    confirm_by TEXT,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_agreement_case_id ON agreement (case_id);

CREATE TABLE term (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    agreement_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    term_kind TEXT NOT NULL,
    obligor_ids TEXT NOT NULL,
    obligee_ids TEXT NOT NULL,
    text TEXT NOT NULL,
    amount INTEGER,
    due TEXT,
    schedule TEXT NOT NULL,
    method TEXT NOT NULL,
    account TEXT NOT NULL,
    standard TEXT NOT NULL,
    consequence TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_term_agreement_id ON term (agreement_id);

CREATE INDEX ix_term_case_id ON term (case_id);

CREATE TABLE signing (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    agreement_id BLOB NOT NULL,
    paper_id BLOB,
    fact TEXT NOT NULL,
    party_id BLOB,
    mediator_id BLOB,
    "by" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    place TEXT NOT NULL,
    witness TEXT NOT NULL,
    reason TEXT NOT NULL,
    retracts BLOB,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_signing_agreement_id ON signing (agreement_id);

CREATE INDEX ix_signing_case_id ON signing (case_id);

CREATE TABLE performance (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    agreement_id BLOB NOT NULL,
    term_id BLOB,
    "on" TEXT NOT NULL,
    amount INTEGER,
    note TEXT NOT NULL,
    proof TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_performance_case_id ON performance (case_id);

CREATE TABLE paper (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    paper_kind TEXT NOT NULL,
    agreement_id BLOB,
    code TEXT NOT NULL,
    draft INTEGER NOT NULL,
    supersedes BLOB,
    wording TEXT NOT NULL,
    "view" TEXT NOT NULL,
    pdf TEXT NOT NULL,
    pages INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    issued_at TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_paper_agreement_id ON paper (agreement_id);

CREATE INDEX ix_paper_case_id ON paper (case_id);

CREATE TABLE printing (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    paper_id BLOB NOT NULL,
    at TEXT NOT NULL,
    printer TEXT NOT NULL,
    copies INTEGER NOT NULL,
    again INTEGER NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_printing_case_id ON printing (case_id);

CREATE INDEX ix_printing_paper_id ON printing (paper_id);

CREATE TABLE op (
    place INTEGER NOT NULL,
    op_id BLOB NOT NULL,
    desk_id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    desk_seq INTEGER NOT NULL,
    unit_id BLOB NOT NULL,
    record_id BLOB NOT NULL,
    case_id BLOB,
    actor BLOB NOT NULL,
    digest TEXT NOT NULL,
    body BLOB NOT NULL,
    revision INTEGER,
    answer TEXT,
    PRIMARY KEY (place),
    UNIQUE (op_id),
    UNIQUE (digest)
)
 STRICT;

CREATE INDEX ix_op_chain ON op (desk_id, centre_id, desk_seq);

CREATE INDEX ix_op_unit_id ON op (unit_id);

CREATE INDEX ix_op_record_id ON op (record_id);

CREATE INDEX ix_op_case_id ON op (case_id);

CREATE TABLE chain_head (
    desk_id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    desk_seq INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (desk_id, centre_id)
)
 STRICT;

CREATE TABLE desk_fact (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
)
 STRICT;

CREATE TABLE draft (
    account_id BLOB NOT NULL,
    page TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (account_id, page)
)
 STRICT;

CREATE TABLE sign_in_try (
    account TEXT NOT NULL,
    wrong INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    PRIMARY KEY (account)
)
 STRICT;

CREATE TABLE case_summary (
    case_id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    dispute_class TEXT NOT NULL,
    accepted_on TEXT,
    stage TEXT NOT NULL,
    stage_on TEXT,
    applicants TEXT NOT NULL,
    respondents TEXT NOT NULL,
    mediators TEXT NOT NULL,
    PRIMARY KEY (case_id)
)
 STRICT;

CREATE INDEX ix_case_summary_title ON case_summary (title, case_id, centre_id, stage, mediators, coalesce(accepted_on, '9999-12-31'));

CREATE INDEX ix_case_summary_number ON case_summary (number, case_id, centre_id, stage, mediators, coalesce(accepted_on, '9999-12-31'));

CREATE INDEX ix_case_summary_accepted ON case_summary (coalesce(accepted_on, '9999-12-31'), case_id, centre_id, stage, mediators);

CREATE INDEX ix_case_summary_stage ON case_summary (stage, coalesce(accepted_on, '9999-12-31'), case_id, centre_id);

CREATE INDEX ix_case_summary_dispute_class ON case_summary (dispute_class, coalesce(accepted_on, '9999-12-31'), case_id, centre_id);

CREATE INDEX ix_case_summary_mediators ON case_summary (mediators, coalesce(accepted_on, '9999-12-31'), case_id, centre_id);

CREATE INDEX ix_case_summary_applicants ON case_summary (applicants, case_id, centre_id, stage, mediators, coalesce(accepted_on, '9999-12-31'));

CREATE TABLE search_text (
    place INTEGER NOT NULL,
    record_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    case_id BLOB,
    folded TEXT NOT NULL,
    PRIMARY KEY (place),
    UNIQUE (record_id)
)
 STRICT;

CREATE TABLE search_key (
    what TEXT NOT NULL,
    value TEXT NOT NULL,
    record_id BLOB NOT NULL,
    PRIMARY KEY (what, value, record_id)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_search_key_record ON search_key (record_id);

CREATE VIRTUAL TABLE search_pairs USING fts5(body, content='', contentless_delete=1, detail=none, tokenize='ascii');

DROP INDEX ix_paper_agreement_id;

DROP INDEX ix_paper_case_id;

ALTER TABLE paper RENAME TO paper_of_0001;

CREATE TABLE paper (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    paper_kind TEXT NOT NULL,
    agreement_id BLOB,
    subject_id BLOB,
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

INSERT INTO paper (id, centre_id, case_id, paper_kind, agreement_id, code, draft, supersedes, wording, "view", pdf, pages, copies, issued_at, voided)
SELECT id, centre_id, case_id, paper_kind, agreement_id, code, draft, supersedes, wording, "view", pdf, pages, copies, issued_at, voided FROM paper_of_0001;

DROP TABLE paper_of_0001;

CREATE INDEX ix_paper_agreement_id ON paper (agreement_id);

CREATE INDEX ix_paper_case_id ON paper (case_id);

CREATE INDEX ix_paper_code ON paper (code);

CREATE TABLE follow_up (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    at TEXT,
    way TEXT NOT NULL,
    visitor TEXT NOT NULL,
    party_ids TEXT NOT NULL,
    performed TEXT NOT NULL,
    outside_cause INTEGER,
    situation TEXT NOT NULL,
    measures TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_follow_up_case_id ON follow_up (case_id);

CREATE TABLE confirmation (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    way TEXT NOT NULL,
    body TEXT NOT NULL,
    number TEXT NOT NULL,
    applied_on TEXT,
    accepted_on TEXT,
    result TEXT NOT NULL,
    decided_on TEXT,
    enclosures TEXT NOT NULL,
    note TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_confirmation_case_id ON confirmation (case_id);

CREATE TABLE referral (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    direction TEXT NOT NULL,
    referral_kind TEXT NOT NULL,
    body TEXT NOT NULL,
    slip TEXT NOT NULL,
    body_number TEXT NOT NULL,
    cause TEXT NOT NULL,
    handler TEXT NOT NULL,
    materials TEXT NOT NULL,
    sent_on TEXT,
    signed_for_by TEXT NOT NULL,
    signed_for_on TEXT,
    answer_due TEXT,
    answered_on TEXT,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_referral_case_id ON referral (case_id);

CREATE TABLE mandate (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    party_id BLOB NOT NULL,
    agent TEXT NOT NULL,
    occupation TEXT NOT NULL,
    address TEXT NOT NULL,
    further TEXT NOT NULL,
    begins TEXT,
    ends TEXT,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_mandate_case_id ON mandate (case_id);

CREATE TABLE service_address (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    party_id BLOB NOT NULL,
    receiver TEXT NOT NULL,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    phone TEXT NOT NULL,
    electronic INTEGER,
    mobile TEXT NOT NULL,
    mail TEXT NOT NULL,
    fax TEXT NOT NULL,
    note TEXT NOT NULL,
    taker TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_service_address_case_id ON service_address (case_id);

CREATE TABLE undisputed (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    "on" TEXT,
    facts TEXT NOT NULL,
    mediator_ids TEXT NOT NULL,
    recorder TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_undisputed_case_id ON undisputed (case_id);

CREATE TABLE disclosure (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    mediator_id BLOB,
    at TEXT,
    place TEXT NOT NULL,
    ground TEXT NOT NULL,
    statement TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    withdrew INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_disclosure_case_id ON disclosure (case_id);

CREATE TABLE non_acceptance (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    "on" TEXT,
    reason TEXT NOT NULL,
    explanation TEXT NOT NULL,
    advice TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_non_acceptance_case_id ON non_acceptance (case_id);

CREATE TABLE termination (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    "on" TEXT,
    reasons TEXT NOT NULL,
    explanation TEXT NOT NULL,
    issues TEXT NOT NULL,
    track TEXT NOT NULL,
    conduct TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_termination_case_id ON termination (case_id);

CREATE TABLE volume (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    retention TEXT NOT NULL,
    filed_by TEXT NOT NULL,
    filed_on TEXT,
    checked_by TEXT NOT NULL,
    checked_on TEXT,
    situation TEXT NOT NULL,
    remark TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_volume_case_id ON volume (case_id);

CREATE TABLE signed_copy (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    paper_id BLOB NOT NULL,
    blobs TEXT NOT NULL,
    "on" TEXT,
    recognised INTEGER NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_signed_copy_case_id ON signed_copy (case_id);

CREATE INDEX ix_signed_copy_paper_id ON signed_copy (paper_id);

CREATE TABLE inspection (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    "on" TEXT,
    reader TEXT NOT NULL,
    purpose TEXT NOT NULL,
    pages TEXT NOT NULL,
    copied INTEGER NOT NULL,
    permitted_by TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_inspection_case_id ON inspection (case_id);

CREATE TABLE centre_wording (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    paper_kind TEXT NOT NULL,
    version TEXT NOT NULL,
    base TEXT NOT NULL,
    effective TEXT NOT NULL,
    source TEXT NOT NULL,
    phrases TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE blank_form (
    id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    paper_kind TEXT NOT NULL,
    number TEXT NOT NULL,
    number_year INTEGER NOT NULL,
    number_infix TEXT NOT NULL,
    number_serial INTEGER NOT NULL,
    code TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    voided INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
)
 STRICT;

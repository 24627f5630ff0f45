-- Special inspections: campaigns, what of them is swept and drawn, and their targets.

-- Kinds of campaigns (督查类型) in the order of the office's list.
CREATE TABLE campaign_kind (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  -- What a new one is called, behind its year.
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  -- Its usual days of a year as MM-DD, over New Year where it ends before it begins; null: it has no season.
  season_from TEXT,
  season_to TEXT,
  position INTEGER NOT NULL,
  CHECK ((season_from IS NULL) = (season_to IS NULL))
) STRICT;

INSERT INTO campaign_kind (uid, name, title, season_from, season_to, position) VALUES
  ('0198c000-0000-7000-8000-000000001101', '两会安保', '全国两会期间消防安全专项督查', '02-20', '03-15', 1),
  ('0198c000-0000-7000-8000-000000001102', '国庆', '国庆期间消防安全专项督查', '09-15', '10-08', 2),
  ('0198c000-0000-7000-8000-000000001103', '冬春', '今冬明春火灾防控专项督查', '11-01', '03-31', 3),
  ('0198c000-0000-7000-8000-000000001104', '夏季', '夏季消防安全专项督查', '06-01', '08-31', 4),
  ('0198c000-0000-7000-8000-000000001105', '考核', '消防工作考核实地督查', NULL, NULL, 5);

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  kind_id INTEGER NOT NULL REFERENCES campaign_kind (id),
  -- The paper that it rests on: title and number.
  document TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  -- 0: targets and days are not told beforehand (暗访).
  announced INTEGER NOT NULL CHECK (announced IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('draft', 'underWay', 'closed')),
  -- What is looked at.
  content TEXT NOT NULL,
  -- What a visit usually takes; each target may have its own.
  minutes_per_visit INTEGER NOT NULL CHECK (minutes_per_visit BETWEEN 5 AND 960),
  -- A site visited within so many months before is not drawn; 0: it may be.
  rest_months INTEGER NOT NULL CHECK (rest_months BETWEEN 0 AND 60),
  note TEXT NOT NULL,
  closed_on TEXT,
  -- When an unannounced one was made public; until then it is secret.
  released_on TEXT,
  -- Of this and the tables below: what must not lie open of a secret campaign, encrypted; its columns are empty then.
  sealed TEXT,
  CHECK (last_day >= first_day),
  CHECK (released_on IS NULL OR (announced = 0 AND sealed IS NULL)),
  CHECK ((status = 'closed') = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX campaign_days ON campaign (first_day, last_day);
CREATE INDEX campaign_kind_of ON campaign (kind_id);

CREATE TABLE campaign_county (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  organization_id INTEGER REFERENCES organization (id),
  sealed TEXT,
  CHECK ((organization_id IS NULL) = (sealed IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX campaign_county_once ON campaign_county (campaign_id, organization_id);
CREATE INDEX campaign_county_organization ON campaign_county (organization_id) WHERE organization_id IS NOT NULL;

-- Trades that it is limited to; none: all of them.
CREATE TABLE campaign_trade (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  trade_id INTEGER REFERENCES site_trade (id) ON DELETE CASCADE,
  sealed TEXT,
  CHECK ((trade_id IS NULL) = (sealed IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX campaign_trade_once ON campaign_trade (campaign_id, trade_id);
CREATE INDEX campaign_trade_trade ON campaign_trade (trade_id) WHERE trade_id IS NOT NULL;

CREATE TABLE campaign_checklist (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  checklist_id INTEGER NOT NULL REFERENCES checklist (id),
  position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX campaign_checklist_once ON campaign_checklist (campaign_id, checklist_id);
CREATE INDEX campaign_checklist_checklist ON campaign_checklist (checklist_id);

-- Kinds of sites of which every one is visited (逐一督查).
CREATE TABLE campaign_sweep (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  kind_id INTEGER REFERENCES site_kind (id) ON DELETE CASCADE,
  sealed TEXT,
  CHECK ((kind_id IS NULL) = (sealed IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX campaign_sweep_once ON campaign_sweep (campaign_id, kind_id);
CREATE INDEX campaign_sweep_kind ON campaign_sweep (kind_id) WHERE kind_id IS NOT NULL;

-- What is drawn in each county.
CREATE TABLE campaign_sampling (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- A township; a site of the ledger; or something else by its name, looked at in a township that is drawn.
  subject TEXT NOT NULL CHECK (subject IN ('township', 'site', 'other')),
  kind_id INTEGER REFERENCES site_kind (id) ON DELETE CASCADE,
  trade_id INTEGER REFERENCES site_trade (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 200),
  CHECK (subject = 'site' OR (kind_id IS NULL AND trade_id IS NULL)),
  CHECK ((subject = 'other') = (name <> ''))
) STRICT;
CREATE INDEX campaign_sampling_campaign ON campaign_sampling (campaign_id, position);
CREATE INDEX campaign_sampling_kind ON campaign_sampling (kind_id) WHERE kind_id IS NOT NULL;
CREATE INDEX campaign_sampling_trade ON campaign_sampling (trade_id) WHERE trade_id IS NOT NULL;

-- Each drawing stays, also one that was not taken: whoever draws until the result pleases leaves a trace.
CREATE TABLE campaign_drawing (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'taken', 'discarded')),
  seed INTEGER NOT NULL CHECK (seed >= 0),
  -- How many it was drawn from, and a fingerprint of them all in their order.
  pool_count INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  -- JSON list of the pools: county, what was drawn, how many of how many. What came out are targets.
  pools TEXT NOT NULL,
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  -- Why it was drawn once more; empty: it is the first.
  reason TEXT NOT NULL,
  decided_at INTEGER,
  decided_by TEXT NOT NULL,
  -- Why it was not taken, or given up later.
  discard_reason TEXT NOT NULL,
  -- Of a secret campaign: the seed and the ledger would give away what was drawn.
  sealed TEXT
) STRICT;
CREATE UNIQUE INDEX campaign_drawing_number ON campaign_drawing (campaign_id, number);

-- Read and written by one module only: what unannounced campaigns are about to see is sealed there.
CREATE TABLE campaign_target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  origin TEXT NOT NULL CHECK (origin IN ('swept', 'drawn', 'added')),
  -- proposed: drawn and not yet taken.
  standing TEXT NOT NULL CHECK (standing IN ('proposed', 'listed', 'removed')),
  drawing_id INTEGER REFERENCES campaign_drawing (id) ON DELETE CASCADE,
  -- Which pool of the drawing it came out of.
  pool INTEGER,
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  -- The township that is seen, or where it is seen.
  organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  county_id INTEGER REFERENCES organization (id),
  minutes INTEGER,
  note TEXT NOT NULL,
  visited_on TEXT,
  removed_at INTEGER,
  removed_by TEXT NOT NULL,
  removed_reason TEXT NOT NULL,
  sealed TEXT,
  CHECK ((standing = 'removed') = (removed_at IS NOT NULL)),
  CHECK ((origin = 'drawn') = (drawing_id IS NOT NULL AND (pool IS NOT NULL OR sealed IS NOT NULL)))
) STRICT;
CREATE INDEX campaign_target_campaign ON campaign_target (campaign_id, standing, id);
CREATE UNIQUE INDEX campaign_target_site ON campaign_target (campaign_id, site_id)
  WHERE site_id IS NOT NULL AND standing <> 'removed';
CREATE INDEX campaign_target_of_site ON campaign_target (site_id, visited_on) WHERE site_id IS NOT NULL;
CREATE INDEX campaign_target_drawing ON campaign_target (drawing_id) WHERE drawing_id IS NOT NULL;
CREATE INDEX campaign_target_organization ON campaign_target (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX campaign_target_county ON campaign_target (county_id) WHERE county_id IS NOT NULL;

-- What happened to a campaign as a whole, for its own log. Names no target.
CREATE TABLE campaign_event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('started', 'closed', 'reopened', 'drawn', 'drawingTaken', 'drawingDiscarded',
    'targetsAdded', 'targetsRemoved', 'sealed', 'released')),
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  text TEXT NOT NULL,
  sealed TEXT
) STRICT;
CREATE INDEX campaign_event_campaign ON campaign_event (campaign_id, at);

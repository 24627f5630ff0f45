-- The schedule of a campaign (分组日程): who goes where on which day.

CREATE TABLE campaign_schedule (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL UNIQUE REFERENCES campaign (id) ON DELETE CASCADE,
  -- JSON: days, rules, what kinds of places need.
  settings TEXT NOT NULL,
  -- JSON list: each with its name and the people and vehicles that were put into it by hand.
  teams TEXT NOT NULL,
  -- JSON list of what the solver must keep.
  pins TEXT NOT NULL,
  -- JSON; null: not planned yet.
  plan TEXT,
  -- JSON: what was proved of the plan when it was proposed; null once it was changed by hand.
  quality TEXT,
  -- The plan as it was announced.
  announced_plan TEXT,
  published_on TEXT,
  sealed TEXT,
  CHECK ((announced_plan IS NULL) = (published_on IS NULL)),
  CHECK (plan IS NOT NULL OR quality IS NULL)
) STRICT;
CREATE INDEX campaign_schedule_published ON campaign_schedule (published_on) WHERE published_on IS NOT NULL;

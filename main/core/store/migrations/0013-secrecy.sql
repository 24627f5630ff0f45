-- Special inspections: unannounced campaigns are kept secret.

-- Who may know everything of a secret campaign.
CREATE TABLE campaign_knower (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES app_user (id)
) STRICT;
CREATE UNIQUE INDEX campaign_knower_once ON campaign_knower (campaign_id, user_id);
CREATE INDEX campaign_knower_user ON campaign_knower (user_id);

-- The keys that a campaign is sealed with, wrapped for each who may know. Unlogged, as all keys are; it names the
-- campaign by its uid alone, so that the keys outlast it: an undo may bring it back.
CREATE TABLE campaign_key (
  campaign_uid TEXT NOT NULL,
  -- The highest seals; earlier ones still open what an undo brings back.
  generation INTEGER NOT NULL,
  -- Null: the office's recovery pair.
  user_id INTEGER REFERENCES app_user (id) ON DELETE CASCADE,
  -- Of the pair that it was wrapped for; the user's own may be another since somebody else set the password.
  open_half TEXT NOT NULL,
  wrapped TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX campaign_key_once ON campaign_key (campaign_uid, generation, ifnull(user_id, 0));
CREATE INDEX campaign_key_user ON campaign_key (user_id) WHERE user_id IS NOT NULL;

-- A release throws the keys away: an undo must not bring back a row that nobody could open any more.
CREATE TRIGGER campaign_county_stays_open BEFORE INSERT ON campaign_county
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;
CREATE TRIGGER campaign_trade_stays_open BEFORE INSERT ON campaign_trade
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;
CREATE TRIGGER campaign_sweep_stays_open BEFORE INSERT ON campaign_sweep
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;
CREATE TRIGGER campaign_drawing_stays_open BEFORE INSERT ON campaign_drawing
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;
CREATE TRIGGER campaign_target_stays_open BEFORE INSERT ON campaign_target
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;
CREATE TRIGGER campaign_event_stays_open BEFORE INSERT ON campaign_event
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;

-- Entries of the ledger that became another one: sealed targets know the old one only.
CREATE TABLE key_site_succession (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- No reference: the entry is gone.
  gone_id INTEGER NOT NULL,
  site_id INTEGER NOT NULL REFERENCES key_site (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX key_site_succession_once ON key_site_succession (gone_id);
CREATE INDEX key_site_succession_site ON key_site_succession (site_id);

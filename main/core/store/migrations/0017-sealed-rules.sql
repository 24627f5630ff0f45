-- Special inspections: what an unannounced campaign asks, and the rule by which it draws, are sealed like its targets.

-- Encrypted of a secret campaign; the other columns say nothing then.
ALTER TABLE campaign_sampling ADD COLUMN sealed TEXT;

CREATE TABLE campaign_checklist_next (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  checklist_id INTEGER REFERENCES checklist (id),
  position INTEGER NOT NULL,
  sealed TEXT,
  CHECK ((checklist_id IS NULL) = (sealed IS NOT NULL))
) STRICT;
INSERT INTO campaign_checklist_next (id, uid, campaign_id, checklist_id, position)
  SELECT id, uid, campaign_id, checklist_id, position FROM campaign_checklist;
DROP TABLE campaign_checklist;
ALTER TABLE campaign_checklist_next RENAME TO campaign_checklist;
CREATE UNIQUE INDEX campaign_checklist_once ON campaign_checklist (campaign_id, checklist_id);
CREATE INDEX campaign_checklist_checklist ON campaign_checklist (checklist_id) WHERE checklist_id IS NOT NULL;

-- A release throws the keys away: an undo must not bring back a row that nobody could open any more.
CREATE TRIGGER campaign_sampling_stays_open BEFORE INSERT ON campaign_sampling
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;
CREATE TRIGGER campaign_checklist_stays_open BEFORE INSERT ON campaign_checklist
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;

-- Special inspections: the rule by which an unannounced campaign draws is sealed like its targets.

-- Encrypted of a secret campaign; the other columns say nothing then.
ALTER TABLE campaign_sampling ADD COLUMN sealed TEXT;

CREATE TRIGGER campaign_sampling_stays_open BEFORE INSERT ON campaign_sampling
  WHEN NEW.sealed IS NOT NULL AND (SELECT released_on FROM campaign WHERE id = NEW.campaign_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sealed for a key that is gone');
  END;

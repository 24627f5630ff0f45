-- Several roles for one user; locking out; passwords that may not come back; the key of a locked-out administrator.

-- As a JSON list; empty: not granted any yet.
ALTER TABLE app_user ADD COLUMN roles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(roles));
-- Who managed everything keeps all of it.
UPDATE app_user SET roles = CASE role
  WHEN 'manager' THEN '["director","systemAdmin","securityAdmin","auditor"]'
  WHEN 'clerk' THEN '["clerk"]'
  ELSE '["reader"]' END;
ALTER TABLE app_user DROP COLUMN role;
-- The password was set by somebody else: nothing else may be done before it is changed.
ALTER TABLE app_user ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1));
-- Wrong tries before this instant do not count any more.
ALTER TABLE app_user ADD COLUMN unlocked_at INTEGER NOT NULL DEFAULT 0;

-- Passwords before the present one, newest last. Unlogged, as passwords are.
CREATE TABLE past_password (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  password_hash TEXT NOT NULL
) STRICT;
CREATE INDEX past_password_user ON past_password (user_id);

-- SHA-256 of the key on paper that lets a locked-out administrator in again (恢复密钥). Unlogged.
CREATE TABLE entry_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  digest TEXT NOT NULL
) STRICT;

-- Tries at a user's password are counted in the log itself: what is there cannot be taken away unseen.
CREATE INDEX operation_tries ON operation (user_uid, id)
  WHERE name IN ('session.signIn', 'session.unlock', 'users.changeOwnPassword');

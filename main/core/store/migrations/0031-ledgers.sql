-- Ledgers (台账), see shared/rules/ledgers/definition.ts. Days YYYY-MM-DD, coordinates in 1e-6 degrees.

-- The office's own words of their term columns.
CREATE TABLE ledger_term (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- Key of the ledger and of its column.
  ledger TEXT NOT NULL,
  list TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  -- JSON list of what else it is called in tables.
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_term_list ON ledger_term (ledger, list, position);

INSERT INTO ledger_term (uid, ledger, list, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003101', 'fireVehicles', 'kind', '水罐车', '["水罐消防车","水罐"]', 1),
  ('0198c000-0000-7000-8000-000000003102', 'fireVehicles', 'kind', '泡沫车', '["泡沫消防车","泡沫"]', 2),
  ('0198c000-0000-7000-8000-000000003103', 'fireVehicles', 'kind', '登高车', '["登高平台消防车","举高消防车","云梯车","登高"]', 3),
  ('0198c000-0000-7000-8000-000000003104', 'fireVehicles', 'kind', '抢险救援车', '["抢险救援消防车","抢险救援","抢险车"]', 4),
  ('0198c000-0000-7000-8000-000000003105', 'fireVehicles', 'kind', '通信指挥车', '["通信指挥消防车","指挥车","通信指挥"]', 5),
  ('0198c000-0000-7000-8000-000000003106', 'fireVehicles', 'kind', '其他', '["其它"]', 6);

CREATE TABLE fire_vehicle (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  plate TEXT NOT NULL CHECK (length(plate) BETWEEN 1 AND 20),
  kind_id INTEGER NOT NULL REFERENCES ledger_term (id),
  station TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('inUse', 'repair', 'scrapped')),
  made_on TEXT,
  -- Tenths of a ton.
  tank INTEGER,
  inspected_on TEXT,
  note TEXT NOT NULL,
  -- What every ledger has: what makes a row the same as another (empty: nothing), what searching looks at, next day due.
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
-- The order of the list, holding what its filters look at.
CREATE INDEX fire_vehicle_place ON fire_vehicle (organization_id, id, state, kind_id, due_on);
-- The other orders of the list.
CREATE INDEX fire_vehicle_by_plate ON fire_vehicle (plate, id, organization_id, state, kind_id, due_on);
CREATE INDEX fire_vehicle_by_made_on ON fire_vehicle (made_on, id, organization_id, state, kind_id, due_on);
CREATE INDEX fire_vehicle_by_due_on ON fire_vehicle (due_on, id, organization_id, state, kind_id);
CREATE INDEX fire_vehicle_key ON fire_vehicle (row_key);
CREATE INDEX fire_vehicle_kind ON fire_vehicle (kind_id);

-- Rebuilt from fire_vehicle.search_text at any time; kept in step by triggers, because undo knows no feature.
CREATE VIRTUAL TABLE fire_vehicle_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER fire_vehicle_search_insert AFTER INSERT ON fire_vehicle BEGIN
  INSERT INTO fire_vehicle_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER fire_vehicle_search_update AFTER UPDATE OF search_text ON fire_vehicle
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE fire_vehicle_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER fire_vehicle_search_delete AFTER DELETE ON fire_vehicle BEGIN
  DELETE FROM fire_vehicle_search WHERE rowid = OLD.id;
END;

-- Water that fire engines can take (消防水源).
CREATE TABLE water_source (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
  kind TEXT NOT NULL CHECK (kind IN ('hydrant', 'fireWaterTank', 'waterReservoir', 'draftingPlatform', 'natural')),
  spot TEXT NOT NULL,
  road TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('good', 'dry', 'broken', 'buried', 'occupied', 'rusted', 'weak')),
  longitude INTEGER,
  latitude INTEGER,
  -- Millimetres.
  diameter INTEGER,
  -- Thousandths of MPa.
  pressure INTEGER,
  -- Tenths of L/s.
  flow INTEGER,
  -- 1 there, 0 not.
  sign INTEGER CHECK (sign IN (0, 1)),
  person_in_charge TEXT NOT NULL,
  phone TEXT NOT NULL,
  built_on TEXT,
  checked_on TEXT,
  registered_on TEXT,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX water_source_place ON water_source (organization_id, id, state, kind, due_on, checked_on);
CREATE INDEX water_source_by_number ON water_source (number, id, organization_id, state, kind, due_on, checked_on);
CREATE INDEX water_source_by_due_on ON water_source (due_on, id, organization_id, state, kind, checked_on);
CREATE INDEX water_source_key ON water_source (row_key);
CREATE INDEX water_source_position ON water_source (latitude, longitude) WHERE latitude IS NOT NULL;

CREATE VIRTUAL TABLE water_source_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER water_source_search_insert AFTER INSERT ON water_source BEGIN
  INSERT INTO water_source_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER water_source_search_update AFTER UPDATE OF search_text ON water_source
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE water_source_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER water_source_search_delete AFTER DELETE ON water_source BEGIN
  DELETE FROM water_source_search WHERE rowid = OLD.id;
END;

-- Each time that somebody looked after one of them; the latest tells its state.
CREATE TABLE water_check (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES water_source (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  checker TEXT NOT NULL,
  -- Null where it could not be told.
  state TEXT CHECK (state IN ('good', 'dry', 'broken', 'buried', 'occupied', 'rusted', 'weak')),
  -- Thousandths of MPa.
  pressure INTEGER,
  sign INTEGER CHECK (sign IN (0, 1)),
  -- Why it could not be tested (无法测试); empty: it was.
  untested TEXT NOT NULL,
  note TEXT NOT NULL,
  -- What the source said when this was entered, so that it says so again when this is removed.
  state_before TEXT,
  pressure_before INTEGER,
  sign_before INTEGER,
  checked_before TEXT
) STRICT;
CREATE INDEX water_check_source ON water_check (source_id, day, id);
CREATE INDEX water_check_day ON water_check (day, source_id);

-- Ledgers of infrastructure and capacity: stations, micro stations, equipment, smart points, trainings, care. As
-- 0031-ledgers.sql: days YYYY-MM-DD, coordinates in 1e-6 degrees, decimals as integers of their last place.

INSERT INTO ledger_term (uid, ledger, list, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003601', 'smartPoints', 'kind', '电气火灾监控', '["电气火灾监控系统","电气监控","电气火灾"]', 1),
  ('0198c000-0000-7000-8000-000000003602', 'smartPoints', 'kind', '独立烟感', '["独立式烟感","独立式感烟","智能烟感","烟感","独立式感烟火灾探测报警器"]', 2),
  ('0198c000-0000-7000-8000-000000003603', 'smartPoints', 'kind', '消防物联网', '["物联网","消防远程监控","远程监控"]', 3),
  ('0198c000-0000-7000-8000-000000003604', 'smartPoints', 'kind', '视频监控', '["视频","视频AI","智能视频"]', 4),
  ('0198c000-0000-7000-8000-000000003605', 'smartPoints', 'kind', '电动自行车充电', '["电动自行车充电桩","充电桩","电动车充电","电动自行车停放充电"]', 5),
  ('0198c000-0000-7000-8000-000000003606', 'smartPoints', 'kind', '可燃气体报警', '["燃气报警","可燃气体探测","燃气监控"]', 6),
  ('0198c000-0000-7000-8000-000000003607', 'smartPoints', 'kind', '消防水监测', '["水压监测","消防水系统","智能消火栓"]', 7),
  ('0198c000-0000-7000-8000-000000003608', 'smartPoints', 'kind', '其他', '["其它"]', 8),
  ('0198c000-0000-7000-8000-000000003611', 'trainings', 'kind', '业务培训', '["业务","消防业务培训","岗位培训","队员培训"]', 1),
  ('0198c000-0000-7000-8000-000000003612', 'trainings', 'kind', '消防宣传培训', '["宣传培训","消防宣传","宣传","消防安全培训"]', 2),
  ('0198c000-0000-7000-8000-000000003613', 'trainings', 'kind', '灭火演练', '["灭火救援演练","灭火","实战演练"]', 3),
  ('0198c000-0000-7000-8000-000000003614', 'trainings', 'kind', '疏散演练', '["应急疏散演练","疏散逃生演练","疏散","逃生演练"]', 4),
  ('0198c000-0000-7000-8000-000000003615', 'trainings', 'kind', '综合演练', '["联合演练","应急演练","消防演练","灭火和疏散演练"]', 5),
  ('0198c000-0000-7000-8000-000000003616', 'trainings', 'kind', '其他', '["其它"]', 6);

CREATE TABLE fire_station (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  -- Of 建标152-2017, and those of towns.
  kind TEXT NOT NULL CHECK (kind IN ('first', 'second', 'small', 'special', 'support', 'town')),
  -- Hundredths of a km².
  area INTEGER,
  is_outskirts INTEGER,
  address TEXT NOT NULL,
  longitude INTEGER,
  latitude INTEGER,
  built_on TEXT,
  duty_on TEXT,
  people INTEGER,
  vehicles INTEGER,
  leader TEXT NOT NULL,
  phone TEXT NOT NULL,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX fire_station_place ON fire_station (organization_id, id, kind);
CREATE INDEX fire_station_by_name ON fire_station (name, id, organization_id, kind);
CREATE INDEX fire_station_by_area ON fire_station (area, id, organization_id, kind);
CREATE INDEX fire_station_key ON fire_station (row_key);
CREATE VIRTUAL TABLE fire_station_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER fire_station_search_insert AFTER INSERT ON fire_station BEGIN
  INSERT INTO fire_station_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER fire_station_search_update AFTER UPDATE OF search_text ON fire_station
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE fire_station_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER fire_station_search_delete AFTER DELETE ON fire_station BEGIN
  DELETE FROM fire_station_search WHERE rowid = OLD.id;
END;

CREATE TABLE micro_station (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  kind TEXT NOT NULL CHECK (kind IN ('keySite', 'community', 'area')),
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  address TEXT NOT NULL,
  people INTEGER,
  -- Tenths of a minute.
  arrival INTEGER,
  is_equipped INTEGER,
  leader TEXT NOT NULL,
  phone TEXT NOT NULL,
  checked_on TEXT,
  longitude INTEGER,
  latitude INTEGER,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX micro_station_place ON micro_station (organization_id, id, kind, due_on, checked_on);
CREATE INDEX micro_station_by_name ON micro_station (name, id, organization_id, kind, due_on, checked_on);
CREATE INDEX micro_station_by_due_on ON micro_station (due_on, id, organization_id, kind, checked_on);
CREATE INDEX micro_station_key ON micro_station (row_key);
CREATE INDEX micro_station_site ON micro_station (site_id);
CREATE VIRTUAL TABLE micro_station_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER micro_station_search_insert AFTER INSERT ON micro_station BEGIN
  INSERT INTO micro_station_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER micro_station_search_update AFTER UPDATE OF search_text ON micro_station
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE micro_station_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER micro_station_search_delete AFTER DELETE ON micro_station BEGIN
  DELETE FROM micro_station_search WHERE rowid = OLD.id;
END;

-- What has to be there, by kind of station, stands among the standards of the ledger: setting ledgers.equipment.
CREATE TABLE equipment_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  item TEXT NOT NULL CHECK (length(item) BETWEEN 1 AND 40),
  station TEXT NOT NULL CHECK (length(station) BETWEEN 1 AND 60),
  kind TEXT NOT NULL CHECK (kind IN ('first', 'second', 'small', 'special', 'support', 'town', 'micro', 'reserve')),
  number INTEGER NOT NULL CHECK (number >= 0),
  measure TEXT NOT NULL,
  model TEXT NOT NULL,
  made_on TEXT,
  inspected_on TEXT,
  expires_on TEXT,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX equipment_item_place ON equipment_item (organization_id, id, kind, due_on);
CREATE INDEX equipment_item_by_item ON equipment_item (item, id, organization_id, kind, due_on);
CREATE INDEX equipment_item_by_due_on ON equipment_item (due_on, id, organization_id, kind);
CREATE INDEX equipment_item_key ON equipment_item (row_key);
CREATE VIRTUAL TABLE equipment_item_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER equipment_item_search_insert AFTER INSERT ON equipment_item BEGIN
  INSERT INTO equipment_item_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER equipment_item_search_update AFTER UPDATE OF search_text ON equipment_item
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE equipment_item_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER equipment_item_search_delete AFTER DELETE ON equipment_item BEGIN
  DELETE FROM equipment_item_search WHERE rowid = OLD.id;
END;

CREATE TABLE smart_point (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  kind_id INTEGER NOT NULL REFERENCES ledger_term (id),
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  address TEXT NOT NULL,
  joined TEXT NOT NULL CHECK (joined IN ('joined', 'waiting')),
  platform TEXT NOT NULL,
  devices INTEGER,
  online INTEGER,
  checked_on TEXT,
  longitude INTEGER,
  latitude INTEGER,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX smart_point_place ON smart_point (organization_id, id, kind_id, joined, due_on, checked_on);
CREATE INDEX smart_point_by_name ON smart_point (name, id, organization_id, kind_id, joined, due_on, checked_on);
CREATE INDEX smart_point_by_due_on ON smart_point (due_on, id, organization_id, kind_id, joined, checked_on);
CREATE INDEX smart_point_key ON smart_point (row_key);
CREATE INDEX smart_point_kind ON smart_point (kind_id);
CREATE INDEX smart_point_site ON smart_point (site_id);
CREATE VIRTUAL TABLE smart_point_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER smart_point_search_insert AFTER INSERT ON smart_point BEGIN
  INSERT INTO smart_point_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER smart_point_search_update AFTER UPDATE OF search_text ON smart_point
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE smart_point_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER smart_point_search_delete AFTER DELETE ON smart_point BEGIN
  DELETE FROM smart_point_search WHERE rowid = OLD.id;
END;

CREATE TABLE training (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 100),
  form TEXT NOT NULL CHECK (form IN ('training', 'drill')),
  kind_id INTEGER NOT NULL REFERENCES ledger_term (id),
  held_on TEXT NOT NULL,
  -- Tenths of an hour.
  hours INTEGER,
  people INTEGER,
  audience TEXT NOT NULL,
  venue TEXT NOT NULL,
  organiser TEXT NOT NULL,
  result TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX training_place ON training (organization_id, id, form, kind_id);
CREATE INDEX training_by_topic ON training (topic, id, organization_id, form, kind_id);
CREATE INDEX training_by_held_on ON training (held_on, id, organization_id, form, kind_id);
CREATE INDEX training_key ON training (row_key);
CREATE INDEX training_kind ON training (kind_id);
CREATE VIRTUAL TABLE training_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER training_search_insert AFTER INSERT ON training BEGIN
  INSERT INTO training_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER training_search_update AFTER UPDATE OF search_text ON training
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE training_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER training_search_delete AFTER DELETE ON training BEGIN
  DELETE FROM training_search WHERE rowid = OLD.id;
END;

CREATE TABLE firefighter_care (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  person TEXT NOT NULL CHECK (length(person) BETWEEN 1 AND 60),
  kind TEXT NOT NULL
    CHECK (kind IN ('injury', 'accident', 'medical', 'pension', 'benefit', 'complaint', 'other')),
  station TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people > 0),
  done_on TEXT,
  -- In 分.
  amount INTEGER,
  insured_until TEXT,
  matter TEXT NOT NULL,
  raised_on TEXT,
  solved_on TEXT,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX firefighter_care_place ON firefighter_care (organization_id, id, kind, due_on);
CREATE INDEX firefighter_care_by_person ON firefighter_care (person, id, organization_id, kind, due_on);
CREATE INDEX firefighter_care_by_due_on ON firefighter_care (due_on, id, organization_id, kind);
CREATE INDEX firefighter_care_key ON firefighter_care (row_key);
CREATE VIRTUAL TABLE firefighter_care_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER firefighter_care_search_insert AFTER INSERT ON firefighter_care BEGIN
  INSERT INTO firefighter_care_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER firefighter_care_search_update AFTER UPDATE OF search_text ON firefighter_care
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE firefighter_care_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER firefighter_care_search_delete AFTER DELETE ON firefighter_care BEGIN
  DELETE FROM firefighter_care_search WHERE rowid = OLD.id;
END;

INSERT INTO report_definition (uid, name, row_kind, hides_empty, columns, cycle, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003631', '消防基础设施和装备情况统计表', 'county', 0,
    '[{"measure":"fireStations.count","heading":"消防站"},{"measure":"fireStations.overArea","heading":"辖区面积超标准"},
      {"measure":"microStations.count","heading":"微型消防站"},{"measure":"microStations.soundRate","heading":"微型站达标率"},
      {"measure":"fireVehicles.inUse","heading":"在用消防车"},{"measure":"equipment.short","heading":"器材不足"},
      {"measure":"smartPoints.count","heading":"智慧消防点位"},{"measure":"smartPoints.onlineRate","heading":"设备在线率"}]',
    'month', '本程序拟定，可以修改', 9),
  ('0198c000-0000-7000-8000-000000003632', '消防培训演练情况统计表', 'county', 0,
    '[{"measure":"trainings.trainings","heading":""},{"measure":"trainings.trained","heading":""},
      {"measure":"trainings.hours","heading":""},{"measure":"trainings.drills","heading":""},
      {"measure":"trainings.drilled","heading":""}]',
    'quarter', '本程序拟定，可以修改', 10);

-- Ledgers of people, fires, services and publicity, see shared/rules/ledgers/definition.ts and 0031-ledgers.sql.
-- Money in 分, days YYYY-MM-DD. row_key, search_text and due_on are what every ledger has.

-- Posts of public institutions for fire prevention (防火事业编制).
CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  level TEXT NOT NULL CHECK (level IN ('city', 'county', 'township')),
  approved INTEGER NOT NULL,
  filled INTEGER NOT NULL,
  document TEXT NOT NULL,
  approved_on TEXT,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX post_place ON post (organization_id, id, level);
CREATE INDEX post_by_name ON post (name, id, organization_id, level);
CREATE INDEX post_by_approved ON post (approved, id, organization_id, level);
CREATE INDEX post_by_filled ON post (filled, id, organization_id, level);
CREATE INDEX post_key ON post (row_key);

CREATE VIRTUAL TABLE post_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER post_search_insert AFTER INSERT ON post BEGIN
  INSERT INTO post_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER post_search_update AFTER UPDATE OF search_text ON post
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE post_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER post_search_delete AFTER DELETE ON post BEGIN
  DELETE FROM post_search WHERE rowid = OLD.id;
END;

INSERT INTO ledger_term (uid, ledger, list, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003701', 'certificates', 'kind', '消防设施操作员', '["消防设施操作员证","建构筑物消防员","建(构)筑物消防员","消控证"]', 1),
  ('0198c000-0000-7000-8000-000000003702', 'certificates', 'kind', '注册消防工程师', '["一级注册消防工程师","二级注册消防工程师","消防工程师"]', 2),
  ('0198c000-0000-7000-8000-000000003703', 'certificates', 'kind', '消防安全管理人', '["消防安全管理人员","消防安全责任人培训"]', 3),
  ('0198c000-0000-7000-8000-000000003704', 'certificates', 'kind', '灭火救援员', '["消防员职业资格"]', 4),
  ('0198c000-0000-7000-8000-000000003705', 'certificates', 'kind', '其他', '["其它"]', 5);

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  person TEXT NOT NULL CHECK (length(person) BETWEEN 1 AND 30),
  unit TEXT NOT NULL,
  kind_id INTEGER NOT NULL REFERENCES ledger_term (id),
  number TEXT NOT NULL,
  issued_on TEXT,
  expires_on TEXT,
  hours INTEGER,
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX certificate_place ON certificate (organization_id, id, kind_id, due_on);
CREATE INDEX certificate_by_person ON certificate (person, id, organization_id, kind_id, due_on);
CREATE INDEX certificate_by_due_on ON certificate (due_on, id, organization_id, kind_id);
CREATE INDEX certificate_key ON certificate (row_key);
CREATE INDEX certificate_kind ON certificate (kind_id);
CREATE INDEX certificate_site ON certificate (site_id);

CREATE VIRTUAL TABLE certificate_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER certificate_search_insert AFTER INSERT ON certificate BEGIN
  INSERT INTO certificate_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER certificate_search_update AFTER UPDATE OF search_text ON certificate
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE certificate_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER certificate_search_delete AFTER DELETE ON certificate BEGIN
  DELETE FROM certificate_search WHERE rowid = OLD.id;
END;

-- Population and households of a year.
CREATE TABLE population (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  year INTEGER NOT NULL,
  permanent INTEGER NOT NULL,
  households INTEGER,
  -- Hundredths of a square kilometre.
  area INTEGER,
  state TEXT NOT NULL CHECK (state IN ('flash', 'verified')),
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX population_place ON population (organization_id, id, state);
CREATE INDEX population_by_year ON population (year, id, organization_id, state);
CREATE INDEX population_by_permanent ON population (permanent, id, organization_id, state);
CREATE INDEX population_key ON population (row_key);

CREATE VIRTUAL TABLE population_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER population_search_insert AFTER INSERT ON population BEGIN
  INSERT INTO population_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER population_search_update AFTER UPDATE OF search_text ON population
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE population_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER population_search_delete AFTER DELETE ON population BEGIN
  DELETE FROM population_search WHERE rowid = OLD.id;
END;

INSERT INTO ledger_term (uid, ledger, list, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003706', 'notableFires', 'trade', '住宅', '["居民住宅","民房","自建房","住宅火灾"]', 1),
  ('0198c000-0000-7000-8000-000000003707', 'notableFires', 'trade', '商场市场', '["商场","市场","超市","商铺","商店"]', 2),
  ('0198c000-0000-7000-8000-000000003708', 'notableFires', 'trade', '宾馆饭店', '["宾馆","酒店","旅馆","民宿"]', 3),
  ('0198c000-0000-7000-8000-000000003709', 'notableFires', 'trade', '餐饮', '["餐馆","饭店"]', 4),
  ('0198c000-0000-7000-8000-000000003710', 'notableFires', 'trade', '公共娱乐', '["娱乐场所","KTV","网吧"]', 5),
  ('0198c000-0000-7000-8000-000000003711', 'notableFires', 'trade', '学校幼儿园', '["学校","幼儿园"]', 6),
  ('0198c000-0000-7000-8000-000000003712', 'notableFires', 'trade', '医院养老', '["医院","养老院","福利院"]', 7),
  ('0198c000-0000-7000-8000-000000003713', 'notableFires', 'trade', '厂房', '["工厂","车间","企业厂房"]', 8),
  ('0198c000-0000-7000-8000-000000003714', 'notableFires', 'trade', '仓储物流', '["仓库","仓储","物流"]', 9),
  ('0198c000-0000-7000-8000-000000003715', 'notableFires', 'trade', '建设工地', '["工地","施工现场"]', 10),
  ('0198c000-0000-7000-8000-000000003716', 'notableFires', 'trade', '交通工具', '["车辆","汽车","电动自行车","船舶"]', 11),
  ('0198c000-0000-7000-8000-000000003717', 'notableFires', 'trade', '林地草场', '["山林","草场","荒地"]', 12),
  ('0198c000-0000-7000-8000-000000003718', 'notableFires', 'trade', '其他', '["其它"]', 13);

-- Fires known one by one.
CREATE TABLE notable_fire (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  day TEXT NOT NULL,
  time TEXT NOT NULL,
  place TEXT NOT NULL,
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  trade_id INTEGER REFERENCES ledger_term (id),
  cause TEXT CHECK (cause IN ('electrical', 'household', 'smoking', 'playing', 'spontaneous', 'lightning', 'arson', 'embers',
    'production', 'unknown', 'other')),
  dead INTEGER,
  injured INTEGER,
  severe INTEGER,
  loss INTEGER,
  -- Tenths of a square metre.
  area INTEGER,
  state TEXT NOT NULL CHECK (state IN ('flash', 'verified')),
  handled_on TEXT,
  course TEXT NOT NULL,
  liability TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX notable_fire_place ON notable_fire (organization_id, id, cause, trade_id, state);
CREATE INDEX notable_fire_by_name ON notable_fire (name, id, organization_id, cause, trade_id, state);
CREATE INDEX notable_fire_by_day ON notable_fire (day, id, organization_id, cause, trade_id, state);
CREATE INDEX notable_fire_by_dead ON notable_fire (dead, id, organization_id, cause, trade_id, state);
CREATE INDEX notable_fire_by_loss ON notable_fire (loss, id, organization_id, cause, trade_id, state);
CREATE INDEX notable_fire_key ON notable_fire (row_key);
CREATE INDEX notable_fire_site ON notable_fire (site_id);
CREATE INDEX notable_fire_trade ON notable_fire (trade_id);

CREATE VIRTUAL TABLE notable_fire_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER notable_fire_search_insert AFTER INSERT ON notable_fire BEGIN
  INSERT INTO notable_fire_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER notable_fire_search_update AFTER UPDATE OF search_text ON notable_fire
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE notable_fire_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER notable_fire_search_delete AFTER DELETE ON notable_fire BEGIN
  DELETE FROM notable_fire_search WHERE rowid = OLD.id;
END;

INSERT INTO ledger_term (uid, ledger, list, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003719', 'approvals', 'item', '公众聚集场所检查', '["公众聚集场所投入使用、营业前消防安全检查","公众聚集场所投入使用营业前消防安全检查","开业前检查","营业前消防安全检查"]', 1),
  ('0198c000-0000-7000-8000-000000003720', 'approvals', 'item', '消防设计审查', '["建设工程消防设计审查","特殊建设工程消防设计审查"]', 2),
  ('0198c000-0000-7000-8000-000000003721', 'approvals', 'item', '消防验收', '["建设工程消防验收","特殊建设工程消防验收"]', 3),
  ('0198c000-0000-7000-8000-000000003722', 'approvals', 'item', '消防验收备案', '["建设工程消防验收备案","其他建设工程消防验收备案"]', 4),
  ('0198c000-0000-7000-8000-000000003723', 'approvals', 'item', '大型活动检查', '["大型群众性活动消防安全检查","大型群众性活动举办前消防安全检查"]', 5),
  ('0198c000-0000-7000-8000-000000003724', 'approvals', 'item', '其他', '["其它"]', 6);

CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  applicant TEXT NOT NULL CHECK (length(applicant) BETWEEN 1 AND 60),
  item_id INTEGER NOT NULL REFERENCES ledger_term (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused', 'withdrawn')),
  received_on TEXT NOT NULL,
  -- Workdays.
  promised INTEGER,
  done_on TEXT,
  by_commitment INTEGER,
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  note TEXT NOT NULL,
  -- Computed with the calendar of workdays when the row is stored.
  promised_on TEXT,
  used_days INTEGER,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX approval_place ON approval (organization_id, id, state, item_id, due_on);
CREATE INDEX approval_by_applicant ON approval (applicant, id, organization_id, state, item_id, due_on);
CREATE INDEX approval_by_received_on ON approval (received_on, id, organization_id, state, item_id, due_on);
CREATE INDEX approval_by_done_on ON approval (done_on, id, organization_id, state, item_id, due_on);
CREATE INDEX approval_by_due_on ON approval (due_on, id, organization_id, state, item_id);
CREATE INDEX approval_key ON approval (row_key);
CREATE INDEX approval_item ON approval (item_id);
CREATE INDEX approval_site ON approval (site_id);

CREATE VIRTUAL TABLE approval_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER approval_search_insert AFTER INSERT ON approval BEGIN
  INSERT INTO approval_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER approval_search_update AFTER UPDATE OF search_text ON approval
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE approval_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER approval_search_delete AFTER DELETE ON approval BEGIN
  DELETE FROM approval_search WHERE rowid = OLD.id;
END;

-- Guidance to enterprises (精准服务).
CREATE TABLE guidance (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  enterprise TEXT NOT NULL CHECK (length(enterprise) BETWEEN 1 AND 60),
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  origin TEXT NOT NULL CHECK (origin IN ('asked', 'offered')),
  day TEXT NOT NULL,
  request TEXT NOT NULL,
  visited_on TEXT,
  people TEXT NOT NULL,
  problem TEXT NOT NULL,
  solution TEXT NOT NULL,
  solved_on TEXT,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX guidance_place ON guidance (organization_id, id, origin);
CREATE INDEX guidance_by_enterprise ON guidance (enterprise, id, organization_id, origin);
CREATE INDEX guidance_by_day ON guidance (day, id, organization_id, origin);
CREATE INDEX guidance_by_visited_on ON guidance (visited_on, id, organization_id, origin);
CREATE INDEX guidance_key ON guidance (row_key);
CREATE INDEX guidance_site ON guidance (site_id);

CREATE VIRTUAL TABLE guidance_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER guidance_search_insert AFTER INSERT ON guidance BEGIN
  INSERT INTO guidance_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER guidance_search_update AFTER UPDATE OF search_text ON guidance
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE guidance_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER guidance_search_delete AFTER DELETE ON guidance BEGIN
  DELETE FROM guidance_search WHERE rowid = OLD.id;
END;

INSERT INTO ledger_term (uid, ledger, list, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003725', 'publicityEvents', 'kind', '消防宣传月', '["119消防宣传月","宣传月"]', 1),
  ('0198c000-0000-7000-8000-000000003726', 'publicityEvents', 'kind', '进企业', '[]', 2),
  ('0198c000-0000-7000-8000-000000003727', 'publicityEvents', 'kind', '进农村', '[]', 3),
  ('0198c000-0000-7000-8000-000000003728', 'publicityEvents', 'kind', '进社区', '[]', 4),
  ('0198c000-0000-7000-8000-000000003729', 'publicityEvents', 'kind', '进学校', '["进校园"]', 5),
  ('0198c000-0000-7000-8000-000000003730', 'publicityEvents', 'kind', '进家庭', '[]', 6),
  ('0198c000-0000-7000-8000-000000003731', 'publicityEvents', 'kind', '站点开放', '["消防站开放","队站开放","开放日"]', 7),
  ('0198c000-0000-7000-8000-000000003732', 'publicityEvents', 'kind', '媒体宣传', '["新媒体","电视宣传","网络宣传"]', 8),
  ('0198c000-0000-7000-8000-000000003733', 'publicityEvents', 'kind', '普法宣传', '["法治宣传","宪法宣传周"]', 9),
  ('0198c000-0000-7000-8000-000000003734', 'publicityEvents', 'kind', '应急演练', '["疏散演练","演练"]', 10),
  ('0198c000-0000-7000-8000-000000003735', 'publicityEvents', 'kind', '其他', '["其它"]', 11);

CREATE TABLE publicity_event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  kind_id INTEGER NOT NULL REFERENCES ledger_term (id),
  day TEXT NOT NULL,
  is_legal INTEGER,
  venue TEXT NOT NULL,
  organiser TEXT NOT NULL,
  people INTEGER,
  materials INTEGER,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX publicity_event_place ON publicity_event (organization_id, id, kind_id);
CREATE INDEX publicity_event_by_name ON publicity_event (name, id, organization_id, kind_id);
CREATE INDEX publicity_event_by_day ON publicity_event (day, id, organization_id, kind_id);
CREATE INDEX publicity_event_by_people ON publicity_event (people, id, organization_id, kind_id);
CREATE INDEX publicity_event_key ON publicity_event (row_key);
CREATE INDEX publicity_event_kind ON publicity_event (kind_id);

CREATE VIRTUAL TABLE publicity_event_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER publicity_event_search_insert AFTER INSERT ON publicity_event BEGIN
  INSERT INTO publicity_event_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER publicity_event_search_update AFTER UPDATE OF search_text ON publicity_event
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE publicity_event_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER publicity_event_search_delete AFTER DELETE ON publicity_event BEGIN
  DELETE FROM publicity_event_search WHERE rowid = OLD.id;
END;

INSERT INTO ledger_term (uid, ledger, list, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003736', 'goodPractices', 'kind', '制度机制', '["机制","制度"]', 1),
  ('0198c000-0000-7000-8000-000000003737', 'goodPractices', 'kind', '基层力量', '["基层消防力量","队伍建设"]', 2),
  ('0198c000-0000-7000-8000-000000003738', 'goodPractices', 'kind', '隐患整治', '["隐患排查","专项整治"]', 3),
  ('0198c000-0000-7000-8000-000000003739', 'goodPractices', 'kind', '宣传培训', '["宣传教育","宣传"]', 4),
  ('0198c000-0000-7000-8000-000000003740', 'goodPractices', 'kind', '科技应用', '["智慧消防","信息化"]', 5),
  ('0198c000-0000-7000-8000-000000003741', 'goodPractices', 'kind', '其他', '["其它"]', 6);

-- Good practices (经验做法).
CREATE TABLE good_practice (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
  kind_id INTEGER NOT NULL REFERENCES ledger_term (id),
  author TEXT NOT NULL,
  collected_on TEXT NOT NULL,
  reported_on TEXT,
  forwarded_on TEXT,
  promoted_on TEXT,
  note TEXT NOT NULL,
  row_key TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX good_practice_place ON good_practice (organization_id, id, kind_id);
CREATE INDEX good_practice_by_title ON good_practice (title, id, organization_id, kind_id);
CREATE INDEX good_practice_by_collected_on ON good_practice (collected_on, id, organization_id, kind_id);
CREATE INDEX good_practice_key ON good_practice (row_key);
CREATE INDEX good_practice_kind ON good_practice (kind_id);

CREATE VIRTUAL TABLE good_practice_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER good_practice_search_insert AFTER INSERT ON good_practice BEGIN
  INSERT INTO good_practice_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER good_practice_search_update AFTER UPDATE OF search_text ON good_practice
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE good_practice_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER good_practice_search_delete AFTER DELETE ON good_practice BEGIN
  DELETE FROM good_practice_search WHERE rowid = OLD.id;
END;

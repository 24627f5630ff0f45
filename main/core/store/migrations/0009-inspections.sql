-- Special inspections: what keeps unannounced visits secret, and the ledger of key sites.

-- The key pair of a user with a password (X25519, base64): the open half, and the secret half sealed with the password.
-- Unlogged, as passwords are.
CREATE TABLE user_key (
  user_id INTEGER PRIMARY KEY REFERENCES app_user (id) ON DELETE CASCADE,
  open_half TEXT NOT NULL,
  sealed_secret TEXT NOT NULL
) STRICT;

-- The open half of the office's recovery pair; the secret half is written down on paper and nowhere else.
CREATE TABLE recovery_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  open_half TEXT NOT NULL
) STRICT;

-- Trades (行业) in the order of the office's list; no document fixes it, so everything about it can be changed.
CREATE TABLE site_trade (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  -- Other words for it in tables that are read, as a JSON list.
  aliases TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL
) STRICT;

INSERT INTO site_trade (uid, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000000901', '商场市场', '["商场","市场","商业","超市"]', 1),
  ('0198c000-0000-7000-8000-000000000902', '宾馆饭店', '["宾馆","酒店","旅馆","住宿"]', 2),
  ('0198c000-0000-7000-8000-000000000903', '餐饮', '["餐馆","饭店"]', 3),
  ('0198c000-0000-7000-8000-000000000904', '公共娱乐', '["公共娱乐场所","歌舞娱乐","KTV","网吧"]', 4),
  ('0198c000-0000-7000-8000-000000000905', '教育', '["学校","幼儿园","校外培训"]', 5),
  ('0198c000-0000-7000-8000-000000000906', '医疗卫生', '["医院","卫生"]', 6),
  ('0198c000-0000-7000-8000-000000000907', '养老福利', '["养老","养老机构","福利院"]', 7),
  ('0198c000-0000-7000-8000-000000000908', '文化旅游', '["文旅","旅游","文博","景区"]', 8),
  ('0198c000-0000-7000-8000-000000000909', '宗教文物', '["宗教","文物","寺观"]', 9),
  ('0198c000-0000-7000-8000-000000000910', '工业企业', '["工业","工厂","制造业"]', 10),
  ('0198c000-0000-7000-8000-000000000911', '仓储物流', '["仓储","物流","仓库"]', 11),
  ('0198c000-0000-7000-8000-000000000912', '危险化学品', '["危化品","化工","石油化工"]', 12),
  ('0198c000-0000-7000-8000-000000000913', '加油加气', '["加油站","加气站","加油加气站"]', 13),
  ('0198c000-0000-7000-8000-000000000914', '交通运输', '["交通","客运","车站"]', 14),
  ('0198c000-0000-7000-8000-000000000915', '建筑施工', '["建筑","工地"]', 15),
  ('0198c000-0000-7000-8000-000000000916', '住宅物业', '["住宅","物业","居住"]', 16),
  ('0198c000-0000-7000-8000-000000000917', '机关办公', '["办公","机关","写字楼"]', 17),
  ('0198c000-0000-7000-8000-000000000918', '其他', '[]', 18);

-- Kinds (类别): the four that sweeps are counted by have a role and stay; the office adds its own.
CREATE TABLE site_kind (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('key', 'crowded', 'flammable', 'highRise', 'other')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  aliases TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL
) STRICT;

INSERT INTO site_kind (uid, role, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000000951', 'key', '重点单位', '["消防安全重点单位","消防重点单位"]', 1),
  ('0198c000-0000-7000-8000-000000000952', 'crowded', '人员密集场所', '["人员密集","人密场所","公众聚集场所"]', 2),
  ('0198c000-0000-7000-8000-000000000953', 'flammable', '易燃易爆单位', '["易燃易爆","易燃易爆场所"]', 3),
  ('0198c000-0000-7000-8000-000000000954', 'highRise', '高层建筑', '["高层","高层公共建筑","高层住宅"]', 4),
  ('0198c000-0000-7000-8000-000000000955', 'other', '劳动密集型企业', '["劳动密集型","劳动密集"]', 5),
  ('0198c000-0000-7000-8000-000000000956', 'other', '大型建筑工地', '["建筑工地"]', 6);

CREATE TABLE key_site (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- The township; the county where the township is not known.
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  address TEXT NOT NULL,
  trade_id INTEGER REFERENCES site_trade (id),
  responsible_person TEXT NOT NULL,
  phone TEXT NOT NULL,
  note TEXT NOT NULL,
  -- First day on which it is no longer on the ledger: closed, pulled down, moved away.
  closed_on TEXT,
  -- Name and address as they are compared, without blanks and punctuation.
  name_key TEXT NOT NULL,
  address_key TEXT NOT NULL,
  -- Name, pinyin initials, address, person, phone as key_site_search wants them: each character on its own.
  search_text TEXT NOT NULL
) STRICT;
-- The order of the list, holding what its filters look at; the rows themselves are then read for one page.
CREATE INDEX key_site_place ON key_site (organization_id, id, closed_on, trade_id);
CREATE INDEX key_site_name ON key_site (name_key, organization_id, address_key, closed_on);
CREATE INDEX key_site_trade ON key_site (trade_id) WHERE trade_id IS NOT NULL;

CREATE TABLE key_site_kind (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  site_id INTEGER NOT NULL REFERENCES key_site (id) ON DELETE CASCADE,
  kind_id INTEGER NOT NULL REFERENCES site_kind (id)
) STRICT;
CREATE UNIQUE INDEX key_site_kind_once ON key_site_kind (site_id, kind_id);
CREATE INDEX key_site_kind_kind ON key_site_kind (kind_id, site_id);

-- Rebuilt from key_site.search_text at any time; kept in step by triggers, because undo knows no feature.
CREATE VIRTUAL TABLE key_site_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER key_site_search_insert AFTER INSERT ON key_site BEGIN
  INSERT INTO key_site_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER key_site_search_update AFTER UPDATE OF search_text ON key_site
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE key_site_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER key_site_search_delete AFTER DELETE ON key_site BEGIN
  DELETE FROM key_site_search WHERE rowid = OLD.id;
END;

-- Credit supervision (信用监管): events of enterprises, discredit decisions with their course, repair. Days YYYY-MM-DD.

-- What counts as an event, and what it leads to; the office's own list.
CREATE TABLE credit_kind (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  effect TEXT NOT NULL CHECK (effect IN ('trusted', 'ordinary', 'serious', 'points')),
  -- Thousandths of a point.
  points INTEGER NOT NULL CHECK (points >= 0),
  -- How long an award counts.
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 120),
  -- Events of these days may be of this kind; NULL: no end.
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  source TEXT NOT NULL,
  position INTEGER NOT NULL,
  CHECK ((effect = 'points') = (points > 0))
) STRICT;

INSERT INTO credit_kind (uid, name, effect, points, months, valid_from, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003301', '发生亡人或有较大影响的火灾，经调查负有责任', 'serious', 0, 12, '2021-01-01', '参照应急消〔2020〕331号，由本办核定', 1),
  ('0198c000-0000-7000-8000-000000003302', '重大火灾隐患逾期不整改', 'serious', 0, 12, '2021-01-01', '参照应急消〔2020〕331号，由本办核定', 2),
  ('0198c000-0000-7000-8000-000000003303', '拒不执行停产停业、临时查封决定', 'serious', 0, 12, '2021-01-01', '参照应急消〔2020〕331号，由本办核定', 3),
  ('0198c000-0000-7000-8000-000000003304', '公众聚集场所作虚假消防安全承诺', 'ordinary', 0, 12, '2021-01-01', '参照应急消〔2020〕331号，由本办核定', 4),
  ('0198c000-0000-7000-8000-000000003305', '拒绝、阻碍消防监督检查', 'ordinary', 0, 12, '2021-01-01', '参照应急消〔2020〕331号，由本办核定', 5),
  ('0198c000-0000-7000-8000-000000003306', '受到消防行政处罚', 'points', 3000, 12, '2021-01-01', '本程序拟定，由本办核定', 6),
  ('0198c000-0000-7000-8000-000000003307', '火灾隐患逾期未整改', 'points', 2000, 12, '2021-01-01', '本程序拟定，由本办核定', 7),
  ('0198c000-0000-7000-8000-000000003308', '获消防安全工作表彰', 'trusted', 0, 24, '2021-01-01', '本程序拟定，由本办核定', 8),
  ('0198c000-0000-7000-8000-000000003309', '消防安全标准化管理达标', 'trusted', 0, 12, '2021-01-01', '本程序拟定，由本办核定', 9);

CREATE TABLE credit_enterprise (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- 统一社会信用代码; NULL: not known.
  code TEXT UNIQUE CHECK (length(code) = 18),
  -- The county or township that it lies in; NULL: not known.
  organization_id INTEGER REFERENCES organization (id),
  site_id INTEGER UNIQUE REFERENCES key_site (id) ON DELETE SET NULL,
  legal_person TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX credit_enterprise_organization ON credit_enterprise (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX credit_enterprise_name ON credit_enterprise (name);

CREATE TABLE credit_decision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  enterprise_id INTEGER NOT NULL REFERENCES credit_enterprise (id),
  level TEXT NOT NULL CHECK (level IN ('ordinary', 'serious')),
  reason TEXT NOT NULL,
  proposed_on TEXT NOT NULL,
  -- 事先告知, and how it was delivered.
  noticed_on TEXT,
  notice_number TEXT NOT NULL DEFAULT '',
  delivered_on TEXT,
  delivery_way TEXT NOT NULL DEFAULT '',
  waived_on TEXT,
  objected_on TEXT,
  objection TEXT NOT NULL DEFAULT '',
  answered_on TEXT,
  answer TEXT NOT NULL DEFAULT '',
  dropped_on TEXT,
  drop_reason TEXT NOT NULL DEFAULT '',
  decided_on TEXT,
  number TEXT NOT NULL DEFAULT '',
  published_until TEXT,
  -- First day that is not public any more, by a repair.
  repaired_on TEXT,
  revoked_on TEXT,
  revoke_reason TEXT NOT NULL DEFAULT '',
  CHECK ((decided_on IS NULL) = (published_until IS NULL)),
  CHECK (decided_on IS NULL OR dropped_on IS NULL)
) STRICT;
CREATE INDEX credit_decision_enterprise ON credit_decision (enterprise_id);

CREATE TABLE credit_event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  enterprise_id INTEGER NOT NULL REFERENCES credit_enterprise (id),
  kind_id INTEGER NOT NULL REFERENCES credit_kind (id),
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  -- Of the paper that it is known from.
  number TEXT NOT NULL,
  -- What it comes from in this program.
  finding_id INTEGER REFERENCES finding (id) ON DELETE SET NULL,
  listed_id INTEGER REFERENCES listed_supervision (id) ON DELETE SET NULL,
  -- The decision that was begun upon it.
  decision_id INTEGER REFERENCES credit_decision (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX credit_event_enterprise ON credit_event (enterprise_id, day);
CREATE INDEX credit_event_kind ON credit_event (kind_id);
CREATE INDEX credit_event_finding ON credit_event (finding_id) WHERE finding_id IS NOT NULL;
CREATE INDEX credit_event_listed ON credit_event (listed_id) WHERE listed_id IS NOT NULL;
CREATE INDEX credit_event_decision ON credit_event (decision_id) WHERE decision_id IS NOT NULL;

CREATE TABLE credit_repair (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  decision_id INTEGER NOT NULL REFERENCES credit_decision (id),
  applied_on TEXT NOT NULL,
  -- What was put right.
  text TEXT NOT NULL,
  decided_on TEXT,
  is_granted INTEGER CHECK (is_granted IN (0, 1)),
  opinion TEXT NOT NULL,
  number TEXT NOT NULL,
  CHECK ((decided_on IS NULL) = (is_granted IS NULL))
) STRICT;
CREATE INDEX credit_repair_decision ON credit_repair (decision_id);

-- Incentives and penalties (激励措施、惩戒措施) of each level.
CREATE TABLE credit_measure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL CHECK (level IN ('trusted', 'ordinary', 'serious')),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
  source TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

INSERT INTO credit_measure (uid, level, text, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003311', 'trusted', '降低“双随机、一公开”抽查比例和频次', '参照应急消〔2020〕331号，由本办核定', 1),
  ('0198c000-0000-7000-8000-000000003312', 'trusted', '办理消防业务时优先受理，可以容缺', '参照应急消〔2020〕331号，由本办核定', 2),
  ('0198c000-0000-7000-8000-000000003313', 'trusted', '评先评优、消防安全示范单位优先推荐', '参照应急消〔2020〕331号，由本办核定', 3),
  ('0198c000-0000-7000-8000-000000003314', 'ordinary', '提高抽查比例和频次', '参照应急消〔2020〕331号，由本办核定', 4),
  ('0198c000-0000-7000-8000-000000003315', 'ordinary', '约谈单位消防安全责任人', '参照应急消〔2020〕331号，由本办核定', 5),
  ('0198c000-0000-7000-8000-000000003316', 'serious', '列为重点监管对象，每年至少全面检查一次', '参照应急消〔2020〕331号，由本办核定', 6),
  ('0198c000-0000-7000-8000-000000003317', 'serious', '不适用告知承诺制', '参照应急消〔2020〕331号，由本办核定', 7),
  ('0198c000-0000-7000-8000-000000003318', 'serious', '取消评先评优资格，推送有关部门实施联合惩戒', '参照应急消〔2020〕331号，由本办核定', 8);

INSERT INTO paper_kind (uid, code, name, layout, issuer, series_id, needs_addressee, position, active) VALUES
  ('0198c000-0000-7000-8000-000000003321', 'creditNotice', '失信告知书', 'standard', 'office', 1, 1, 3301, 1),
  ('0198c000-0000-7000-8000-000000003322', 'creditDecision', '失信认定决定书', 'standard', 'office', 1, 1, 3302, 1),
  ('0198c000-0000-7000-8000-000000003323', 'creditRepair', '信用修复决定书', 'standard', 'office', 1, 1, 3303, 1);

INSERT INTO report_definition (uid, name, row_kind, hides_empty, columns, cycle, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003331', '消防安全信用监管统计表', 'county', 0,
    '[{"measure":"credit.events","heading":""},{"measure":"credit.awards","heading":""},
      {"measure":"credit.decided","heading":""},{"measure":"credit.public","heading":""},
      {"measure":"credit.repaired","heading":""}]',
    'month', '本程序拟定，可以修改', 33);

-- Random inspection (双随机、一公开): items, libraries, plans, draws, results, publication. Days YYYY-MM-DD.

-- 抽查事项清单.
CREATE TABLE random_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  basis TEXT NOT NULL,
  -- Which objects, what is looked at, how.
  objects TEXT NOT NULL,
  content TEXT NOT NULL,
  way TEXT NOT NULL,
  -- 重点检查事项, 一般检查事项
  kind TEXT NOT NULL CHECK (kind IN ('key', 'general')),
  -- 承办机构
  unit TEXT NOT NULL,
  -- 跨部门联合
  joint INTEGER NOT NULL CHECK (joint IN (0, 1)),
  note TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

INSERT INTO random_item (uid, category, name, basis, objects, content, way, kind, unit, joint, note, position) VALUES
  ('0198c000-0000-7000-8000-000000003201', '消防监督检查', '单位履行消防安全职责情况检查',
    '《消防法》第五十三条；《消防监督检查规定》(公安部令第120号)第十条', '机关、团体、企业、事业等单位',
    '消防安全制度、消防设施器材、疏散通道、用火用电、培训演练等', '现场检查', 'key', '消防救援机构', 0, '', 1),
  ('0198c000-0000-7000-8000-000000003202', '消防监督检查', '使用领域消防产品质量检查',
    '《消防法》第二十五条；《消防产品监督管理规定》', '使用消防产品的单位', '市场准入、产品质量、一致性',
    '现场检查', 'general', '消防救援机构', 0, '', 2),
  ('0198c000-0000-7000-8000-000000003203', '消防监督检查', '消防技术服务机构从业活动检查',
    '《消防法》第三十四条；《社会消防技术服务管理规定》(应急管理部令第7号)', '消防技术服务机构',
    '从业条件、服务质量、结论文件', '现场检查、书面检查', 'general', '消防救援机构', 0, '', 3);

CREATE TABLE random_class (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  item_id INTEGER REFERENCES random_item (id) ON DELETE SET NULL,
  frequency TEXT NOT NULL CHECK (frequency IN ('monthlyRatio', 'yearlyRatio', 'everyYears')),
  -- Thousandths of the pool; of everyYears the number of years.
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 1000),
  -- 1: those that were punished come out before all others.
  punished_first INTEGER NOT NULL CHECK (punished_first IN (0, 1)),
  -- What was drawn before this instant (UTC milliseconds) may be drawn again; null: since ever.
  round_from INTEGER,
  source TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX random_class_item ON random_class (item_id) WHERE item_id IS NOT NULL;

INSERT INTO random_class (uid, name, item_id, frequency, amount, punished_first, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003251', '人员密集场所重点单位', 1, 'monthlyRatio', 100, 1,
    '参照济宁市2024年公布的抽查计划：每月不低于10%', 1),
  ('0198c000-0000-7000-8000-000000003252', '其他重点单位', 1, 'monthlyRatio', 50, 1,
    '参照济宁市2024年公布的抽查计划：每月不低于5%', 2),
  ('0198c000-0000-7000-8000-000000003253', '一般单位', 1, 'everyYears', 3, 1,
    '参照辰溪县2026年公布的抽查计划：分类每1年、3年、2年一次', 3);

-- 检查对象名录库.
CREATE TABLE random_object (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  class_id INTEGER NOT NULL REFERENCES random_class (id),
  -- Its name and place are then those of the ledger of key sites.
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- The township; the county where the township is not known.
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  credit TEXT NOT NULL CHECK (credit IN ('unknown', 'trusted', 'discredited', 'serious')),
  punished INTEGER NOT NULL CHECK (punished IN (0, 1)),
  -- Why it is not drawn for the time being: a complaint, a re-inspection; empty: it is.
  held_reason TEXT NOT NULL,
  -- Last day in the library; null: without end.
  valid_until TEXT,
  -- First day on which it is closed.
  closed_on TEXT,
  note TEXT NOT NULL,
  initials TEXT NOT NULL
) STRICT;
CREATE INDEX random_object_class ON random_object (class_id, id);
CREATE UNIQUE INDEX random_object_site ON random_object (site_id) WHERE site_id IS NOT NULL;
CREATE INDEX random_object_organization ON random_object (organization_id);

-- 检查人员名录库: what inspectors have beside what the pool of inspectors tells.
CREATE TABLE random_inspector (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  inspector_id INTEGER NOT NULL UNIQUE REFERENCES inspector (id) ON DELETE CASCADE,
  certificate TEXT NOT NULL,
  expires_on TEXT,
  valid_until TEXT,
  -- JSON list of names of objects that this person never inspects.
  avoids TEXT NOT NULL
) STRICT;

CREATE TABLE random_plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  -- 1 to 12: months before it are not planned.
  first_month INTEGER NOT NULL CHECK (first_month BETWEEN 1 AND 12)
) STRICT;

CREATE TABLE random_plan_line (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES random_plan (id) ON DELETE CASCADE,
  class_id INTEGER NOT NULL REFERENCES random_class (id),
  -- Objects of the class when the numbers were spread.
  size INTEGER NOT NULL CHECK (size >= 0),
  -- JSON list of twelve.
  numbers TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX random_plan_line_once ON random_plan_line (plan_id, class_id);
CREATE INDEX random_plan_line_class ON random_plan_line (class_id);

CREATE TABLE random_draw (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES random_plan (id),
  -- YYYY-MM
  month TEXT NOT NULL,
  -- Of the year, without gaps: a cancelled one keeps its own.
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  status TEXT NOT NULL CHECK (status IN ('frozen', 'drawn', 'cancelled')),
  day TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  frozen_at INTEGER NOT NULL,
  frozen_by TEXT NOT NULL,
  -- JSON list of {name, text}.
  witnesses TEXT NOT NULL,
  seed TEXT NOT NULL,
  drawn_at INTEGER,
  drawn_by TEXT NOT NULL,
  cancelled_at INTEGER,
  cancelled_by TEXT NOT NULL,
  cancel_reason TEXT NOT NULL,
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
  CHECK (status <> 'drawn' OR drawn_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX random_draw_number ON random_draw (year, number);
CREATE INDEX random_draw_plan ON random_draw (plan_id, month);

-- What a draw was made from: apart, because it is large and never changes.
CREATE TABLE random_pool (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  draw_id INTEGER NOT NULL UNIQUE REFERENCES random_draw (id),
  -- JSON of a FrozenPool.
  pool TEXT NOT NULL
) STRICT;

-- What came out, and what was found there.
CREATE TABLE random_target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  draw_id INTEGER NOT NULL REFERENCES random_draw (id),
  position INTEGER NOT NULL,
  object_id INTEGER NOT NULL REFERENCES random_object (id),
  class_id INTEGER NOT NULL REFERENCES random_class (id),
  -- As they were called on the day of the draw.
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  county_id INTEGER REFERENCES organization (id),
  -- JSON list of {uid, name, certificate}.
  inspectors TEXT NOT NULL,
  due_on TEXT NOT NULL,
  inspected_on TEXT,
  inspected_by TEXT NOT NULL,
  result TEXT CHECK (result IN ('clean', 'problems', 'notFound', 'refused')),
  problem TEXT NOT NULL,
  finding_id INTEGER REFERENCES finding (id) ON DELETE SET NULL,
  CHECK ((inspected_on IS NULL) = (result IS NULL))
) STRICT;
CREATE INDEX random_target_draw ON random_target (draw_id, position);
CREATE INDEX random_target_object ON random_target (object_id);
CREATE INDEX random_target_class ON random_target (class_id);
CREATE INDEX random_target_county ON random_target (county_id) WHERE county_id IS NOT NULL;
CREATE INDEX random_target_finding ON random_target (finding_id) WHERE finding_id IS NOT NULL;

CREATE TABLE random_publication (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- YYYY-MM: of the results, or for which the plan is.
  month TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('results', 'plan')),
  -- The last day for it, as the office had set it then.
  due_on TEXT NOT NULL,
  published_on TEXT NOT NULL,
  -- Website, paper, board.
  place TEXT NOT NULL,
  -- JSON list of PublishedLine: what was told then.
  lines TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX random_publication_once ON random_publication (month, kind);

INSERT INTO report_definition (uid, name, row_kind, hides_empty, columns, cycle, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003291', '双随机抽查情况统计表', 'county', 0,
    '[{"measure":"randomInspection.drawn","heading":""},{"measure":"randomInspection.inspected","heading":""},
      {"measure":"randomInspection.problems","heading":""},{"measure":"randomInspection.rate","heading":""}]',
    'month', '本程序拟定，可以修改', 9);

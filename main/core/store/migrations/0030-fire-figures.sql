-- Fire figures (火灾数据) by county or township, and month. A correction is a row of its own: the latest counts, the others stay.

CREATE TABLE fire_figure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  -- YYYY-MM
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  fires INTEGER NOT NULL CHECK (fires >= 0),
  deaths INTEGER NOT NULL CHECK (deaths >= 0),
  injuries INTEGER NOT NULL CHECK (injuries >= 0),
  -- Direct loss of property in 分.
  loss INTEGER NOT NULL CHECK (loss >= 0),
  -- 快报, 核定
  state TEXT NOT NULL CHECK (state IN ('flash', 'verified')),
  source TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  entered_by TEXT NOT NULL
) STRICT;
CREATE INDEX fire_figure_month ON fire_figure (month, organization_id, id);

-- What the figures of a month are parted by: kinds of place or trade (场所或行业) and causes (起火原因).
CREATE TABLE fire_word (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  split TEXT NOT NULL CHECK (split IN ('trade', 'cause')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  -- JSON list of what else it is called in tables.
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX fire_word_split ON fire_word (split, position);

-- What of a month's figures falls to one word; what falls to none is not classified (未分类).
CREATE TABLE fire_figure_part (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  figure_id INTEGER NOT NULL REFERENCES fire_figure (id) ON DELETE CASCADE,
  word_id INTEGER NOT NULL REFERENCES fire_word (id),
  fires INTEGER NOT NULL CHECK (fires >= 0),
  deaths INTEGER NOT NULL CHECK (deaths >= 0),
  injuries INTEGER NOT NULL CHECK (injuries >= 0),
  -- In 分.
  loss INTEGER NOT NULL CHECK (loss >= 0)
) STRICT;
CREATE UNIQUE INDEX fire_figure_part_once ON fire_figure_part (figure_id, word_id);
CREATE INDEX fire_figure_part_word ON fire_figure_part (word_id);

-- As the public reports of 国家消防救援局 part them.
INSERT INTO fire_word (uid, split, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000003010', 'trade', '住宅', '["居民住宅","民房"]', 1),
  ('0198c000-0000-7000-8000-000000003011', 'trade', '人员密集场所', '["人员密集"]', 2),
  ('0198c000-0000-7000-8000-000000003012', 'trade', '厂房', '["工厂","车间"]', 3),
  ('0198c000-0000-7000-8000-000000003013', 'trade', '仓储物流', '["仓储","仓库","物流"]', 4),
  ('0198c000-0000-7000-8000-000000003014', 'trade', '建设工地', '["工地","施工现场"]', 5),
  ('0198c000-0000-7000-8000-000000003015', 'trade', '交通工具', '["车辆"]', 6),
  ('0198c000-0000-7000-8000-000000003016', 'trade', '其他场所', '["其它场所"]', 7),
  ('0198c000-0000-7000-8000-000000003017', 'cause', '电气', '["电气火灾","电气故障"]', 1),
  ('0198c000-0000-7000-8000-000000003018', 'cause', '用火不慎', '["生活用火不慎"]', 2),
  ('0198c000-0000-7000-8000-000000003019', 'cause', '遗留火种', '["余火"]', 3),
  ('0198c000-0000-7000-8000-000000003020', 'cause', '吸烟', '["烟头"]', 4),
  ('0198c000-0000-7000-8000-000000003021', 'cause', '自燃', '[]', 5),
  ('0198c000-0000-7000-8000-000000003022', 'cause', '生产作业', '["生产作业不慎"]', 6),
  ('0198c000-0000-7000-8000-000000003023', 'cause', '玩火', '[]', 7),
  ('0198c000-0000-7000-8000-000000003024', 'cause', '其他原因', '["其它原因"]', 8);

INSERT INTO report_definition (uid, name, row_kind, hides_empty, columns, cycle, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003001', '火灾情况统计表', 'county', 0,
    '[{"measure":"fires.fires","heading":""},{"measure":"fires.deaths","heading":""},
      {"measure":"fires.injuries","heading":""},{"measure":"fires.loss","heading":""}]',
    'month', '四项数据参照国家消防救援局公开发布的火灾形势', 8);

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

INSERT INTO report_definition (uid, name, row_kind, hides_empty, columns, cycle, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003001', '火灾情况统计表', 'county', 0,
    '[{"measure":"fires.fires","heading":""},{"measure":"fires.deaths","heading":""},
      {"measure":"fires.injuries","heading":""},{"measure":"fires.loss","heading":""}]',
    'month', '四项数据参照国家消防救援局公开发布的火灾形势', 8);

-- Reports (统计报表): tables of numbers defined as data, and the sets of them that were handed upward.

CREATE TABLE report_definition (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
  row_kind TEXT NOT NULL CHECK (row_kind IN ('county', 'township', 'memberUnit', 'trade', 'siteKind', 'level', 'month')),
  -- Rows in which nothing was counted are left out.
  hides_empty INTEGER NOT NULL CHECK (hides_empty IN (0, 1)),
  -- Measures in their order with the office's own headings, as JSON.
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  -- For which time it is usually made.
  cycle TEXT NOT NULL CHECK (cycle IN ('month', 'quarter', 'halfYear', 'year')),
  -- The document that asks for it, or where its columns come from.
  source TEXT NOT NULL,
  -- Null: always; never ends.
  valid_from TEXT,
  valid_to TEXT,
  position INTEGER NOT NULL
) STRICT;

-- Columns as published figures have them (江苏 2011-10 战报; 河北 2013, 湖南 2017, 银川 2014 挂牌督办); no published head settles them.
INSERT INTO report_definition (uid, name, row_kind, hides_empty, columns, cycle, source, position) VALUES
  ('0198c000-0000-7000-8000-000000002601', '火灾隐患排查整治情况统计表', 'county', 0,
    '[{"measure":"visits.figure:0198c000-0000-7000-8000-000000001401","heading":""},
      {"measure":"findings.found","heading":"发现火灾隐患"},
      {"measure":"findings.rectified","heading":"督促整改"},
      {"measure":"findings.rate","heading":"整改率"},
      {"measure":"visits.figure:0198c000-0000-7000-8000-000000001404","heading":""},
      {"measure":"visits.figure:0198c000-0000-7000-8000-000000001406","heading":""},
      {"measure":"visits.figure:0198c000-0000-7000-8000-000000001405","heading":""},
      {"measure":"visits.figure:0198c000-0000-7000-8000-000000001407","heading":""},
      {"measure":"visits.figure:0198c000-0000-7000-8000-000000001408","heading":""}]',
    'month', '栏目参照公开发布的火灾隐患排查整治数据，没有统一表样', 1),
  ('0198c000-0000-7000-8000-000000002602', '火灾隐患分行业统计表', 'trade', 1,
    '[{"measure":"findings.found","heading":""},{"measure":"findings.rectified","heading":""},
      {"measure":"findings.unrectified","heading":""},{"measure":"findings.rate","heading":"整改率"},
      {"measure":"findings.major","heading":""},{"measure":"findings.majorRectified","heading":"重大已整改"},
      {"measure":"findings.majorRate","heading":"重大整改率"}]',
    'quarter', '栏目参照公开发布的隐患排查治理数据，没有统一表样', 2),
  ('0198c000-0000-7000-8000-000000002603', '重大火灾隐患挂牌督办情况统计表', 'level', 0,
    '[{"measure":"listed.listed","heading":"挂牌数"},{"measure":"listed.newly","heading":"其中新挂牌"},
      {"measure":"listed.delisted","heading":"已整改(销案)"},{"measure":"listed.open","heading":"未销案"},
      {"measure":"listed.overdue","heading":"逾期未销案"},{"measure":"listed.rate","heading":"整改率"}]',
    'quarter', '栏目参照公开发布的挂牌督办通报，没有统一表样', 3),
  ('0198c000-0000-7000-8000-000000002604', '消防工作考核情况统计表', 'county', 0,
    '[{"measure":"assessment.mean","heading":"考核得分"},{"measure":"assessment.objects","heading":"考核次数"},
      {"measure":"tasks.all.given","heading":"督办任务"},{"measure":"tasks.all.rate","heading":"任务办结率"},
      {"measure":"findings.rate","heading":"隐患整改率"}]',
    'quarter', '本程序拟定，可以修改', 4),
  ('0198c000-0000-7000-8000-000000002605', '会议和议定事项统计表', 'month', 0,
    '[{"measure":"meetings.held","heading":""},{"measure":"meetings.rate","heading":""},
      {"measure":"tasks.resolution.given","heading":"议定事项"},{"measure":"tasks.resolution.done","heading":"已办结"},
      {"measure":"tasks.resolution.overdue","heading":"逾期未办结"},{"measure":"tasks.resolution.rate","heading":"办结率"}]',
    'year', '本程序拟定，可以修改', 5),
  ('0198c000-0000-7000-8000-000000002606', '成员单位督办任务完成情况统计表', 'memberUnit', 1,
    '[{"measure":"tasks.all.given","heading":"督办任务"},{"measure":"tasks.all.done","heading":"已办结"},
      {"measure":"tasks.all.overdue","heading":"逾期未办结"},{"measure":"tasks.all.rate","heading":"办结率"},
      {"measure":"tasks.resolution.given","heading":"其中议定事项"},
      {"measure":"tasks.resolution.rate","heading":"议定事项办结率"}]',
    'quarter', '本程序拟定，可以修改', 6);

CREATE TABLE report_set (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 1 AND 60),
  handed_on TEXT NOT NULL,
  note TEXT NOT NULL,
  handed_at INTEGER NOT NULL,
  handed_by TEXT NOT NULL,
  -- The tables with their definitions and printed texts as JSON, never written again, and the SHA-256 over them.
  content TEXT NOT NULL CHECK (json_valid(content)),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  withdrawn_at INTEGER,
  withdrawn_by TEXT,
  withdrawn_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT;
CREATE INDEX report_set_day ON report_set (handed_on);

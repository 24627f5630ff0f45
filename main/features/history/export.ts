import { join } from 'node:path';
import type { LogFilter } from '#shared/contract/history.ts';
import type { Role } from '#shared/rights.ts';
import { hostNames } from '#shared/rules/history/labels.ts';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { chainStart } from '#main/core/store/chain.ts';
import { formatInstant } from '#main/core/store/format-instant.ts';
import { listOperations } from '#main/core/store/history.ts';
import { lastOperation } from '#main/core/store/log-queries.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { storeFilter } from './filter.ts';
import { changeColumns, changeLines } from './change-lines.ts';
import { hidingFrom } from './hidden-rows.ts';
import type { RowScreen } from './index.ts';
import { shownReason, shownSummary } from './shown-summary.ts';

export interface LogExportInput {
  filter: LogFilter;
  /** Of whoever gets it. */
  roles: readonly Role[] | null;
  officeName: string;
  now: number;
}

const PAGE = 500;
const outcomeNames = { done: '成功', refused: '被拒绝', failed: '失败' } as const;

const columns = [
  { heading: '编号', width: 9 },
  { heading: '时间', width: 20 },
  { heading: '用户', width: 12 },
  { heading: '终端', width: 10 },
  { heading: '操作', width: 26 },
  { heading: '内容', width: 70 },
  { heading: '改动行数', width: 10 },
  { heading: '结果', width: 10 },
  { heading: '原因', width: 50 },
];

/**
 * The log, newest first; on a second sheet what each operation changed, before and after; then the end of its chain.
 * @param screen what other features keep secret @returns path in the job's folder
 */
export const exportLogWith = (screen: RowScreen) => async (input: LogExportInput, job: JobContext) => {
  const { filter, roles, officeName, now } = input;
  job.progress(null, '写入操作日志');
  const last = job.db.get(lastOperation);
  const facts: [string, string][] = [
    ['单位', officeName],
    ['导出时间', formatInstant(now)],
    ['最后一次操作的编号', String(last?.id ?? 0)],
    ['日志校验值', last?.hash ?? chainStart],
    [
      '说明',
      '校验值由全部操作逐次算出(SHA-256)。以后核对日志时，同一编号的校验值不变，说明此前的记录没有被改动。',
    ],
  ];
  const path = join(job.temporaryFolder, 'log.xlsx');
  await writeListWorkbook(
    path,
    [
      { name: '操作日志', columns, rows: linesOf(job.db, filter, roles) },
      {
        name: '改前改后',
        columns: changeColumns,
        rows: changeLines(job.db, storeFilter(filter, roles), hidingFrom(roles, screen)),
      },
      {
        name: '校验值',
        columns: [
          { heading: '项目', width: 22 },
          { heading: '内容', width: 100 },
        ],
        rows: facts,
      },
    ],
    () => job.throwIfCancelled(),
  );
  return { path };
};

function* linesOf(
  db: ReadStore,
  asked: LogFilter,
  roles: LogExportInput['roles'],
): Generator<(string | number)[]> {
  const filter = storeFilter(asked, roles);
  let before: number | null = null;
  for (;;) {
    const page: ReturnType<typeof listOperations> = listOperations(db, filter, { before, limit: PAGE });
    for (const { number, at, host, name, label, summary, outcome, reason, ...line } of page)
      yield [
        number,
        formatInstant(at),
        line.user_name,
        hostNames[host],
        label,
        shownSummary({ name, summary }, roles),
        line.change_count,
        outcomeNames[outcome],
        shownReason({ name, reason }, roles) ?? '',
      ];
    before = page.at(-1)?.number ?? null;
    if (page.length < PAGE) return;
  }
}

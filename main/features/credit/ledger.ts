import { join } from 'node:path';
import {
  type CreditFilter,
  type CreditList,
  creditLists,
  type EnterpriseRow,
} from '#shared/contract/credit.ts';
import { withheldRemarks } from '#shared/rules/campaigns/words.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { creditStateNames } from '#shared/rules/credit/state.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { Asking } from './facts.ts';
import { creditListTitles, listedOn, measuresText } from './lists.ts';
import { everyEnterprise } from './list.ts';
import { revealedCredit } from './secret.ts';

export interface ListsInput {
  /** Of the two lists. */
  day: string;
  /** Of the ledger. */
  filter: CreditFilter;
  officeName: string;
  today: string;
}

const listColumns: Readonly<Record<CreditList, readonly ListColumn[]>> = {
  trusted: [
    ['序号', 6, 'center'],
    ['企业名称', 30, 'left'],
    ['统一社会信用代码', 22, 'center'],
    ['县(市、区)', 14, 'left'],
    ['守信事项', 40, 'left'],
    ['日期', 12, 'center'],
  ],
  discredited: [
    ['序号', 6, 'center'],
    ['企业名称', 30, 'left'],
    ['统一社会信用代码', 22, 'center'],
    ['县(市、区)', 14, 'left'],
    ['等次', 10, 'center'],
    ['失信事实', 40, 'left'],
    ['决定文号', 20, 'center'],
    ['认定日期', 12, 'center'],
    ['公示截止', 12, 'center'],
  ],
};

const ledgerColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['企业名称', 30, 'left'],
  ['统一社会信用代码', 22, 'center'],
  ['县(市、区)', 14, 'left'],
  ['等次', 10, 'center'],
  ['状态', 14, 'center'],
  ['事项数', 8, 'center'],
  ['最近事项', 12, 'center'],
  ['说明', 44, 'left'],
];

/** 红名单, 黑名单 and the ledger. @returns path of the workbook in the job's own folder */
export async function exportCreditLists(
  input: ListsInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  job.progress(null, '写入名单');
  const path = join(job.temporaryFolder, 'credit.xlsx');
  const onDay = { ...job, today: input.day };
  const sheets = [
    ...creditLists.map((list) => listSheet(onDay, list, input.officeName)),
    ledgerSheet({ ...job, today: input.today }, input),
  ];
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  const { withheld } = revealedCredit(job.db);
  return { path, remarks: withheldRemarks(withheld, '家企业的信用事项') };
}

function listSheet(asking: Asking, list: CreditList, officeName: string): PaperSheet {
  const lines = listedOn(asking, list);
  const sheet = listPaper({
    name: list === 'trusted' ? '红名单' : '黑名单',
    columns: listColumns[list],
    title: creditListTitles[list],
    caption: { left: `发布单位：${officeName}`, right: `截至 ${asking.today}，共 ${lines.length} 家` },
    rows: lines.map(({ name, code, countyName, level, reason, number, from, until }, place) =>
      paperRow([
        place + 1,
        name,
        code,
        countyName,
        ...(list === 'trusted' ? [reason, from] : [creditLevelNames[level], reason, number, from, until]),
      ]),
    ),
    frozenColumns: 2,
  });
  return { ...sheet, foot: measuresText(asking, list) };
}

function ledgerSheet(asking: Asking, { filter, officeName }: ListsInput): PaperSheet {
  const rows = everyEnterprise(filter, asking);
  return listPaper({
    name: '信用监管台账',
    columns: ledgerColumns,
    title: '消防安全信用监管台账',
    caption: { left: `填报单位：${officeName}`, right: `截至 ${asking.today}，共 ${rows.length} 家` },
    rows: rows.map(ledgerRow),
    frozenColumns: 2,
  });
}

function ledgerRow(row: EnterpriseRow, place: number) {
  const { name, code, countyName, rating, state, eventCount, lastEventOn, remark } = row;
  const why = remark === '' ? rating.lines.map(({ text }) => text).join('') : remark;
  return paperRow([
    place + 1,
    name,
    code,
    countyName,
    creditLevelNames[rating.level],
    creditStateNames[state],
    eventCount,
    lastEventOn ?? '',
    why,
  ]);
}

import { join } from 'node:path';
import type { Inspector, InspectorFilter, Vehicle } from '#shared/contract/inspectors.ts';
import { leaveText } from '#shared/rules/inspectors/leave-text.ts';
import { inspectorRoleNames } from '#shared/rules/inspectors/model.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { listOf } from './list.ts';
import { requireInspector, rowsOf } from './rows.ts';
import { listVehicles } from './vehicles.ts';

export interface PoolExportInput {
  filter: InspectorFilter;
  /** Chosen ones only; null: everybody whom the filter shows. */
  uids: string[] | null;
  officeName: string;
  today: string;
}

/** The headings are those that an import knows, so that a corrected table comes back. */
const columns = [
  ['序号', 6, 'center'],
  ['姓名', 10, 'center'],
  ['单位', 24, 'left'],
  ['职务', 16, 'left'],
  ['角色', 14, 'center'],
  ['专长', 20, 'left'],
  ['回避区县', 12, 'center'],
  ['联系电话', 15, 'center'],
  ['请假', 30, 'left'],
  ['离开日期', 12, 'center'],
  ['备注', 18, 'left'],
] as const;

const vehicleColumns = [
  ['序号', 6, 'center'],
  ['车牌号', 20, 'center'],
  ['座位数(含驾驶员)', 18, 'center'],
  ['单位', 30, 'left'],
  ['停用日期', 14, 'center'],
  ['备注', 30, 'left'],
] as const;

/** 督查人员 and 督查车辆. @returns path of the workbook in the job's own folder */
export async function exportInspectors(input: PoolExportInput, job: JobContext): Promise<{ path: string }> {
  const { filter, uids, officeName, today } = input;
  job.progress(null, '写入督查人员');
  const people =
    uids === null
      ? listOf(job.db, filter, today).rows
      : rowsOf(
          job.db,
          uids.map((uid) => requireInspector(job.db, uid)),
        );
  const caption = { left: `填报单位：${officeName}`, right: `截至 ${today}` };
  const sheets = [
    listPaper({
      name: '督查人员',
      columns,
      title: '督查人员名单',
      caption,
      rows: people.map((person, index) => personRow(person, index + 1)),
      frozenColumns: 2,
    }),
    listPaper({
      name: '督查车辆',
      columns: vehicleColumns,
      title: '督查车辆名单',
      caption,
      rows: listVehicles(job.db).map((vehicle, index) => vehicleRow(vehicle, index + 1)),
    }),
  ];
  const path = join(job.temporaryFolder, 'inspectors.xlsx');
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path };
}

function personRow(person: Inspector, place: number): PaperRow {
  return paperRow([
    place,
    person.name,
    person.unitName,
    person.post,
    person.roles.map((role) => inspectorRoleNames[role]).join('、'),
    person.skills.map(({ name }) => name).join('、'),
    person.homeCountyName,
    person.phone,
    leaveText(person.leave),
    person.leftOn,
    person.note,
  ]);
}

function vehicleRow({ name, seats, unitName, retiredOn, note }: Vehicle, place: number): PaperRow {
  return paperRow([place, name, seats, unitName, retiredOn, note]);
}

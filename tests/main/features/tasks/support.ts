import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { NewTaskItem } from '#shared/contract/tasks.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

export interface Place {
  office: Office;
  client: Client;
  /** Uids of member units by name. */
  units: Record<string, string>;
  /** Enters one task and gives its uid. */
  add(fields?: Partial<NewTaskItem>): Promise<string>;
}

const unitNames = ['临川市教育局', '临川市民政局', '临川市住房和城乡建设局'];

export function taskItem(fields: Partial<NewTaskItem> = {}): NewTaskItem {
  return {
    kind: 'resolution',
    title: '制定消防安全治本攻坚实施方案',
    content: '',
    assignedOn: '2026-09-01',
    startOn: null,
    dueOn: '2026-10-31',
    feedbackCycle: { kind: 'none' },
    sourceText: '',
    leadUids: [],
    supportingUids: [],
    each: false,
    keep: true,
    ...fields,
  };
}

/** An office with three member units, for one describe block. */
export function useTaskOffice(): Place {
  const place = {} as Place;
  beforeAll(async () => {
    const office = await startTestOffice();
    const { client } = office;
    const [city] = await client.organizations.tree({ day: null });
    const items = unitNames.map((name) => ({
      level: 'memberUnit' as const,
      parentUid: city!.uid,
      name,
      shortName: '',
      marks: [],
    }));
    const { uids } = await client.organizations.add({ items, from: null, document: '', afterUid: null });
    Object.assign(place, {
      office,
      client,
      units: Object.fromEntries(unitNames.map((name, index) => [name, uids[index]!])),
      async add(fields: Partial<NewTaskItem> = {}) {
        const added = await client.tasks.add({ items: [taskItem(fields)] });
        return added.uids[0]!;
      },
    });
  });
  afterAll(() => place.office.close());
  return place;
}

/** Texts of the first sheet of a workbook that a job wrote into the office's export folder. */
export async function writtenRows(folder: string, result: unknown): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, (result as WrittenFile).name));
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

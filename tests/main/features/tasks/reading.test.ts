import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JobState } from '#shared/contract/events.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { finishedJob } from '#tests/support/core.ts';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { taskItem, useTaskOffice, writtenRows } from './support.ts';

describe('tasks from tables and texts', () => {
  const place = useTaskOffice();
  const options = { kind: 'other', assignedOn: '2026-09-22', sourceText: '', each: false } as const;
  const readPaste = (...lines: string[]) => {
    const source = { text: lines.join('\n').replaceAll('|', '\t') };
    const { client } = place;
    return previewOf(client, client.tasks.readTable({ source, choice: nothingChosen, options }));
  };

  it('finds units by full, short and former names in a pasted table', async () => {
    const { client, units } = place;
    const uid = units.临川市住房和城乡建设局!;
    await client.organizations.change({
      uid,
      base: { name: '临川市住房和城乡建设局' },
      set: { name: '临川市住房建设局', shortName: '住建局' },
      from: '2026-01-01',
      document: '',
      note: '',
    });
    const preview = await readPaste(
      '任务|牵头单位|完成时限',
      '校园检查|教育局|10月底前',
      '高层整治|市住房和城乡建设局|2026.11.15',
      '农贸市场|农业局|',
    );
    expect(preview.form.mapping).toEqual(['title', 'leads', 'due']);
    expect(preview.rows.find(({ row }) => row === 2)?.remark).toBe('完成时限 2026-10-31');
    expect(preview.problems).toMatchObject([
      { row: 4, column: 'B', text: '没有找到牵头单位“农业局”，请改正。' },
    ]);
    const corrected = { form: null, corrections: [{ row: 4, column: 1, text: '民政局' }] };
    const { stagedUid } = preview;
    expect(await client.tasks.importTable({ stagedUid, choice: corrected, options })).toEqual({
      added: 3,
      changed: 0,
    });
    const { rows } = await client.tasks.list({
      filter: { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null },
      sort: 'due',
      descending: false,
      after: null,
      limit: 9,
    });
    expect(rows.map((row) => [row.title, row.units[0]?.uid, row.dueOn])).toEqual([
      ['校园检查', units.临川市教育局, '2026-10-31'],
      ['高层整治', uid, '2026-11-15'],
      ['农贸市场', units.临川市民政局, null],
    ]);
  });

  it('are taken without headings by what the columns hold, each lead unit by itself, none twice', async () => {
    const lines = ['1|校园检查|教育局、民政局|10月底前', '2|校园检查|教育局|10月底前'];
    const preview = await readPaste(...lines);
    expect(preview.form).toEqual({ headingRow: 0, mapping: [null, 'title', 'leads', 'due'] });
    expect(actionsOf(preview)).toEqual(['add', 'same']);
    const { client } = place;
    const { stagedUid } = preview;
    const each = { ...options, each: true };
    await client.tasks.importTable({ stagedUid, choice: nothingChosen, options: each });
    const tasks = await client.tasks.list({
      filter: { text: '校园检查', view: 'all', kind: null, unitUid: null, sourceUid: null },
      sort: 'due',
      descending: false,
      after: null,
      limit: 9,
    });
    expect(tasks.rows.map((row) => row.units.map(({ shortName }) => shortName))).toEqual([
      ['教育局'],
      ['民政局'],
    ]);
  });

  it('proposes tasks from the sentences of a text, with the holidays that are known', async () => {
    const { client, units } = place;
    const [paragraph] = await client.tasks.readText({
      text: '会议强调，形势依然严峻。市教育局牵头，民政局配合，三个工作日内拿出方案。市消安办要加强督导。',
      day: '2026-09-29',
    });
    expect(paragraph?.map(({ isLikely }) => isLikely)).toEqual([false, true, false]);
    expect(paragraph?.[1]?.task).toMatchObject({
      leadUids: [units.临川市教育局],
      supportingUids: [units.临川市民政局],
      // 30 September, then from 8 October on: 1 to 7 October is a public holiday.
      dueOn: '2026-10-09',
    });
  });

  it('takes 市消安办 for the unit that the office has set', async () => {
    const { client, units } = place;
    await client.tasks.updateSettings({
      warningDays: 5,
      findingDays: 15,
      officeUnitUid: units.临川市民政局!,
    });
    const text = { text: '市消安办要加强督导。', day: '2026-09-29' };
    const [[sentence] = []] = await client.tasks.readText(text);
    expect(sentence?.task.leadUids).toEqual([units.临川市民政局]);
    expect(await client.tasks.settings()).toEqual({
      warningDays: 5,
      findingDays: 15,
      officeUnitUid: units.临川市民政局,
    });
  });
});

describe('the ledger of tasks', () => {
  const place = useTaskOffice();
  let uids: string[];

  beforeAll(async () => {
    const { client, units } = place;
    await client.office.update({ name: '办公室', exportFolder: place.office.dataFolder });
    const items = [
      taskItem({ title: '校园检查', leadUids: [units.临川市教育局!], supportingUids: [units.临川市民政局!] }),
      taskItem({ title: '消防宣传', dueOn: null, feedbackCycle: { kind: 'monthly', day: 30 } }),
    ];
    ({ uids } = await client.tasks.add({ items }));
    const extension = { uids: [uids[0]!], on: '2026-10-20', dueOn: '2026-11-30', text: '雨季' };
    await client.tasks.extend(extension);
  });

  async function exported(layout: 'ledger' | 'breakdown', chosen: string[] | null) {
    const { jobUid } = await place.client.tasks.exportWorkbook({
      filter: { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null },
      sort: 'due',
      descending: false,
      uids: chosen,
      layout,
    });
    const job: JobState = await finishedJob(place.client, jobUid);
    expect(job).toMatchObject({ status: 'done', problem: null });
    return job.result as WrittenFile;
  }

  async function rowsOf(layout: 'ledger' | 'breakdown', chosen: string[] | null) {
    return writtenRows(place.office.dataFolder, await exported(layout, chosen));
  }

  it('holds every task of the list with its old date, its pressings and its state', async () => {
    const rows = await rowsOf('ledger', null);
    expect(rows[0]?.slice(0, 5)).toEqual(['序号', '类别', '任务', '来源', '牵头单位']);
    expect(rows[1]?.slice(2, 10)).toEqual([
      '校园检查',
      '',
      '教育局',
      '民政局',
      '2026-09-01',
      '2026-10-31',
      '2026-11-30',
      '已交办',
    ]);
    expect(rows[2]?.slice(7, 9)).toEqual(['长期', '长期']);
  });

  it('is broken down into who does what by when, for the chosen ones', async () => {
    const rows = await rowsOf('breakdown', [uids[1]!]);
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(1, 6)).toEqual(['消防宣传', '', '', '长期', '每月 30 日前']);
  });

  it('is read again as the same tasks in either layout', async () => {
    const { client, office } = place;
    const options = { kind: 'other', assignedOn: '2026-12-01', sourceText: '', each: false } as const;
    for (const layout of ['ledger', 'breakdown'] as const) {
      const { name } = await exported(layout, null);
      const bytes = readFileSync(join(office.dataFolder, name));
      const source = { fileToken: await upload(client, name, bytes), sheet: null };
      const preview = await previewOf(
        client,
        client.tasks.readTable({ source, choice: nothingChosen, options }),
      );
      expect(preview, layout).toMatchObject({ rowCount: 2, same: 2, problems: [] });
    }
  });
});

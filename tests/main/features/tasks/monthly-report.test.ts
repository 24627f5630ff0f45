import { beforeAll, describe, expect, it } from 'vitest';
import { openPlaces } from '#shared/rules/papers/places.ts';
import { finishedJob } from '#tests/support/core.ts';
import { useTaskOffice, writtenRows } from './support.ts';

const september = { month: '2026-09', kind: null, sourceText: null, supporting: false };

describe('the monthly circular on tasks', () => {
  const place = useTaskOffice();

  beforeAll(async () => {
    await place.client.office.update({ name: '办公室', exportFolder: place.office.dataFolder });
    const { client, units } = place;
    const [education, civil] = [units.临川市教育局!, units.临川市民政局!];
    const owed = { assignedOn: '2026-08-01', dueOn: '2026-09-10' };
    const inTime = await place.add({
      ...owed,
      title: '校园检查',
      leadUids: [education],
      sourceText: '校园整治方案',
    });
    const late = await place.add({ ...owed, title: '养老机构检查', leadUids: [civil] });
    await place.add({ ...owed, title: '高层整治', leadUids: [civil], supportingUids: [education] });
    await place.add({ ...owed, title: '十月的', dueOn: '2026-10-10', leadUids: [education] });
    const extended = await place.add({ ...owed, title: '延到十月的', leadUids: [civil] });
    await client.tasks.report({ uids: [inTime], on: '2026-09-10', text: '', close: false });
    await client.tasks.press({ uids: [late], on: '2026-09-12', text: '', unitUid: null });
    await client.tasks.report({ uids: [late], on: '2026-09-15', text: '', close: false });
    await client.tasks.extend({ uids: [extended], on: '2026-10-08', dueOn: '2026-10-31', text: '缺经费' });
  });

  it('counts per lead unit, as it stood at the end of the month', async () => {
    const { units, totals, taskCount, asOf } = await place.client.tasks.monthlyReport(september);
    expect(asOf).toBe('2026-09-30');
    expect(taskCount).toBe(4);
    expect(
      units.map(({ name, owed, inTime, late, overdue, mostLateDays, pressed }) => [
        name,
        [owed, inTime, late, overdue, mostLateDays, pressed],
      ]),
    ).toEqual([
      ['临川市教育局', [1, 1, 0, 0, 0, 0]],
      ['临川市民政局', [3, 0, 1, 2, 20, 1]],
    ]);
    expect(totals).toMatchObject({ owed: 4, inTime: 1, late: 1, overdue: 2, extended: 0 });
  });

  it('counts supporting units too where the office wants it, each role of a unit for itself', async () => {
    const report = await place.client.tasks.monthlyReport({ ...september, supporting: true });
    expect(report.units.map(({ name, role, owed, overdue }) => [name, role, owed, overdue])).toEqual([
      ['临川市教育局', 'lead', 1, 0],
      ['临川市教育局', 'supporting', 1, 1],
      ['临川市民政局', 'lead', 3, 2],
    ]);
    expect(report.totals.owed).toBe(4);
    expect(report.supportingTotals).toMatchObject({ owed: 1, overdue: 1 });
  });

  it('carries what stays open into the next month, by the extended day', async () => {
    const { units } = await place.client.tasks.monthlyReport({ ...september, month: '2026-10' });
    const civil = units.find(({ name }) => name === '临川市民政局')!;
    expect(
      civil.lines.map(({ title, dueOn, firstDueOn, isCarried }) => [title, dueOn, firstDueOn, isCarried]),
    ).toEqual([
      ['高层整治', '2026-09-10', '2026-09-10', true],
      ['延到十月的', '2026-10-31', '2026-09-10', false],
    ]);
  });

  it('keeps to one source, and offers all of the month', async () => {
    const report = await place.client.tasks.monthlyReport({ ...september, sourceText: '校园整治方案' });
    expect(report.units.map(({ name, owed }) => [name, owed])).toEqual([['临川市教育局', 1]]);
    expect(report.sources).toEqual(['校园整治方案']);
  });

  it('keeps to one kind of task', async () => {
    const { taskCount } = await place.client.tasks.monthlyReport({ ...september, kind: 'instruction' });
    expect(taskCount).toBe(0);
  });

  it('becomes a draft 通报 with totals, table and who was late; what is left open is the office’s to say', async () => {
    const { client } = place;
    const { paperUid } = await client.tasks.draftMonthlyReport(september);
    const { content: written, status } = await client.papers.get({ uid: paperUid });
    const content = written!;
    expect(status).toBe('draft');
    expect(content.title).toBe('关于2026年9月督办任务办理情况的通报');
    const text = JSON.stringify(content.body);
    expect(text).toContain(
      '2026年9月应办结督办任务4项，涉及2个牵头单位。截至2026年9月30日，按时完成1项，逾期完成1项，逾期未完成2项',
    );
    expect(text).toContain('“养老机构检查”（时限2026年9月10日）逾期5天完成，催办1次');
    const table = content.body.find((block) => block.kind === 'table');
    expect(table?.rows.map((row) => row.map((cell) => cell.text).join(' '))).toEqual([
      '序号 单位 应办结 按时完成 逾期完成 逾期未完成 尚未到期 最长逾期(天) 催办(次) 延期(次)',
      '1 临川市教育局 1 1 0 0 0 0 0 0',
      '2 临川市民政局 3 0 1 2 0 20 1 0',
      ' 合计 4 1 1 2 0 20 1 0',
    ]);
    expect(openPlaces(content)).toEqual(['主送单位', '工作要求']);
    await client.history.undo({});
    await expect(client.papers.get({ uid: paperUid })).rejects.toThrow();
  });

  it('refuses a circular about nothing', async () => {
    await expect(place.client.tasks.draftMonthlyReport({ ...september, month: '2026-01' })).rejects.toThrow(
      '2026年1月没有应办结的督办任务',
    );
  });

  it('is written to a workbook', async () => {
    const { client, office } = place;
    const { jobUid } = await client.tasks.exportMonthlyReport(september);
    const { result } = await finishedJob(client, jobUid);
    const rows = await writtenRows(office.dataFolder, result);
    expect(rows.at(-1)).toEqual(['', '合计', '4', '0', '1', '1', '2', '0', '20', '1', '0']);
  });

  it('says in the workbook which row is of what a unit supports', async () => {
    const { client, office } = place;
    const { jobUid } = await client.tasks.exportMonthlyReport({ ...september, supporting: true });
    const { result } = await finishedJob(client, jobUid);
    const rows = await writtenRows(office.dataFolder, result);
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      ['单位', '职责', '应办结'],
      ['临川市教育局', '牵头', '1'],
      ['临川市教育局', '配合', '1'],
      ['临川市民政局', '牵头', '3'],
      ['合计', '牵头', '4'],
      ['合计', '配合', '1'],
    ]);
  });
});

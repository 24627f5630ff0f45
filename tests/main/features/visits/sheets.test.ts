import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { questions } from '#tests/support/checklist-folder.ts';
import { signedIn, withPassword, wordsInFiles } from '../campaigns/secrecy-support.ts';
import { useCampaignOffice } from '../campaigns/support.ts';
import { placeOf } from '#tests/support/filled-workbook.ts';
import { answer, fact, givenOut, other, readBack } from './filled-sheets.ts';
import { today, useVisitOffice, type VisitOffice } from './support.ts';

describe('record sheets that are given out and read back', () => {
  const place = useVisitOffice();
  let at: VisitOffice;
  let folder: string;
  beforeAll(async () => {
    at = place.at();
    folder = at.at.sites.office.dataFolder;
    await at.client.office.update({ name: '临川市消防安全委员会办公室', exportFolder: folder });
  });
  const book = () => givenOut(at.client, folder, at.campaignUid);
  const take = (stagedUid: string | null) => at.client.visitSheets.recordStaged({ stagedUid: stagedUid! });
  const day = fact('检查日期', today);

  it('are one for each target without a record, with what is asked and counted', async () => {
    const { names, book: workbook } = await book();
    expect(names).toHaveLength(6);
    const sheet = workbook.getWorksheet('望江国际酒店')!;
    for (const words of ['城东区 中山街道', questions.gas, '★2', '罚款(万元)', '另1']) placeOf(sheet, words);
    const { row } = placeOf(sheet, questions.exits);
    expect(sheet.getCell(row, 3).dataValidation.formulae).toEqual(['"符合,不符合,不涉及"']);
    expect(sheet.getColumn(7).hidden).toBe(true);
  });

  it('become records with their findings in one step, which is taken back as one', async () => {
    const filled = await book();
    const due = new Date(`${addDays(today, 9)}T00:00:00Z`);
    filled.fill(
      '望江国际酒店',
      day,
      fact('检查组', '第1组'),
      fact('检查人员', '王 强、李红'),
      fact('罚款(万元)', '0.5万元'),
      fact('备注', '陪同检查：赵经理'),
      answer(questions.exits, { result: '不符合', what: '二楼出口上锁', spot: '二楼', due }),
      answer(questions.wires, { result: '×' }),
      answer('燃气', { result: '不涉及' }),
      other('另1', { what: '灭火器过期', due: '15天' }),
    );
    filled.fill('河口商场', day, answer(questions.exits, { result: '符合' }));
    const preview = await readBack(at.client, at.campaignUid, filled);
    expect(preview).toMatchObject({ rowCount: 6, adds: 2, problems: [] });
    const row = (target: string) => preview.rows.find((each) => each.target === target);
    expect(row('望江国际酒店')).toMatchObject({
      action: 'add',
      questions: 2,
      answered: 2,
      failed: 2,
      findings: 3,
    });
    expect(row('城东仓库')).toMatchObject({ action: 'same', remark: '没有填写，不登记' });
    expect((await at.sheet('望江国际酒店')).record).toBeNull();

    expect(await take(preview.stagedUid)).toEqual({ records: 2, findings: 3 });
    const { record, findings } = await at.sheet('望江国际酒店');
    expect(record).toMatchObject({
      day: today,
      team: '第1组',
      note: '陪同检查：赵经理',
      inspectors: [{ name: '王强' }, { name: '李红' }],
    });
    expect(findings.map(({ spot, what, severity, task }) => [spot, what, severity, task.dueOn])).toEqual([
      ['二楼', '二楼出口上锁', 'ordinary', addDays(today, 9)],
      ['', `不符合：${questions.wires}`, 'major', addDays(today, 15)],
      ['', '灭火器过期', 'ordinary', addDays(today, 15)],
    ]);
    expect(findings[2]!.task.units.map(({ uid }) => uid)).toEqual([at.townshipUid]);
    const { figures } = await at.client.visits.choices({ campaignUid: at.campaignUid });
    const counted = record!.values.map(({ figureUid, value }) => [
      figures.find(({ uid }) => uid === figureUid)!.name,
      value / 10_000,
    ]);
    // What nobody has counted is counted as on the form.
    expect(Object.fromEntries(counted)).toMatchObject({ 检查单位: 1, 发现隐患: 3, 罚款: 0.5 });

    await at.client.history.undo({});
    expect((await at.sheet('望江国际酒店')).record).toBeNull();
    expect((await at.sheet('河口商场')).record).toBeNull();
  });

  it('are not recorded at all while one of them has an error, which is named by sheet, row and column', async () => {
    const filled = await book();
    filled.fill('城东医院', day, answer(questions.exits, { result: '符合' }));
    filled.fill(
      '河口商场',
      fact('检查日期', addDays(today, -9)),
      answer(questions.exits, { result: '还行' }),
      answer(questions.wires, { what: '电线裸露' }),
      answer(questions.gas, { result: '不符合', due: '下周' }),
      fact('罚款(万元)', '若干'),
    );
    filled.fill('白石小学', fact('督查对象', '河口商场'), day, answer(questions.exits, { result: '符合' }));
    filled.fill('城东仓库', answer(questions.exits, { result: '符合' }));
    const preview = await readBack(at.client, at.campaignUid, filled);
    expect(preview.stagedUid).toBeNull();
    const exits = placeOf(filled.sheet('河口商场'), questions.exits).row;
    const told = preview.problems.map(({ place: sheet, row, column, text }) => [sheet, row, column, text]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['河口商场', exits, 'C', expect.stringContaining('没有看懂“还行”')],
        ['河口商场', exits + 1, 'C', expect.stringContaining('没有选结果')],
        ['河口商场', exits + 3, 'F', expect.stringContaining('没有看懂“下周”')],
        ['河口商场', expect.any(Number), expect.any(String), expect.stringContaining('罚款请只写数字')],
        ['河口商场', expect.any(Number), '', expect.stringContaining('检查日期要在这次督查的')],
        ['白石小学', expect.any(Number), '', expect.stringContaining('这张表原是“白石小学”的')],
        ['城东仓库', expect.any(Number), '', expect.stringContaining('没有填检查日期')],
      ]),
    );
    expect(preview.errorCount).toBe(7);
    expect(preview.rows.map(({ action }) => action)).toEqual(['none', 'none', 'none', 'add', 'same', 'same']);
  });

  it('are known by their words where the marks were lost, and rows that were added count', async () => {
    const filled = await book();
    const sheet = filled.sheet('城西化工厂');
    filled.fill('城西化工厂', day, answer(questions.wires, { result: '不符合', what: '线路老化' }));
    sheet.spliceColumns(7, 1);
    sheet.name = '化工厂';
    const last = sheet.rowCount + 1;
    sheet.getCell(last, 4).value = '值班室无人';
    for (const name of filled.names.filter((each) => each !== '化工厂')) filled.book.removeWorksheet(name);
    const preview = await readBack(at.client, at.campaignUid, filled);
    expect(preview).toMatchObject({ adds: 1, errorCount: 0 });
    expect(preview.problems).toEqual([
      expect.objectContaining({ row: last, text: expect.stringContaining('不是清单里的内容') }),
    ]);
    expect(await take(preview.stagedUid)).toEqual({ records: 1, findings: 2 });
  });

  it('do not touch a record that is there already, and one target is filled in once only', async () => {
    await at.record('城东医院');
    const [one, two] = [
      await givenOut(at.client, folder, at.campaignUid, await scope('城东医院')),
      await book(),
    ];
    one.fill('城东医院', day, fact('备注', '未发现问题'));
    two.fill('城东仓库', day, fact('备注', '未发现问题'));
    const recorded = await readBack(at.client, at.campaignUid, one);
    expect(recorded.rows[0]).toMatchObject({ action: 'same', remark: '已有检查记录，不登记' });
    const twice = await readBack(at.client, at.campaignUid, two, two);
    expect(twice.problems.map(({ text }) => text)).toEqual([
      '“城东仓库”在“第1组.xlsx · 城东仓库”里已经填过一次，请只留一张。',
    ]);
  });

  it('leave out what was recorded between reading and taking over, and are taken over once', async () => {
    const filled = await book();
    filled.fill('城东仓库', day, fact('备注', '未发现问题'));
    filled.fill('白石小学', fact('检查日期', today), fact('备注', '未发现问题'));
    const { stagedUid } = await readBack(at.client, at.campaignUid, filled);
    const { uid } = await at.record('城东仓库');
    // What is recorded by now is left out; the others still go in.
    expect(await take(stagedUid)).toEqual({ records: 1, findings: 0 });
    await at.client.visits.remove({ uid });
    await expect(take(stagedUid)).rejects.toThrow('要登记的检查记录表');
  });

  it('say of another workbook what is missing', async () => {
    const filled = await book();
    for (const sheet of filled.book.worksheets) sheet.getCell(placeOf(sheet, '结果').row, 3).value = '';
    const preview = await readBack(at.client, at.campaignUid, filled);
    expect(preview.stagedUid).toBeNull();
    expect(preview.problems.map(({ text }) => text)).toContain(
      '没有读到检查记录表，请选择从这里导出、填好的表。',
    );
  });

  it('are printed with the target, what is asked and room for the figures', async () => {
    const targetUids = [await at.target('河口商场'), await at.target('望江国际酒店')];
    const papers = await at.client.visitSheets.forms({ targetUids });
    expect(papers).toHaveLength(2);
    const words = JSON.stringify(papers[1]);
    for (const text of ['望江国际酒店', questions.wires, '罚款(万元)', '不涉及', '冬春督查'])
      expect(words).toContain(text);
  });

  it('are not read back before the campaign has begun, and say how it begins', async () => {
    const filled = await book();
    const uid = await at.at.campaign('尚未开始的督查');
    await expect(readBack(at.client, uid, filled)).rejects.toThrow('督查还没有开始，请先');
  });

  it('of a team are those of its days, with day, team and people filled in', async () => {
    const { settings, teams } = await at.client.schedules.get({ uid: at.campaignUid });
    const [first] = teams;
    const id = first!.id;
    const set = { settings, teams: [{ ...first!, name: '第1组' }] };
    await at.client.schedules.setSettings({ uid: at.campaignUid, base: { settings, teams }, set });
    const placeIds = [await at.target('望江国际酒店')];
    const edit = { kind: 'places' as const, placeIds, to: { teamId: id, day: today } };
    await at.client.schedules.edit({ uid: at.campaignUid, edit });
    expect(await at.client.visitSheets.teams({ campaignUid: at.campaignUid })).toEqual([
      { id, name: '第1组', targetUids: placeIds },
    ]);
    const given = await givenOut(at.client, folder, at.campaignUid, { kind: 'team', teamId: id });
    expect(given.names).toEqual(['望江国际酒店']);
    const sheet = given.sheet('望江国际酒店');
    const { row } = placeOf(sheet, '检查日期');
    expect([sheet.getCell(row, 2).value, sheet.getCell(row, 4).value]).toEqual([today, '第1组']);
    const { planned } = await at.client.visits.sheet({ targetUid: placeIds[0]! });
    expect(planned).toMatchObject({ team: '第1组' });
    // Only what was found on the spot makes it a record.
    expect((await readBack(at.client, at.campaignUid, given)).rows[0]).toMatchObject({ action: 'same' });
  });

  async function scope(name: string) {
    return { kind: 'targets' as const, uids: [await at.target(name)] };
  }
});

describe('record sheets of a secret campaign', () => {
  const office = useCampaignOffice();

  it('are only for who may know of it, leave the disk when they were read, and lie sealed until they are taken over', async () => {
    const at = office.at();
    const exports = mkdtempSync(join(tmpdir(), 'secret-sheets-'));
    await at.client.office.update({ name: '临川市消防安全委员会办公室', exportFolder: exports });
    await withPassword(at, 'knows-12');
    const uid = await at.campaign('夜间暗访', { announced: false });
    await at.withoutRule(uid);
    const name = '标记望月楼棋牌室';
    const countyUid = at.sites.places.城东区!;
    await at.client.campaigns.addTargets({ uid, items: [{ kind: 'other', name, countyUid }] });
    await at.client.campaigns.start({ uid });

    const filled = await givenOut(at.client, exports, uid);
    filled.fill(name, fact('检查日期', today), fact('备注', '标记从后门进入'));
    const preview = await readBack(at.client, uid, filled);
    expect(preview).toMatchObject({ adds: 1, errorCount: 0, isSecret: true });
    const folder = at.sites.office.dataFolder;
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    expect(wordsInFiles(folder, [name, '标记从后门进入'])).toEqual([]);

    const added = await at.client.users.add({ name: '王芳', roles: ['clerk'], password: 'other-12' });
    const stranger = await signedIn(at, added.uid, 'other-12');
    await expect(givenOut(stranger.client, exports, uid)).rejects.toThrow('这是暗访');
    await expect(readBack(stranger.client, uid, filled)).rejects.toThrow('这是暗访');
    const { stagedUid } = preview;
    await expect(stranger.client.visitSheets.recordStaged({ stagedUid: stagedUid! })).rejects.toThrow();

    expect(await at.client.visitSheets.recordStaged({ stagedUid: stagedUid! })).toMatchObject({ records: 1 });
    rmSync(exports, { recursive: true, force: true });
  });
});

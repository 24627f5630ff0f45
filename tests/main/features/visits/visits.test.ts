import { addDays } from '#shared/calendar/days.ts';
import { describe, expect, it } from 'vitest';
import { today, useVisitOffice } from './support.ts';

describe('the record of a visit', () => {
  const { at } = useVisitOffice();

  it('asks the checklists of its campaign, sections before what stands below them', async () => {
    const { checklists, target, leadUids } = await at().sheet('望江国际酒店');
    expect(checklists[0]!.items.map(({ kind }) => kind)).toEqual([
      'section',
      'question',
      'question',
      'section',
      'question',
    ]);
    expect(target).toMatchObject({ name: '望江国际酒店', townshipName: '中山街道' });
    expect(leadUids).toEqual([at().townshipUid]);
  });

  it('refuses a day outside the campaign, and one that has not come, in words', async () => {
    const outside = at().record('望江国际酒店', { day: addDays(today, -6) });
    await expect(outside).rejects.toThrow('检查日期要在这次督查的');
    const later = at().record('望江国际酒店', { day: addDays(today, 1) });
    await expect(later).rejects.toThrow('检查日期不能晚于今天');
  });

  it('makes a finding of each answer 不符合, with what its question says of it', async () => {
    const answers = await at().fails('望江国际酒店', 'exits', 'wires');
    const day = addDays(today, -1);
    expect(await at().record('望江国际酒店', { day, answers })).toMatchObject({ findings: 2 });
    const { findings, target } = await at().sheet('望江国际酒店');
    expect(target.visitedOn).toBe(day);
    expect(findings.map(({ severity }) => severity)).toEqual(['ordinary', 'major']);
    const detail = await at().client.findings.get({ uid: findings[0]!.uid });
    expect(detail).toMatchObject({
      place: '望江国际酒店',
      article: '《中华人民共和国消防法》第二十八条',
      demand: '立即清理，保持畅通',
      campaignTitle: '冬春督查',
      foundOn: day,
      task: { kind: 'finding', status: 'assigned', dueOn: addDays(day, 3) },
    });
    expect(detail.task.units.map(({ uid }) => uid)).toEqual([at().townshipUid]);
  });

  it('gives a finding as many days as the office has set where its question names none', async () => {
    const usual = await at().client.tasks.settings();
    await at().client.tasks.updateSettings({ ...usual, findingDays: 20 });
    const { uid } = await at().record('白石小学', { answers: await at().fails('白石小学', 'wires') });
    const { findings, findingDays } = await at().sheet('白石小学');
    await at().client.visits.remove({ uid });
    expect([usual.findingDays, findingDays]).toEqual([15, 20]);
    expect(findings.map(({ task }) => task.dueOn)).toEqual([addDays(today, 20)]);
  });

  it('takes the clerk’s own words where there are any', async () => {
    const answers = await at().fails('河口商场', 'exits');
    const itemUid = answers[0]!.itemUid;
    const found = [at().found('二楼安全出口上锁', { itemUid, spot: '二楼' }), at().found('灭火器过期')];
    await at().record('河口商场', { answers }, found);
    const { findings } = await at().sheet('河口商场');
    expect(findings.map(({ spot, what }) => spot + what)).toEqual(['二楼二楼安全出口上锁', '灭火器过期']);
  });

  it('does not ask below a section that is switched off', async () => {
    const gas = await at().item('城东医院', '燃气');
    const off = { itemUid: gas, answer: 'notApplicable' as const, note: '' };
    const answers = [off, ...(await at().fails('城东医院', 'gas'))];
    expect(await at().record('城东医院', { answers })).toMatchObject({ findings: 0 });
    const { record } = await at().sheet('城东医院');
    expect(record?.answers).toEqual([off]);
  });

  it('takes a finding back when its answer is corrected, unless something has been done about it', async () => {
    const answers = await at().fails('城东仓库', 'exits', 'wires');
    const { uid } = await at().record('城东仓库', { answers });
    const [exits] = (await at().sheet('城东仓库')).findings;
    await at().client.tasks.receive({ uids: [exits!.uid], on: today, text: '' });
    const withoutWires = answers.filter((_answer, index) => index === 0);
    const patch = { uid, base: { answers }, set: { answers: withoutWires }, found: [] };
    await at().client.visits.update(patch);
    expect((await at().sheet('城东仓库')).findings).toHaveLength(1);
    const withoutAny = { uid, base: { answers: withoutWires }, set: { answers: [] }, found: [] };
    await expect(at().client.visits.update(withoutAny)).rejects.toThrow('已经有办理记录');
    await expect(at().client.visits.remove({ uid })).rejects.toThrow('已经有办理记录');
  });

  it('keeps who inspected and what was counted', async () => {
    const { figures } = await at().client.visits.choices({ campaignUid: at().campaignUid });
    const fine = figures.find(({ name }) => name === '罚款')!;
    const values = [{ figureUid: fine.uid, value: 12_345 }];
    const inspectors = [{ uid: null, name: '王强' }];
    await at().record('白石小学', { team: '第一组', values, inspectors });
    const { record } = await at().sheet('白石小学');
    expect(record).toMatchObject({ team: '第一组', values, inspectors });
    const rows = await at().client.visits.list({ campaignUid: at().campaignUid });
    expect(rows.find(({ name }) => name === '白石小学')?.record).toMatchObject({ inspectorNames: ['王强'] });
    const without = figures.filter(({ uid }) => uid !== fine.uid).map(({ usedBy: _usedBy, ...rest }) => rest);
    const base = { figures: figures.map(({ usedBy: _usedBy, ...rest }) => rest) };
    await expect(at().client.visits.setFigures({ base, set: { figures: without } })).rejects.toThrow(
      '统计项“罚款”正被',
    );
  });

  it('moves with its findings to another day, and is undone as a whole', async () => {
    const { uid } = await at().record('城西化工厂', {}, [at().found('仓库用电线路老化')]);
    const [finding] = (await at().sheet('城西化工厂')).findings;
    const day = addDays(today, -2);
    await at().client.visits.update({ uid, base: { day: today }, set: { day }, found: [] });
    const moved = await at().client.findings.get({ uid: finding!.uid });
    expect(moved).toMatchObject({ foundOn: day, task: { assignedOn: day } });
    await at().client.history.undo({});
    await at().client.history.undo({});
    expect(await at().sheet('城西化工厂')).toMatchObject({ record: null, target: { visitedOn: null } });
    expect(await at().client.findings.ofTask({ uid: finding!.uid })).toBeNull();
    await at().client.history.redo();
    expect((await at().sheet('城西化工厂')).findings).toHaveLength(1);
  });

  it('alone says when its target was visited', async () => {
    const uids = [await at().target('白石小学')];
    const change = { campaignUid: at().campaignUid, uids, day: null };
    await expect(at().client.campaigns.setVisited(change)).rejects.toThrow('已有检查记录');
  });
});

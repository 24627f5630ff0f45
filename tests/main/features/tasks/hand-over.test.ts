import { describe, expect, it } from 'vitest';
import { useTaskOffice } from './support.ts';

describe('merging units that owe something', () => {
  const place = useTaskOffice();

  it('gives the open tasks of a merged unit to its successor, where the clerk chose so; finished ones keep the old name', async () => {
    const { client, units } = place;
    const [education, civil] = [units.临川市教育局!, units.临川市民政局!];
    const alone = await place.add({ title: '校园检查', leadUids: [education] });
    const shared = await place.add({ title: '校舍改造', leadUids: [education], supportingUids: [civil] });
    const done = await place.add({ title: '已办结', leadUids: [education] });
    await client.tasks.report({ uids: [done], on: '2026-09-10', text: '已核查', close: true });

    const day = '2026-10-01';
    const items = await client.organizations.openItems({ uids: [education], day });
    expect(items).toMatchObject([{ kind: 'tasks', kindName: '未办结的督办任务', state: '2 项未办结' }]);
    await client.organizations.merge({
      uids: [education, civil],
      into: { uid: civil },
      from: day,
      document: '',
      handOver: items.map(({ kind, uid }) => ({ kind, uid })),
    });

    const unitsOf = async (uid: string) =>
      (await client.tasks.get({ uid })).units.map(({ role, shortName }) => `${role} ${shortName}`);
    expect(await unitsOf(alone)).toEqual(['lead 民政局']);
    expect(await unitsOf(shared)).toEqual(['lead 民政局']);
    expect(await unitsOf(done)).toEqual(['lead 教育局']);
  });
});

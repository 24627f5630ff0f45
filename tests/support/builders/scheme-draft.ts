import type { IndicatorContent } from '#shared/rules/schemes/content.ts';
import type { Client } from '#tests/support/core.ts';

/** An indicator as the editor sends it, with nothing but what a test cares about. */
export function indicatorFields(given: Partial<IndicatorContent> = {}): IndicatorContent {
  return {
    number: '1',
    content: '每季度召开一次消防工作会议',
    maxPoints: 6000,
    ruleText: '少一次扣3分',
    method: '查阅资料',
    source: '',
    floor: 'zero',
    notApplicable: 'rescale',
    condition: null,
    rules: [],
    ...given,
  };
}

/** A draft with two categories of two and one indicators. */
export async function aDraft(client: Client, title = '县级消防工作考核方案') {
  const scheme = await client.schemes.create({ title, appliesTo: 'county' });
  const category = (name: string, maxPoints: number) =>
    client.schemes.addCategory({ schemeUid: scheme.uid, name, maxPoints, bonus: false });
  const duty = await category('责任落实', 60_000);
  const building = await category('基础建设', 40_000);
  const add = (categoryUid: string, afterUid: string | null, given: Partial<IndicatorContent>) =>
    client.schemes.addIndicator({ categoryUid, afterUid, ...indicatorFields(given) });
  const first = await add(duty.uid, null, { number: '1.1', maxPoints: 20_000 });
  const second = await add(duty.uid, first.uid, { number: '1.2', maxPoints: 40_000 });
  const third = await add(building.uid, null, { number: '2.1', maxPoints: 40_000 });
  return {
    uid: scheme.uid,
    duty: duty.uid,
    building: building.uid,
    first: first.uid,
    second: second.uid,
    third: third.uid,
  };
}

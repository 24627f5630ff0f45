import type { CreditFilter } from '#shared/contract/credit.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { Client } from '#tests/support/core.ts';

export const today = localDay(Date.now());
export const everyEnterprise: CreditFilter = { view: 'all', countyUid: null, text: '' };
export const firstPage = { ...everyEnterprise, after: 0, limit: 100 };
/** With the right check character. */
export const CODE = '91350100M000100Y43';
export const CODE_2 = '91000000MA0000000N';
export const CODE_3 = '91000000MA0000001R';
/** Long enough ago that a repair may be applied for. */
export const longAgo = addDays(today, -500);

/** By the first words of its name. */
export async function kindUid(client: Client, name: string): Promise<string> {
  return (await client.credit.kinds()).find((kind) => kind.name.startsWith(name))!.uid;
}

/** An event of an enterprise that may be new. */
export async function addEvent(client: Client, enterprise: string, kind: string, day = longAgo, code = '') {
  return client.credit.addEvent({
    subject: { kind: 'new', name: enterprise, code, organizationUid: null },
    origin: null,
    kindUid: await kindUid(client, kind),
    day,
    text: '安全出口锁闭，经责令拒不改正',
    number: '',
  });
}

/** 拟认定严重失信 upon one event, begun on its day. */
export async function begin(client: Client, enterprise: string, day = longAgo) {
  const event = await addEvent(client, enterprise, '重大火灾隐患逾期不整改', day);
  const { uid } = await client.credit.beginDecision({
    enterpriseUid: event.enterpriseUid,
    level: 'serious',
    day,
    reason: '重大火灾隐患逾期不整改',
    eventUids: [event.uid],
  });
  return { uid, enterpriseUid: event.enterpriseUid, eventUid: event.uid };
}

/** Public since `longAgo` and a day; the enterprise waived its objection. */
export async function publish(client: Client, enterprise: string, months = 36) {
  const begun = await begin(client, enterprise);
  const { uid } = begun;
  await client.credit.giveNotice({ uid, day: longAgo, number: '' });
  await client.credit.deliver({ uid, day: longAgo, way: '直接送达' });
  await client.credit.waive({ uid, day: longAgo });
  const decidedOn = addDays(longAgo, 1);
  await client.credit.decide({ uid, day: decidedOn, months, number: '临消安办〔2025〕7号' });
  return { ...begun, decidedOn };
}

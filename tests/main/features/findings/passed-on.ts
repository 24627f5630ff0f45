import { addDays } from '#shared/calendar/days.ts';
import { sign } from '#tests/support/builders/draft-paper.ts';
import type { Client } from '#tests/support/core.ts';
import { kindUid } from '../credit/support.ts';
import { today } from '../visits/support.ts';

/** A letter about one finding, its place under listing and the notice of it, an event and a decision upon that: all issued. */
export async function passOn(client: Client, finding: string, code: string): Promise<void> {
  const { stored } = await client.papers.settings();
  await client.papers.updateSettings({ ...stored, contactPerson: '李明', contactPhone: '8223119' });
  const letter = await client.notices.propose({ kind: 'letter', taskUids: [finding], noticeUids: [] });
  const { uids } = await client.notices.create({ ...letter, day: today });
  const { listedUid } = await client.findings.putUnderListing({
    uids: [finding],
    level: 'city',
    listedOn: today,
    dueOn: addDays(today, 90),
    leader: '赵强',
    supervisingUnit: '市公安局',
  });
  const { uid } = await client.notices.createListed({ listedUid, kind: 'listing', day: today });
  await client.notices.signAndIssue({ uids: [...uids, uid], day: today, person: '' });
  await discredit(client, listedUid, code);
}

async function discredit(client: Client, listedUid: string, code: string): Promise<void> {
  const origin = { kind: 'listed', uid: listedUid } as const;
  const { name, text } = await client.credit.propose(origin);
  const event = await client.credit.addEvent({
    subject: { kind: 'new', name, code, organizationUid: null },
    origin,
    kindUid: await kindUid(client, '重大火灾隐患逾期不整改'),
    day: today,
    text,
    number: '',
  });
  const { enterpriseUid } = event;
  const { uid } = await client.credit.beginDecision({
    enterpriseUid,
    level: 'serious',
    day: today,
    reason: text,
    eventUids: [event.uid],
  });
  await client.credit.giveNotice({ uid, day: today, number: '' });
  await client.credit.deliver({ uid, day: today, way: '直接送达' });
  await client.credit.waive({ uid, day: today });
  await client.credit.decide({ uid, day: today, months: 36, number: '' });
  const { paperUid } = await client.credit.draftPaper({ decisionUid: uid, kind: 'notice', day: today });
  await client.papers.submit({ uid: paperUid, to: 'signing', holderUid: null, opinion: '' });
  await sign(client, paperUid);
  await client.papers.issue({ uid: paperUid, day: today });
}

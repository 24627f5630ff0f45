import { localDay } from '#shared/calendar/days.ts';
import { readText } from '#shared/rules/papers/read-text.ts';
import type { Client } from '../core.ts';

export const today = localDay(Date.now());

/** A draft with nothing missing. @returns its uid */
export async function readyDraft(client: Client, kind = 'notice', title = '关于开展冬春火灾防控工作的通知') {
  const { uid } = await client.papers.create({ kind, templateKey: null, subject: null });
  const { content } = await client.papers.get({ uid });
  await client.papers.save({
    uid,
    base: { title: content!.title, addressee: content!.addressee, body: content!.body },
    set: { title, addressee: '各成员单位', body: readText('现将有关事项通知如下。') },
  });
  return uid;
}

/** Ready for signing. @returns its uid */
export async function paperForSigning(client: Client, kind?: string, title?: string) {
  const uid = await readyDraft(client, kind, title);
  await client.papers.submit({ uid, to: 'signing', holderUid: null, opinion: '' });
  return uid;
}

export async function sign(client: Client, uid: string, expected: string | null = null, day = today) {
  return client.papers.sign({ uid, day, person: '', opinion: '', expected });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperForSigning, sign, today } from '#tests/support/builders/draft-paper.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

const year = today.slice(0, 4);
const notice = (serial: number) => `临消安办〔${year}〕${serial}号`;

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

async function seriesOf(kind: string): Promise<string> {
  return (await client.papers.kinds()).find(({ code }) => code === kind)!.seriesUid;
}

describe('document numbers', () => {
  it('are proposed before signing and refused when taken meanwhile, naming the next one', async () => {
    const [one, other] = [await paperForSigning(client), await paperForSigning(client)];
    const { text } = await client.papers.nextNumber({ seriesUid: await seriesOf('notice'), day: today });
    expect(text).toBe(notice(1));
    expect((await sign(client, one, text)).number).toBe(notice(1));
    await expect(sign(client, other, text)).rejects.toMatchObject({
      code: 'refused',
      data: { next: notice(2) },
      message: expect.stringContaining(notice(2)),
    });
    expect((await sign(client, other, notice(2))).number).toBe(notice(2));
  });

  it('are each taken once and without gap when two windows sign at once', async () => {
    const second = office.window();
    const { users } = await second.session.state();
    await second.session.signIn({ userUid: users[0]!.uid });
    const uids: string[] = [];
    for (let count = 0; count < 20; count += 1) uids.push(await paperForSigning(client));
    const taken = await Promise.all(
      uids.map(async (uid, index) => (await sign(index % 2 === 0 ? client : second, uid)).number),
    );
    expect(taken.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => notice(index + 3)).toSorted());
  });

  it('count apart for each series and each year', async () => {
    const letter = await paperForSigning(client, 'letter', '关于商请支持的函');
    expect((await sign(client, letter)).number).toBe(`临消安办函〔${year}〕1号`);
    const lastYear = await paperForSigning(client);
    const signed = await sign(client, lastYear, null, `${Number(year) - 1}-12-31`);
    expect(signed.number).toBe(`临消安办〔${Number(year) - 1}〕1号`);
    const minutes = await paperForSigning(client, 'minutes', '全体会议纪要');
    expect((await sign(client, minutes)).number).toBe('第1期');
  });

  it('stay in the register as 作废 when spoiled, and are never given out again', async () => {
    const uid = await paperForSigning(client);
    const { number } = await sign(client, uid);
    await client.papers.void({ uid, reason: '打印错误' });
    const next = await sign(client, await paperForSigning(client));
    expect(next.number).not.toBe(number);
    const page = await client.papers.list({
      view: 'register',
      kind: null,
      year: Number(year),
      text: number,
      after: null,
      limit: 10,
    });
    expect(page.rows).toMatchObject([{ uid, number, status: 'void', voidReason: '打印错误' }]);
    await expect(client.papers.remove({ uid })).rejects.toMatchObject({ code: 'frozen' });
  });
});

describe('papers from before the program', () => {
  it('give their numbers to the register, and the series goes on after the highest', async () => {
    const seriesUid = await seriesOf('listing');
    const items = [3, 12].map((serial) => ({
      title: `第${serial}份挂牌督办通知`,
      addressee: '城东区政府',
      serial,
      issuedOn: `${year}-01-01`,
    }));
    await client.papers.enterEarlier({ kind: 'listing', seriesUid, items });
    const next = await client.papers.nextNumber({ seriesUid, day: today });
    expect(next.text).toBe(`临消安委督〔${year}〕13号`);
    const signed = await sign(client, await paperForSigning(client, 'listing', '挂牌督办通知书'));
    expect(signed.number).toBe(next.text);
    const late = { ...items[0]!, serial: 13 };
    const again = client.papers.enterEarlier({ kind: 'listing', seriesUid, items: [late] });
    await expect(again).rejects.toMatchObject({ code: 'duplicate' });
    const between = { ...items[0]!, serial: 7 };
    await client.papers.enterEarlier({ kind: 'listing', seriesUid, items: [between] });
    expect((await client.papers.nextNumber({ seriesUid, day: today })).serial).toBe(14);
  });

  it('are corrected and removed as long as they are what was entered', async () => {
    const seriesUid = await seriesOf('rosterChange');
    const item = { title: '调整通知', addressee: '', serial: 150, issuedOn: `${year}-01-01` };
    const { uids } = await client.papers.enterEarlier({ kind: 'rosterChange', seriesUid, items: [item] });
    const uid = uids[0]!;
    await client.papers.correctEarlier({ uid, base: { serial: 150 }, set: { serial: 15 } });
    expect((await client.papers.get({ uid })).number).toBe(`临消安委〔${year}〕15号`);
    await client.history.undo({});
    expect((await client.papers.nextNumber({ seriesUid, day: today })).serial).toBe(151);
    await client.papers.removeEarlier({ uid });
    expect((await client.papers.nextNumber({ seriesUid, day: today })).serial).toBe(1);
  });

  it('are refused with a day that has not come', async () => {
    const item = { title: '通知', addressee: '', serial: 900, issuedOn: `${Number(year) + 1}-12-31` };
    const seriesUid = await seriesOf('notice');
    const enter = client.papers.enterEarlier({ kind: 'notice', seriesUid, items: [item] });
    await expect(enter).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the list of papers', () => {
  it('finds by title, pinyin initials and number however its brackets are typed', async () => {
    const uid = await paperForSigning(client, 'notice', '关于做好清明节消防安全工作的通知');
    const { number } = await sign(client, uid);
    const find = async (text: string) => {
      const page = await client.papers.list({
        view: 'all',
        kind: null,
        year: null,
        text,
        after: null,
        limit: 50,
      });
      return page.rows.map((row) => row.uid);
    };
    for (const text of ['清明节', 'qmj', number, number.replace('〔', '[').replace('〕', ']'), '各成员']) {
      expect(await find(text), text).toContain(uid);
    }
    expect(await find('端午节')).toEqual([]);
  });

  it('comes in pages that neither repeat nor leave out a row', async () => {
    // Searches take another way through the table; every title of a notice holds 通知.
    const views = ['all', 'register', 'signed'] as const;
    for (const [view, text] of views.flatMap((each) => [[each, ''] as const, [each, '通知'] as const])) {
      const asked = { view, kind: null, year: null, text };
      const whole = await client.papers.list({ ...asked, after: null, limit: 500 });
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<Client['papers']['list']>> = await client.papers.list({
          ...asked,
          after,
          limit: 4,
        });
        seen.push(...page.rows.map((row) => row.uid));
        after = page.next;
      } while (after !== null);
      expect(seen).toEqual(whole.rows.map((row) => row.uid));
      expect(seen.length).toBeGreaterThan(8);
    }
  });

  it('counts each view as it lists it', async () => {
    const counts = await client.papers.counts();
    for (const view of ['all', 'mine', 'draft', 'signing', 'signed', 'issued', 'void'] as const) {
      const page = await client.papers.list({
        view,
        kind: null,
        year: null,
        text: '',
        after: null,
        limit: 500,
      });
      expect(page.rows.length, view).toBe(counts[view]);
    }
  });
});

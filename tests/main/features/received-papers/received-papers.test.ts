import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';

const today = localDay(Date.now());
const fields = {
  sender: '省消防安全委员会办公室',
  theirNumber: '省消安办〔2026〕18号',
  title: '关于加强电动自行车消防安全管理的通知',
  receivedOn: today,
  dueOn: null,
  urgency: '',
  secrecy: '',
  copies: 1,
  note: '',
};

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

describe('a received paper', () => {
  it('gets the next number of its year', async () => {
    const one = await client.receivedPapers.register(fields);
    const other = await client.receivedPapers.register({ ...fields, title: '关于报送情况的函' });
    const [first, second] = [await client.receivedPapers.get(one), await client.receivedPapers.get(other)];
    expect(second.serial).toBe(first.serial + 1);
    expect(first.year).toBe(Number(today.slice(0, 4)));
  });

  it('is proposed, instructed, circulated and finished', async () => {
    const { uid } = await client.receivedPapers.register(fields);
    const entry = { uid, persons: [], day: today };
    await client.receivedPapers.addEntries({ ...entry, kind: 'proposal', text: '拟请张主任阅示' });
    await client.receivedPapers.addEntries({
      ...entry,
      kind: 'instruction',
      persons: ['张主任'],
      text: '请综合组牵头落实',
    });
    const { uids } = await client.receivedPapers.addEntries({
      ...entry,
      kind: 'circulation',
      persons: ['王芳', '赵强'],
      text: '',
    });
    await client.receivedPapers.correctEntry({
      uid: uids[0]!,
      base: { readOn: null },
      set: { readOn: today },
    });
    expect((await client.receivedPapers.get({ uid })).unread).toEqual(['赵强']);
    await client.receivedPapers.finish({ uid, day: today, result: '已转发各县(市、区)' });
    const done = await client.receivedPapers.get({ uid });
    expect(done).toMatchObject({ status: 'done', doneOn: today });
    expect(done.entries.map(({ kind }) => kind)).toEqual([
      'proposal',
      'instruction',
      'circulation',
      'circulation',
      'result',
    ]);
    await client.receivedPapers.reopen({ uid });
    expect((await client.receivedPapers.counts()).open).toBeGreaterThan(0);
  });

  it('is refused with days that cannot be', async () => {
    const { register, addEntries, correctEntry } = client.receivedPapers;
    const late = register({ ...fields, receivedOn: addDays(today, 1) });
    await expect(late).rejects.toMatchObject({ code: 'refused' });
    const due = register({ ...fields, dueOn: addDays(today, -1) });
    await expect(due).rejects.toMatchObject({ code: 'refused' });
    const { uid } = await register(fields);
    const { uids } = await addEntries({ uid, kind: 'circulation', persons: ['王芳'], day: today, text: '' });
    const read = correctEntry({
      uid: uids[0]!,
      base: { readOn: null },
      set: { readOn: addDays(today, -1) },
    });
    await expect(read).rejects.toMatchObject({ code: 'refused' });
  });

  it('is found by title, initials, sender and number, by words together, in pages without gap', async () => {
    const ask = { view: 'all' as const, year: null, after: null, limit: 100 };
    for (const text of ['电动自行车', 'ddzxc', '省消防', '省消安办[2026]18号']) {
      const { rows } = await client.receivedPapers.list({ ...ask, text });
      expect(rows.length, text).toBeGreaterThan(0);
    }
    const [both, none] = await Promise.all(
      ['省消防 自行车', '自行车省消防'].map((text) => client.receivedPapers.list({ ...ask, text })),
    );
    expect(both!.rows.length).toBeGreaterThan(0);
    expect(none!.rows).toEqual([]);
    const whole = await client.receivedPapers.list({ ...ask, text: '' });
    const first = await client.receivedPapers.list({ ...ask, text: '', limit: 2 });
    const rest = await client.receivedPapers.list({ ...ask, text: '', after: first.next });
    expect([...first.rows, ...rest.rows]).toEqual(whole.rows);
  });

  it('stands in the register’s workbook', async () => {
    const { jobUid } = await client.receivedPapers.exportRegister({ view: 'all', year: null, text: '' });
    expect(await finishedJob(client, jobUid)).toMatchObject({ status: 'done', problem: null });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { EarlierNoticeOptions } from '#shared/contract/notices.ts';
import type { ListSource } from '#shared/contract/table-import.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
/** Of letters in 2025, up to the serial. */
let number: (serial: number) => string;
beforeEach(async () => {
  office = await startTestOffice();
  ({ client } = office);
  await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
  const [city] = await client.organizations.tree({ day: null });
  const county = { level: 'county' as const, parentUid: city!.uid, name: '城东区', shortName: '', marks: [] };
  await client.organizations.add({ items: [county], from: null, document: '', afterUid: null });
  const first = await client.papers.nextNumber({ seriesUid: await seriesUid(), day: '2025-03-01' });
  number = (serial) => first.text.replace(/1(?=号$)/u, String(serial));
});
afterEach(() => office.close());

async function seriesUid(): Promise<string> {
  const kinds = await client.papers.kinds();
  return kinds.find(({ code }) => code === 'supervisionLetter')!.seriesUid;
}

const byDays: EarlierNoticeOptions = { kind: 'letter', unstated: 'byDays' };
const HEADING = '文号|类别|标题|承办单位|印发日期|送达日期|反馈期限|反馈日期|反馈情况|状态';

async function read(source: ListSource, options = byDays) {
  return previewOf(client, client.notices.readTable({ source, choice: nothingChosen, options }));
}
const paste = (lines: string[], options = byDays) =>
  read({ text: [HEADING, ...lines].join('\n').replaceAll('|', '\t') }, options);

async function take(lines: string[], options = byDays) {
  const preview = await paste(lines, options);
  expect(preview.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return client.notices.importTable({ stagedUid: preview.stagedUid, choice: nothingChosen, options });
}

async function notices() {
  const rows = await client.notices.list({ view: 'all', kind: null, unitUid: null, text: '' });
  return rows.toSorted((one, other) => one.number.localeCompare(other.number, 'zh', { numeric: true }));
}

it('they come with number, addressee, days and state; the series goes on after the highest, and undo takes all back', async () => {
  const taken = await take([
    `${number(3)}|督办函|关于整改隐患的督办函|城东区|2025-03-01|2025-03-02|2025-03-20|2025-03-18|已整改三处|已办结`,
    '7||关于培训的督办函|某某公司|2025年4月1日|2025.4.2|2025-04-20|||',
    `8|提示函|关于值班的提示函|城东区|2025-04-03|2025-04-03|2025-04-20|2025-04-19||已反馈`,
  ]);
  expect(taken).toEqual({ added: 3, changed: 0 });
  const rows = await notices();
  expect(
    rows.map(({ kind, unit, sentOn, repliedOn, state }) => [kind, unit, sentOn, repliedOn, state]),
  ).toEqual(
    expect.arrayContaining([
      ['letter', '城东区', '2025-03-02', '2025-03-18', 'settled'],
      ['letter', '某某公司', '2025-04-02', null, 'overdue'],
      ['reminder', '城东区', '2025-04-03', '2025-04-19', 'replied'],
    ]),
  );
  expect(rows.every(({ isEarlier }) => isEarlier)).toBe(true);
  const settled = rows.find(({ state }) => state === 'settled')!;
  expect(settled).toMatchObject({ number: number(3), issuedOn: '2025-03-01' });
  expect(settled.organizationUid).not.toBeNull();
  const { replies } = await client.notices.get({ uid: settled.uid });
  expect(replies).toMatchObject([{ day: '2025-03-18', text: '已整改三处', verdict: 'pending' }]);
  const next = () =>
    seriesUid().then((uid) => client.papers.nextNumber({ seriesUid: uid, day: '2025-12-01' }));
  expect((await next()).serial).toBe(9);
  const printed = await client.papers.get({ uid: settled.paperUid });
  expect(printed).toMatchObject({ number: number(3), addressee: '城东区', status: 'issued', content: null });
  await client.history.undo({});
  expect(await notices()).toEqual([]);
  expect((await next()).serial).toBe(1);
});

it('no number is taken twice: a known one stays, another paper’s is pointed out', async () => {
  await take([`3||关于整改的督办函|城东区|2025-03-01|||||`]);
  const again = await paste([
    `${number(3)}||关于整改的督办函|城东区|2025-03-01|||||`,
    `4||关于培训的督办函|城东区|2025-03-02|||||`,
    `4||关于培训的督办函|城西区|2025-03-02|||||`,
  ]);
  expect(again).toMatchObject({ adds: 1, same: 1 });
  expect(again.problems.map(({ row, text }) => [row, text])).toContainEqual([
    4,
    `文号“${number(4)}”上面已经写着“城东区”，一个文号发给几个单位的请写在一行里。`,
  ]);
  const item = { title: '会议通知', addressee: '', serial: 5, issuedOn: '2025-03-03' };
  await client.papers.enterEarlier({
    kind: 'supervisionLetter',
    seriesUid: await seriesUid(),
    items: [item],
  });
  const other = await paste([`5||关于培训的督办函|城东区|2025-03-03|||||`]);
  expect(other.problems.map(({ text }) => text)).toEqual([`文号“${number(5)}”已经是“会议通知”，请核对。`]);
});

it('a number that was entered alone becomes the notice, and is not entered once more', async () => {
  const item = { title: '关于整改的督办函', addressee: '', serial: 5, issuedOn: '2025-03-03' };
  const entering = { kind: 'supervisionLetter', seriesUid: await seriesUid(), items: [item] };
  const { uids } = await client.papers.enterEarlier(entering);
  await take([`5||关于整改的督办函|城东区|2025-03-03|||||`]);
  expect((await notices()).map(({ paperUid }) => paperUid)).toEqual(uids);
});

it('what cannot be is pointed out at its cell, and nothing is made up for it', async () => {
  const { problems } = await paste([
    `1||甲督办函|城东区|||||`,
    `2||乙督办函|城东区|2999-01-01|||||`,
    `3||丙督办函||2025-03-01|2025-02-01|2025-02-02|||`,
    `4|批示|丁督办函|城东区|2025-03-01|||||作废`,
    `甲字第8号||戊督办函|城东区|2025-03-01|||||已反馈`,
    `9||己督办函|城东区|2025-03-01||||说了什么|`,
  ]);
  expect(problems.map(({ row, column, text }) => `${row}${column} ${text.slice(0, 12)}`)).toEqual([
    '2E 没有写印发日期，请补上。',
    '3E 2999-01-01 还',
    '4D 没有写承办单位，请补上。',
    '4F 送达日期早于印发日期，请',
    '4G 反馈期限早于印发日期，请',
    '5B 没有看懂“批示”，请写提',
    '5J “作废”的不作为督办通知',
    '6A 写的是“甲字第8号”，按',
    '6J 状态是“已反馈”，没有写',
    '7H 写了反馈情况，没有写反馈',
  ]);
});

it('rows without a state may count as settled, so that old ones do not wait to be sent', async () => {
  const line = `3||关于整改的督办函|城东区|2025-03-01|||||`;
  await take([line]);
  expect((await notices()).map(({ state }) => state)).toEqual(['toSend']);
  await client.history.undo({});
  await take([line], { kind: 'order', unstated: 'settled' });
  expect((await notices()).map(({ kind, state }) => [kind, state])).toEqual([['order', 'settled']]);
});

it('the exported ledger is read back as the same', async () => {
  await take([`3||关于整改的督办函|城东区|2025-03-01|2025-03-02|2025-03-20|||等待反馈`]);
  const started = await client.notices.exportLedger({ from: '2025-01-01', to: '2025-12-31' });
  const { name } = (await finishedJob(client, started.jobUid)).result as WrittenFile;
  const bytes = readFileSync(join(office.dataFolder, name));
  const fileToken = await upload(client, 'exported.xlsx', bytes);
  expect(await read({ fileToken, sheet: null })).toMatchObject({ same: 1, problems: [] });
});

it('it is corrected, and taken out again, as the paper of the register that it is', async () => {
  await take([`3||关于整改的督办函|城东区|2025-03-01|||||`]);
  const [notice] = await notices();
  expect(await client.papers.get({ uid: notice!.paperUid })).toMatchObject({ content: null });
  await client.papers.removeEarlier({ uid: notice!.paperUid });
  expect(await notices()).toEqual([]);
});

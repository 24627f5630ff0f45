import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListPreview } from '#shared/contract/table-import.ts';
import type { OpenedText } from '#shared/contract/tasks.ts';
import { splitClauses } from '#shared/rules/library/split-clauses.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

const everything = { text: '', level: null, view: 'all' } as const;
const HEADS = '标题\t文号\t发布单位\t级别\t发布日期\t实施日期\t时效性';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  await client.office.update({ name: '临川市消安办', exportFolder: office.dataFolder });
});
afterAll(() => office.close());

async function read(text: string): Promise<ListPreview> {
  const asked = { source: { text }, choice: nothingChosen, options: null };
  const { jobUid } = await client.library.readTable(asked);
  return (await finishedJob(client, jobUid)).result as ListPreview;
}

const rows = async () => (await client.library.list({ ...everything, after: null, limit: 50 })).rows;

describe('a table of laws and papers', () => {
  it('becomes entries, whose level is told by title and number where the table is silent', async () => {
    const { stagedUid, adds, problems } = await read(
      `${HEADS}\n《某市消防条例》\t\t市人大常委会\t地方性法规\t2024.5.1\t2024年7月1日\t现行有效\n` +
        '乡镇消防队\tGB/T 35547-2017\t\t\t\t\t\n中华人民共和国消防法\t\t\t\t\t\t已修改',
    );
    expect({ adds, problems }).toEqual({ adds: 3, problems: [] });
    await client.library.importTable({ stagedUid, choice: nothingChosen, options: null });
    expect((await rows()).map(({ title, level, standing }) => [title, level, standing])).toEqual([
      ['某市消防条例', 'localRegulation', 'valid'],
      ['中华人民共和国消防法', 'law', 'amended'],
      ['乡镇消防队', 'standard', 'valid'],
    ]);
  });

  it('says at the cell what is not understood', async () => {
    const { problems } = await read(
      `${HEADS}\n某办法\t\t\t红头文件\t2024-01-01\t\t大概有效\n另一办法\t\t\t\t去年\t\t`,
    );
    expect(problems.map(({ row, column, text }) => `${row}${column} ${text.split('，')[0]}`)).toEqual([
      '2D 没有看懂“红头文件”',
      '2G 没有看懂“大概有效”',
      expect.stringMatching(/^3E /u),
    ]);
  });

  it('comes back from the export as it was, and updates what has changed', async () => {
    const { jobUid } = await client.library.exportList(everything);
    const { result } = await finishedJob(client, jobUid);
    const { 文件目录: sheet = [] } = await workbookTexts(office.dataFolder, result);
    const heading = sheet.findIndex((cells) => cells.includes('效力级别'));
    const lines = sheet.slice(heading).map((cells) => cells.join('\t'));
    expect(await read(lines.join('\n'))).toMatchObject({ adds: 0, changes: 0, same: 3, problems: [] });
    const { stagedUid, changes } = await read(`${HEADS}\n消防法\t\t全国人大常委会\t\t\t\t`);
    expect(changes).toBe(1);
    await client.library.importTable({ stagedUid, choice: nothingChosen, options: null });
    const law = (await rows()).find(({ level }) => level === 'law');
    expect(law).toMatchObject({
      title: '中华人民共和国消防法',
      issuer: '全国人大常委会',
      standing: 'amended',
    });
  });
});

describe('a row without a number', () => {
  const heads = '标题\t文号\t发布单位\t实施日期\t失效日期';
  async function take(text: string): Promise<ListPreview> {
    const preview = await read(`${heads}\n${text}`);
    await client.library.importTable({ stagedUid: preview.stagedUid, choice: nothingChosen, options: null });
    return preview;
  }

  it('is the one entry of its title, and asks for the number where there are several', async () => {
    const { problems } = await take('乡镇消防队\t\t国家标准委\t2018-01-01\t');
    expect(problems).toEqual([]);
    expect((await rows()).filter(({ title }) => title === '乡镇消防队')).toMatchObject([
      { number: 'GB/T 35547-2017', issuer: '国家标准委' },
    ]);
    await take('乡镇消防队\tGB/T 35547-2026\t\t\t');
    expect((await read(`${heads}\n乡镇消防队\t\t某部\t\t`)).problems).toMatchObject([
      { text: '文件库里有 2 份“乡镇消防队”，不知道是哪一份，请写文号。' },
    ]);
  });

  it('is held against the days that are stored', async () => {
    expect((await read(`${heads}\n乡镇消防队\tGB/T 35547-2017\t\t\t2017-12-31`)).problems).toMatchObject([
      { text: '失效日期 2017-12-31 不能早于施行日期 2018-01-01，请核对。' },
    ]);
  });
});

describe('a file that is attached to an entry', () => {
  it('is read as text, from which its clauses are split', async () => {
    const [{ uid } = { uid: '' }] = await rows();
    const text = '第一条　为了示例。\n第二条　自公布之日起施行。\n';
    const fileToken = await upload(client, '条文.txt', Buffer.from(text));
    const attached = await client.attachments.add({ subject: { kind: 'libraryEntry', uid }, fileToken });
    const { jobUid } = await client.library.openText({ uid, attachmentUid: attached.uid });
    const opened = (await finishedJob(client, jobUid)).result as OpenedText;
    const { clauses } = splitClauses(opened.text);
    await client.library.addClauses({ uid, replaces: false, clauses });
    expect((await client.library.get({ uid })).clauses.map(({ number }) => number)).toEqual([
      '第一条',
      '第二条',
    ]);
    const [, other] = await rows();
    await expect(client.library.openText({ uid: other!.uid, attachmentUid: attached.uid })).rejects.toThrow(
      '这份文件的附件已不存在',
    );
  });
});

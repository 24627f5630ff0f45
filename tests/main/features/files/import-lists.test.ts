import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';

/* Lists that a clerk keeps in Excel: taken in from a table of any office, exported, and read again as the same. */

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
  const [city] = await client.organizations.tree({ day: null });
  const add = (level: 'county' | 'memberUnit' | 'township', parentUid: string, ...names: string[]) =>
    client.organizations.add({
      items: names.map((name) => ({ level, parentUid, name, shortName: '', marks: [] })),
      from: null,
      document: '',
      afterUid: null,
    });
  const { uids } = await add('county', city!.uid, '城东区', '城西区');
  await add('township', uids[0]!, '河口镇');
  await add('memberUnit', city!.uid, '临川市教育局', '临川市民政局');
});
afterAll(() => office.close());

type Choice<Options> = { source: ListSource; choice: typeof nothingChosen; options: Options };

/** A list as the tests ask it. */
function listOf<Options>(
  operations: {
    readTable: (input: Choice<Options>) => Promise<{ jobUid: string }>;
    importTable: (
      input: Omit<Choice<Options>, 'source'> & { stagedUid: string },
    ) => Promise<{ added: number; changed: number }>;
  },
  options: Options,
) {
  const read = (source: ListSource) =>
    previewOf(client, operations.readTable({ source, choice: nothingChosen, options }));
  return {
    read,
    paste: (...lines: string[]) => read({ text: lines.join('\n').replaceAll('|', '\t') }),
    take: ({ stagedUid }: ListPreview) =>
      operations.importTable({ stagedUid, choice: nothingChosen, options }),
    /** What an exported file says when it is read again. */
    async readExported(started: Promise<{ jobUid: string }>, sheet: string | null = null) {
      const job = await finishedJob(client, (await started).jobUid);
      const { name } = job.result as WrittenFile;
      const bytes = readFileSync(join(office.dataFolder, name));
      return read({ fileToken: await upload(client, 'exported.xlsx', bytes), sheet });
    },
  };
}

const places = ({ problems }: ListPreview) => problems.map(({ row, column }) => `${row}${column}`);

describe('a register of received papers', () => {
  const list = () => listOf(client.receivedPapers, null);

  it('is taken in with its numbers, or numbered on, and with what was done about the papers', async () => {
    const preview = await list().paste(
      '收文登记簿||||||',
      '编号|来文日期|来文机关|文号|文件标题|领导批示|办理结果',
      '2025-7|2025-03-01|省消安办|省消安办〔2025〕3号|关于开展检查的通知|请张三办理|已办',
      '|2025.3.2|市政府|||转阅|',
      '|2025年3月3日|市政府||关于值班的通知||',
    );
    expect(preview.rows.find(({ row }) => row === 3)?.remark).toBe(
      '收文编号 2025-7；已办结，办结日期记为 2025-03-01',
    );
    expect(preview.rows.find(({ row }) => row === 5)?.remark).toBe('收文编号 2025-8');
    expect(places(preview)).toEqual(['4E']);
    expect(await list().take(preview)).toEqual({ added: 2, changed: 0 });
    const { rows } = await client.receivedPapers.list({
      view: 'all',
      year: 2025,
      text: '',
      after: null,
      limit: 9,
    });
    expect(rows.map(({ serial, title, status }) => [serial, title, status])).toEqual([
      [8, '关于值班的通知', 'open'],
      [7, '关于开展检查的通知', 'done'],
    ]);
    const { entries } = await client.receivedPapers.get({ uid: rows[1]!.uid });
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
      ['instruction', '请张三办理'],
      ['result', '已办'],
    ]);
  });

  it('points out a number that it does not understand, instead of giving another', async () => {
    const preview = await list().paste(
      '编号|收文日期|来文单位|标题',
      '甲-12-乙-3|2025-03-01|省消安办|看不懂编号的文件',
    );
    expect(preview.problems.map(({ text }) => text)).toEqual([
      '没有看懂收文编号“甲-12-乙-3”，请写成 12 或 2026-12 这样；留空的由程序接着编号。',
    ]);
  });

  it('points out a number that another paper has, a day to come and a limit before the paper', async () => {
    const preview = await list().paste(
      '编号|收文日期|来文单位|标题|办理期限|份数',
      '2025-7|2025-03-01|省消安办|另一份|2025-02-01|两份',
      '|2999-01-01||又一份||',
    );
    expect(places(preview)).toEqual(['2A', '2E', '2F', '3B', '3C']);
  });

  it('is exported and read again as the same', async () => {
    const all = { view: 'all', year: null, text: '' } as const;
    const again = await list().readExported(client.receivedPapers.exportRegister(all));
    expect(again).toMatchObject({ rowCount: 2, same: 2, problems: [] });
  });
});

describe('a list of hazards under listed supervision', () => {
  const list = () => listOf(client.listedSupervision, null);

  it('is taken in with the days of the boards that hang; what it says anew is changed, limits are not', async () => {
    const preview = await list().paste(
      '隐患单位|属地|主要隐患|挂牌时间|整改期限|警示牌',
      '甲商场|城东区|疏散通道堵塞|2026-01-20|2026-06-30|2026-01-22',
      '乙批发市场|城南区|消火栓无水|2026-01-20|2025-06-30|未挂',
      '丙厂|||2026-01-20||',
    );
    expect(places(preview)).toEqual(['3B', '3E', '4E']);
    const right = await list().paste(
      '隐患单位|属地|主要隐患|挂牌时间|整改期限|警示牌',
      '甲商场|城东区|疏散通道堵塞|2026-01-20|2026-06-30|2026-01-22',
    );
    await list().take(right);
    const again = await list().paste(
      '隐患单位|挂牌时间|整改期限|包案领导|责任单位',
      '甲商场|2026-01-20|2026-12-31|张三|市教育局',
    );
    expect(again.rows[0]?.action).toBe('change');
    expect(again).toMatchObject({ warningCount: 1, errorCount: 0 });
    expect(await list().take(again)).toEqual({ added: 0, changed: 1 });
    const [row] = await client.listedSupervision.list({ view: 'all', text: '' });
    expect(row).toMatchObject({
      leader: '张三',
      organizationName: '临川市教育局',
      dueOn: '2026-06-30',
      boardHungOn: '2026-01-22',
      level: 'city',
    });
  });

  it('is exported and read again as the same, also after an extension', async () => {
    const [row] = await client.listedSupervision.list({ view: 'all', text: '' });
    const extension = { uid: row!.uid, day: '2026-06-01', dueOn: '2026-09-30', reason: '雨季' };
    await client.listedSupervision.extend(extension);
    const again = await list().readExported(client.listedSupervision.exportLedger({ view: 'all' }));
    expect(again).toMatchObject({ rowCount: 1, same: 1, problems: [] });
  });

  it('reads who watches over a newcomer, and points out a level that it does not know', async () => {
    const heading = '单位名称|级别|挂牌日期|整改期限';
    const right = '戊商场|县（市、区）级|2026-01-21|2026-06-30';
    const preview = await list().paste(heading, right, '己商场|三级|2026-01-21|2026-06-30');
    expect(preview.problems.map(({ row, text }) => `${row} ${text}`)).toEqual([
      '3 没有看懂“三级”，请写省级、市级或县级。',
    ]);
    await list().take(await list().paste(heading, right));
    const [row] = await client.listedSupervision.list({ view: 'all', text: '戊商场' });
    expect(row?.level).toBe('county');
  });

  it('keeps a unit that was dissolved since then when something else is changed', async () => {
    const [city] = await client.organizations.tree({ day: null });
    const item = { level: 'memberUnit' as const, name: '临川市商务局', shortName: '', marks: [] };
    const { uids } = await client.organizations.add({
      items: [{ ...item, parentUid: city!.uid }],
      from: null,
      document: '',
      afterUid: null,
    });
    const heading = '单位名称|责任单位|挂牌日期|整改期限|包案领导';
    await list().take(await list().paste(heading, '庚商场|临川市商务局|2026-01-22|2026-06-30|'));
    const from = localDay(Date.now());
    await client.organizations.close({ uids, from, document: '', withDescendants: true });
    await list().take(await list().paste(heading, '庚商场||2026-01-22|2026-06-30|李四'));
    const asked = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
    const { records } = await client.history.list(asked);
    const [change] = await client.history.changes({ uid: records[0]!.uid });
    expect(change?.columns).toEqual([{ column: 'leader', before: '', after: '李四' }]);
  });
});

describe('a list of findings', () => {
  const list = () => listOf(client.findings, null);
  const everything = {
    view: 'all',
    campaignUid: null,
    countyUid: null,
    tradeUid: null,
    severity: null,
    text: '',
    counted: null,
  } as const;
  const heading = '县区|被检查单位|存在问题|隐患级别|责任单位|检查日期|整改期限';

  it('becomes tasks of the units that answer for them, at the places that are known', async () => {
    const preview = await list().paste(
      heading,
      '城东|河口镇|未建台账||城东区|2026-01-05|2026-01-20',
      '城西区|城西夜市|占用消防车通道|重大火灾隐患(疏散)|市民政局、教育局|2026-01-05|',
      '|望江酒店|未备案||市民政局|2026-01-05|',
      '城西区|乙店||||去年|',
    );
    expect(places(preview)).toEqual(['4A', '5C', '5E', '5F']);
    const right = await list().paste(
      heading,
      '城东|河口镇|未建台账||城东区|2026-01-05|2026-01-20',
      '城西区|城西夜市|占用消防车通道|重大火灾隐患(疏散)|市民政局、教育局|2026-01-05|',
    );
    expect(await list().take(right)).toEqual({ added: 2, changed: 0 });
    const { rows } = await client.findings.list({
      filter: everything,
      sort: 'due',
      after: null,
      limit: 9,
    });
    expect(
      rows.map(({ countyName, place, severity, task }) => [countyName, place, severity, task.dueOn]),
    ).toEqual([
      ['城东区', '河口镇', 'ordinary', '2026-01-20'],
      ['城西区', '城西夜市', 'major', '2026-01-20'],
    ]);
    expect(rows[1]?.task.units.map(({ name }) => name)).toEqual(['临川市民政局', '临川市教育局']);
  });

  it('is exported and read again as the same, sheet by sheet', async () => {
    const exported = () => client.findings.exportLedger({ filter: everything, uids: null });
    for (const sheet of ['问题清单', '整改台账'])
      expect(await list().readExported(exported(), sheet)).toMatchObject({
        rowCount: 2,
        same: 2,
        problems: [],
      });
  });

  it('is filled in by the ledger that a unit has written 五落实 into; one undo takes it back', async () => {
    const preview = await list().paste(
      '被督查单位（场所）|存在的问题|发现日期|责任|措施|资金|整改时限',
      '城西夜市|占用消防车通道|2026-01-05|王五|划线立牌|2万元|2026-03-01',
    );
    expect(actionsOf(preview)).toEqual(['change']);
    expect(preview).toMatchObject({ errorCount: 0, warningCount: 1 });
    await list().take(preview);
    const found = async () => {
      const filter = { ...everything, text: '夜市' };
      const { rows } = await client.findings.list({ filter, sort: 'due', after: null, limit: 9 });
      return client.findings.get({ uid: rows[0]!.uid });
    };
    expect(await found()).toMatchObject({ responsible: '王五', funds: '2万元', severity: 'major' });
    expect((await found()).task.dueOn).toBe('2026-01-20');
    await client.history.undo({});
    expect((await found()).responsible).toBe('');
  });

  it('tells findings of one place, day and text apart by 部位 and county, and asks where it cannot', async () => {
    const spots = '县区|被检查单位|部位|存在问题|责任单位|检查日期';
    const twice = [
      '城西区|丁宾馆|一层|灭火器失效|市民政局|2026-01-06',
      '城西区|丁宾馆|二层|灭火器失效|市民政局|2026-01-06',
    ];
    const elsewhere = '城东区|丁宾馆|一层|灭火器失效|市民政局|2026-01-06';
    const preview = await list().paste(spots, ...twice, elsewhere);
    expect(actionsOf(preview)).toEqual(['add', 'add', 'add']);
    expect(await list().take(preview)).toEqual({ added: 3, changed: 0 });

    const unclear = await list().paste(
      '被检查单位|存在问题|检查日期|措施',
      '丁宾馆|灭火器失效|2026-01-06|更换',
    );
    expect(unclear.problems[0]?.text).toContain('有 3 处同样的问题');
    expect(unclear.errorCount).toBe(1);
    const clear = await list().paste(
      '县区|被检查单位|部位|存在问题|检查日期|措施',
      '城西区|丁宾馆|二层|灭火器失效|2026-01-06|更换',
      '城东区|丁宾馆||灭火器失效|2026-01-06|维修',
    );
    expect(await list().take(clear)).toEqual({ added: 0, changed: 2 });
    const filter = { ...everything, text: '丁宾馆' };
    const { rows } = await client.findings.list({ filter, sort: 'due', after: null, limit: 9 });
    const stored = await Promise.all(rows.map(({ uid }) => client.findings.get({ uid })));
    expect(
      stored.map(({ countyName, spot, measures }) => `${countyName} ${spot} ${measures}`).toSorted(),
    ).toEqual(['城东区 一层 维修', '城西区 一层 ', '城西区 二层 更换']);
    const exported = client.findings.exportLedger({ filter, uids: null });
    expect(await list().readExported(exported, '整改台账')).toMatchObject({ same: 3, problems: [] });
  });
});

describe('a list of inspection vehicles', () => {
  it('names what is wrong by row and column, keeps what an empty cell says nothing of, and is undone', async () => {
    const list = listOf(client.inspectionVehicles, null);
    const wrong = await list.paste('车牌|核定载客|派车单位', '京A12345||', '京B·1|61|某公司');
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '2B 没有写座位数(含驾驶员)，请补上。',
      '3B “61”不是座位数，请写成 1 到 60 的整数。',
    ]);
    await expect(list.take(wrong)).rejects.toMatchObject({ code: 'refused' });
    const given = await list.paste(
      '车牌|核定载客|派车单位|备注',
      '京A12345|7座|某公司|越野车',
      '京B·1|5|城东区|',
    );
    expect(await list.take(given)).toEqual({ added: 2, changed: 0 });
    const vehicles = async () =>
      (await client.inspectors.vehicles()).map(
        ({ name, seats, unitName, note }) => `${name} ${seats} ${unitName} ${note}`,
      );
    expect(await vehicles()).toEqual(['京A12345 7 某公司 越野车', '京B·1 5 城东区 ']);
    const again = await list.paste('车牌|核定载客|派车单位', '京a 12345||城东区', '京B1||');
    expect(again).toMatchObject({ adds: 0, changes: 1, same: 1, problems: [] });
    await list.take(again);
    expect(await vehicles()).toEqual(['京A12345 7 城东区 越野车', '京B·1 5 城东区 ']);
    const filter = { view: 'all', role: null, skillUid: null, unit: null, awayOn: null, text: '' } as const;
    const exported = client.inspectors.exportPool({ filter, uids: null });
    expect(await list.readExported(exported, '督查车辆')).toMatchObject({ same: 2, problems: [] });
    await client.history.undo({});
    expect(await vehicles()).toEqual(['京A12345 7 某公司 越野车', '京B·1 5 城东区 ']);
  });
});

describe('a list of meetings', () => {
  it('names what is wrong by row and column, tells held ones from planned ones, and is undone', async () => {
    const list = listOf(client.meetingList, null);
    const rhythm = { everyMonths: 3, noticeDays: 3, place: '', chair: '', committeeUid: null };
    await client.meetings.addSeries({ name: '全体会议', kind: 'plenary', ...rhythm });
    await client.meetings.addSeries({ name: '联络员会议', kind: 'liaison', ...rhythm });
    const heads = '会议名称|会议类别|召开时间|地点|主持人';
    const wrong = await list.paste(heads, '春季调度会||2026-03-05|', '专题会|专题|三月上旬|', '全体会议|||');
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '2B 没有写会议系列，从名称也看不出，请写成“全体会议”、“联络员会议”。',
      '3B 没有“专题”这个会议系列，请写成“全体会议”、“联络员会议”，或先在“会议系列”里设立。',
      '3C “三月上旬”不是日期，请写成 2026-11-23 这样。',
      '4C 没有写会议日期，请补上。',
    ]);
    await expect(list.take(wrong)).rejects.toMatchObject({ code: 'refused' });
    const given = await list.paste(
      heads,
      '2025年第一次全体会议||2025年3月5日 9:30|二楼会议室|王市长',
      '2099年第一次联络员会|联络员会议|2099-01-05|',
    );
    expect(await list.take(given)).toEqual({ added: 2, changed: 0 });
    const meetings = async () =>
      (await client.meetings.list({ seriesUid: null, year: null })).map(
        ({ title, seriesName, day, startTime, place, status }) =>
          `${title} ${seriesName} ${day} ${startTime} ${place} ${status}`,
      );
    const planned = '2099年第一次联络员会 联络员会议 2099-01-05   planned';
    const held = (place: string) => `2025年第一次全体会议 全体会议 2025-03-05 09:30 ${place} held`;
    expect(await meetings()).toEqual([planned, held('二楼会议室')]);
    const again = await list.paste(
      heads,
      '2025年第一次全体会议||2025/3/5|政府礼堂|',
      '2099年第一次联络员会||2099.1.5|',
    );
    expect(again).toMatchObject({ adds: 0, changes: 1, same: 1, problems: [] });
    await list.take(again);
    expect(await meetings()).toEqual([planned, held('政府礼堂')]);
    await client.history.undo({});
    expect(await meetings()).toEqual([planned, held('二楼会议室')]);
  });

  it('may be taken away again as long as nobody signed in', async () => {
    const [, first] = await client.meetings.list({ seriesUid: null, year: null });
    await client.meetings.remove({ uid: first!.uid });
    expect(await client.meetings.list({ seriesUid: null, year: 2025 })).toEqual([]);
  });
});

describe('a plan of campaigns', () => {
  it('names what is wrong by row and column, takes no unannounced one, and is undone', async () => {
    const list = listOf(client.campaignList, null);
    const heads = '督查名称|类型|开始日期|结束日期|方式|依据';
    const wrong = await list.paste(
      heads,
      '夜间抽查|国庆|2026-09-15|2026-10-08|暗访|',
      '秋季督查|秋防|2026-09-15|2026-09-01|明察|',
      '年末督查|||2026-12-31||',
    );
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '2E 暗访不从表格导入，以免从表格里泄露。请去掉这一行，用“新增督查”登记。',
      expect.stringMatching(/^3B 没有“秋防”这个督查类型，请写成“两会安保”、“国庆”、/u),
      '3D 结束日期早于开始日期，请改正。',
      expect.stringMatching(/^4B 没有写督查类型，从名称也看不出/u),
      '4C 没有写开始日期，请补上。',
    ]);
    await expect(list.take(wrong)).rejects.toMatchObject({ code: 'refused' });
    const secret = { document: '', firstDay: '2026-09-15', lastDay: '2026-10-08', announced: false };
    const { kindUid } = await client.campaigns.choices();
    await client.campaigns.add({ title: '国庆夜查', kindUid: kindUid!, ...secret });
    const given = await list.paste(
      heads,
      '2026年国庆期间督查||2026-09-15|2026-10-08||市安委〔2026〕3号',
      '夏季督查|夏季|2026-06-01|2026-08-31|明察|',
    );
    expect(await list.take(given)).toEqual({ added: 2, changed: 0 });
    const campaigns = async () =>
      (await client.campaigns.list({ text: '' }))
        .filter(({ announced }) => announced)
        .map(({ title, kindName, firstDay, lastDay, status }) =>
          [title, kindName, firstDay, lastDay, status].join(' '),
        )
        .toSorted();
    const national = '2026年国庆期间督查 国庆 2026-09-15 2026-10-08 draft';
    expect(await campaigns()).toEqual([national, '夏季督查 夏季 2026-06-01 2026-08-31 draft']);
    const again = await list.paste(heads, '夏季督查|||2026-09-05||', '2026年国庆期间督查|国庆||||');
    expect(again).toMatchObject({ adds: 0, changes: 1, same: 1, problems: [] });
    await list.take(again);
    expect(await campaigns()).toEqual([national, '夏季督查 夏季 2026-06-01 2026-09-05 draft']);
    await client.history.undo({});
    await client.history.undo({});
    expect(await campaigns()).toEqual([]);
  });
});

describe('a list of duty people', () => {
  it('names what is wrong by row and column, asks for a phone of namesakes, and is undone', async () => {
    const list = listOf(client.duty, null);
    const wrong = await list.paste('姓名|岗位|最后一天', '王建国|门卫|', '李卫东|值班|下个月');
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '2B “门卫”看不懂，请写“带班”“值班”或“带班、值班”。',
      '3C “下个月”不是日期，请写成 2026-11-23 这样。',
    ]);
    await expect(list.take(wrong)).rejects.toMatchObject({ code: 'refused' });
    const given = await list.paste(
      '姓名|单位|职务|手机|岗位',
      '王建国|市教育局|副局长|139 0000 0001|带班领导',
      '李卫东|市教育局|科员|13900000002|',
      '赵敏|市民政局|科长||带班、值班',
    );
    expect(await list.take(given)).toEqual({ added: 3, changed: 0 });
    const people = async () =>
      (await client.duty.people({ year: 2026 })).people.map(
        ({ name, phone, post, canLead, canServe }) =>
          `${name} ${phone} ${post} ${Number(canLead)}${Number(canServe)}`,
      );
    const before = ['王建国 139 0000 0001 副局长 10', '李卫东 13900000002 科员 01', '赵敏  科长 11'];
    expect(await people()).toEqual(before);
    const again = await list.paste(
      '姓名|手机|职务|岗位',
      '王建国|13900000001|局长|',
      '李卫东|13900000009||值班',
      '赵敏|13900000003||',
    );
    expect(again).toMatchObject({ adds: 1, changes: 2 });
    expect(again.problems).toMatchObject([{ severity: 'warning', row: 3, column: 'A' }]);
    expect(again.problems[0]?.text).toContain('电话 13900000002');
    await list.take(again);
    const after = [
      '王建国 139 0000 0001 局长 10',
      before[1],
      '赵敏 13900000003 科长 11',
      '李卫东 13900000009  01',
    ];
    expect(await people()).toEqual(after);
    await client.history.undo({});
    expect(await people()).toEqual(before);
  });
});

describe('a list of partner units', () => {
  it('is exported and read again as the same', async () => {
    const list = listOf(client.partnerUnits, null);
    await list.take(await list.paste('医疗|市急救中心|120|李主任', '供水|自来水公司|12345'));
    const again = await list.readExported(client.partnerUnits.exportWorkbook());
    expect(again).toMatchObject({ rowCount: 2, same: 2, problems: [] });
  });
});

describe('a register of papers issued before the program', () => {
  it('takes their numbers, whole or by the serial alone, and is exported and read again as the same', async () => {
    const [series] = await client.papers.series();
    const list = listOf(client.papers, { kind: 'notice', seriesUid: series!.uid });
    const preview = await list.paste('3|关于甲的通知|2025-03-01|各成员单位', '4号|关于乙的通知|2025年3月2日');
    const [, number = ''] = /“(.*)”/u.exec(preview.rows[0]!.remark) ?? [];
    expect(number).toContain('3');
    expect(await list.take(preview)).toEqual({ added: 2, changed: 0 });
    const clash = await list.paste(
      '文号|标题|印发日期',
      `${number}|关于丙的通知|2025-03-01`,
      '5|丁|2999-01-01',
    );
    expect(places(clash)).toEqual(['2A', '3C']);
    const other = await list.paste('文号|标题|印发日期', '旁的〔2025〕9号|戊|2025-03-04', '9|己|2025-03-05');
    expect(other.problems.map(({ row, text }) => `${row} ${text.slice(0, 14)}`)).toEqual([
      '2 写的是“旁的〔2025〕9号',
    ]);
    expect(actionsOf(other)).toEqual(['none', 'add']);
    const filter = { kind: null, year: null, text: '' };
    const again = await list.readExported(client.papers.exportRegister(filter));
    expect(again).toMatchObject({ rowCount: 2, same: 2, problems: [] });
  });
});

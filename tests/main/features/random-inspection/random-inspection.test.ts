import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RandomClassFields, RandomObjectFields } from '#shared/contract/random-inspection.ts';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { certificateSchema, verifyCertificate } from '#shared/rules/random-inspection/certificate.ts';
import { sha256 } from '#main/core/sha256.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

const today = localDay(Date.now());
const month = today.slice(0, 7);
const year = Number(today.slice(0, 4));
const thisMonth = Number(today.slice(5, 7));
const witnesses = [
  { name: '王监督', text: '8 3 6' },
  { name: '赵代表', text: '长安' },
];

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let east: string;
let west: string;
let classUid: string;
let planUid: string;

const aClass: RandomClassFields = {
  name: '宾馆饭店',
  itemUid: null,
  frequency: 'monthlyRatio',
  amount: 250,
  punishedFirst: false,
  source: '市方案',
};

function anObject(name: string, more: Partial<RandomObjectFields> = {}): RandomObjectFields {
  return {
    classUid,
    name,
    organizationUid: east,
    credit: 'unknown',
    punished: false,
    heldReason: '',
    validUntil: null,
    closedOn: null,
    note: '',
    ...more,
  };
}

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
  const [city] = await client.organizations.tree({ day: null });
  const add = async (name: string) => {
    const items = [{ name, shortName: '', level: 'county' as const, parentUid: city!.uid, marks: [] }];
    return (await client.organizations.add({ items, from: null, document: '', afterUid: null })).uids[0]!;
  };
  [east, west] = [await add('城东区'), await add('城西区')];
  classUid = (await client.randomInspection.addClass(aClass)).uid;
  for (let place = 1; place <= 10; place += 1)
    await client.randomInspection.addObject(anObject(`城东宾馆 ${place}`));
  const closed = anObject('停业的饭店', { closedOn: addDays(today, -1) });
  const held = anObject('举报中的饭店', { heldReason: '投诉核查' });
  for (const each of [closed, held]) await client.randomInspection.addObject(each);
  const person = (name: string, homeCountyUid: string | null) => ({
    name,
    organizationUid: null,
    unit: '市消防救援支队',
    homeCountyUid,
    roles: [],
    skillUids: [],
    post: '',
    phone: '',
    note: '',
  });
  const names = ['甲', '乙', '丙', '丁', '戊', '己'];
  const { uids } = await client.inspectors.add({
    items: names.map((name) => person(name, name === '丁' ? east : null)),
  });
  const base = { certificate: '', expiresOn: null, validUntil: null, avoids: [] };
  for (const [place, uid] of uids.entries()) {
    const expiresOn = names[place] === '戊' ? addDays(today, -1) : addDays(today, 400);
    await client.randomInspection.setCertificate({
      uid,
      base,
      set: { ...base, certificate: `证 ${place}`, expiresOn },
    });
  }
});
afterAll(() => office.close());

async function freeze() {
  return client.randomInspection.freeze({ planUid, month, classUids: [classUid] });
}

describe('random inspection', () => {
  it('takes no ratio over 100 %, and says so with its source', async () => {
    await expect(
      client.randomInspection.addClass({ ...aClass, name: '另一类', amount: 1_200 }),
    ).rejects.toThrow('比例不能超过 100%(依据：市方案)');
  });

  it('finds objects by pinyin initials, and leaves the closed ones out of the library in use', async () => {
    const page = async (text: string, view: 'active' | 'closed') =>
      client.randomInspection.objects({ filter: { view, classUid, text }, after: null, limit: 5 });
    expect(await page('cdbg', 'active')).toMatchObject({ total: 10 });
    expect((await page('cdbg', 'active')).rows).toHaveLength(5);
    expect((await page('', 'closed')).rows.map(({ name }) => name)).toEqual(['停业的饭店']);
  });

  it('plans as many in each month as the ratio asks, from the first planned month on', async () => {
    const title = `${year} 年度抽查计划`;
    planUid = (
      await client.randomInspection.addPlan({ year, title, firstMonth: thisMonth, classUids: [classUid] })
    ).uid;
    const [plan] = await client.randomInspection.plans();
    const [line] = plan!.lines;
    // 11 are open, 25 % of them are 2.75.
    expect(line).toMatchObject({ size: 11, frequencyText: '每月不低于 25%', shortfall: null });
    expect(line!.numbers[thisMonth - 1]).toBe(3);
    const less = line!.numbers.with(thisMonth - 1, 2);
    await client.randomInspection.setNumbers({ planUid, classUid, base: line!.numbers, set: less });
    expect((await client.randomInspection.plans())[0]!.lines[0]!.shortfall).toBe(`${thisMonth} 月不足 3 个`);
    await client.history.undo({});
  });

  it('freezes a pool with everybody who is left out and why, one at a time', async () => {
    const library = await client.randomInspection.inspectors();
    const away = library.find(({ name }) => name === '己')!.uid;
    const lastDay = addDays(today, 6);
    await client.inspectors.addLeave({ uids: [away], firstDay: today, lastDay, reason: '外出培训' });
    const { uid } = await freeze();
    const draw = await client.randomInspection.draw({ uid });
    expect(draw).toMatchObject({ number: `${year}-001`, status: 'frozen', objects: 10, inspectors: 4 });
    expect(Object.fromEntries(draw.leftOut.map(({ name, reason }) => [name, reason]))).toEqual({
      停业的饭店: `${addDays(today, -1)} 起停业或退出`,
      举报中的饭店: '不参加抽取：投诉核查',
      戊: `执法证件 ${addDays(today, -1)} 到期`,
      己: `请假：${today}至${lastDay} 外出培训`,
    });
    await expect(freeze()).rejects.toThrow('名单已经冻结，还没有抽取');
  });

  it('keeps a cancelled draw with its number and reason, and a new one gets the next', async () => {
    const [{ uid } = { uid: '' }] = await client.randomInspection.draws();
    await expect(client.randomInspection.cancelDraw({ uid, reason: '' })).rejects.toThrow();
    await client.randomInspection.cancelDraw({ uid, reason: '见证人没有到齐' });
    await freeze();
    expect((await client.randomInspection.draws()).map(({ number, status }) => [number, status])).toEqual([
      [`${year}-002`, 'frozen'],
      [`${year}-001`, 'cancelled'],
    ]);
  });

  it('draws once from what the witnesses gave, and nobody inspects the county that they recuse themselves from', async () => {
    const [{ uid, fingerprint } = { uid: '', fingerprint: '' }] = await client.randomInspection.draws();
    await expect(client.randomInspection.drawNow({ uid, fingerprint: '0', witnesses })).rejects.toThrow(
      '名单指纹不符',
    );
    expect(await client.randomInspection.drawNow({ uid, fingerprint, witnesses })).toEqual({ drawn: 3 });
    await expect(client.randomInspection.drawNow({ uid, fingerprint, witnesses })).rejects.toThrow(
      '一份名单只抽一次',
    );
    const { targets } = await client.randomInspection.draw({ uid });
    expect(new Set(targets.map(({ name }) => name)).size).toBe(3);
    for (const { inspectors } of targets) {
      expect(inspectors).toHaveLength(2);
      expect(inspectors.map(({ name }) => name)).not.toContain('丁');
    }
    await expect(freeze()).rejects.toThrow('没有要抽的');
  });

  it('writes a certificate file that anybody can verify, and one for paper', async () => {
    const [{ uid } = { uid: '' }] = await client.randomInspection.draws();
    const { jobUid } = await client.randomInspection.exportCertificate({ uid });
    const { name } = (await finishedJob(client, jobUid)).result as { name: string };
    const text = readFileSync(join(office.dataFolder, name), 'utf8');
    const certificate = certificateSchema.parse(JSON.parse(text));
    expect(verifyCertificate(certificate, sha256).map(({ problem }) => problem)).toEqual(['', '', '', '']);
    const { targets } = await client.randomInspection.draw({ uid });
    const names = new Map(certificate.pool.objects.map((each) => [each.key, each.name]));
    expect(certificate.drawn.map(({ objectKey }) => names.get(objectKey))).toEqual(
      targets.map((target) => target.name),
    );
    const paper = JSON.stringify(await client.randomInspection.certificate({ uid }));
    for (const { text: given } of witnesses) expect(paper).toContain(given);
    expect(paper).toContain('verify-draw');
  });

  it('leaves out what this round has drawn, until a new round begins, and then what was drawn lately', async () => {
    const title = '跨部门联合抽查计划';
    const classUids = [classUid];
    const other = await client.randomInspection.addPlan({ year, title, firstMonth: thisMonth, classUids });
    const reasons = async (plan: string) => {
      const { uid } = await client.randomInspection.freeze({ planUid: plan, month, classUids });
      const { leftOut } = await client.randomInspection.draw({ uid });
      await client.randomInspection.cancelDraw({ uid, reason: '试一试' });
      return leftOut.map(({ reason }) => reason);
    };
    const count = (told: string[], words: string) => told.filter((reason) => reason.includes(words)).length;
    expect(count(await reasons(other.uid), `本轮 ${today} 已抽过`)).toBe(3);
    await client.randomInspection.beginRound({ uid: classUid });
    const { numbers } = (await client.randomInspection.plans()).find(({ uid }) => uid === planUid)!.lines[0]!;
    const more = numbers.with(thisMonth - 1, 4);
    await client.randomInspection.setNumbers({ planUid, classUid, base: numbers, set: more });
    for (const plan of [other.uid, planUid])
      expect(count(await reasons(plan), '90 天内不重复检查'), plan).toBe(3);
  });

  it('takes results, and hands a problem to the findings, with a link both ways', async () => {
    const filter = { month, view: 'all', text: '' } as const;
    const { rows } = await client.randomInspection.targets(filter);
    const [first, second, third] = rows;
    const base = { inspectedOn: null, inspectedBy: '', result: null, problem: '' };
    const found = { ...base, inspectedOn: today, inspectedBy: '甲、乙', result: 'problems' as const };
    await expect(client.randomInspection.setResult({ uid: first!.uid, base, set: found })).rejects.toThrow(
      '请写明发现的问题',
    );
    await client.randomInspection.setResult({
      uid: first!.uid,
      base,
      set: { ...found, problem: '疏散通道堵塞' },
    });
    const { findingUid } = await client.randomInspection.handOver({
      uid: first!.uid,
      found: {
        spot: '二楼',
        what: '疏散通道堵塞',
        severity: 'ordinary',
        element: '',
        article: '',
        demand: '立即清除',
        dueOn: today,
        leadUids: [east],
      },
    });
    expect(await client.findings.get({ uid: findingUid })).toMatchObject({ place: first!.name });
    expect(await client.randomInspection.targetOfFinding({ uid: findingUid })).toMatchObject({
      uid: first!.uid,
    });
    expect((await client.randomInspection.targets(filter)).rows[0]).toMatchObject({ findingUid });
    await client.randomInspection.setClean({ uids: [second!.uid, third!.uid], day: today });
    expect((await client.randomInspection.targets(filter)).views).toMatchObject({
      all: 3,
      open: 0,
      problems: 1,
    });
    const [{ uid } = { uid: '' }] = (await client.randomInspection.draws()).filter(
      ({ status }) => status === 'drawn',
    );
    await expect(client.randomInspection.cancelDraw({ uid, reason: '重来' })).rejects.toThrow(
      '已经检查了 3 个',
    );
  });

  it('publishes results and plan in both sets of columns, and knows what is due', async () => {
    const publications = await client.randomInspection.publications();
    const results = publications.find((each) => each.kind === 'results' && each.month === month);
    expect(results).toMatchObject({ count: 3, open: 0, publishedOn: null });
    const { jobUid } = await client.randomInspection.exportPublication({ month, kind: 'results' });
    const sheets = await workbookTexts(office.dataFolder, (await finishedJob(client, jobUid)).result);
    expect(sheets['按抽查事项']?.flat()).toContain('抽查比例及频次');
    expect(sheets['按年度计划']?.flat()).toContain('是否跨部门联合');
    expect(sheets['按抽查事项']?.flat()).toContain('发现问题：疏散通道堵塞');
    const which = { month, kind: 'plan' } as const;
    const plan = publications.find((each) => each.kind === 'plan' && each.month === month);
    expect(plan?.daysLeft).toBeLessThan(0);
    const days = { from: results!.dueOn, to: results!.dueOn };
    expect(
      (await client.calendar.range(days)).filter(({ kind }) => kind === 'publicationDue'),
    ).toContainEqual(expect.objectContaining({ day: results!.dueOn, isDone: false }));
    await client.randomInspection.markPublished({ ...which, publishedOn: today, place: '市政府网站' });
    const marked = (await client.randomInspection.publications()).find(
      (each) => each.kind === 'plan' && each.month === month,
    );
    expect(marked).toMatchObject({ publishedOn: today, daysLeft: null });
    // What was published stays, whatever is changed afterwards, and so does the day that it was due by.
    const onPaper = async () => JSON.stringify(await client.randomInspection.publication(which));
    const published = await onPaper();
    const [{ lines: planned } = { lines: [] }] = await client.randomInspection.plans();
    const base = planned[0]!.numbers;
    const set = base.with(thisMonth - 1, 9);
    await client.randomInspection.setNumbers({ planUid, classUid, base, set });
    expect(await onPaper()).toBe(published);
    await client.randomInspection.markPublished({ ...which, publishedOn: today, place: '公告栏' });
    expect(await onPaper()).toContain('中抽 9 家');
    await client.randomInspection.setNumbers({ planUid, classUid, base: set, set: base });
  });

  it('is counted in reports', async () => {
    const { uid } = await client.reports.add({
      name: '双随机',
      rowKind: 'county',
      columns: ['drawn', 'inspected', 'problems', 'rate'].map((key) => ({
        measure: `randomInspection.${key}`,
        heading: '',
      })),
      hidesEmpty: true,
      cycle: 'month',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const { table } = await client.reports.view({ uid, from: `${month}-01`, to: today });
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])).toEqual([
      ['城东区', 3, 3, 1, 1],
    ]);
  });

  it('says plainly that a pool is smaller than what is required', async () => {
    const [plan] = await client.randomInspection.plans();
    const line = plan!.lines.find((each) => each.classUid === classUid)!;
    const set = line.numbers.with(thisMonth - 1, 40);
    await client.randomInspection.setNumbers({ planUid: plan!.uid, classUid, base: line.numbers, set });
    await expect(
      client.randomInspection.freeze({ planUid: plan!.uid, month, classUids: [classUid] }),
    ).rejects.toThrow('“宾馆饭店”应抽 37 个，名单里只有');
    await client.history.undo({});
  });

  it('takes key sites into the library, whose names and places stay those of the ledger', async () => {
    const site = {
      name: '城西商场',
      organizationUid: west,
      address: '',
      tradeUid: null,
      kindUids: [],
      responsiblePerson: '',
      phone: '',
      note: '',
    };
    const { uids } = await client.keySites.add({ items: [site] });
    expect(await client.randomInspection.addSites({ classUid, kindUid: null })).toEqual({ added: 1 });
    await client.keySites.update({ uid: uids[0]!, base: { name: '城西商场' }, set: { name: '城西广场' } });
    const filter = { view: 'active', classUid, text: '城西广场' } as const;
    const { rows } = await client.randomInspection.objects({ filter, after: null, limit: 5 });
    expect(rows).toMatchObject([{ name: '城西广场', countyName: '城西区', siteUid: uids[0] }]);
    await expect(client.randomInspection.addSites({ classUid, kindUid: null })).rejects.toThrow(
      '没有可以加入的重点单位',
    );
    const { uid } = rows[0]!;
    const sizeNow = async () =>
      (await client.randomInspection.classes()).find((each) => each.uid === classUid)!.objects;
    const size = await sizeNow();
    const change = (base: Partial<RandomObjectFields>, set: Partial<RandomObjectFields>) =>
      client.randomInspection.updateObject({ uid, base, set });
    await change({ validUntil: null }, { validUntil: addDays(today, -1) });
    expect(await sizeNow()).toBe(size - 1);
    // The site closes and opens again: the object was closed with it and not by itself.
    const close = (base: string | null, set: string | null) =>
      client.keySites.update({ uid: uids[0]!, base: { closedOn: base }, set: { closedOn: set } });
    const closedOn = addDays(today, 30);
    await close(null, closedOn);
    await change({ note: '' }, { note: '装修' });
    await close(closedOn, null);
    const [again] = (await client.randomInspection.objects({ filter, after: null, limit: 5 })).rows;
    expect(again).toMatchObject({ note: '装修', closedOn: null });
    await change({ closedOn: null }, { closedOn: addDays(today, 60) });
    await close(null, closedOn);
    const [earlier] = (await client.randomInspection.objects({ filter, after: null, limit: 5 })).rows;
    expect(earlier).toMatchObject({ closedOn });
  });

  it('takes objects from a pasted table, asks about what it cannot read and adds nothing twice', async () => {
    const options = { classUid };
    const read = async (text: string) => {
      const { jobUid } = await client.randomInspection.readTable({
        source: { text },
        choice: nothingChosen,
        options,
      });
      return (await finishedJob(client, jobUid)).result as ListPreview;
    };
    const heads = '单位名称\t区县\t信用等级\t受过处罚';
    const wrong = await read(`${heads}\n小面馆\t城东\t优秀\t\n药店\t城北\t\t\n书店\t城东\t\t罚款`);
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '2C “优秀”请写成未评价、守信、一般失信、严重失信之一。',
      '3B 没有找到“城北”，请写区县的全称或简称；新的区县请先在“机构”里新增。',
      '4D “罚款”请写成“是”或“否”，没有受过处罚的也可以空着。',
    ]);
    const { stagedUid, same, adds } = await read(
      `${heads}\n小面馆\t城东\t守信\t是\n城东宾馆 1\t城东\t\t\n小面馆\t城东\t\t`,
    );
    expect({ same, adds }).toEqual({ same: 2, adds: 1 });
    await client.randomInspection.importTable({ stagedUid, choice: nothingChosen, options });
    const filter = { view: 'punished', classUid, text: 'xmg' } as const;
    const { rows } = await client.randomInspection.objects({ filter, after: null, limit: 5 });
    expect(rows).toMatchObject([{ name: '小面馆', credit: 'trusted', countyName: '城东区' }]);
    expect(await read(`${heads}\n小面馆\t城西\t\t否`)).toMatchObject({ adds: 1, problems: [] });
    const other = await client.randomInspection.addClass({ ...aClass, name: '小餐饮' });
    const { jobUid } = await client.randomInspection.readTable({
      source: { text: `${heads}\n小面馆\t城东\t\t` },
      choice: nothingChosen,
      options: { classUid: other.uid },
    });
    const preview = (await finishedJob(client, jobUid)).result as ListPreview;
    expect(preview).toMatchObject({ adds: 0, same: 1 });
    expect(preview.problems[0]).toMatchObject({ severity: 'warning' });
    expect(preview.problems[0]!.text).toContain('已在“宾馆饭店”里');
  });

  it('is archived with every draw, cancelled ones as well, the files that verify them and what was published', async () => {
    const { jobUid } = await client.archive.write({ year });
    const job = await finishedJob(client, jobUid);
    const { folder, name } = job.result as { folder: string; name: string };
    const parts = readdirSync(join(folder, name)).find((part) => part.endsWith('双随机抽查'))!;
    const files = readdirSync(join(folder, name, parts));
    expect(files).toEqual(
      expect.arrayContaining([
        `${year}-001 抽取结果(作废).xlsx`,
        `${year}-002 抽取结果.xlsx`,
        `${year}-002 抽取证书.json`,
        `${month} 抽查计划公示表.xlsx`,
      ]),
    );
    expect(files).not.toContain(`${year}-001 抽取证书(作废).json`);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { sign } from '#tests/support/builders/draft-paper.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { fieldRecords } from '#tests/support/field-records.ts';
import { signedIn } from './secrecy-support.ts';
import { CODE, CODE_2, everyEnterprise } from '../credit/support.ts';
import { passOn } from '../findings/passed-on.ts';
import { today, useVisitOffice, VisitOffice } from '../visits/support.ts';

const OPEN = '河口商场';
const SECRET = '城东仓库';
const year = Number(today.slice(0, 4));
const days = { from: today, to: today };
const everyFinding = {
  view: 'all',
  campaignUid: null,
  countyUid: null,
  tradeUid: null,
  severity: null,
  text: '',
  counted: null,
} as const;
const everyTask = {
  filter: { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null },
  sort: 'due',
  descending: false,
  uids: null,
} as const;
const register = { kind: null, year, text: '' };

describe('what was made of the findings of a secret campaign', () => {
  const { at } = useVisitOffice();
  let secret: VisitOffice;
  let client: Client;
  let exports: string;

  async function resultOf<Result>(started: Promise<{ jobUid: string }>, own = client): Promise<Result> {
    const job = await finishedJob(own, (await started).jobUid);
    if (job.status !== 'done') throw new Error(job.problem ?? job.status);
    return job.result as Result;
  }

  function wordsOf(path: string): string {
    return JSON.stringify(readWorkbook(readFileSync(path), defaultReadLimits));
  }

  /** Its cells, and what the clerk is told beside it. */
  async function book(started: Promise<{ jobUid: string }>, own = client) {
    const { folder, name, remarks = [] } = await resultOf<WrittenFile>(started, own);
    return { name, words: wordsOf(join(folder, name)), remarks: remarks.join() };
  }

  /** Of the parts that are meant every workbook, and the names of all files: the site itself stands in the lists of sites. */
  async function archived(): Promise<string> {
    const { folder, name } = await resultOf<WrittenFolder>(client.archive.write({ year }));
    const root = join(folder, name);
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^\d+ (?:发文|督办通知|挂牌督办|信用监管)\//u.test(path),
    );
    const books = paths.filter((path) => path.endsWith('.xlsx')).map((path) => wordsOf(join(root, path)));
    rmSync(root, { recursive: true });
    return [...paths, ...books].join('\n');
  }

  /** The tables of everything and the names of its files; the site itself stands in the lists of sites and of an open campaign. */
  async function wholeTables(): Promise<string> {
    const { folder, name } = await resultOf<WrittenFolder>(client.exchange.exportAll({ as: 'folder' }));
    const root = join(folder, name);
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
    const books = paths
      .filter((path) => /^表格\/(?!重点单位|督查对象).*\.xlsx$/u.test(path))
      .map((path) => wordsOf(join(root, path)));
    rmSync(root, { recursive: true });
    return [...paths, ...books].join('\n');
  }

  async function published(list: 'trusted' | 'discredited'): Promise<string> {
    return JSON.stringify(await client.credit.paper({ list, day: today }));
  }

  function told(key: string): string {
    const asked = { caller: { userUid: null }, today, ...days };
    return JSON.stringify(fieldRecords(at().at.sites.office.dataFolder, key, asked));
  }

  /** A copy of the letter, and one of that, whose own original is deleted. */
  async function issueCopies(): Promise<void> {
    const all = await client.papers.list({ ...register, year: null, view: 'all', after: null, limit: 100 });
    const letter = all.rows.find(({ title }) => title.includes('值班室无人'))!;
    const first = await client.papers.copy({ uid: letter.uid });
    const second = await client.papers.copy({ uid: first.uid });
    const third = await client.papers.copy({ uid: second.uid });
    await client.papers.remove({ uid: second.uid });
    for (const { uid } of [first, third]) {
      await client.papers.submit({ uid, to: 'signing', holderUid: null, opinion: '' });
      await sign(client, uid);
      await client.papers.issue({ uid, day: today });
    }
  }

  /** Everything, the chosen ones, or what one campaign found. */
  const findingsBook = (more: { campaignUid?: string; uids?: string[] } = {}, own = client) => {
    const { campaignUid = null, uids = null } = more;
    return own.findings.exportLedger({ filter: { ...everyFinding, campaignUid }, uids });
  };

  const exported = {
    问题清单和整改台账: () => findingsBook(),
    督办台账: () => client.tasks.exportWorkbook({ ...everyTask, layout: 'ledger' }),
    任务分解表: () => client.tasks.exportWorkbook({ ...everyTask, layout: 'breakdown' }),
    督办通知台账: () => client.notices.exportLedger(days),
    挂牌督办一览表: () => client.listedSupervision.exportLedger({ view: 'all' }),
    发文登记簿: () => client.papers.exportRegister(register),
    信用名单: () => client.credit.exportLists({ day: today, filter: everyEnterprise }),
  };
  /** What leaves the office besides. */
  const leaving: Record<string, () => string | Promise<string>> = {
    失信名单公示表: () => published('discredited'),
    上级表格的督办通知: () => told('notices'),
    上级表格的发文: () => told('papers'),
    上级表格的挂牌督办: () => told('listed'),
    上级表格的信用监管: () => told('credit'),
    上级表格的信用事项: () => told('creditEvents'),
    上级表格的失信认定: () => told('creditDecisions'),
    年度归档: archived,
    全部数据的表格: wholeTables,
  };
  /** Where those work who have to write the notice: nothing is missing. */
  const pages: Record<string, () => Promise<unknown>> = {
    督办通知: () => client.notices.list({ view: 'all', kind: null, unitUid: null, text: '' }),
    挂牌督办: () => client.listedSupervision.list({ view: 'all', text: '' }),
    公文: () => client.papers.list({ ...register, year: null, view: 'all', after: null, limit: 100 }),
    信用监管: () => client.credit.list({ ...everyEnterprise, after: 0, limit: 100 }),
  };
  const sentOnes = async () => {
    const rows = await client.notices.statistics(days);
    return rows.reduce((sum, { sent }) => sum + sent, 0);
  };

  beforeAll(async () => {
    const office = at().at;
    ({ client } = at());
    exports = mkdtempSync(join(tmpdir(), 'office-secret-'));
    await client.office.update({ name: '临川市消安办', exportFolder: exports });
    const uid = await office.campaign('夜间暗访', { announced: false, firstDay: today });
    await office.withoutRule(uid);
    await office.sweep(uid, [office.kinds.key]);
    await client.campaigns.start({ uid });
    secret = new VisitOffice(office, uid);
    await passOn(client, await at().findOne(OPEN, '消火栓无水'), CODE);
    await passOn(client, await secret.findOne(SECRET, '值班室无人'), CODE_2);
    await issueCopies();
  });
  afterAll(() => rmSync(exports, { recursive: true, force: true }));

  describe('before it is released', () => {
    it.each(Object.entries(exported))(
      'does not stand in %s, and the clerk is told how much',
      async (_, run) => {
        const { words, remarks } = await book(run());
        expect(words).toContain(OPEN);
        for (const word of [SECRET, '值班室无人', '暗访']) expect(words).not.toContain(word);
        expect(remarks).toMatch(/未公布的暗访涉及的 \d+ .+没有列入/u);
      },
    );

    it.each(Object.entries(leaving))('does not stand in %s', async (_, read) => {
      const words = await read();
      expect(words).toContain(OPEN);
      for (const word of [SECRET, '值班室无人', '夜间']) expect(words).not.toContain(word);
    });

    it.each(Object.entries(pages))('stands on the page %s', async (_, read) => {
      expect(JSON.stringify(await read())).toContain(SECRET);
    });

    it('stands in no list of chosen findings or tasks either', async () => {
      const page = { sort: 'due', after: null, limit: 100 } as const;
      const { rows } = await client.findings.list({ filter: everyFinding, ...page });
      const uids = rows.map(({ uid }) => uid);
      expect(uids).toHaveLength(2);
      for (const started of [
        findingsBook({ uids }),
        client.tasks.exportWorkbook({ ...everyTask, uids, layout: 'ledger' }),
      ]) {
        const { words, remarks } = await book(started);
        expect(words).toContain(OPEN);
        expect(words).not.toContain(SECRET);
        expect(remarks).toMatch(/涉及的 1 /u);
      }
    });

    it('is exported by itself, marked as internal, for those who may know', async () => {
      const { name, words, remarks } = await book(findingsBook({ campaignUid: secret.campaignUid }));
      expect(name).toContain('内部资料');
      for (const word of [SECRET, '消防安全督查问题清单（内部资料）']) expect(words).toContain(word);
      expect(words).not.toContain('夜间');
      expect(remarks).toBe('');
    });

    it('is not exported by itself for all others', async () => {
      const { uid } = await client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
      const other = await signedIn(at().at, uid, '');
      const started = findingsBook({ campaignUid: secret.campaignUid }, other.client);
      const { name, words, remarks } = await book(started, other.client);
      expect(name).not.toContain('内部资料');
      expect(words).not.toContain(SECRET);
      expect(remarks).toMatch(/涉及的 1 处问题/u);
    });

    it('is not counted among the replies', async () => {
      expect(await sentOnes()).toBe(2);
    });
  });

  describe('after it is released', () => {
    beforeAll(() => client.campaigns.release({ uid: secret.campaignUid }));

    it.each(Object.entries(exported))('stands in %s, and nothing is held back', async (_, run) => {
      const { words, remarks } = await book(run());
      expect(words).toContain(SECRET);
      expect(words).not.toContain('内部资料');
      expect(remarks).toBe('');
    });

    it.each(Object.entries(leaving))('stands in %s', async (_, read) => {
      expect(await read()).toContain(SECRET);
    });

    it('is counted among the replies', async () => {
      expect(await sentOnes()).toBe(4);
    });
  });
});

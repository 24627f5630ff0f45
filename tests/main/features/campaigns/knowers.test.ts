import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/calendar/days.ts';
import type { Client } from '#tests/support/core.ts';
import { signedIn, withPassword, wordsInFiles } from './secrecy-support.ts';
import { type CampaignOffice, today, useCampaignOffice } from './support.ts';

type User = Awaited<ReturnType<typeof signedIn>>;

function addName({ client, sites }: CampaignOffice, uid: string, name: string) {
  const items = [{ kind: 'other' as const, name, countyUid: sites.places.城东区! }];
  return client.campaigns.addTargets({ uid, items });
}

const accessOf = async (client: Client, uid: string) => (await client.campaigns.get({ uid })).access;

describe('a secret campaign of an office without passwords', () => {
  const office = useCampaignOffice();
  let at: CampaignOffice;
  let other: User;
  let uid: string;
  beforeAll(async () => {
    at = office.at();
    const added = await at.client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
    other = await signedIn(at, added.uid, '');
    uid = await at.campaign('夜间督查', { announced: false });
    await addName(at, uid, '开门标记棋牌室');
  });

  it('is kept from the screens of the others, the log among them, and lies open in the file', async () => {
    expect(await accessOf(at.client, uid)).toBe('known');
    expect(await other.client.campaigns.get({ uid })).toMatchObject({
      access: 'unknown',
      counties: [],
      secrecy: { isSealed: false },
    });
    const listed = (await other.client.campaigns.list({ text: '' })).find((campaign) => campaign.uid === uid);
    expect(listed).toMatchObject({ access: 'unknown', targets: 0, countyNames: [] });
    await expect(other.client.campaigns.coverage({ uid })).rejects.toThrow('确需了解请找李明');
    const all = { text: '', userName: null, from: null, to: null, before: null, limit: 50 };
    const { records } = await other.client.history.list(all);
    const added = records.find(({ name }) => name === 'campaigns.addTargets')!;
    const changes = await other.client.history.changes({ uid: added.uid });
    expect(changes).toMatchObject([{ table: 'campaign_target', isHidden: true, columns: [] }]);
    const cell = { table: 'campaign_target', rowUid: changes[0]!.rowUid, column: 'name' };
    expect(await other.client.history.ofCell(cell)).toEqual([]);
    expect(wordsInFiles(at.sites.office.dataFolder, ['开门标记棋牌室'])).toEqual(['开门标记棋牌室']);
  });

  it('is sealed once all who know have a password; what comes then is nowhere to be found', async () => {
    await at.client.campaigns.addKnower({ uid, userUid: other.userUid });
    await expect(at.client.campaigns.seal({ uid })).rejects.toThrow('李明、王芳还没有密码');
    await withPassword(at, 'knows-12');
    await expect(at.client.campaigns.seal({ uid })).rejects.toThrow('王芳还没有密码');
    await other.client.users.changeOwnPassword({ current: '', password: 'other-12' });
    await other.client.session.unlock({ password: 'other-12' });
    await at.client.campaigns.seal({ uid });
    await expect(at.client.campaigns.seal({ uid })).rejects.toThrow('已经加密');
    await addName(at, uid, '加密标记茶楼');
    expect(wordsInFiles(at.sites.office.dataFolder, ['加密标记茶楼'])).toEqual([]);
    const names = ['开门标记棋牌室', '加密标记茶楼'];
    expect(await at.names(uid)).toEqual(names);
    const filter = { uid, view: 'listed', origin: null, countyUid: null, kindUid: null, text: '' } as const;
    const seen = await other.client.campaigns.targets(filter);
    expect(seen.rows.map(({ name }) => name)).toEqual(names);
  });

  it('cannot be made of one whose targets the log names already', async () => {
    const announced = await at.campaign('白天督查');
    const change = { uid: announced, base: { announced: true }, set: { announced: false } };
    await expect(at.client.campaigns.update(change)).rejects.toThrow('改为暗访');
    await addName(at, announced, '白天对象');
    const [target] = await at.targets(announced);
    await at.client.campaigns.removeTargets({ campaignUid: announced, uids: [target!.uid], reason: '' });
    await expect(at.client.campaigns.makeUnannounced({ uid: announced })).rejects.toThrow('另外新增一次暗访');
    const fresh = await at.campaign('周末督查');
    await at.client.campaigns.makeUnannounced({ uid: fresh });
    expect(await at.client.campaigns.get({ uid: fresh })).toMatchObject({
      announced: false,
      access: 'known',
      countyNames: ['城东区', '城西区'],
      secrecy: { isSealed: true },
    });
    await expect(at.client.history.undo({})).rejects.toThrow('不能撤销');
  });
});

describe('those who may know of a sealed campaign', () => {
  const office = useCampaignOffice();
  let at: CampaignOffice;
  let me: string;
  let other: User;
  let uid: string;
  beforeAll(async () => {
    at = office.at();
    me = await withPassword(at, 'knows-12');
    const added = await at.client.users.add({ name: '王芳', roles: ['clerk'], password: 'other-12' });
    other = await signedIn(at, added.uid, 'other-12');
    uid = await at.campaign('夜间督查', { announced: false });
    await addName(at, uid, '望月楼');
  });

  it('are named by one of them, have a password, and never leave the last one', async () => {
    const { uid: without } = await at.client.users.add({ name: '赵强', roles: ['clerk'], password: '' });
    await expect(at.client.campaigns.addKnower({ uid, userUid: without })).rejects.toThrow('赵强还没有密码');
    const byOther = other.client.campaigns.addKnower({ uid, userUid: other.userUid });
    await expect(byOther).rejects.toThrow('只有知情人能看');
    await expect(at.client.campaigns.removeKnower({ uid, userUid: me })).rejects.toThrow('没有人能看');
    await at.client.campaigns.addKnower({ uid, userUid: other.userUid });
    expect(await accessOf(other.client, uid)).toBe('known');
  });

  it('give their password once more where the session does not have their key', async () => {
    const { session, client } = await signedIn(at, other.userUid, 'other-12');
    session.unlock(null);
    expect(await accessOf(client, uid)).toBe('locked');
    await expect(client.campaigns.drawings({ uid })).rejects.toThrow('请先在它的页面上输入您的密码');
    await client.session.unlock({ password: 'other-12' });
    expect(await accessOf(client, uid)).toBe('known');
  });

  it('are let in again by another, where somebody else set their password', async () => {
    await at.client.users.setPassword({ uid: other.userUid, password: 'reset-12' });
    const again = await signedIn(at, other.userUid, 'reset-12');
    expect(await accessOf(again.client, uid)).toBe('lost');
    await expect(again.client.campaigns.drawings({ uid })).rejects.toThrow(
      '请找李明重新授权，或用恢复码打开',
    );
    const { secrecy } = await at.client.campaigns.get({ uid });
    expect(secrecy!.knowers.map(({ name, opens }) => [name, opens])).toEqual([
      ['李明', true],
      ['王芳', false],
    ]);
    await expect(at.client.campaigns.removeKnower({ uid, userUid: me })).rejects.toThrow('没有人能看');
    await at.client.campaigns.addKnower({ uid, userUid: other.userUid });
    expect(await accessOf(again.client, uid)).toBe('known');
    other = again;
  });

  it('undo also what was sealed before somebody was removed', async () => {
    const [target] = await at.targets(uid);
    await at.client.campaigns.removeTargets({ campaignUid: uid, uids: [target!.uid], reason: '' });
    await other.client.campaigns.removeKnower({ uid, userUid: me });
    expect(await accessOf(at.client, uid)).toBe('unknown');
    await at.client.history.undo({});
    await other.client.campaigns.addKnower({ uid, userUid: me });
    expect(await at.names(uid)).toEqual(['望月楼']);
  });

  it('keep what they know when the campaign is deleted and brought back', async () => {
    const draft = await at.campaign('凌晨督查', { announced: false });
    await addName(at, draft, '早市');
    await at.client.campaigns.remove({ uid: draft });
    await at.client.history.undo({});
    expect(await at.names(draft)).toEqual(['早市']);
  });

  it('are not needed for what comes back after a release, because it does not come back', async () => {
    const draft = await at.campaign('假日督查', { announced: false });
    await addName(at, draft, '东门市场');
    await addName(at, draft, '西门市场');
    const [target] = await at.targets(draft);
    await at.client.campaigns.removeTargets({ campaignUid: draft, uids: [target!.uid], reason: '' });
    const all = { text: '', userName: null, from: null, to: null, before: null, limit: 5 };
    const [removal] = (await at.client.history.list(all)).records;
    await at.client.campaigns.release({ uid: draft });
    await expect(at.client.history.undo({ operationUid: removal!.uid })).rejects.toThrow('不能直接撤销');
    expect((await other.client.campaigns.get({ uid: draft })).targets).toBe(1);
  });
});

describe('the recovery code', () => {
  const office = useCampaignOffice();
  let at: CampaignOffice;
  let other: User;
  let uid: string;
  let code: string;
  beforeAll(async () => {
    at = office.at();
    await withPassword(at, 'knows-12');
    const added = await at.client.users.add({ name: '王芳', roles: ['clerk'], password: 'other-12' });
    other = await signedIn(at, added.uid, 'other-12');
    uid = await at.campaign('夜间督查', { announced: false });
    await addName(at, uid, '望月楼');
  });
  const recoveryOf = async () => (await at.client.campaigns.get({ uid })).secrecy!.recovery;

  it('is set by one who knows, once its last group was typed from the paper', async () => {
    expect(await recoveryOf()).toBe('none');
    ({ code } = await at.client.campaigns.newRecoveryCode());
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}$/u);
    const lastGroup = code.slice(-4).toLowerCase();
    await expect(at.client.campaigns.setRecoveryCode({ code, lastGroup: 'UUUU' })).rejects.toThrow(
      '最后一组',
    );
    await expect(other.client.campaigns.setRecoveryCode({ code, lastGroup })).rejects.toThrow('知情人');
    expect(await at.client.campaigns.setRecoveryCode({ code, lastGroup })).toEqual({ opens: 1, others: 0 });
    expect(await recoveryOf()).toBe('current');
    expect(wordsInFiles(at.sites.office.dataFolder, [code, code.replaceAll('-', '')])).toEqual([]);
  });

  it('lets in one who has a password, and says so when it is another', async () => {
    const { code: foreign } = await at.client.campaigns.newRecoveryCode();
    const open = (typed: string) => other.client.campaigns.openWithRecoveryCode({ uid, code: typed });
    await expect(open(foreign)).rejects.toThrow('打不开这次暗访');
    await expect(open('1234-5678')).rejects.toThrow('恢复码不对');
    await open(code.toLowerCase());
    expect(await accessOf(other.client, uid)).toBe('known');
  });

  it('is replaced for what its owner knows; later campaigns have it from the beginning', async () => {
    const hidden = await other.client.campaigns.add({
      title: '王芳的督查',
      kindUid: (await at.client.campaigns.choices()).kindUid!,
      document: '',
      firstDay: today,
      lastDay: today,
      announced: false,
    });
    const { code: next } = await at.client.campaigns.newRecoveryCode();
    const lastGroup = next.slice(-4);
    expect(await at.client.campaigns.setRecoveryCode({ code: next, lastGroup })).toEqual({
      opens: 1,
      others: 1,
    });
    const recovery = async (client: Client, campaign: string) =>
      (await client.campaigns.get({ uid: campaign })).secrecy!.recovery;
    expect(await recovery(other.client, hidden.uid)).toBe('other');
    await at.client.campaigns.openWithRecoveryCode({ uid: hidden.uid, code });
    await other.client.campaigns.followRecoveryCode({ uid: hidden.uid });
    expect(await recovery(other.client, hidden.uid)).toBe('current');
    await expect(at.client.campaigns.openWithRecoveryCode({ uid, code })).rejects.toThrow('打不开');
    expect(await recoveryOf()).toBe('current');
    expect(await recovery(at.client, await at.campaign('又一次', { announced: false }))).toBe('current');
  });
});

describe('what others do beside a secret campaign', () => {
  const office = useCampaignOffice();
  let at: CampaignOffice;
  let other: User;
  let uid: string;
  beforeAll(async () => {
    at = office.at();
    await withPassword(at, 'knows-12');
    const added = await at.client.users.add({ name: '王芳', roles: ['clerk'], password: 'other-12' });
    other = await signedIn(at, added.uid, 'other-12');
    uid = await at.campaign('夜间督查', { announced: false, firstDay: addMonths(today, -1) });
    await at.withoutRule(uid);
    await at.client.campaigns.addTargets({
      uid,
      items: [
        { kind: 'site', siteUid: at.uids.河口商场! },
        { kind: 'site', siteUid: at.uids.白石小学! },
      ],
    });
    await at.client.campaigns.start({ uid });
  });

  it('leaves visited sites in the drawings of those who do not know of it', async () => {
    const [target] = await at.targets(uid, { text: '白石小学' });
    await at.client.campaigns.setVisited({ campaignUid: uid, uids: [target!.uid], day: today });
    const announced = await at.campaign('白天督查');
    const west = async (client: Client) =>
      (await client.campaigns.drawingPreview({ uid: announced })).pools.at(-1);
    expect(await west(at.client)).toMatchObject({ available: 0, resting: 1 });
    expect(await west(other.client)).toMatchObject({ available: 1, resting: 0 });
  });

  it('does not touch its targets when entries of the ledger are merged, and they find the one that stays', async () => {
    const [keep, drop] = [at.uids.城东医院!, at.uids.河口商场!];
    const fields = async (siteUid: string) => {
      const site = await at.client.keySites.get({ uid: siteUid });
      const { name, organizationUid, address, tradeUid, responsiblePerson, phone, note, closedOn } = site;
      const kindUids = site.kinds.map((kind) => kind.uid);
      return { name, organizationUid, address, tradeUid, kindUids, responsiblePerson, phone, note, closedOn };
    };
    const seen = { keep: await fields(keep), drop: await fields(drop) };
    await other.client.keySites.merge({ keepUid: keep, dropUid: drop, seen, values: seen.keep });
    expect(await at.names(uid)).toEqual(['城东医院', '白石小学']);
    const all = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
    const [merge] = (await at.client.history.list(all)).records;
    const tables = (await at.client.history.changes({ uid: merge!.uid })).map(({ table }) => table);
    expect(tables).not.toContain('campaign_target');
    await other.client.history.undo({});
    expect(await at.names(uid)).toEqual(['河口商场', '白石小学']);
  });
});

describe('a sealed campaign that nobody can open any more', () => {
  const office = useCampaignOffice();
  let at: CampaignOffice;
  let clerk: User;
  let uid: string;
  beforeAll(async () => {
    at = office.at();
    const added = await at.client.users.add({ name: '王芳', roles: ['clerk'], password: 'other-12' });
    clerk = await signedIn(at, added.uid, 'other-12');
    const { kindUid } = await at.client.campaigns.choices();
    const fields = { title: '王芳的夜查', kindUid: kindUid!, document: '', firstDay: today, lastDay: today };
    ({ uid } = await clerk.client.campaigns.add({ ...fields, announced: false }));
  });
  const isLost = async () => (await at.client.campaigns.get({ uid })).secrecy!.isLost;

  it('is not one that a knower still opens, nor one for a clerk to remove', async () => {
    expect(await isLost()).toBe(false);
    await expect(at.client.campaigns.removeLost({ uid })).rejects.toThrow('还有知情人能打开');
    await expect(clerk.client.campaigns.removeLost({ uid })).rejects.toMatchObject({ code: 'notAllowed' });
  });

  it('is removed unread by the manager, which the log tells, and does not come back', async () => {
    await at.client.users.setPassword({ uid: clerk.userUid, password: 'reset-12' });
    expect(await isLost()).toBe(true);
    await at.client.campaigns.removeLost({ uid });
    expect((await at.client.campaigns.list({ text: '' })).map((campaign) => campaign.uid)).not.toContain(uid);
    const all = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
    const [record] = (await at.client.history.list(all)).records;
    expect(record).toMatchObject({ userName: '李明', summary: '暗访，没有人打得开，未经查看' });
    await expect(at.client.history.undo({})).rejects.toThrow('不能撤销');
  });
});

import { addDays, localDay } from '#shared/calendar/days.ts';
import type { RunOperation } from './run-operation.ts';

/** Codes of a district that does not exist, so that they are nobody's. */
const enterprises = {
  trusted: { name: '安澜恒信物业服务有限公司', code: '91000000MA0000000N' },
  near: { name: '安澜旺角餐饮有限公司', code: '91000000MA0000001R' },
  objecting: { name: '安澜金辉娱乐有限公司', code: '91000000MA0000002W' },
  repairing: { name: '安澜盛达仓储有限公司', code: '91000000MA00000030' },
  ended: { name: '安澜顺发木业有限公司', code: '91000000MA00000043' },
} as const;

type Kind =
  | '受到消防行政处罚'
  | '公众聚集场所作虚假消防安全承诺'
  | '重大火灾隐患逾期不整改'
  | '获消防安全工作表彰';

/** Enterprises at every stage of credit supervision; invented. Days count back from today, as terms run now. */
export async function loadCredit(run: RunOperation): Promise<void> {
  const sample = new CreditSample(run, localDay(Date.now()));
  await sample.prepare();
  await sample.event('trusted', '获消防安全工作表彰', 200, '年度消防安全先进单位');
  await sample.siteAward(90);
  await sample.event('near', '受到消防行政处罚', 150, '占用疏散通道，罚款 1 万元');
  await sample.event('near', '受到消防行政处罚', 40, '擅自停用火灾自动报警系统，罚款 2 万元');
  const lied = '公众聚集场所作虚假消防安全承诺';
  const objecting = await sample.begin('objecting', lied, 12, 'ordinary');
  await sample.deliver(objecting, 2);
  const repairing = await sample.begin('repairing', '重大火灾隐患逾期不整改', 480, 'serious');
  await sample.decide(repairing, 460, 36);
  await run('credit', 'applyForRepair', {
    uid: repairing,
    day: sample.back(5),
    text: '已拆除违规分隔，恢复自动喷水灭火系统，经委托检测合格',
  });
  const ended = await sample.begin('ended', lied, 430, 'ordinary');
  await sample.decide(ended, 400, 12);
  await sample.publishListed(130);
}

class CreditSample {
  readonly #run: RunOperation;
  readonly #today: string;
  #kinds: readonly { uid: string; name: string }[] = [];
  #counties: readonly string[] = [];

  constructor(run: RunOperation, today: string) {
    this.#run = run;
    this.#today = today;
  }

  async prepare(): Promise<void> {
    this.#kinds = await this.#run('credit', 'kinds', undefined);
    const nodes = await this.#run('organizations', 'tree', { day: null });
    this.#counties = nodes.flatMap(({ uid, level }) => (level === 'county' ? [uid] : []));
  }

  back(days: number): string {
    return addDays(this.#today, -days);
  }

  async event(who: keyof typeof enterprises, kind: Kind, daysAgo: number, text: string) {
    const place = Object.keys(enterprises).indexOf(who);
    const organizationUid = this.#counties[place] ?? null;
    return this.#run('credit', 'addEvent', {
      subject: { kind: 'new', ...enterprises[who], organizationUid },
      origin: null,
      ...this.#given(kind, daysAgo, text),
    });
  }

  /** An award of the first key site. */
  async siteAward(daysAgo: number): Promise<void> {
    const filter = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text: '' } as const;
    const [site] = (await this.#run('keySites', 'list', { filter, after: null, limit: 1 })).rows;
    if (site === undefined) return;
    await this.#run('credit', 'addEvent', {
      subject: { kind: 'site', siteUid: site.uid },
      origin: null,
      ...this.#given('获消防安全工作表彰', daysAgo, '消防安全标准化管理示范单位'),
    });
  }

  /** 拟认定 upon one event. @returns the decision */
  async begin(
    who: keyof typeof enterprises,
    kind: Kind,
    daysAgo: number,
    level: 'ordinary' | 'serious',
  ): Promise<string> {
    const event = await this.event(who, kind, daysAgo, '经责令改正，逾期没有改正');
    return this.#beginUpon(event, { level, daysAgo, reason: `${kind}，经责令改正，逾期没有改正` });
  }

  async deliver(uid: string, daysAgo: number): Promise<void> {
    await this.#run('credit', 'giveNotice', { uid, day: this.back(daysAgo), number: '' });
    await this.#run('credit', 'deliver', { uid, day: this.back(daysAgo), way: '直接送达' });
  }

  /** Told, waived and decided, all on one day. */
  async decide(uid: string, daysAgo: number, months: number): Promise<void> {
    await this.deliver(uid, daysAgo);
    await this.#run('credit', 'waive', { uid, day: this.back(daysAgo) });
    await this.#run('credit', 'decide', { uid, day: this.back(daysAgo), months, number: '' });
  }

  /** A listed hazard that was not put right in time, public now. */
  async publishListed(daysAgo: number): Promise<void> {
    const [hazard] = await this.#run('listedSupervision', 'list', { view: 'open', text: '' });
    if (hazard === undefined) return;
    const { uid, name, hazards } = hazard;
    const { organizationUid } = await this.#run('credit', 'propose', { kind: 'listed', uid });
    const event = await this.#run('credit', 'addEvent', {
      subject: { kind: 'new', name, code: '', organizationUid },
      origin: { kind: 'listed', uid },
      ...this.#given('重大火灾隐患逾期不整改', daysAgo, hazards),
    });
    const reason = `重大火灾隐患逾期不整改：${hazards}`;
    await this.decide(await this.#beginUpon(event, { level: 'serious', daysAgo, reason }), daysAgo, 24);
  }

  #given(kind: Kind, daysAgo: number, text: string) {
    const kindUid = this.#kinds.find(({ name }) => name === kind)?.uid ?? '';
    return { kindUid, day: this.back(daysAgo), text, number: '' };
  }

  async #beginUpon(
    event: { uid: string; enterpriseUid: string },
    given: { level: 'ordinary' | 'serious'; daysAgo: number; reason: string },
  ): Promise<string> {
    const { level, daysAgo, reason } = given;
    const { uid } = await this.#run('credit', 'beginDecision', {
      enterpriseUid: event.enterpriseUid,
      level,
      day: this.back(daysAgo),
      reason,
      eventUids: [event.uid],
    });
    return uid;
  }
}

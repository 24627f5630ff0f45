import type { EarlierNoticeOptions } from '#shared/contract/notices.ts';
import {
  noticeKindOf,
  type NoticeMeaning,
  type SaidState,
  saidStateOf,
} from '#shared/rules/notices/notice-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { UnitNames } from '#shared/rules/tasks/unit-names.ts';
import type { Surroundings } from '#main/core/table-import/list-import.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { numberAsWritten } from '#main/features/papers/index.ts';
import { unitNamesOf } from '#main/features/tasks/index.ts';
import { type NumberedPaper, numberedPapers } from './queries.ts';
import { paperKindOf } from './paper-kinds.ts';

/** `issuedOn` is empty and `serial` 0 where the row does not say them: such a row is not taken. */
export type EarlierNotice = Record<
  'number' | 'seriesUid' | 'kind' | 'title' | 'unit' | 'issuedOn' | 'channel' | 'receivedBy' | 'reply',
  string
> &
  Record<'sentOn' | 'receivedOn' | 'replyDueOn' | 'repliedOn' | 'organizationUid', string | null> & {
    serial: number;
    wasSettled: 0 | 1;
    /** Of a paper that was entered for its number alone. */
    paperId: number | null;
  };

type Texts = RowTexts<NoticeMeaning>;
type Days = Pick<EarlierNotice, 'issuedOn' | 'sentOn' | 'receivedOn' | 'replyDueOn' | 'repliedOn'>;

/** Reads rows of a list of earlier notices against the register of numbers. */
export class EarlierRows {
  /** Notices that are there already, by number. */
  readonly known: ReadonlyMap<string, { id: number; fields: EarlierNotice }>;
  readonly #db: ReadStore;
  readonly #options: EarlierNoticeOptions;
  readonly #today: string;
  readonly #papers: ReadonlyMap<string, NumberedPaper>;
  readonly #units: UnitNames;
  /** To whom the numbers of the list went. */
  readonly #unitOf = new Map<string, string>();

  constructor(db: ReadStore, { options, today }: Surroundings<EarlierNoticeOptions>) {
    this.#db = db;
    this.#options = options;
    this.#today = today;
    this.#papers = new Map(db.all(numberedPapers).map((paper) => [paper.number, paper]));
    this.#units = unitNamesOf(db);
    this.known = new Map(
      [...this.#papers.values()].flatMap(({ number, title, notice_id: id }) =>
        id === null ? [] : [[number, { id, fields: { ...nothingSaid, number, title } }] as const],
      ),
    );
  }

  read(texts: Texts, source: TableRow, title: string): EarlierNotice {
    const days = this.#daysOf(texts, source);
    const kind = this.#kindOf(texts, source);
    const numbered = this.#numberOf(texts, source, { title, kind, issuedOn: days.issuedOn });
    const unit = this.#unitIn(texts, source, numbered.number);
    const [organizationUid = null, ...others] = this.#units.named(unit);
    return {
      title,
      kind,
      ...days,
      ...numbered,
      unit,
      organizationUid: others.length === 0 ? organizationUid : null,
      channel: texts.text(source, 'channel'),
      receivedBy: texts.text(source, 'receivedBy'),
      reply: texts.lines(source, 'reply'),
      wasSettled: this.#wasSettled(texts, source, days),
    };
  }

  #daysOf(texts: Texts, source: TableRow): Days {
    const issuedOn = texts.day(source, 'issuedOn') ?? '';
    const sentOn = texts.day(source, 'sentOn');
    const receivedOn = texts.day(source, 'receivedOn');
    const replyDueOn = texts.day(source, 'replyDueOn');
    const repliedOn = texts.day(source, 'repliedOn');
    const wrong = (meaning: NoticeMeaning, text: string) => texts.note('error', source.row, meaning, text);
    if (texts.text(source, 'issuedOn') === '') wrong('issuedOn', '没有写印发日期，请补上。');
    const past = { issuedOn, sentOn, receivedOn, repliedOn };
    for (const [meaning, day] of Object.entries(past) as [keyof typeof past, string | null][])
      if (day !== null && day > this.#today) wrong(meaning, `${day} 还没有到，请核对。`);
    if (sentOn !== null && sentOn < issuedOn) wrong('sentOn', '送达日期早于印发日期，请核对。');
    if (receivedOn !== null && sentOn === null)
      wrong('receivedOn', '写了签收日期，没有写送达日期，请补上送达日期。');
    if (receivedOn !== null && sentOn !== null && receivedOn < sentOn)
      wrong('receivedOn', '签收日期早于送达日期，请核对。');
    if (replyDueOn !== null && replyDueOn < issuedOn) wrong('replyDueOn', '反馈期限早于印发日期，请核对。');
    if (repliedOn !== null && repliedOn < (sentOn ?? issuedOn))
      wrong('repliedOn', '反馈日期早于送达或印发日期，请核对。');
    if (repliedOn === null && texts.text(source, 'reply') !== '' && texts.text(source, 'repliedOn') === '')
      wrong('repliedOn', '写了反馈情况，没有写反馈日期，请补上。');
    return { issuedOn, sentOn, receivedOn, replyDueOn, repliedOn };
  }

  #kindOf(texts: Texts, source: TableRow): EarlierNoticeOptions['kind'] {
    const words = texts.text(source, 'kind');
    const kind = words === '' ? this.#options.kind : noticeKindOf(words);
    if (kind !== null) return kind;
    texts.note(
      'error',
      source.row,
      'kind',
      `没有看懂“${words}”，请写提示函、督办函、督办通知书、约谈通知书、通报……`,
    );
    return this.#options.kind;
  }

  #numberOf(
    texts: Texts,
    source: TableRow,
    { title, kind, issuedOn }: { title: string; kind: EarlierNoticeOptions['kind']; issuedOn: string },
  ): Pick<EarlierNotice, 'number' | 'serial' | 'seriesUid' | 'paperId'> {
    const written = texts.text(source, 'number').replaceAll(/\s/gu, '');
    const unread = { number: written, serial: 0, seriesUid: '', paperId: null };
    if (issuedOn === '' || isNotice(this.#papers.get(written))) return unread;
    const said = numberAsWritten(this.#db, written, { kind: paperKindOf[kind], issuedOn });
    const wrong = (text: string) => texts.note('error', source.row, 'number', text);
    if ('problem' in said) {
      wrong(said.problem);
      return unread;
    }
    const { text: number, serial, seriesUid } = said;
    const holder = this.#papers.get(number);
    if (holder === undefined || isNotice(holder)) return { number, serial, seriesUid, paperId: null };
    const isBare = holder.origin === 'earlier' && holder.status === 'issued';
    if (!isBare || plain(holder.title) !== plain(title))
      wrong(`文号“${number}”已经是“${holder.title}”，请核对。`);
    return { number, serial, seriesUid, paperId: holder.paper_id };
  }

  #unitIn(texts: Texts, source: TableRow, number: string): string {
    const unit = texts.text(source, 'unit');
    if (unit === '') texts.note('error', source.row, 'unit', '没有写承办单位，请补上。');
    const before = this.#unitOf.get(number);
    if (before === undefined) this.#unitOf.set(number, unit);
    else if (before !== unit)
      texts.note(
        'error',
        source.row,
        'unit',
        `文号“${number}”上面已经写着“${before}”，一个文号发给几个单位的请写在一行里。`,
      );
    return unit;
  }

  #wasSettled(texts: Texts, source: TableRow, { replyDueOn, repliedOn }: Days): 0 | 1 {
    const words = texts.text(source, 'state');
    const state: SaidState | null =
      words !== '' ? saidStateOf(words) : this.#options.unstated === 'settled' ? 'settled' : 'open';
    const say = (severity: 'error' | 'warning', text: string) =>
      texts.note(severity, source.row, 'state', text);
    if (state === null) say('error', `没有看懂“${words}”，请写已办结、已反馈或等待反馈。`);
    if (state === 'notValid')
      say('error', `“${words}”的不作为督办通知登记，请去掉这一行；文号用过的，请在公文里补录。`);
    if (state === 'replied' && repliedOn === null)
      say('error', `状态是“${words}”，没有写反馈日期，请补上；已经办完的请写已办结。`);
    if (state === 'open' && words !== '' && replyDueOn === null && repliedOn === null)
      say('warning', '没有写反馈期限，按不要求反馈登记。');
    return state === 'settled' ? 1 : 0;
  }
}

const nothingSaid: Omit<EarlierNotice, 'number' | 'title'> = {
  serial: 0,
  seriesUid: '',
  kind: '',
  unit: '',
  issuedOn: '',
  channel: '',
  receivedBy: '',
  reply: '',
  sentOn: null,
  receivedOn: null,
  replyDueOn: null,
  repliedOn: null,
  organizationUid: null,
  wasSettled: 0,
  paperId: null,
};

function isNotice(paper: NumberedPaper | undefined): boolean {
  return paper !== undefined && paper.notice_id !== null;
}

function plain(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

import type { CreditList, EnterpriseRow } from '#shared/contract/credit.ts';
import { creditLevelNames, type CreditLevel } from '#shared/rules/credit/levels.ts';
import { countsAsAward } from '#shared/rules/credit/rating.ts';
import { type Asking } from './facts.ts';
import { allMeasures } from './own-list-queries.ts';
import { type KnownEnterprise, revealedEnterprises } from './rows.ts';

/** A line of a list for publication. */
export interface ListedEnterprise {
  name: string;
  code: string;
  countyName: string;
  level: CreditLevel;
  /** What it is listed for. */
  reason: string;
  /** Number of the decision. */
  number: string;
  from: string;
  until: string;
}

export const creditListTitles: Readonly<Record<CreditList, string>> = {
  trusted: '消防安全守信企业名单（红名单）',
  discredited: '消防安全失信企业名单（黑名单）',
};

/** What may be published on the day: serious before ordinary, then by day. */
export function listedOn(asking: Asking, list: CreditList): ListedEnterprise[] {
  const enterprises = revealedEnterprises(asking);
  if (list === 'trusted')
    return enterprises.flatMap((each) =>
      each.row.rating.level === 'trusted' ? [trustedLine(each, asking)] : [],
    );
  return enterprises
    .flatMap((each) => discreditedLines(each))
    .toSorted(
      (one, other) =>
        Number(one.level === 'ordinary') - Number(other.level === 'ordinary') ||
        one.from.localeCompare(other.from),
    );
}

/** Measures of the levels of a list, in words: 严重失信：不适用告知承诺制；…… */
export function measuresText({ db }: Asking, list: CreditList): string[] {
  const levels = list === 'trusted' ? (['trusted'] as const) : (['serious', 'ordinary'] as const);
  const measures = db.all(allMeasures);
  return levels.flatMap((level) => {
    const texts = measures.filter((each) => each.level === level).map(({ text }) => text);
    if (texts.length === 0) return [];
    const what = level === 'trusted' ? '激励措施' : '惩戒措施';
    return [`${creditLevelNames[level]}${what}：${texts.join('；')}。`];
  });
}

function trustedLine({ row, events }: KnownEnterprise, { today }: Asking): ListedEnterprise {
  const awards = events.filter((event) => countsAsAward(event, today));
  const award = awards.at(-1);
  const reason = [award?.kind_name ?? '', award?.text ?? ''].filter((part) => part !== '').join('：');
  return {
    ...placed(row),
    level: 'trusted',
    reason,
    number: award?.number ?? '',
    from: award?.day ?? '',
    until: '',
  };
}

function discreditedLines({ row, decisions }: KnownEnterprise): ListedEnterprise[] {
  return decisions
    .filter(({ stage }) => stage === 'published')
    .map(({ level, reason, number, decidedOn, lastPublicDay }) => ({
      ...placed(row),
      level,
      reason,
      number,
      from: decidedOn ?? '',
      until: lastPublicDay ?? '',
    }));
}

function placed({ name, code, countyName }: EnterpriseRow) {
  return { name, code, countyName };
}

import { type FindingFilter, type FindingView, findingViews } from '#shared/contract/findings.ts';
import { type Severity, severities } from '#shared/rules/findings/model.ts';
import { handOver } from '#renderer/app/handed-over.ts';
import { everyFinding } from './words.ts';

/* What a link asks of the list of findings: so that a number opens what it counts. */

const places = { campaignUid: 'campaign', countyUid: 'county', tradeUid: 'trade' } as const;
const days = ['from', 'to'] as const;
const lacks = { hasNoCounty: 'noCounty', hasNoTrade: 'noTrade', isRectified: 'rectified' } as const;
const TEAM = 'team';
const COUNTED = 'counted';

export const LIST = 'findings';

/** For a link to /findings. */
export function listState(filter: FindingFilter): ReturnType<typeof handOver> {
  const params = new URLSearchParams({ view: filter.view });
  const { counted, severity } = filter;
  const put = (name: string, value: string | null) => {
    if (value !== null) params.set(name, value);
  };
  for (const [field, name] of entriesOf(places)) put(name, filter[field]);
  put('severity', severity);
  if (counted !== null) {
    params.set(COUNTED, '1');
    for (const day of days) put(day, counted[day]);
    put(TEAM, counted.team);
    for (const [field, name] of entriesOf(lacks)) put(name, counted[field] ? '1' : null);
  }
  return handOver(LIST, params);
}

/** What is no answer today asks for nothing. */
export function filterOf(params: URLSearchParams): FindingFilter {
  const view = findingViews.find((each): each is FindingView => each === params.get('view'));
  const severity = severities.find((each): each is Severity => each === params.get('severity'));
  return {
    ...everyFinding,
    ...(view === undefined ? {} : { view }),
    campaignUid: params.get(places.campaignUid),
    countyUid: params.get(places.countyUid),
    tradeUid: params.get(places.tradeUid),
    severity: severity ?? null,
    counted: params.has(COUNTED)
      ? {
          from: params.get('from'),
          to: params.get('to'),
          team: params.get(TEAM),
          hasNoCounty: params.has(lacks.hasNoCounty),
          hasNoTrade: params.has(lacks.hasNoTrade),
          isRectified: params.has(lacks.isRectified),
        }
      : null,
  };
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

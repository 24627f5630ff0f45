import { isPublished } from '#shared/rules/credit/course.ts';
import { creditLevelNames, eventEffectNames } from '#shared/rules/credit/levels.ts';
import { type Rating, ratingOn } from '#shared/rules/credit/rating.ts';
import {
  column,
  between,
  type FieldColumn,
  type FieldScope,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import { lastDayKnown } from '#main/core/measures/measure-source.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { factsOf, ratedEvent } from './facts.ts';
import { type DecisionRecord, type EnterpriseRecord, type EventRecord } from './queries.ts';
import { revealedCredit } from './secret.ts';
import { creditSettings } from './settings.ts';

/** Enterprises as they are rated on the last day of the time, and what happened in it, for forms of other offices. */

interface ToldEnterprise {
  enterprise: EnterpriseRecord;
  countyName: string;
  townshipName: string;
}

interface RatedEnterprise extends ToldEnterprise {
  rating: Rating;
  /** Until then, where it is public as discredited; null: it is not. */
  publicUntil: string | null;
  /** Known by that day, the earliest first. */
  events: readonly EventRecord[];
}

function enterprises({ db, today }: FieldScope): ToldEnterprise[] {
  const places = new Places(db, today);
  return revealedCredit(db).enterprises.map((enterprise) => ({
    enterprise,
    ...places.namesOn(enterprise.organization_id ?? 0, today),
  }));
}

function rated(scope: FieldScope): RatedEnterprise[] {
  const { db } = scope;
  const day = lastDayKnown(scope);
  const settings = creditSettings(db);
  const revealed = revealedCredit(db);
  const events = Map.groupBy(revealed.events, (event) => event.enterprise_id);
  const decisions = Map.groupBy(revealed.decisions, (decision) => decision.enterprise_id);
  return enterprises(scope).map((told) => {
    const { id } = told.enterprise;
    const own = (decisions.get(id) ?? []).map((each) => ({ ...factsOf(each), number: each.number }));
    const known = (events.get(id) ?? []).filter((event) => event.day <= day);
    const published = own
      .filter((each) => isPublished(each, day))
      .flatMap((each) => each.publishedUntil ?? []);
    return {
      ...told,
      rating: ratingOn(known.map(ratedEvent), own, settings, day),
      publicUntil: published.toSorted().at(-1) ?? null,
      events: known,
    };
  });
}

/** What belongs to an enterprise, each with it. */
function withEnterprises<Row extends { enterprise_id: number }>(
  scope: FieldScope,
  rows: readonly Row[],
): (Row & ToldEnterprise)[] {
  const byId = new Map(enterprises(scope).map((told) => [told.enterprise.id, told]));
  return rows.flatMap((row) => {
    const told = byId.get(row.enterprise_id);
    return told === undefined ? [] : [{ ...row, ...told }];
  });
}

const who = <Row extends ToldEnterprise>(): readonly FieldColumn<Row>[] => [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('name', '企业名称', 'text', ({ enterprise }) => enterprise.name),
  column('code', '统一社会信用代码', 'text', ({ enterprise }) => enterprise.code),
  column('county', '县(市、区)', 'text', ({ countyName }) => countyName),
  column('township', '乡镇(街道)', 'text', ({ townshipName }) => townshipName),
];

type ToldDecision = DecisionRecord & ToldEnterprise;
type ToldEvent = EventRecord & ToldEnterprise;

export const creditFields = [
  fieldSource<RatedEnterprise>({
    key: 'credit',
    name: '信用监管(每家企业一行)',
    columns: [
      ...who<RatedEnterprise>(),
      column('legalPerson', '法定代表人', 'text', ({ enterprise }) => enterprise.legal_person),
      column('phone', '电话', 'text', ({ enterprise }) => enterprise.phone),
      column('address', '地址', 'text', ({ enterprise }) => enterprise.address),
      column('level', '信用等次', 'text', ({ rating }) => creditLevelNames[rating.level]),
      column('why', '评价说明', 'text', ({ rating }) => rating.lines.map(({ text }) => text).join('')),
      column('publicUntil', '公示截止', 'day', ({ publicUntil }) => publicUntil),
      column('events', '信用事项数', 'number', ({ events }) => events.length),
      column('lastEventOn', '最近事项日期', 'day', ({ events }) => events.at(-1)?.day ?? null),
      column('note', '备注', 'text', ({ enterprise }) => enterprise.note),
    ],
    rows: rated,
  }),
  fieldSource<ToldEvent>({
    key: 'creditEvents',
    name: '信用事项(每项一行)',
    columns: [
      ...who<ToldEvent>(),
      column('day', '事项日期', 'day', ({ day }) => day),
      column('kind', '事项类别', 'text', (event) => event.kind_name),
      column('effect', '评价作用', 'text', ({ effect }) => eventEffectNames[effect]),
      column('text', '事项内容', 'text', ({ text }) => text),
      column('document', '文书编号', 'text', ({ number }) => number),
    ],
    rows: (scope) =>
      withEnterprises(
        scope,
        revealedCredit(scope.db).events.filter(({ day }) => between(day, scope)),
      ),
  }),
  fieldSource<ToldDecision>({
    key: 'creditDecisions',
    name: '失信认定(每项一行)',
    columns: [
      ...who<ToldDecision>(),
      column('level', '认定等次', 'text', ({ level }) => creditLevelNames[level]),
      column('reason', '失信事实', 'text', ({ reason }) => reason),
      column('document', '决定文号', 'text', ({ number }) => number),
      column('decidedOn', '认定日期', 'day', (decision) => decision.decided_on),
      column('publicUntil', '公示截止', 'day', (decision) => decision.published_until),
      column('repairedOn', '修复日期', 'day', (decision) => decision.repaired_on),
      column('revokedOn', '撤销日期', 'day', (decision) => decision.revoked_on),
    ],
    rows: (scope) =>
      withEnterprises(
        scope,
        revealedCredit(scope.db).decisions.filter((decision) => between(decision.decided_on, scope)),
      ),
  }),
];

import { isPublished } from '#shared/rules/credit/course.ts';
import { between } from '#main/core/fields/field-source.ts';
import { lastDayKnown, type MeasureScope, measureSource } from '#main/core/measures/measure-source.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { factsOf } from './facts.ts';
import {
  allEnterprises,
  allRepairs,
  type DecisionRecord,
  type EventRecord,
  type RepairRecord,
} from './queries.ts';
import { revealedCredit } from './secret.ts';

interface CountedEnterprise {
  uid: string;
  name: string;
  countyUid: string | undefined;
  townshipUid: string | undefined;
  events: readonly EventRecord[];
  decisions: readonly DecisionRecord[];
  repairs: readonly RepairRecord[];
}

/** What happened in the time, and who was public on its last day, for reports. */
export const creditReportMeasures = measureSource<CountedEnterprise>({
  key: 'credit',
  name: '信用监管',
  by: ['county', 'township'],
  tables: [
    'credit_enterprise',
    'credit_event',
    'credit_kind',
    'credit_decision',
    'credit_repair',
    'key_site',
    'finding',
    'campaign',
    'campaign_kind',
    'listed_supervision',
    'organization',
    'organization_state',
  ],
  measures: [
    { key: 'events', name: '失信事项', unit: '项', kind: 'count' },
    { key: 'awards', name: '守信事项', unit: '项', kind: 'count' },
    { key: 'decided', name: '认定失信', unit: '家次', kind: 'count' },
    { key: 'public', name: '期末失信公示中', unit: '家', kind: 'count' },
    { key: 'serious', name: '期末严重失信公示中', unit: '家', kind: 'count' },
    { key: 'repaired', name: '准予信用修复', unit: '家次', kind: 'count' },
  ],
  read: countedEnterprises,
  amounts({ events, decisions, repairs }, scope) {
    const asOf = lastDayKnown(scope);
    const inTime = events.filter(({ day }) => between(day, scope));
    const published = decisions.filter((decision) => isPublished(factsOf(decision), asOf));
    return {
      events: inTime.filter(({ effect }) => effect !== 'trusted').length,
      awards: inTime.filter(({ effect }) => effect === 'trusted').length,
      decided: decisions.filter((decision) => between(decision.decided_on, scope)).length,
      public: Number(published.length > 0),
      serious: Number(published.some(({ level }) => level === 'serious')),
      repaired: repairs.filter((repair) => repair.is_granted === 1 && between(repair.decided_on, scope))
        .length,
    };
  },
  rows({ countyUid, townshipUid }, by) {
    const own = by === 'county' ? countyUid : townshipUid;
    return own === undefined ? [] : [own];
  },
  record: ({ uid, name, events }) => ({
    uid,
    name,
    day: events.at(-1)?.day ?? null,
    note: events.at(-1)?.kind_name ?? '',
    path: `/credit/${uid}`,
  }),
});

function countedEnterprises({ db, today }: MeasureScope): CountedEnterprise[] {
  const places = new Places(db, today);
  const revealed = revealedCredit(db);
  const events = Map.groupBy(revealed.events, (event) => event.enterprise_id);
  const decisions = Map.groupBy(revealed.decisions, (decision) => decision.enterprise_id);
  const repairs = Map.groupBy(db.all(allRepairs), (repair) => repair.decision_id);
  return db.all(allEnterprises).map(({ id, uid, name, organization_id: organizationId }) => {
    const place = places.byId(organizationId ?? 0);
    const isTownship = place?.level === 'township';
    const own = decisions.get(id) ?? [];
    return {
      uid,
      name,
      countyUid: (isTownship ? places.parentOf(place) : place)?.uid,
      townshipUid: isTownship ? place.uid : undefined,
      events: events.get(id) ?? [],
      decisions: own,
      repairs: own.flatMap((decision) => repairs.get(decision.id) ?? []),
    };
  });
}

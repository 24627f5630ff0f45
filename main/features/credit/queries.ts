import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { discreditLevels, eventEffects } from '#shared/rules/credit/levels.ts';

const enterpriseColumns = {
  id: integer,
  uid: text,
  name: text,
  code: nullableText,
  organization_id: nullableInteger,
  site_id: nullableInteger,
  site_uid: nullableText,
  site_name: nullableText,
  legal_person: text,
  phone: text,
  address: text,
  note: text,
};
export type EnterpriseRecord = Row<typeof enterpriseColumns>;

const selectEnterprise = `SELECT enterprise.id, enterprise.uid, enterprise.name, code, enterprise.organization_id,
    site_id, site.uid AS site_uid, site.name AS site_name, legal_person, enterprise.phone, enterprise.address,
    enterprise.note
  FROM credit_enterprise AS enterprise LEFT JOIN key_site AS site ON site.id = enterprise.site_id`;

export const allEnterprises = defineQuery({
  name: 'credit.enterprises',
  sql: `${selectEnterprise} ORDER BY enterprise.id`,
  columns: enterpriseColumns,
});

/** Local ids in the order of entering. */
export const enterpriseIdsAfter = defineQuery<{ id: typeof integer }, { after: number; limit: number }>({
  name: 'credit.enterpriseIdsAfter',
  sql: 'SELECT id FROM credit_enterprise WHERE id > @after ORDER BY id LIMIT @limit',
  columns: { id: integer },
});

/** @param places JSON list of local ids */
export const enterpriseIdsIn = defineQuery<
  { id: typeof integer },
  { places: string; after: number; limit: number }
>({
  name: 'credit.enterpriseIdsIn',
  sql: `SELECT id FROM credit_enterprise
    WHERE organization_id IN (SELECT value FROM json_each(@places)) AND id > @after ORDER BY id LIMIT @limit`,
  columns: { id: integer },
});

/** How many there are in each place; null: of no known place. */
export const enterprisesByPlace = defineQuery({
  name: 'credit.enterprisesByPlace',
  sql: 'SELECT organization_id, count(*) AS count FROM credit_enterprise GROUP BY organization_id',
  columns: { organization_id: nullableInteger, count: integer },
});

const searchedColumns = { id: integer, name: text, code: nullableText, organization_id: nullableInteger };

/** What is searched in. */
export const allSearched = defineQuery({
  name: 'credit.searched',
  sql: 'SELECT id, name, code, organization_id FROM credit_enterprise ORDER BY id',
  columns: searchedColumns,
});

interface NotableParams {
  today: string;
  /** From which on points count. */
  first: string;
  /** So many points at least propose something. */
  least: number;
}

/**
 * Those that may stand in another view than that of all: with a decision, with an event that no decision was begun upon
 * and that proposes one, or with an award that may count. A month too many of an award costs nothing, for they are rated.
 */
export const notableIds = defineQuery<{ id: typeof integer }, NotableParams>({
  name: 'credit.notable',
  sql: `SELECT enterprise_id AS id FROM credit_decision
    UNION SELECT enterprise_id FROM credit_event AS event JOIN credit_kind AS kind ON kind.id = event.kind_id
      WHERE day <= @today AND (effect IN ('ordinary', 'serious') AND decision_id IS NULL
        OR effect = 'trusted' AND date(day, (months + 1) || ' months') >= @today)
    UNION SELECT enterprise_id FROM credit_event AS event JOIN credit_kind AS kind ON kind.id = event.kind_id
      WHERE effect = 'points' AND decision_id IS NULL AND day BETWEEN @first AND @today
      GROUP BY enterprise_id HAVING sum(points) >= @least
    ORDER BY 1`,
  columns: { id: integer },
});

export const enterprisesOf = defineQuery<typeof enterpriseColumns, { ids: string }>({
  name: 'credit.enterprisesOf',
  sql: `${selectEnterprise} WHERE enterprise.id IN (SELECT value FROM json_each(@ids)) ORDER BY enterprise.id`,
  columns: enterpriseColumns,
});

export const enterpriseByUid = defineQuery<typeof enterpriseColumns, { uid: string }>({
  name: 'credit.enterpriseByUid',
  sql: `${selectEnterprise} WHERE enterprise.uid = @uid`,
  columns: enterpriseColumns,
});

export const enterpriseById = defineQuery<typeof enterpriseColumns, { id: number }>({
  name: 'credit.enterpriseById',
  sql: `${selectEnterprise} WHERE enterprise.id = @id`,
  columns: enterpriseColumns,
});

export const enterpriseOfCode = defineQuery<typeof enterpriseColumns, { code: string }>({
  name: 'credit.enterpriseOfCode',
  sql: `${selectEnterprise} WHERE enterprise.code = @code`,
  columns: enterpriseColumns,
});

export const enterprisesOfName = defineQuery<typeof enterpriseColumns, { name: string }>({
  name: 'credit.enterprisesOfName',
  sql: `${selectEnterprise} WHERE enterprise.name = @name ORDER BY enterprise.id`,
  columns: enterpriseColumns,
});

export const enterpriseOfSite = defineQuery<typeof enterpriseColumns, { siteId: number }>({
  name: 'credit.enterpriseOfSite',
  sql: `${selectEnterprise} WHERE enterprise.site_id = @siteId`,
  columns: enterpriseColumns,
});

const eventColumns = {
  id: integer,
  uid: text,
  enterprise_id: integer,
  kind_id: integer,
  kind_uid: text,
  kind_name: text,
  effect: oneOf(...eventEffects),
  points: integer,
  months: integer,
  source: text,
  day: text,
  text,
  number: text,
  decision_id: nullableInteger,
  finding_uid: nullableText,
  finding_what: nullableText,
  listed_uid: nullableText,
  listed_name: nullableText,
};
export type EventRecord = Row<typeof eventColumns>;

const selectEvent = `SELECT event.id, event.uid, enterprise_id, kind_id, kind.uid AS kind_uid, kind.name AS kind_name,
    effect, points, months, kind.source, day, event.text, event.number, decision_id, finding.uid AS finding_uid,
    finding.what AS finding_what, listed.uid AS listed_uid, listed.name AS listed_name
  FROM credit_event AS event JOIN credit_kind AS kind ON kind.id = event.kind_id
    LEFT JOIN finding ON finding.id = event.finding_id
    LEFT JOIN listed_supervision AS listed ON listed.id = event.listed_id`;

export const allEvents = defineQuery({
  name: 'credit.events',
  sql: `${selectEvent} ORDER BY day, event.id`,
  columns: eventColumns,
});

/** @param ids JSON list of local ids, as in what follows */
export const eventsOfEnterprises = defineQuery<typeof eventColumns, { ids: string }>({
  name: 'credit.eventsOfEnterprises',
  sql: `${selectEvent} WHERE enterprise_id IN (SELECT value FROM json_each(@ids)) ORDER BY day, event.id`,
  columns: eventColumns,
});

export const eventsOfEnterprise = defineQuery<typeof eventColumns, { enterpriseId: number }>({
  name: 'credit.eventsOfEnterprise',
  sql: `${selectEvent} WHERE enterprise_id = @enterpriseId ORDER BY day, event.id`,
  columns: eventColumns,
});

export const eventByUid = defineQuery<typeof eventColumns, { uid: string }>({
  name: 'credit.eventByUid',
  sql: `${selectEvent} WHERE event.uid = @uid`,
  columns: eventColumns,
});

export const eventsOfDecision = defineQuery<typeof eventColumns, { decisionId: number }>({
  name: 'credit.eventsOfDecision',
  sql: `${selectEvent} WHERE decision_id = @decisionId ORDER BY day, event.id`,
  columns: eventColumns,
});

export const eventsOfFinding = defineQuery<typeof eventColumns, { id: number }>({
  name: 'credit.eventsOfFinding',
  sql: `${selectEvent} WHERE finding_id = @id ORDER BY day, event.id`,
  columns: eventColumns,
});

export const eventsOfListed = defineQuery<typeof eventColumns, { id: number }>({
  name: 'credit.eventsOfListed',
  sql: `${selectEvent} WHERE event.listed_id = @id ORDER BY day, event.id`,
  columns: eventColumns,
});

const decisionColumns = {
  id: integer,
  uid: text,
  enterprise_id: integer,
  level: oneOf(...discreditLevels),
  reason: text,
  proposed_on: text,
  noticed_on: nullableText,
  notice_number: text,
  delivered_on: nullableText,
  delivery_way: text,
  waived_on: nullableText,
  objected_on: nullableText,
  objection: text,
  answered_on: nullableText,
  answer: text,
  dropped_on: nullableText,
  drop_reason: text,
  decided_on: nullableText,
  number: text,
  published_until: nullableText,
  repaired_on: nullableText,
  revoked_on: nullableText,
  revoke_reason: text,
};
export type DecisionRecord = Row<typeof decisionColumns>;

const selectDecision = `SELECT ${Object.keys(decisionColumns).join(', ')} FROM credit_decision`;

export const allDecisions = defineQuery({
  name: 'credit.decisions',
  sql: `${selectDecision} ORDER BY id`,
  columns: decisionColumns,
});

export const decisionsOfEnterprises = defineQuery<typeof decisionColumns, { ids: string }>({
  name: 'credit.decisionsOfEnterprises',
  sql: `${selectDecision} WHERE enterprise_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
  columns: decisionColumns,
});

export const decisionsOfEnterprise = defineQuery<typeof decisionColumns, { enterpriseId: number }>({
  name: 'credit.decisionsOfEnterprise',
  sql: `${selectDecision} WHERE enterprise_id = @enterpriseId ORDER BY id`,
  columns: decisionColumns,
});

export const decisionByUid = defineQuery<typeof decisionColumns, { uid: string }>({
  name: 'credit.decisionByUid',
  sql: `${selectDecision} WHERE uid = @uid`,
  columns: decisionColumns,
});

export const decisionById = defineQuery<typeof decisionColumns, { id: number }>({
  name: 'credit.decisionById',
  sql: `${selectDecision} WHERE id = @id`,
  columns: decisionColumns,
});

const repairColumns = {
  id: integer,
  uid: text,
  decision_id: integer,
  applied_on: text,
  text,
  decided_on: nullableText,
  is_granted: nullableInteger,
  opinion: text,
  number: text,
};
export type RepairRecord = Row<typeof repairColumns>;

const selectRepair = `SELECT ${Object.keys(repairColumns).join(', ')} FROM credit_repair`;

export const allRepairs = defineQuery({
  name: 'credit.repairs',
  sql: `${selectRepair} ORDER BY id`,
  columns: repairColumns,
});

export const repairsOfDecisions = defineQuery<typeof repairColumns, { ids: string }>({
  name: 'credit.repairsOfDecisions',
  sql: `${selectRepair} WHERE decision_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
  columns: repairColumns,
});

export const repairsOfDecision = defineQuery<typeof repairColumns, { decisionId: number }>({
  name: 'credit.repairsOfDecision',
  sql: `${selectRepair} WHERE decision_id = @decisionId ORDER BY id`,
  columns: repairColumns,
});

export const repairByUid = defineQuery<typeof repairColumns, { uid: string }>({
  name: 'credit.repairByUid',
  sql: `${selectRepair} WHERE uid = @uid`,
  columns: repairColumns,
});

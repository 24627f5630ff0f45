import {
  drawStatuses,
  type PublicationKind,
  publicationKinds,
  targetResults,
} from '#shared/rules/random-inspection/model.ts';
import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const planColumns = {
  id: integer,
  uid: text,
  year: integer,
  title: text,
  first_month: integer,
  draws: integer,
};
export type PlanRecord = Row<typeof planColumns>;

export const allPlans = defineQuery({
  name: 'randomInspection.plans',
  sql: `SELECT id, uid, year, title, first_month,
      (SELECT count(*) FROM random_draw WHERE plan_id = plan.id) AS draws
    FROM random_plan AS plan ORDER BY year DESC, id`,
  columns: planColumns,
});

const lineColumns = { id: integer, plan_id: integer, class_id: integer, size: integer, numbers: text };

export const allPlanLines = defineQuery({
  name: 'randomInspection.planLines',
  sql: `SELECT line.id AS id, line.plan_id AS plan_id, line.class_id AS class_id, line.size AS size,
      line.numbers AS numbers
    FROM random_plan_line AS line JOIN random_class AS class ON class.id = line.class_id
    ORDER BY line.plan_id, class.position, class.id`,
  columns: lineColumns,
});

const drawnColumns = { plan_id: integer, class_id: integer, month: text, count: integer };

/** Objects drawn by plan, class and month; cancelled draws left out. */
export const drawnNumbers = defineQuery({
  name: 'randomInspection.drawnNumbers',
  sql: `SELECT draw.plan_id AS plan_id, target.class_id AS class_id, draw.month AS month, count(*) AS count
    FROM random_draw AS draw JOIN random_target AS target ON target.draw_id = draw.id
    WHERE draw.status = 'drawn' GROUP BY draw.plan_id, target.class_id, draw.month`,
  columns: drawnColumns,
});

const drawColumns = {
  id: integer,
  uid: text,
  plan_id: integer,
  plan_title: text,
  month: text,
  year: integer,
  number: integer,
  status: oneOf(...drawStatuses),
  day: text,
  fingerprint: text,
  frozen_at: integer,
  frozen_by: text,
  witnesses: text,
  seed: text,
  drawn_at: nullableInteger,
  drawn_by: text,
  cancelled_at: nullableInteger,
  cancelled_by: text,
  cancel_reason: text,
  drawn: integer,
};
export type DrawRecord = Row<typeof drawColumns>;

const selectDraw = `SELECT draw.id AS id, draw.uid AS uid, draw.plan_id AS plan_id, plan.title AS plan_title,
    draw.month AS month, draw.year AS year, draw.number AS number, draw.status AS status, draw.day AS day,
    draw.fingerprint AS fingerprint, draw.frozen_at AS frozen_at, draw.frozen_by AS frozen_by,
    draw.witnesses AS witnesses, draw.seed AS seed, draw.drawn_at AS drawn_at, draw.drawn_by AS drawn_by,
    draw.cancelled_at AS cancelled_at, draw.cancelled_by AS cancelled_by, draw.cancel_reason AS cancel_reason,
    (SELECT count(*) FROM random_target WHERE draw_id = draw.id) AS drawn
  FROM random_draw AS draw JOIN random_plan AS plan ON plan.id = draw.plan_id`;

export const allDraws = defineQuery({
  name: 'randomInspection.draws',
  sql: `${selectDraw} ORDER BY draw.year DESC, draw.number DESC`,
  columns: drawColumns,
});

export const drawByUid = defineQuery<typeof drawColumns, { uid: string }>({
  name: 'randomInspection.draw',
  sql: `${selectDraw} WHERE draw.uid = @uid`,
  columns: drawColumns,
});

export const poolOfDraw = defineQuery<{ pool: typeof text }, { drawId: number }>({
  name: 'randomInspection.pool',
  sql: 'SELECT pool FROM random_pool WHERE draw_id = @drawId',
  columns: { pool: text },
});

const targetColumns = {
  id: integer,
  uid: text,
  draw_id: integer,
  draw_uid: text,
  draw_year: integer,
  draw_number: integer,
  month: text,
  position: integer,
  object_id: integer,
  class_id: integer,
  class_uid: text,
  class_name: text,
  item_id: nullableInteger,
  site_uid: nullableText,
  name: text,
  place: text,
  county_uid: nullableText,
  inspectors: text,
  object_uid: text,
  due_on: text,
  inspected_on: nullableText,
  inspected_by: text,
  result: oneOf(...targetResults, 'none'),
  problem: text,
  finding_uid: nullableText,
};
export type TargetRecord = Row<typeof targetColumns>;

const selectTarget = `SELECT target.id AS id, target.uid AS uid, target.draw_id AS draw_id,
    draw.uid AS draw_uid, draw.year AS draw_year, draw.number AS draw_number, draw.month AS month,
    target.position AS position, target.object_id AS object_id, target.class_id AS class_id,
    class.uid AS class_uid, class.name AS class_name, class.item_id AS item_id, site.uid AS site_uid,
    target.name AS name, target.place AS place, county.uid AS county_uid, target.inspectors AS inspectors,
    object.uid AS object_uid, target.due_on AS due_on, target.inspected_on AS inspected_on,
    target.inspected_by AS inspected_by, ifnull(target.result, 'none') AS result, target.problem AS problem,
    finding.uid AS finding_uid
  FROM random_target AS target JOIN random_draw AS draw ON draw.id = target.draw_id
  JOIN random_class AS class ON class.id = target.class_id
  JOIN random_object AS object ON object.id = target.object_id
  LEFT JOIN key_site AS site ON site.id = object.site_id
  LEFT JOIN organization AS county ON county.id = target.county_id
  LEFT JOIN finding ON finding.id = target.finding_id`;

export const targetsOfDraw = defineQuery<typeof targetColumns, { drawId: number }>({
  name: 'randomInspection.targetsOfDraw',
  sql: `${selectTarget} WHERE target.draw_id = @drawId ORDER BY target.position`,
  columns: targetColumns,
});

/** Of draws that stand. @param from first and last month, YYYY-MM */
export const targetsBetween = defineQuery<typeof targetColumns, { from: string; to: string }>({
  name: 'randomInspection.targetsBetween',
  sql: `${selectTarget} WHERE draw.status = 'drawn' AND draw.month BETWEEN @from AND @to
    ORDER BY draw.month DESC, draw.id DESC, target.position`,
  columns: targetColumns,
});

const ofObjectColumns = { draw_id: integer };

/** Draws that an object came out of, cancelled ones included. */
export const drawsOfObject = defineQuery<typeof ofObjectColumns, { objectId: number }>({
  name: 'randomInspection.drawsOfObject',
  sql: 'SELECT draw_id FROM random_target WHERE object_id = @objectId',
  columns: ofObjectColumns,
});

export const targetByUid = defineQuery<typeof targetColumns, { uid: string }>({
  name: 'randomInspection.target',
  sql: `${selectTarget} WHERE target.uid = @uid`,
  columns: targetColumns,
});

export const targetOfFinding = defineQuery<typeof targetColumns, { uid: string }>({
  name: 'randomInspection.targetOfFinding',
  sql: `${selectTarget} WHERE finding.uid = @uid`,
  columns: targetColumns,
});

const monthColumns = { month: text, count: integer, open: integer };

/** Drawn objects of each month, and those of them without a result. */
export const targetNumbers = defineQuery({
  name: 'randomInspection.targetNumbers',
  sql: `SELECT draw.month AS month, count(*) AS count, sum(target.result IS NULL) AS open
    FROM random_draw AS draw JOIN random_target AS target ON target.draw_id = draw.id
    WHERE draw.status = 'drawn' GROUP BY draw.month`,
  columns: monthColumns,
});

export const drawnMonths = defineQuery({
  name: 'randomInspection.drawnMonths',
  sql: `SELECT DISTINCT month FROM random_draw WHERE status = 'drawn' ORDER BY month DESC`,
  columns: { month: text },
});

const visitColumns = { object_id: integer, day: text, by: text };
export type OtherVisitRecord = Row<typeof visitColumns>;

/** Visits to objects by draws, also of a round before: done, or owed. */
export const visitsOfDraws = defineQuery({
  name: 'randomInspection.visitsOfDraws',
  sql: `SELECT target.object_id AS object_id, ifnull(target.inspected_on, draw.day) AS day,
      plan.title || '已抽取' AS by
    FROM random_target AS target JOIN random_draw AS draw ON draw.id = target.draw_id
    JOIN random_plan AS plan ON plan.id = draw.plan_id
    WHERE draw.status = 'drawn'`,
  columns: visitColumns,
});

const publicationColumns = {
  id: integer,
  uid: text,
  month: text,
  kind: oneOf(...publicationKinds),
  due_on: text,
  published_on: text,
  place: text,
};
export type PublicationRecord = Row<typeof publicationColumns>;

export const allPublications = defineQuery({
  name: 'randomInspection.publications',
  sql: 'SELECT id, uid, month, kind, due_on, published_on, place FROM random_publication',
  columns: publicationColumns,
});

const publishedColumns = { lines: text };

export const linesOfPublication = defineQuery<
  typeof publishedColumns,
  { month: string; kind: PublicationKind }
>({
  name: 'randomInspection.linesOfPublication',
  sql: 'SELECT lines FROM random_publication WHERE month = @month AND kind = @kind',
  columns: publishedColumns,
});

export const findingId = defineQuery<{ id: typeof integer }, { uid: string }>({
  name: 'randomInspection.findingId',
  sql: 'SELECT id FROM finding WHERE uid = @uid',
  columns: { id: integer },
});

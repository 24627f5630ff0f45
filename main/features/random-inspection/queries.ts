import { creditLevels, itemKinds } from '#shared/rules/random-inspection/model.ts';
import { frequencyKinds } from '#shared/rules/random-inspection/frequency.ts';
import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const itemColumns = {
  id: integer,
  uid: text,
  category: text,
  name: text,
  basis: text,
  objects: text,
  content: text,
  way: text,
  kind: oneOf(...itemKinds),
  unit: text,
  joint: integer,
  note: text,
  position: integer,
  used_by: integer,
};
export type ItemRecord = Row<typeof itemColumns>;

export const allItems = defineQuery({
  name: 'randomInspection.items',
  sql: `SELECT id, uid, category, name, basis, objects, content, way, kind, unit, joint, note, position,
      (SELECT count(*) FROM random_class WHERE item_id = item.id) AS used_by
    FROM random_item AS item ORDER BY position, id`,
  columns: itemColumns,
});

const classColumns = {
  id: integer,
  uid: text,
  name: text,
  item_id: nullableInteger,
  frequency: oneOf(...frequencyKinds),
  amount: integer,
  punished_first: integer,
  round_from: nullableInteger,
  source: text,
  position: integer,
};
export type ClassRecord = Row<typeof classColumns>;

export const allClasses = defineQuery({
  name: 'randomInspection.classes',
  sql: `SELECT ${Object.keys(classColumns).join(', ')} FROM random_class ORDER BY position, id`,
  columns: classColumns,
});

/** What of an object comes from the ledger of key sites, where it is one. */
const isOpen = `(object.closed_on IS NULL OR object.closed_on > @today)
  AND (site.closed_on IS NULL OR site.closed_on > @today)`;
const fromObjects = `random_object AS object JOIN random_class AS class ON class.id = object.class_id
  LEFT JOIN key_site AS site ON site.id = object.site_id`;

/** When an object was drawn last, in this round of its class. */
const drawnInRound = `(SELECT max(draw.day) FROM random_target AS target
    JOIN random_draw AS draw ON draw.id = target.draw_id
    WHERE target.object_id = object.id AND draw.status = 'drawn'
      AND (class.round_from IS NULL OR draw.drawn_at >= class.round_from))`;

const sizeColumns = { class_id: integer, size: integer, remaining: integer };

/** Objects of each class that may be drawn by their days, and those of them that this round has not drawn yet. */
export const classSizes = defineQuery<typeof sizeColumns, { today: string }>({
  name: 'randomInspection.classSizes',
  sql: `SELECT object.class_id AS class_id, count(*) AS size, sum(${drawnInRound} IS NULL) AS remaining
    FROM ${fromObjects}
    WHERE ${isOpen} AND (object.valid_until IS NULL OR object.valid_until >= @today) GROUP BY object.class_id`,
  columns: sizeColumns,
});

const objectColumns = {
  id: integer,
  uid: text,
  class_id: integer,
  class_uid: text,
  class_name: text,
  site_id: nullableInteger,
  site_uid: nullableText,
  name: text,
  organization_id: integer,
  credit: oneOf(...creditLevels),
  punished: integer,
  held_reason: text,
  valid_until: nullableText,
  closed_on: nullableText,
  note: text,
  drawn_on: nullableText,
};
export type ObjectRecord = Row<typeof objectColumns>;

const selectObject = `SELECT object.id AS id, object.uid AS uid, object.class_id AS class_id,
    class.uid AS class_uid, class.name AS class_name, object.site_id AS site_id, site.uid AS site_uid,
    ifnull(site.name, object.name) AS name,
    ifnull(site.organization_id, object.organization_id) AS organization_id, object.credit AS credit,
    object.punished AS punished, object.held_reason AS held_reason, object.valid_until AS valid_until,
    min(ifnull(object.closed_on, site.closed_on), ifnull(site.closed_on, object.closed_on)) AS closed_on,
    object.note AS note, ${drawnInRound} AS drawn_on
  FROM ${fromObjects}`;

export interface ObjectParams {
  view: string;
  classId: number | null;
  text: string;
  today: string;
}

const chosen = `(@classId IS NULL OR object.class_id = @classId)
  AND (@text = '' OR instr(lower(ifnull(site.name, object.name)), lower(@text)) > 0
    OR instr(' ' || object.initials, ' ' || lower(@text)) > 0)
  AND CASE @view WHEN 'active' THEN ${isOpen} WHEN 'held' THEN object.held_reason <> '' AND ${isOpen}
    WHEN 'punished' THEN object.punished = 1 AND ${isOpen} WHEN 'closed' THEN NOT (${isOpen}) ELSE 1 END`;

export const pageOfObjects = defineQuery<
  typeof objectColumns,
  ObjectParams & { after: number; limit: number }
>({
  name: 'randomInspection.objects',
  sql: `${selectObject} WHERE object.id > @after AND ${chosen} ORDER BY object.id LIMIT @limit`,
  columns: objectColumns,
});

export const countObjects = defineQuery<{ count: typeof integer }, ObjectParams>({
  name: 'randomInspection.countObjects',
  sql: `SELECT count(*) AS count FROM ${fromObjects} WHERE ${chosen}`,
  columns: { count: integer },
});

export const objectByUid = defineQuery<typeof objectColumns, { uid: string }>({
  name: 'randomInspection.objectByUid',
  sql: `${selectObject} WHERE object.uid = @uid`,
  columns: objectColumns,
});

/** @param classIds JSON list */
export const objectsOfClasses = defineQuery<typeof objectColumns, { classIds: string }>({
  name: 'randomInspection.objectsOfClasses',
  sql: `${selectObject} WHERE object.class_id IN (SELECT value FROM json_each(@classIds)) ORDER BY object.id`,
  columns: objectColumns,
});

/** @param uids JSON list */
export const objectsOfUids = defineQuery<typeof objectColumns, { uids: string }>({
  name: 'randomInspection.objectsOfUids',
  sql: `${selectObject} WHERE object.uid IN (SELECT value FROM json_each(@uids))`,
  columns: objectColumns,
});

const freeSiteColumns = { id: integer, name: text, organization_id: integer };

/** Key sites on the ledger that are no objects yet. */
export const sitesWithoutObject = defineQuery<
  typeof freeSiteColumns,
  { kindUid: string | null; today: string }
>({
  name: 'randomInspection.sitesWithoutObject',
  sql: `SELECT site.id AS id, site.name AS name, site.organization_id AS organization_id FROM key_site AS site
    WHERE (site.closed_on IS NULL OR site.closed_on > @today)
      AND NOT EXISTS (SELECT 1 FROM random_object WHERE site_id = site.id)
      AND (@kindUid IS NULL OR EXISTS (SELECT 1 FROM key_site_kind AS link
        JOIN site_kind AS kind ON kind.id = link.kind_id
        WHERE link.site_id = site.id AND kind.uid = @kindUid))
    ORDER BY site.id`,
  columns: freeSiteColumns,
});

const ofSiteColumns = { id: integer };

export const objectsOfSite = defineQuery<typeof ofSiteColumns, { siteId: number }>({
  name: 'randomInspection.objectsOfSite',
  sql: 'SELECT id FROM random_object WHERE site_id = @siteId',
  columns: ofSiteColumns,
});

const certificateColumns = {
  id: integer,
  inspector_id: integer,
  inspector_uid: text,
  certificate: text,
  expires_on: nullableText,
  valid_until: nullableText,
  avoids: text,
};
export type CertificateRecord = Row<typeof certificateColumns>;

export const allCertificates = defineQuery({
  name: 'randomInspection.certificates',
  sql: `SELECT own.id AS id, own.inspector_id AS inspector_id, inspector.uid AS inspector_uid,
      own.certificate AS certificate, own.expires_on AS expires_on, own.valid_until AS valid_until,
      own.avoids AS avoids
    FROM random_inspector AS own JOIN inspector ON inspector.id = own.inspector_id`,
  columns: certificateColumns,
});

const inspectorColumns = { id: integer, name: text };

export const inspectorOfUid = defineQuery<typeof inspectorColumns, { uid: string }>({
  name: 'randomInspection.inspector',
  sql: 'SELECT id, name FROM inspector WHERE uid = @uid',
  columns: inspectorColumns,
});

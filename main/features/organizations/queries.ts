import { columnOf, storedName } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const level = oneOf('city', 'county', 'township', 'village', 'memberUnit');
const organizationColumns = { id: integer, uid: text, level, code: nullableText };
const stateColumns = {
  id: integer,
  uid: text,
  organization_id: integer,
  first_day: text,
  last_day: nullableText,
  name: text,
  short_name: text,
  parent_id: nullableInteger,
  protocol_order: integer,
  marks: text,
  document: text,
  note: text,
};
export type OrganizationRow = Row<typeof organizationColumns>;
export type StateRow = Row<typeof stateColumns>;

const selectState = `SELECT ${Object.keys(stateColumns).join(', ')} FROM organization_state`;

export const organizationByUid = defineQuery<typeof organizationColumns, { uid: string }>({
  name: 'organizations.byUid',
  sql: 'SELECT id, uid, level, code FROM organization WHERE uid = @uid',
  columns: organizationColumns,
});

export const organizationById = defineQuery<typeof organizationColumns, { id: number }>({
  name: 'organizations.byId',
  sql: 'SELECT id, uid, level, code FROM organization WHERE id = @id',
  columns: organizationColumns,
});

export const allOrganizations = defineQuery({
  name: 'organizations.all',
  sql: 'SELECT id, uid, level, code FROM organization',
  columns: organizationColumns,
});

export const allStates = defineQuery({
  name: 'organizations.allStates',
  sql: `${selectState} ORDER BY organization_id, first_day`,
  columns: stateColumns,
});

export const statesOfOrganization = defineQuery<typeof stateColumns, { id: number }>({
  name: 'organizations.states',
  sql: `${selectState} WHERE organization_id = @id ORDER BY first_day`,
  columns: stateColumns,
});

export const stateByUid = defineQuery<typeof stateColumns, { uid: string }>({
  name: 'organizations.stateByUid',
  sql: `${selectState} WHERE uid = @uid`,
  columns: stateColumns,
});

export const statesBelow = defineQuery<typeof stateColumns, { parentId: number }>({
  name: 'organizations.statesBelow',
  sql: `${selectState} WHERE parent_id = @parentId ORDER BY protocol_order, organization_id`,
  columns: stateColumns,
});

export const statesWithName = defineQuery<typeof stateColumns, { parentId: number; name: string }>({
  name: 'organizations.statesWithName',
  sql: `${selectState} WHERE parent_id = @parentId AND name = @name`,
  columns: stateColumns,
});

const dayColumns = {
  id: integer,
  uid: text,
  level,
  code: nullableText,
  name: text,
  short_name: text,
  parent_id: nullableInteger,
  parent_uid: nullableText,
  protocol_order: integer,
  marks: text,
};

/** Everything that exists on a day, higher levels first, siblings in protocol order. */
export const organizationsOfDay = defineQuery<typeof dayColumns, { day: string }>({
  name: 'organizations.ofDay',
  sql: `SELECT organization.id AS id, organization.uid AS uid, organization.level AS level, organization.code AS code,
          state.name AS name, state.short_name AS short_name, state.parent_id AS parent_id,
          parent.uid AS parent_uid, state.protocol_order AS protocol_order, state.marks AS marks
        FROM organization_state AS state
        JOIN organization ON organization.id = state.organization_id
        LEFT JOIN organization AS parent ON parent.id = state.parent_id
        WHERE state.first_day <= @day AND (state.last_day IS NULL OR state.last_day >= @day)
        ORDER BY CASE organization.level
            WHEN 'city' THEN 0 WHEN 'county' THEN 1 WHEN 'township' THEN 2 WHEN 'village' THEN 3 ELSE 4 END,
          state.protocol_order, organization.id`,
  columns: dayColumns,
});

const markColumns = { id: integer, uid: text, mark: text, name: text, protocol_order: integer };

export const allMarks = defineQuery({
  name: 'organizations.marks',
  sql: 'SELECT id, uid, mark, name, protocol_order FROM organization_mark ORDER BY protocol_order, id',
  columns: markColumns,
});

const markUseColumns = { mark: text, count: integer };

export const markUse = defineQuery({
  name: 'organizations.markUse',
  sql: `SELECT each.value AS mark, count(DISTINCT state.organization_id) AS count
        FROM organization_state AS state, json_each(state.marks) AS each
        WHERE state.marks <> '[]' GROUP BY each.value`,
  columns: markUseColumns,
});

const successionColumns = {
  id: integer,
  kind: oneOf('merge', 'split'),
  from_organization_id: integer,
  to_organization_id: integer,
  day: text,
  document: text,
  takes_over: integer,
};

export const successionsOf = defineQuery<typeof successionColumns, { id: number }>({
  name: 'organizations.successions',
  sql: `SELECT id, kind, from_organization_id, to_organization_id, day, document, takes_over
        FROM organization_succession WHERE from_organization_id = @id OR to_organization_id = @id
        ORDER BY day, id`,
  columns: successionColumns,
});

const periodColumns = { title: text, first_day: text };

export const periodsOfOrganization = defineQuery<typeof periodColumns, { id: number }>({
  name: 'organizations.periods',
  sql: `SELECT DISTINCT period.title AS title, period.first_day AS first_day
        FROM assessment_object AS object
        JOIN assessment_group ON assessment_group.id = object.group_id
        JOIN assessment_period AS period ON period.id = assessment_group.period_id
        WHERE object.organization_id = @id ORDER BY period.first_day DESC`,
  columns: periodColumns,
});

const useColumns = { name: text };

const ledgerUse = ledgerDefinitions.map((ledger) => {
  const { name, table, title } = ledger;
  return `UNION ALL SELECT '${name}' || ${storedName(columnOf(ledger, title))} FROM ${table} WHERE organization_id = @id`;
});

/**
 * Whose unit it is or was, that it has a committee of its own, what site stands there, that it reports on duty or was
 * handed a table, or what stands on a ledger there.
 */
export const otherUse = defineQuery<typeof useColumns, { id: number }>({
  name: 'organizations.otherUse',
  sql: `SELECT '名册中的' || person.name AS name FROM appointment
        JOIN person ON person.id = appointment.person_id WHERE appointment.organization_id = @id
        UNION ALL SELECT '人员' || name FROM person WHERE organization_id = @id
        UNION ALL SELECT '它的消防安全委员会' FROM committee WHERE organization_id = @id
        UNION ALL SELECT '重点单位' || name FROM key_site WHERE organization_id = @id
        UNION ALL SELECT '督查人员' || name FROM inspector WHERE organization_id = @id OR home_county_id = @id
        UNION ALL SELECT '督查车辆' || name FROM vehicle WHERE organization_id = @id
        UNION ALL SELECT iif(campaign.announced = 1 OR campaign.released_on IS NOT NULL,
            '专项督查' || campaign.title, '一次暗访') FROM campaign_county
          JOIN campaign ON campaign.id = campaign_county.campaign_id WHERE campaign_county.organization_id = @id
        UNION ALL SELECT '值班的每日报告' FROM duty_reporter WHERE organization_id = @id
        UNION ALL SELECT '值班的每日报告' FROM duty_report WHERE organization_id = @id
        UNION ALL SELECT '下发收集' || collection.title FROM collection_unit
          JOIN collection ON collection.id = collection_unit.collection_id
          WHERE collection_unit.organization_id = @id
        UNION ALL SELECT '基层机构的登记' FROM establishment WHERE organization_id = @id
        UNION ALL SELECT '专职消防队的登记' FROM brigade WHERE organization_id = @id
        UNION ALL SELECT '火灾数据' FROM fire_figure WHERE organization_id = @id
        UNION ALL SELECT '设施欠账的数字' FROM shortfall_figure WHERE organization_id = @id
        UNION ALL SELECT '设施欠账的建设计划' FROM shortfall_plan WHERE organization_id = @id
        UNION ALL SELECT '实施方案' FROM county_plan WHERE organization_id = @id
        UNION ALL SELECT '双随机检查对象' FROM random_object WHERE organization_id = @id
        UNION ALL SELECT '双随机抽取的对象' FROM random_target WHERE county_id = @id
        UNION ALL SELECT '信用监管的企业' FROM credit_enterprise WHERE organization_id = @id
        UNION ALL SELECT '挂牌督办' FROM listed_supervision WHERE organization_id = @id
        UNION ALL SELECT '督办通知' FROM notice WHERE organization_id = @id
        UNION ALL SELECT '督办任务' FROM task_unit WHERE organization_id = @id
        UNION ALL SELECT '督办任务' FROM task_event WHERE organization_id = @id
        UNION ALL SELECT '问题隐患' FROM finding WHERE organization_id = @id OR county_id = @id
        ${ledgerUse.join('\n')}
        LIMIT 1`,
  columns: useColumns,
});

import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { termColumns } from '#main/core/terms.ts';

const inspectorColumns = {
  id: integer,
  uid: text,
  name: text,
  organization_id: nullableInteger,
  organization_uid: nullableText,
  organization_name: nullableText,
  unit: text,
  home_county_id: nullableInteger,
  home_county_uid: nullableText,
  home_county_name: nullableText,
  roles: text,
  post: text,
  phone: text,
  note: text,
  left_on: nullableText,
};
export type InspectorRecord = Row<typeof inspectorColumns>;

/**
 * The last name that an organization has or had. What stands in a county is named with it: each county may have a
 * 中山街道 or an 应急管理局.
 */
const lastNameOf = (id: string): string =>
  `(SELECT CASE WHEN parent.level = 'county' AND substr(state.name, 1, length(above.name)) <> above.name
        THEN above.name || state.name ELSE state.name END
      FROM organization_state AS state
      LEFT JOIN organization AS parent ON parent.id = state.parent_id
      LEFT JOIN organization_state AS above ON above.organization_id = parent.id AND above.last_day IS NULL
      WHERE state.organization_id = ${id} ORDER BY state.first_day DESC LIMIT 1)`;

const selectInspector = `SELECT inspector.id AS id, inspector.uid AS uid, inspector.name AS name,
    inspector.organization_id AS organization_id, organization.uid AS organization_uid,
    ${lastNameOf('inspector.organization_id')} AS organization_name, inspector.unit AS unit,
    inspector.home_county_id AS home_county_id, county.uid AS home_county_uid,
    ${lastNameOf('inspector.home_county_id')} AS home_county_name, inspector.roles AS roles,
    inspector.post AS post, inspector.phone AS phone, inspector.note AS note, inspector.left_on AS left_on
  FROM inspector
  LEFT JOIN organization ON organization.id = inspector.organization_id
  LEFT JOIN organization AS county ON county.id = inspector.home_county_id`;

export const inspectorByUid = defineQuery<typeof inspectorColumns, { uid: string }>({
  name: 'inspectors.byUid',
  sql: `${selectInspector} WHERE inspector.uid = @uid`,
  columns: inspectorColumns,
});

export const allInspectors = defineQuery({
  name: 'inspectors.all',
  sql: `${selectInspector} ORDER BY inspector.id`,
  columns: inspectorColumns,
});

const unitColumns = { uid: text, name: text };

/** As the list shows the units; villages are no units of inspectors. */
export const unitNames = defineQuery({
  name: 'inspectors.unitNames',
  sql: `SELECT organization.uid AS uid, ifnull(${lastNameOf('organization.id')}, '') AS name
        FROM organization WHERE organization.level <> 'village'`,
  columns: unitColumns,
});

export const allSkills = defineQuery({
  name: 'inspectors.skills',
  sql: 'SELECT id, uid, name, aliases, position FROM inspection_skill ORDER BY position, id',
  columns: termColumns,
});

const useColumns = { id: integer, count: integer };

export const skillUse = defineQuery({
  name: 'inspectors.skillUse',
  sql: 'SELECT skill_id AS id, count(*) AS count FROM inspector_skill GROUP BY skill_id',
  columns: useColumns,
});

const skillLinkColumns = { id: integer, inspector_id: integer, skill_id: integer };

/** @param ids JSON list of inspectors */
export const skillsOfInspectors = defineQuery<typeof skillLinkColumns, { ids: string }>({
  name: 'inspectors.skillsOf',
  sql: `SELECT link.id AS id, link.inspector_id AS inspector_id, link.skill_id AS skill_id
        FROM json_each(@ids) AS wanted JOIN inspector_skill AS link ON link.inspector_id = wanted.value`,
  columns: skillLinkColumns,
});

const leaveColumns = {
  id: integer,
  uid: text,
  inspector_id: integer,
  first_day: text,
  last_day: text,
  reason: text,
};
export type LeaveRecord = Row<typeof leaveColumns>;
const selectLeave = `SELECT leave.id AS id, leave.uid AS uid, leave.inspector_id AS inspector_id,
    leave.first_day AS first_day, leave.last_day AS last_day, leave.reason AS reason
  FROM inspector_leave AS leave`;

/** @param ids JSON list of inspectors */
export const leaveOfInspectors = defineQuery<typeof leaveColumns, { ids: string }>({
  name: 'inspectors.leaveOf',
  sql: `${selectLeave} JOIN json_each(@ids) AS wanted ON leave.inspector_id = wanted.value
        ORDER BY leave.first_day, leave.id`,
  columns: leaveColumns,
});

export const leaveBetween = defineQuery<typeof leaveColumns, { from: string; to: string }>({
  name: 'inspectors.leaveBetween',
  sql: `${selectLeave} WHERE leave.last_day >= @from AND leave.first_day <= @to
        ORDER BY leave.first_day, leave.id`,
  columns: leaveColumns,
});

export const leaveByUid = defineQuery<typeof leaveColumns, { uid: string }>({
  name: 'inspectors.leaveByUid',
  sql: `${selectLeave} WHERE leave.uid = @uid`,
  columns: leaveColumns,
});

const vehicleColumns = {
  id: integer,
  uid: text,
  name: text,
  seats: integer,
  organization_uid: nullableText,
  organization_name: nullableText,
  unit: text,
  note: text,
  retired_on: nullableText,
};
export type VehicleRecord = Row<typeof vehicleColumns>;

const selectVehicle = `SELECT vehicle.id AS id, vehicle.uid AS uid, vehicle.name AS name, vehicle.seats AS seats,
    organization.uid AS organization_uid, ${lastNameOf('vehicle.organization_id')} AS organization_name,
    vehicle.unit AS unit, vehicle.note AS note, vehicle.retired_on AS retired_on
  FROM vehicle LEFT JOIN organization ON organization.id = vehicle.organization_id`;

export const vehicleByUid = defineQuery<typeof vehicleColumns, { uid: string }>({
  name: 'inspectors.vehicleByUid',
  sql: `${selectVehicle} WHERE vehicle.uid = @uid`,
  columns: vehicleColumns,
});

export const allVehicles = defineQuery({
  name: 'inspectors.vehicles',
  sql: `${selectVehicle} ORDER BY vehicle.retired_on IS NOT NULL, vehicle.id`,
  columns: vehicleColumns,
});

const ownedColumns = {
  id: integer,
  part: oneOf('unit', 'home', 'vehicle'),
  organization_uid: text,
  organization_id: integer,
};

/** People of a unit, people who recuse themselves from a county, and vehicles, as far as they are in use. */
const selectOwned = `SELECT owned.id AS id, owned.part AS part, organization.uid AS organization_uid,
    organization.id AS organization_id
  FROM (SELECT id, 'unit' AS part, organization_id FROM inspector WHERE left_on IS NULL
    UNION ALL SELECT id, 'home', home_county_id FROM inspector WHERE left_on IS NULL
    UNION ALL SELECT id, 'vehicle', organization_id FROM vehicle WHERE retired_on IS NULL) AS owned
  JOIN organization ON organization.id = owned.organization_id`;

/** @param ids JSON list of organizations */
export const poolOfOrganizations = defineQuery<typeof ownedColumns, { ids: string }>({
  name: 'inspectors.poolOf',
  sql: `${selectOwned} WHERE owned.organization_id IN (SELECT value FROM json_each(@ids))`,
  columns: ownedColumns,
});

export const ownedBy = defineQuery<typeof ownedColumns, { organizationUid: string }>({
  name: 'inspectors.ownedBy',
  sql: `${selectOwned} WHERE organization.uid = @organizationUid`,
  columns: ownedColumns,
});

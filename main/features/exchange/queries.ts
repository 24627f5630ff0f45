import { isSecretSql } from '#main/features/campaigns/index.ts';
import { defineQuery, integer, text } from '#main/core/store/query.ts';

const idColumns = { id: integer };

/** The given organizations and all that have ever stood below them. */
export const chosenOrganizations = defineQuery<typeof idColumns, { uids: string }>({
  name: 'exchange.chosenOrganizations',
  sql: `WITH RECURSIVE chosen (id) AS (
      SELECT organization.id FROM organization
      WHERE uid IN (SELECT value FROM json_each(@uids))
      UNION
      SELECT state.organization_id FROM organization_state AS state JOIN chosen ON state.parent_id = chosen.id)
    SELECT id FROM chosen`,
  columns: idColumns,
});

export const organizationNames = defineQuery<{ name: typeof text }, { uids: string }>({
  name: 'exchange.organizationNames',
  sql: `SELECT state.name FROM organization
    JOIN organization_state AS state ON state.organization_id = organization.id
    WHERE organization.uid IN (SELECT value FROM json_each(@uids)) AND state.first_day = (
      SELECT max(first_day) FROM organization_state WHERE organization_id = organization.id)
    ORDER BY state.protocol_order`,
  columns: { name: text },
});

export const organizationsByName = defineQuery<{ uid: typeof text }, { name: string }>({
  name: 'exchange.organizationsByName',
  sql: `SELECT organization.uid FROM organization_state AS state
    JOIN organization ON organization.id = state.organization_id
    WHERE (state.name = @name OR state.short_name = @name) AND state.last_day IS NULL
    GROUP BY organization.id`,
  columns: { uid: text },
});

export const objectsOfPeriod = defineQuery<typeof idColumns, { periodUid: string }>({
  name: 'exchange.objectsOfPeriod',
  sql: `SELECT assessment_object.id FROM assessment_object
    JOIN assessment_group ON assessment_group.id = assessment_object.group_id
    JOIN assessment_period ON assessment_period.id = assessment_group.period_id
    WHERE assessment_period.uid = @periodUid`,
  columns: idColumns,
});

const periodColumns = { uid: text, title: text };

export const allPeriods = defineQuery({
  name: 'exchange.periods',
  sql: 'SELECT uid, title FROM assessment_period ORDER BY last_day DESC, id DESC',
  columns: periodColumns,
});

export const finalObject = defineQuery<typeof idColumns, { id: number }>({
  name: 'exchange.finalObject',
  sql: 'SELECT id FROM final_object WHERE id = @id',
  columns: idColumns,
});

export const finalGroup = defineQuery<typeof idColumns, { id: number }>({
  name: 'exchange.finalGroup',
  sql: 'SELECT id FROM final_group WHERE id = @id',
  columns: idColumns,
});

export const secretCampaign = defineQuery<typeof idColumns, { id: number }>({
  name: 'exchange.secretCampaign',
  sql: `SELECT id FROM campaign WHERE id = @id AND ${isSecretSql}`,
  columns: idColumns,
});

export const campaignOfVisit = defineQuery<{ campaign_id: typeof integer }, { id: number }>({
  name: 'exchange.campaignOfVisit',
  sql: 'SELECT campaign_id FROM visit WHERE id = @id',
  columns: { campaign_id: integer },
});

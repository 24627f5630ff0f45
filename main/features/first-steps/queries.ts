import { defineQuery, integer } from '#main/core/store/query.ts';

/** Which of the first steps the data show as done. The city itself is the first organization of any office. */
export const stepsDone = defineQuery({
  name: 'firstSteps.done',
  sql: `SELECT
      (SELECT count(*) FROM organization) > 1 AS organizations,
      EXISTS (SELECT 1 FROM appointment) AS people,
      EXISTS (SELECT 1 FROM scheme WHERE status <> 'draft') AS scheme,
      EXISTS (SELECT 1 FROM assessment_period) AS period,
      EXISTS (SELECT 1 FROM score) AS scores,
      EXISTS (SELECT 1 FROM operation WHERE name = 'assessment.exportWorkbook' AND outcome = 'done') AS export,
      EXISTS (SELECT 1 FROM setting WHERE name = 'backups.settings'
        AND json_extract(value, '$.secondFolder') <> '') AS secondBackup,
      EXISTS (SELECT 1 FROM app_user WHERE has_password = 1) AS password`,
  columns: {
    organizations: integer,
    people: integer,
    scheme: integer,
    period: integer,
    scores: integer,
    export: integer,
    secondBackup: integer,
    password: integer,
  },
});

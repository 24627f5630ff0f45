import type { FieldSources } from '#main/core/fields/field-source.ts';
import { assessmentFields, assessmentMeasures } from './assessment/fields.ts';
import { brigadeFields } from './brigades/fields.ts';
import { campaignFields } from './campaigns/fields.ts';
import { creditFields } from './credit/fields.ts';
import { dutyFields } from './duty/fields.ts';
import { establishmentFields } from './establishments/fields.ts';
import { fireFields } from './fire-figures/fields.ts';
import { inspectorFields } from './inspectors/fields.ts';
import { keySiteFields } from './key-sites/fields.ts';
import { ledgerFields } from './ledgers/fields.ts';
import { paperFields } from './papers/fields.ts';
import { partnerFields } from './partner-units/fields.ts';
import { receivedFields } from './received-papers/fields.ts';
import { visitFields } from './visits/fields.ts';
import { countyPlanFields } from './county-plans/fields.ts';
import { randomFields } from './random-inspection/fields.ts';
import { shortfallFieldsWith } from './shortfalls/fields.ts';
import { collectionFields } from './collections/fields.ts';
import { findingFields, findingMeasures } from './findings/fields.ts';
import { listedFields } from './listed-supervision/fields.ts';
import { meetingFields } from './meetings/fields.ts';
import { noticeFields, noticeMeasures } from './notices/fields.ts';
import { officeFields } from './office/fields.ts';
import { unitFieldsWith } from './organizations/fields.ts';
import { countedSources, measureSources } from './measure-sources.ts';
import { reportFields } from './reports/fields.ts';
import { rosterFields } from './rosters/fields.ts';
import { taskFields, taskMeasures } from './tasks/fields.ts';

/** Everything that forms of other offices can be filled with, in the order in which it is offered. */
export const fieldSources: FieldSources = (db) => [
  ...officeFields,
  ...assessmentFields,
  ...unitFieldsWith([assessmentMeasures, findingMeasures, taskMeasures, noticeMeasures]),
  ...findingFields,
  ...listedFields,
  ...taskFields,
  ...countyPlanFields,
  ...noticeFields,
  ...meetingFields,
  ...rosterFields,
  ...campaignFields,
  ...visitFields,
  ...inspectorFields,
  ...randomFields,
  ...keySiteFields,
  ...establishmentFields,
  ...brigadeFields,
  ...ledgerFields,
  ...shortfallFieldsWith(countedSources),
  ...fireFields,
  ...creditFields,
  ...paperFields,
  ...receivedFields,
  ...dutyFields,
  ...partnerFields,
  ...collectionFields,
  ...reportFields(db, measureSources),
];

import type { FieldSources } from '#main/core/fields/field-source.ts';
import { assessmentFields, assessmentMeasures } from './assessment/fields.ts';
import { collectionFields } from './collections/fields.ts';
import { findingFields, findingMeasures } from './findings/fields.ts';
import { listedFields } from './listed-supervision/fields.ts';
import { meetingFields } from './meetings/fields.ts';
import { noticeFields, noticeMeasures } from './notices/fields.ts';
import { officeFields } from './office/fields.ts';
import { unitFieldsWith } from './organizations/fields.ts';
import { measureSources } from './measure-sources.ts';
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
  ...noticeFields,
  ...meetingFields,
  ...rosterFields,
  ...collectionFields,
  ...reportFields(db, measureSources),
];

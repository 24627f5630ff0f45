import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { assessmentReportMeasures } from './assessment/measures.ts';
import { randomPublicationMeasures, randomReportMeasures } from './random-inspection/measures.ts';
import { brigadeReportMeasures } from './brigades/measures.ts';
import { creditReportMeasures } from './credit/measures.ts';
import { countyPlanMeasures } from './county-plans/measures.ts';
import { establishmentReportMeasures } from './establishments/measures.ts';
import { findingReportMeasures } from './findings/measures.ts';
import { firePartMeasures } from './fire-figures/part-measures.ts';
import { fireReportMeasures, townshipFireMeasures } from './fire-figures/measures.ts';
import { keySiteReportMeasures } from './key-sites/measures.ts';
import { fireRateMeasures } from './fire-figures/rates.ts';
import { ledgerMeasures } from './ledgers/measures.ts';
import { listedReportMeasures } from './listed-supervision/measures.ts';
import { meetingReportMeasures } from './meetings/measures.ts';
import { shortfallMeasuresWith } from './shortfalls/measures.ts';
import { taskReportMeasures } from './tasks/measures.ts';
import { waterCheckMeasures } from './water-checks/measures.ts';
import { visitReportMeasures } from './visits/measures.ts';

/** What is counted from records of its own, in the order in which it is offered. */
export const countedSources: readonly MeasureSource[] = [
  visitReportMeasures,
  findingReportMeasures,
  listedReportMeasures,
  keySiteReportMeasures,
  assessmentReportMeasures,
  meetingReportMeasures,
  taskReportMeasures,
  countyPlanMeasures,
  establishmentReportMeasures,
  brigadeReportMeasures,
  ...ledgerMeasures,
  waterCheckMeasures,
  randomReportMeasures,
  randomPublicationMeasures,
  fireReportMeasures,
  townshipFireMeasures,
  firePartMeasures,
  creditReportMeasures,
];

/** Everything that reports can count: also what is worked out from the others. */
export const measureSources: readonly MeasureSource[] = [
  ...countedSources,
  shortfallMeasuresWith(countedSources),
  fireRateMeasures,
];

import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { assessmentReportMeasures } from './assessment/measures.ts';
import { brigadeReportMeasures } from './brigades/measures.ts';
import { establishmentReportMeasures } from './establishments/measures.ts';
import { findingReportMeasures } from './findings/measures.ts';
import { fireReportMeasures } from './fire-figures/measures.ts';
import { ledgerMeasures } from './ledgers/measures.ts';
import { listedReportMeasures } from './listed-supervision/measures.ts';
import { meetingReportMeasures } from './meetings/measures.ts';
import { taskReportMeasures } from './tasks/measures.ts';
import { waterCheckMeasures } from './water-checks/measures.ts';
import { visitReportMeasures } from './visits/measures.ts';

/** Everything that reports can count, in the order in which it is offered. */
export const measureSources: readonly MeasureSource[] = [
  visitReportMeasures,
  findingReportMeasures,
  listedReportMeasures,
  assessmentReportMeasures,
  meetingReportMeasures,
  taskReportMeasures,
  establishmentReportMeasures,
  brigadeReportMeasures,
  ...ledgerMeasures,
  waterCheckMeasures,
  fireReportMeasures,
];

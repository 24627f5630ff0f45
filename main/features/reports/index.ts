import type { reports as contract, ReportChoice } from '#shared/contract/reports.ts';
import { printedReport } from '#shared/rules/reports/printed.ts';
import { reportPaper } from '#shared/rules/reports/report-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { secretCampaignIds } from '#main/features/campaigns/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import type { CountScope } from './count.ts';
import { definitionHandlers, definitionOf } from './definitions.ts';
import { behindNumber } from './number.ts';
import { reportTable } from './report-table.ts';
import { setHandlers } from './sets.ts';

export {
  type CountScope,
  countedOnce,
  countTimes,
  type KnownMeasures,
  measuresIn,
  type SourcedMeasure,
  toldValue,
} from './count.ts';

/** Reports (统计报表): tables of numbers by the office's own definitions, and what was handed upward of them. */
export function reportsWith(sources: readonly MeasureSource[]): Handlers<typeof contract> {
  return {
    ...definitionHandlers(sources),

    view({ uid, ...span }, context) {
      const definition = definitionOf(context.db, uid);
      return {
        definition,
        table: reportTable(context, sources, definition, span),
        hiddenCampaigns: secretCampaignIds(context.db).length,
      };
    },

    records: ({ uid, from, to, ...asked }, context) =>
      behindNumber(context, sources, definitionOf(context.db, uid), { from, to }, asked),

    paper: (choice, context) => paperOf(context, sources, choice),
    ...setHandlers(sources),
  };
}

/** A report as it is printed. */
export function paperOf(
  scope: CountScope,
  sources: readonly MeasureSource[],
  { uid, ...span }: ReportChoice,
): Paper {
  const table = reportTable(scope, sources, definitionOf(scope.db, uid), span);
  return reportPaper(printedReport(table, paperSettings(scope.db).printer));
}

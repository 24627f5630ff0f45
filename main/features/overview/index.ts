import type { overview as contract, OverviewChoice } from '#shared/contract/overview.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { countyScores } from '#main/features/assessment/index.ts';
import { bodiesOn } from '#main/features/establishments/index.ts';
import { organizationsOfLevel, organizationsOn } from '#main/features/organizations/index.ts';
import { measuresIn } from '#main/features/reports/index.ts';
import { behindFigure, figuresOf } from './figures.ts';
import { firesKnownTo, monthsOfFires, placesOfHazards } from './series.ts';

/** One screen of the city or of a county (总览): nothing of it is stored, everything is counted by its feature. */
export function overviewWith(sources: readonly MeasureSource[]): Handlers<typeof contract> {
  return {
    show(choice, context) {
      const { db, today } = context;
      const counties = organizationsOfLevel(organizationsOn(db, today), 'county').map(
        ({ uid, shortName: name }) => ({ uid, name }),
      );
      const known = measuresIn(db, sources);
      const months = monthsOfFires(context, known, choice);
      const firesTo = firesKnownTo(months, choice);
      return {
        from: choice.from,
        to: choice.to,
        county: countyIn(counties, choice),
        counties,
        firesTo,
        figures: figuresOf(context, known, choice, firesTo),
        bodies: bodiesOn(db, today, choice.countyUid),
        scores: countyScores(db, choice.countyUid),
        months,
        hazards: placesOfHazards(context, known, choice),
      };
    },

    records: (input, context) => behindFigure(context, sources, input),
  };
}

/** @throws AppError notFound */
function countyIn<County extends { uid: string }>(
  counties: readonly County[],
  { countyUid }: OverviewChoice,
): County | null {
  if (countyUid === null) return null;
  const found = counties.find(({ uid }) => uid === countyUid);
  if (found === undefined) throw new AppError('notFound', { what: '这个县(市、区)' });
  return found;
}

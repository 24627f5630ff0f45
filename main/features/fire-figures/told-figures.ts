import { addMonths } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { RowValues } from '#shared/rules/collections/definition.ts';
import {
  type FigureState,
  figureNames,
  figureStateNames,
  figureStates,
} from '#shared/rules/fire-figures/figures.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { countiesIn, townshipsIn } from './month.ts';
import { type FigureRecord, figuresBetween } from './queries.ts';

/* The figures of a place's month as units are handed them and tell them. */

/** YYYY-MM: the one that is asked. */
export function lastMonth(today: string): string {
  return addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
}

export function recordOf(db: ReadStore, organizationUid: string, month: string): FigureRecord | undefined {
  const { id } = requireOrganization(db, organizationUid);
  return db
    .all(figuresBetween, { from: month, to: month })
    .find(({ organization_id: place }) => place === id);
}

/** What is stored of a month, as collections keep it. */
export function collectedFiguresOf(record: FigureRecord | undefined): RowValues {
  if (record === undefined) return {};
  const { fires, deaths, injuries, loss, state, source } = record;
  const values = {
    fires: String(fires),
    deaths: String(deaths),
    injuries: String(injuries),
    loss: tenThousandsText(loss),
    state: figureStateNames[state],
  };
  return source.trim() === '' ? values : { ...values, source: source.trim() };
}

/** @throws AppError badInput: a figure that nobody has given is no 0 */
export function toldFigures({
  fires = '',
  deaths = '',
  injuries = '',
  loss = '',
  state = '',
  source = '',
}: RowValues) {
  const count = (name: string, text: string): number => {
    if (!/^\d{1,7}$/u.test(text)) throw new AppError('badInput', { detail: `没有${name}，请填整数` });
    return Number(text);
  };
  const lost = fenOfTenThousands(loss);
  if (lost === null) throw new AppError('badInput', { detail: `没有${figureNames.loss}，请填万元数` });
  if (source.length > 100) throw new AppError('badInput', { detail: '来源最多 100 个字' });
  return {
    fires: count(figureNames.fires, fires),
    deaths: count(figureNames.deaths, deaths),
    injuries: count(figureNames.injuries, injuries),
    loss: lost,
    state: stateNamed(state),
    source,
  };
}

/** @throws AppError badInput */
function stateNamed(name: string): FigureState {
  const state = figureStates.find((each) => figureStateNames[each] === name);
  if (state === undefined) throw new AppError('badInput', { detail: '没有写是快报还是核定' });
  return state;
}

/** As of the month; as of today, where it is not told or the place was not there yet. */
export function placeName(
  { db, today }: WriteContext,
  organizationUid: string,
  month: string | null,
): string {
  const now = today.slice(0, 7);
  const named = [month ?? now, now]
    .flatMap((each) => [...countiesIn(db, each), ...townshipsIn(db, each)])
    .find(({ uid }) => uid === organizationUid);
  return named?.name ?? '';
}

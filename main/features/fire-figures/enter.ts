import { v7 } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { FigureState, FireFigures } from '#shared/rules/fire-figures/figures.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { countiesIn } from './month.ts';

interface Entered extends FireFigures {
  month: string;
  state: FigureState;
  source: string;
}

/** @throws AppError badInput for a month that has not begun, and for what is no county in it */
export function enterFigures(
  { db, caller, now, today }: WriteContext,
  countyUid: string,
  { month, ...entered }: Entered,
): { uid: string; name: string } {
  if (month > today.slice(0, 7))
    throw new AppError('badInput', { detail: `${month} 还没有到，不能登记`, field: 'month' });
  const county = countiesIn(db, month).find(({ uid }) => uid === countyUid);
  if (county === undefined)
    throw new AppError('badInput', { detail: `${month} 没有这个县(市、区)，请核对月份` });
  const uid = v7();
  db.insert('fire_figure', {
    uid,
    organization_id: county.id,
    month,
    ...entered,
    entered_at: now,
    entered_by: caller.userName,
  });
  return { uid, name: county.name };
}

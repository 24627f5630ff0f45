import { v7 } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { FigureState, FireFigures } from '#shared/rules/fire-figures/figures.ts';
import type { FireParts } from '#shared/rules/fire-figures/parts.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { countiesIn, townshipsIn } from './month.ts';
import { writeParts } from './parts.ts';

interface Entered extends FireFigures {
  month: string;
  state: FigureState;
  source: string;
  parts: FireParts;
}

/** @throws AppError badInput for a month that has not begun, what is no county or township in it, and parts beyond the whole */
export function enterFigures(
  { db, caller, now, today }: WriteContext,
  organizationUid: string,
  { month, parts, ...entered }: Entered,
): { uid: string; name: string } {
  if (month > today.slice(0, 7))
    throw new AppError('badInput', { detail: `${month} 还没有到，不能登记`, field: 'month' });
  const isMeant = (place: { uid: string }) => place.uid === organizationUid;
  const place = countiesIn(db, month).find(isMeant) ?? townshipsIn(db, month).find(isMeant);
  if (place === undefined)
    throw new AppError('badInput', { detail: `${month} 没有这个县(市、区)或乡镇(街道)，请核对月份` });
  const uid = v7();
  const id = db.insert('fire_figure', {
    uid,
    organization_id: place.id,
    month,
    ...entered,
    entered_at: now,
    entered_by: caller.userName,
  });
  writeParts(db, id, entered, parts);
  return { uid, name: place.name };
}

import type { DutyCellChange } from '#shared/contract/duty.ts';
import type { DutyRoster } from '#shared/contract/duty-views.ts';
import { type DutyCell, type DutyPlace, placeKey } from '#shared/rules/duty/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

export interface Assign {
  put: (place: DutyPlace, personUid: string | null) => void;
  setPinned: (cell: DutyCell, pinned: boolean) => void;
  /** Moves somebody onto another place; who stood there comes back in turn. */
  exchange: (from: DutyCell, to: DutyPlace) => void;
}

/** Changes of the roster by hand: who is put somewhere stays there when it is proposed again. */
export function useAssign({ period, cells }: DutyRoster): Assign {
  const assign = useOperation(client.duty.assign, { success: '已调整', undoable: true });
  const at = (place: DutyPlace): DutyCell | undefined =>
    cells.find((cell) => placeKey(cell) === placeKey(place));
  const change = (place: DutyPlace, personUid: string | null, pinned: boolean): DutyCellChange => ({
    day: place.day,
    shiftUid: place.shiftUid,
    role: place.role,
    place: place.place,
    seenUid: at(place)?.personUid ?? null,
    personUid,
    pinned,
  });
  const run = (changes: DutyCellChange[]) => void assign.run({ periodUid: period.uid, cells: changes });
  return {
    put: (place, personUid) => run([change(place, personUid, true)]),
    setPinned: (cell, pinned) => run([change(cell, cell.personUid, pinned)]),
    exchange(from, to) {
      const other = at(to)?.personUid ?? null;
      if (placeKey(from) !== placeKey(to) && other !== from.personUid)
        run([change(to, from.personUid, true), change(from, other, true)]);
    },
  };
}

import type { MotionContext, Motion } from '../model/movement.ts';
import { moveCell } from '../model/movement.ts';
import type { Cell } from '../model/range.ts';
import type { Selection } from '../model/selection.ts';
import { extendTo, selectCell } from '../model/selection.ts';
import type { Walk } from '../model/walk.ts';
import { walk } from '../model/walk.ts';
import type { SelectionState } from './use-selection.ts';
import type { Viewport } from './use-viewport.ts';

export interface Steering {
  readonly move: (motion: Motion, extend: boolean) => void;
  /** False when Tab has nowhere to go and should leave the sheet. */
  readonly walkOn: (way: Walk) => boolean;
  readonly goTo: (cell: Cell) => void;
  readonly stretchTo: (head: Cell) => void;
  readonly selectAndShow: (selection: Selection) => void;
}

/** Changes of the selection that the viewport follows. */
export function useSteering(state: SelectionState, viewport: Viewport, context: MotionContext): Steering {
  const { selection, select, runStart } = state;

  const selectAndShow = (next: Selection) => {
    select(next);
    viewport.show(next.active, true, true);
  };
  const goTo = (cell: Cell) => selectAndShow(selectCell(cell));

  // A whole selected column reaches far down: stretching it sideways must not scroll to its end.
  const stretchTo = (head: Cell) => {
    select(extendTo(selection, head));
    viewport.show(head, head.column !== selection.head.column, head.row !== selection.head.row);
  };

  const move = (motion: Motion, extend: boolean) => {
    if (extend) stretchTo(moveCell(selection.head, motion, context));
    else goTo(moveCell(selection.active, motion, context));
  };

  const walkOn = (way: Walk) => {
    const walked = walk(selection, way, context.bounds, runStart);
    if (!walked) return false;
    select(walked.selection, walked.runStart);
    viewport.show(walked.selection.active, true, true);
    return true;
  };

  return { move, walkOn, goTo, stretchTo, selectAndShow };
}

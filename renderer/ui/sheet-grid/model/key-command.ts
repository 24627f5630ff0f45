import type { SheetKeyStroke } from '../types.ts';
import type { Direction, Motion } from './movement.ts';
import type { Walk } from './walk.ts';

export type SelectedCommand =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly kind: 'walk'; readonly walk: Walk }
  | { readonly kind: 'edit' | 'clear' | 'select-all' | 'fill-down' | 'fill-right' };

export type EditingCommand =
  | { readonly kind: 'commit-and-move'; readonly motion: Motion }
  | { readonly kind: 'commit-and-walk'; readonly walk: Walk }
  | { readonly kind: 'cancel' | 'new-line' | 'fill-selection' | 'switch-mode' };

/** 'replace' was begun by typing: arrows leave the cell. 'in-place' was begun by F2: arrows move the caret. */
export type EditMode = 'replace' | 'in-place';

const ARROWS: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

function motionOf({ key, ctrl, alt }: SheetKeyStroke): Motion | null {
  if (alt) return null;
  const direction = ARROWS.get(key);
  if (direction) return { by: ctrl ? 'jump' : 'step', direction };
  if (key === 'Home') return { by: 'edge', edge: ctrl ? 'sheet-start' : 'row-start' };
  if (key === 'End') return { by: 'edge', edge: ctrl ? 'sheet-end' : 'row-end' };
  if (ctrl) return null;
  if (key === 'PageUp') return { by: 'page', direction: 'up' };
  if (key === 'PageDown') return { by: 'page', direction: 'down' };
  return null;
}

function walkOf({ key, ctrl, alt, shift }: SheetKeyStroke): Walk | null {
  if (ctrl || alt) return null;
  if (key === 'Tab') return { along: 'row', back: shift };
  if (key === 'Enter') return { along: 'column', back: shift };
  return null;
}

function controlCommand(key: string): SelectedCommand | null {
  switch (key.toLowerCase()) {
    case 'a':
      return { kind: 'select-all' };
    case 'd':
      return { kind: 'fill-down' };
    case 'r':
      return { kind: 'fill-right' };
    default:
      return null;
  }
}

/** What a key means while a cell or a block is merely selected; null leaves it to the browser and the host. */
export function commandOnSelection(stroke: SheetKeyStroke): SelectedCommand | null {
  const motion = motionOf(stroke);
  if (motion) return { kind: 'move', motion, extend: stroke.shift };
  const walk = walkOf(stroke);
  if (walk) return { kind: 'walk', walk };
  if (stroke.alt) return null;
  if (stroke.ctrl) return stroke.shift ? null : controlCommand(stroke.key);
  if (stroke.key === 'F2') return { kind: 'edit' };
  // Shift+Delete is the old key for cutting, which arrives as a cut event of its own.
  if (stroke.key === 'Backspace' || (stroke.key === 'Delete' && !stroke.shift)) return { kind: 'clear' };
  return null;
}

/** What a key means while a cell is edited; null leaves it to the text field. */
export function commandWhileEditing(stroke: SheetKeyStroke, mode: EditMode): EditingCommand | null {
  const { key, ctrl, alt, shift } = stroke;
  const walk = walkOf(stroke);
  if (walk) return { kind: 'commit-and-walk', walk };
  if (key === 'Enter') return { kind: ctrl ? 'fill-selection' : 'new-line' };
  if (key === 'Escape') return { kind: 'cancel' };
  if (key === 'F2') return { kind: 'switch-mode' };
  if (mode === 'in-place' || ctrl || alt || shift || key === 'Home' || key === 'End') return null;
  const motion = motionOf(stroke);
  return motion ? { kind: 'commit-and-move', motion } : null;
}

import { describe, expect, test } from 'vitest';
import { commandOnSelection, commandWhileEditing } from '#renderer/ui/sheet-grid/model/key-command.ts';
import type { SheetKeyStroke } from '#renderer/ui/sheet-grid/types.ts';

/** "Control+Shift+ArrowUp" and the like. */
function stroke(name: string): SheetKeyStroke {
  const parts = name.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrl: parts.includes('Control'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

describe('on a selection', () => {
  test.each([
    ['ArrowUp', { kind: 'move', motion: { by: 'step', direction: 'up' }, extend: false }],
    ['Control+Shift+ArrowUp', { kind: 'move', motion: { by: 'jump', direction: 'up' }, extend: true }],
    ['Control+End', { kind: 'move', motion: { by: 'edge', edge: 'sheet-end' }, extend: false }],
    ['Shift+Tab', { kind: 'walk', walk: { along: 'row', back: true } }],
    ['Enter', { kind: 'walk', walk: { along: 'column', back: false } }],
    ['F2', { kind: 'edit' }],
    ['Delete', { kind: 'clear' }],
    ['Backspace', { kind: 'clear' }],
    ['Control+A', { kind: 'select-all' }],
    ['Control+d', { kind: 'fill-down' }],
    ['Control+r', { kind: 'fill-right' }],
  ])('%s is understood', (name, command) => {
    expect(commandOnSelection(stroke(name))).toEqual(command);
  });

  test.each([
    '5',
    '/',
    'Control+z',
    'Control+y',
    'Control+c',
    'Control+Enter',
    'Shift+Delete',
    'Alt+ArrowDown',
    'Escape',
  ])('%s is left to the field or the host', (name) => {
    expect(commandOnSelection(stroke(name))).toBeNull();
  });
});

describe('while editing', () => {
  test('arrows leave a cell that was typed over, but move the caret in one edited in place', () => {
    expect(commandWhileEditing(stroke('ArrowLeft'), 'replace')?.kind).toBe('commit-and-move');
    expect(commandWhileEditing(stroke('ArrowLeft'), 'in-place')).toBeNull();
    expect(commandWhileEditing(stroke('Shift+ArrowLeft'), 'replace')).toBeNull();
    expect(commandWhileEditing(stroke('Home'), 'replace')).toBeNull();
  });

  test('Enter enters, with Alt breaks the line, with Ctrl fills the selection', () => {
    expect(commandWhileEditing(stroke('Enter'), 'in-place')?.kind).toBe('commit-and-walk');
    expect(commandWhileEditing(stroke('Alt+Enter'), 'in-place')?.kind).toBe('new-line');
    expect(commandWhileEditing(stroke('Control+Enter'), 'replace')?.kind).toBe('fill-selection');
  });

  test('Escape, F2 and everything else', () => {
    expect(commandWhileEditing(stroke('Escape'), 'replace')?.kind).toBe('cancel');
    expect(commandWhileEditing(stroke('F2'), 'replace')?.kind).toBe('switch-mode');
    expect(commandWhileEditing(stroke('Control+z'), 'replace')).toBeNull();
    expect(commandWhileEditing(stroke('Delete'), 'replace')).toBeNull();
  });
});

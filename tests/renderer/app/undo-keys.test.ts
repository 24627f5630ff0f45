import { describe, expect, it } from 'vitest';
import { undoKeyOf } from '#renderer/app/undo/undo-keys.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('the keys of undo and redo', () => {
  it.each([
    ['Ctrl+Z undoes', { key: 'z', ctrlKey: true }, 'undo'],
    ['Ctrl+Z with caps lock undoes', { key: 'Z', ctrlKey: true }, 'undo'],
    ['Ctrl+Shift+Z redoes', { key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    ['Ctrl+Y redoes', { key: 'y', ctrlKey: true }, 'redo'],
    ['Ctrl+Shift+Y is nothing', { key: 'Y', ctrlKey: true, shiftKey: true }, null],
    ['a plain z is nothing', { key: 'z' }, null],
    ['AltGr+Z is nothing', { key: 'z', ctrlKey: true, altKey: true }, null],
  ])('%s', (_, stroke, meaning) => {
    expect(undoKeyOf({ ...plain, ...stroke })).toBe(meaning);
  });
});

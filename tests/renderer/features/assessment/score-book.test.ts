import { describe, expect, it } from 'vitest';
import { packEntry } from '#shared/rules/assessment/pack-entry.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { resolveChanges } from '#renderer/features/assessment/book/conflict.ts';
import { createScoreBook } from '#renderer/features/assessment/book/score-book.ts';
import { aFrame } from '#tests/support/builders/frame.ts';
import { anEntry, anItem, points } from '#tests/support/builders/scheme.ts';

const frame = aFrame([anItem(50, [], { uid: 'i1' }), anItem(50, [], { uid: 'i2' })]);
const cell = { objectUid: 'object0', indicatorUid: 'i1' };
const typed = (value: number): ScoreEntry => anEntry({ direct: points(value), reason: '见记录' });
const packed = (entries: Record<string, ScoreEntry>): string =>
  Object.entries(entries)
    .map(([uid, entry]) => `${uid.slice(1)} ${packEntry(entry)}`)
    .join('\n');
const received = (first: string, second: string | null) => ({
  keys: { 1: 'i1', 2: 'i2' },
  byObject: [first, second],
});
const newBook = (first = '') => createScoreBook(frame, received(first, ''));

describe('the score book', () => {
  it('shows an edit and its totals at once and hands over what was in sight before', () => {
    const book = newBook(packed({ i1: typed(30) }));
    const pending = book.begin([{ ...cell, entry: typed(40) }]);
    expect(pending?.changes).toEqual([{ ...cell, base: typed(30), entry: typed(40) }]);
    expect(book.entryAt(cell)).toEqual(typed(40));
    expect(book.scorer.score('object0').totalPoints).toBe(40_000);
  });

  it('begins nothing where nothing really changes', () => {
    const book = newBook(packed({ i1: typed(30) }));
    expect(book.begin([{ ...cell, entry: typed(30) }])).toBeNull();
    expect(book.version()).toBe(0);
  });

  it('keeps the base of an edit that began before another window saved', () => {
    const book = newBook(packed({ i1: typed(30) }));
    book.receive(received(packed({ i1: typed(20) }), ''));
    const pending = book.begin([{ ...cell, entry: typed(40), base: typed(30) }]);
    expect(pending?.changes[0]?.base).toEqual(typed(30));
  });

  it('brings back what the core holds when an edit was not saved, also what came meanwhile', () => {
    const book = newBook(packed({ i1: typed(30) }));
    const pending = book.begin([{ ...cell, entry: typed(40) }])!;
    book.receive(received(packed({ i1: typed(20) }), ''));
    expect(book.entryAt(cell)).toEqual(typed(40));
    book.settle(pending, pending.changes, false);
    expect(book.entryAt(cell)).toEqual(typed(20));
    expect(book.scorer.score('object0').totalPoints).toBe(20_000);
  });

  it('keeps a saved edit, and the later of two edits of one cell', () => {
    const book = newBook();
    const first = book.begin([{ ...cell, entry: typed(10) }])!;
    const second = book.begin([{ ...cell, entry: typed(11) }])!;
    expect(second.changes[0]?.base).toEqual(typed(10));
    book.settle(first, first.changes, true);
    expect(book.entryAt(cell)).toEqual(typed(11));
    book.settle(second, second.changes, true);
    expect(book.entryAt(cell)).toEqual(typed(11));
    book.receive(received(packed({ i1: typed(11) }), ''));
    expect(book.scorer.score('object0').totalPoints).toBe(11_000);
  });

  it('follows what other windows save and clear, and ignores objects it has already', () => {
    const book = newBook(packed({ i1: typed(30), i2: typed(20) }));
    book.receive(received(packed({ i2: typed(25) }), null));
    expect(book.entryAt(cell)).toBeNull();
    expect(book.scorer.score('object0')).toMatchObject({ totalPoints: 25_000, empty: 1 });
    const version = book.version();
    book.receive(received(packed({ i2: typed(25) }), ''));
    expect(book.version()).toBe(version);
  });
});

describe('choosing in a conflict', () => {
  it('sends mine again on top of theirs and leaves out what was given up', () => {
    const other = { objectUid: 'object1', indicatorUid: 'i1' };
    const changes = [
      { ...cell, base: null, entry: typed(1) },
      { ...other, base: null, entry: typed(2) },
      { ...cell, indicatorUid: 'i2', base: null, entry: typed(3) },
    ];
    const conflicts = [
      { ...cell, field: 'object0/i1', label: '', theirs: typed(8), mine: typed(1) },
      { ...other, field: 'object1/i1', label: '', theirs: typed(9), mine: typed(2) },
    ];
    const choices = { 'object0/i1': 'mine', 'object1/i1': 'theirs' } as const;
    expect(resolveChanges(changes, conflicts, choices)).toEqual([
      { ...cell, base: typed(8), entry: typed(1) },
      { ...cell, indicatorUid: 'i2', base: null, entry: typed(3) },
    ]);
  });
});

describe('a book of a later stage', () => {
  const layered = (own = '') => {
    const beneath = newBook(packed({ i1: typed(30) }));
    const book = createScoreBook(frame, received(own, ''), { stage: 'reviewed', beneath });
    return { beneath, book };
  };
  const total = ({ scorer }: ReturnType<typeof newBook>) => scorer.score('object0').totalPoints;

  it('shows the score beneath until it has one of its own, which alone is handed over as seen', () => {
    const { book } = layered();
    expect(book.entryAt(cell)).toBeNull();
    expect(book.shownAt(cell)).toEqual(typed(30));
    expect(total(book)).toBe(30_000);
    const pending = book.begin([{ ...cell, entry: typed(40) }]);
    expect(pending?.changes).toEqual([{ ...cell, base: null, entry: typed(40) }]);
    expect(total(book)).toBe(40_000);
    book.settle(pending!, pending!.changes, false);
    expect(total(book)).toBe(30_000);
  });

  it('shows the score beneath again when its own is cleared', () => {
    const { book } = layered(packed({ i1: typed(45) }));
    expect(total(book)).toBe(45_000);
    book.begin([{ ...cell, entry: null }]);
    expect(book.shownAt(cell)).toEqual(typed(30));
    expect(total(book)).toBe(30_000);
  });

  it('follows what changes beneath, but not where it has its own, nor after it was closed', () => {
    const { beneath, book } = layered(packed({ i2: typed(5) }));
    let seen = 0;
    book.subscribe(() => (seen += 1));
    beneath.begin([{ ...cell, entry: typed(20) }]);
    expect(total(book)).toBe(25_000);
    beneath.begin([{ ...cell, indicatorUid: 'i2', entry: typed(9) }]);
    expect(total(book)).toBe(25_000);
    expect(seen).toBe(1);
    book.close();
    beneath.begin([{ ...cell, entry: typed(10) }]);
    expect(total(book)).toBe(25_000);
  });
});

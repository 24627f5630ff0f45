import { describe, expect, it } from 'vitest';
import { oneOf, recall, remember, someOf, yesOrNo } from '#renderer/ui/remembered.ts';

const view = oneOf('test.view', ['month', 'list'], 'month');
const columns = someOf('test.columns', ['due', 'leads', 'source'], ['due']);
const collapsed = yesOrNo('test.collapsed', false);

function placeWith(stored: Record<string, string> = {}) {
  const texts = new Map(Object.entries(stored));
  return () => ({
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  });
}

function refused(): never {
  throw new Error('SecurityError');
}

describe('a remembered choice', () => {
  it('is the usual one until something is chosen', () => {
    const place = placeWith();
    expect(recall(view, place)).toBe('month');
    expect(recall(columns, place)).toEqual(['due']);
    expect(recall(collapsed, place)).toBe(false);
  });

  it('comes back as it was chosen', () => {
    const place = placeWith();
    remember(view, 'list', place);
    remember(columns, ['source', 'leads'], place);
    remember(collapsed, true, place);
    expect(recall(view, place)).toBe('list');
    expect(recall(columns, place)).toEqual(['leads', 'source']);
    expect(recall(collapsed, place)).toBe(true);
  });

  it('may be to choose nothing at all', () => {
    const place = placeWith();
    remember(columns, [], place);
    expect(recall(columns, place)).toEqual([]);
  });

  it('is the usual one when an older or foreign program left something else', () => {
    const place = placeWith({ 'test.view': 'week', 'test.collapsed': '1', 'test.columns': 'leads gone' });
    expect(recall(view, place)).toBe('month');
    expect(recall(collapsed, place)).toBe(false);
    expect(recall(columns, place)).toEqual(['leads']);
  });

  it('is the usual one, without a word, where the browser refuses its storage', () => {
    remember(view, 'list', refused);
    expect(recall(view, refused)).toBe('month');
  });
});

import { describe, expect, it } from 'vitest';
import { firstChoice, pressKey } from '#renderer/ui/choice-keys.ts';

const old = { count: 3, isOld: true };
const fresh = { count: 3, isOld: false };

describe('a key in a list below a field', () => {
  it('chooses at once what stands there for the text', () => {
    expect(pressKey('Enter', firstChoice, fresh)).toEqual({ state: firstChoice, chosen: 0 });
  });

  it('waits with Enter for the list of the text, an empty one too, and no longer once another key is pressed', () => {
    const waiting = pressKey('Enter', firstChoice, old);
    expect(waiting).toEqual({ state: { ...firstChoice, isAwaited: true }, chosen: null });
    expect(pressKey('Enter', firstChoice, { ...old, count: 0 })).toEqual(waiting);
    expect(pressKey('ArrowDown', waiting!.state, old)?.state.isAwaited).toBe(false);
  });

  it('chooses at once what was chosen by arrow or mouse in a list of another text', () => {
    const moved = pressKey('ArrowDown', firstChoice, old)!;
    expect(moved).toEqual({ state: { active: 1, isMoved: true, isAwaited: false }, chosen: null });
    expect(pressKey('Enter', moved.state, old)?.chosen).toBe(1);
    expect(pressKey('Enter', { ...firstChoice, active: 2, isMoved: true }, old)?.chosen).toBe(2);
  });

  it('goes round at both ends, and leaves other keys alone', () => {
    expect(pressKey('ArrowUp', firstChoice, fresh)?.state.active).toBe(2);
    expect(pressKey('ArrowDown', { ...firstChoice, active: 2 }, fresh)?.state.active).toBe(0);
    expect(pressKey('a', firstChoice, fresh)).toBeNull();
    expect(pressKey('ArrowDown', firstChoice, { ...fresh, count: 0 })).toBeNull();
  });
});

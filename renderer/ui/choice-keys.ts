/** Where the choice in a list stands. */
export interface ChoiceState {
  readonly active: number;
  /** Chosen by arrow or mouse: it is what was seen, whatever comes after it. */
  readonly isMoved: boolean;
  /** Enter was pressed on a list of another text: the first item of the one that belongs to it is meant. */
  readonly isAwaited: boolean;
}

export const firstChoice: ChoiceState = { active: 0, isMoved: false, isAwaited: false };

export interface PressedKey {
  readonly state: ChoiceState;
  /** Index of the item that is chosen by it. */
  readonly chosen: number | null;
}

/**
 * What a key does to the choice; null: it is none of its keys.
 * @param isOld the items are still those of another text
 */
export function pressKey(
  key: string,
  state: ChoiceState,
  { count, isOld }: { count: number; isOld: boolean },
): PressedKey | null {
  const { active, isMoved } = state;
  if (key === 'Enter' && isOld && !isMoved) return { state: { ...state, isAwaited: true }, chosen: null };
  if (count === 0) return null;
  if (key === 'Enter') return { state: { ...state, isAwaited: false }, chosen: active };
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? count - 1 : null;
  if (step === null) return null;
  return { state: { active: (active + step) % count, isMoved: true, isAwaited: false }, chosen: null };
}

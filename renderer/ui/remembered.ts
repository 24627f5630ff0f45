import { useCallback, useState } from 'react';

type Place = Pick<Storage, 'getItem' | 'setItem'>;

/** A choice of this PC's clerk that outlives the window, as text of its own key. */
export interface Remembered<Value> {
  key: string;
  /** Until something is chosen. */
  usual: Value;
  /** @returns null for what is no answer today, such as a column that is no more */
  read: (text: string) => Value | null;
  write: (value: Value) => string;
}

export function oneOf<Name extends string>(
  key: string,
  names: readonly Name[],
  usual: Name,
): Remembered<Name> {
  return {
    key,
    usual,
    read: (text) => names.find((name) => name === text) ?? null,
    write: (name) => name,
  };
}

/** Any number of names, none of them with a space in it; read in the order of `names`. */
export function someOf<Name extends string>(
  key: string,
  names: readonly Name[],
  usual: readonly Name[],
): Remembered<readonly Name[]> {
  return {
    key,
    usual,
    read(text) {
      const chosen: readonly string[] = text.split(' ');
      return names.filter((name) => chosen.includes(name));
    },
    write: (chosen) => chosen.join(' '),
  };
}

export function yesOrNo(key: string, usual: boolean): Remembered<boolean> {
  const { read, write } = oneOf(key, ['yes', 'no'], usual ? 'yes' : 'no');
  return {
    key,
    usual,
    read(text) {
      const answer = read(text);
      return answer === null ? null : answer === 'yes';
    },
    write: (isSo) => write(isSo ? 'yes' : 'no'),
  };
}

// The browser may refuse its storage altogether, even to look at it.
const ownPlace = (): Place => localStorage;

export function recall<Value>({ key, usual, read }: Remembered<Value>, place = ownPlace): Value {
  try {
    const text = place().getItem(key);
    return (text === null ? null : read(text)) ?? usual;
  } catch {
    return usual;
  }
}

export function remember<Value>({ key, write }: Remembered<Value>, value: Value, place = ownPlace): void {
  try {
    place().setItem(key, write(value));
  } catch {
    // The choice holds until the window closes.
  }
}

/** As useState, but the next window begins with what was chosen last. @param choice the same at every call */
export function useRemembered<Value>(choice: Remembered<Value>): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => recall(choice));
  const choose = useCallback(
    (next: Value) => {
      setValue(() => next);
      remember(choice, next);
    },
    [choice],
  );
  return [value, choose];
}

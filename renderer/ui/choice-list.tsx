import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { firstChoice, pressKey } from './choice-keys.ts';
import styles from './choice-list.module.css';

interface Choice {
  key: string;
}

interface ListProps<Item extends Choice> {
  id: string;
  items: readonly Item[];
  active: number;
  onHover: (index: number) => void;
  onChoose: (item: Item) => void;
}

interface ChoiceKeys<Item extends Choice> {
  /** For the field above the list. */
  inputProps: {
    role: 'combobox';
    'aria-expanded': true;
    'aria-controls': string;
    'aria-activedescendant': string;
  };
  onKeyDown: (event: KeyboardEvent) => void;
  listProps: ListProps<Item>;
}

/**
 * Arrow keys and Enter for a list below a field that keeps the focus.
 * @param reset when it changes, the first item is the chosen one again
 * @param isOld the items are still those of another text: until one of them is chosen by arrow or mouse, Enter waits
 * for the ones that belong to it
 */
export function useChoiceKeys<Item extends Choice>(
  items: readonly Item[],
  onChoose: (item: Item) => void,
  reset: string,
  isOld = false,
): ChoiceKeys<Item> {
  const id = useId();
  const [state, setState] = useState(firstChoice);
  const [resetBy, setResetBy] = useState(reset);
  if (resetBy !== reset) {
    setResetBy(reset);
    setState(firstChoice);
  }
  const { active } = state;
  function chooseAt(index: number): void {
    const item = items[index];
    if (item !== undefined) onChoose(item);
  }
  const chooseFirst = useEffectEvent(() => chooseAt(0));
  const isDue = state.isAwaited && !isOld;
  useEffect(() => {
    if (isDue) chooseFirst();
  }, [isDue]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const pressed = pressKey(event.key, state, { count: items.length, isOld });
    if (pressed === null) {
      setState({ ...state, isAwaited: false });
      return;
    }
    setState(pressed.state);
    if (pressed.chosen !== null) chooseAt(pressed.chosen);
    event.preventDefault();
  }

  function onHover(index: number): void {
    if (index !== active || !state.isMoved) setState({ ...state, active: index, isMoved: true });
  }

  return {
    inputProps: {
      role: 'combobox',
      'aria-expanded': true,
      'aria-controls': id,
      'aria-activedescendant': `${id}-${active}`,
    },
    onKeyDown,
    listProps: { id, items, active, onHover, onChoose },
  };
}

// As attributes of an object: the elements of these roles cannot hold what a choice shows.
const listRole = { role: 'listbox' } as const;
const optionOf = (isActive: boolean) => ({ role: 'option', 'aria-selected': isActive }) as const;

interface ChoiceListProps<Item extends Choice> extends ListProps<Item> {
  label: string;
  /** Shown instead of an empty list. */
  empty: string;
  render: (item: Item) => ReactNode;
}

/** The list to useChoiceKeys. */
export function ChoiceList<Item extends Choice>(props: ChoiceListProps<Item>) {
  const { id, items, active, label, empty, render, onHover, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children.item(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div ref={list} id={id} {...listRole} aria-label={label} className={styles.list}>
      {items.length === 0 && <p className={styles.empty}>{empty}</p>}
      {items.map((item, index) => (
        <button
          type="button"
          key={item.key}
          id={`${id}-${index}`}
          {...optionOf(index === active)}
          tabIndex={-1}
          className={styles.item}
          onMouseMove={() => onHover(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
        >
          {render(item)}
        </button>
      ))}
    </div>
  );
}

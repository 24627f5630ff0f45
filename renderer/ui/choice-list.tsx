import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
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
 * @param isOld the items are still those of another text: Enter waits for the ones that belong to it
 */
export function useChoiceKeys<Item extends Choice>(
  items: readonly Item[],
  onChoose: (item: Item) => void,
  reset: string,
  isOld = false,
): ChoiceKeys<Item> {
  const id = useId();
  const [active, setActive] = useState(0);
  const [isAwaited, setAwaited] = useState(false);
  const [resetBy, setResetBy] = useState(reset);
  if (resetBy !== reset) {
    setResetBy(reset);
    setActive(0);
    setAwaited(false);
  }
  function chooseActive(): void {
    const item = items[active];
    if (item !== undefined) onChoose(item);
  }
  const chooseAwaited = useEffectEvent(chooseActive);
  const isDue = isAwaited && !isOld;
  useEffect(() => {
    if (isDue) chooseAwaited();
  }, [isDue]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const waits = event.key === 'Enter' && isOld;
    setAwaited(waits);
    if (items.length === 0 && !waits) return;
    if (event.key === 'Enter') {
      if (!waits) chooseActive();
    } else if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((active + items.length - 1) % items.length);
    else return;
    event.preventDefault();
  }

  return {
    inputProps: {
      role: 'combobox',
      'aria-expanded': true,
      'aria-controls': id,
      'aria-activedescendant': `${id}-${active}`,
    },
    onKeyDown,
    listProps: { id, items, active, onHover: setActive, onChoose },
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

import { type CSSProperties, type DragEvent, type ReactNode, useState } from 'react';
import type { Place, TreeNode } from '#shared/rules/plans/tree.ts';
import { type DropPlace, pointedPlace } from '../drop-place.ts';
import { dropOf } from './drop.ts';
import { indentOf } from './indent.ts';
import styles from './outline.module.css';

interface DragAreaProps {
  nodes: readonly TreeNode[];
  onMove: (uid: string, to: Place) => void;
  /** Whether lines may stand below this one; all may without it. */
  mayHold?: (uid: string) => boolean;
  /** The table; its rows carry `data-uid`. They are not drawn anew while something is dragged over them. */
  children: ReactNode;
}

interface Pointed {
  to: Place;
  mark: { place: DropPlace; style: CSSProperties };
}

/** Lets the lines of a tree be dragged, and shows where they would come to stand. */
export function DragArea({ nodes, onMove, mayHold, children }: DragAreaProps) {
  const [draggedUid, setDraggedUid] = useState<string | null>(null);
  const [mark, setMark] = useState<Pointed['mark'] | null>(null);

  function pointed(event: DragEvent<HTMLElement>): Pointed | null {
    const row = rowUnder(event);
    if (draggedUid === null || row === null) return null;
    const onto =
      row.place === 'on' && mayHold?.(row.uid) === false ? { ...row, place: 'behind' as const } : row;
    const drop = dropOf(nodes, draggedUid, { uid: onto.uid, pointed: onto.place });
    if (drop === null) return null;
    return {
      to: drop.to,
      mark: { place: onto.place, style: markStyle(event.currentTarget, onto, drop.level) },
    };
  }

  function end(): void {
    setDraggedUid(null);
    setMark(null);
  }

  return (
    <div
      role="presentation"
      className={styles.scroll}
      onDragStart={(event) => {
        const row = event.target instanceof HTMLElement ? event.target.closest('tr') : null;
        setDraggedUid(row?.dataset.uid ?? null);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        const found = pointed(event);
        if (found !== null) event.preventDefault();
        setMark(found?.mark ?? null);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setMark(null);
      }}
      onDrop={(event) => {
        const found = pointed(event);
        if (draggedUid === null || found === null) return;
        event.preventDefault();
        onMove(draggedUid, found.to);
      }}
      onDragEnd={end}
    >
      {children}
      {mark !== null && <div className={styles.dropMark} data-place={mark.place} style={mark.style} />}
    </div>
  );
}

interface RowUnder {
  uid: string;
  place: DropPlace;
  box: DOMRect;
}

/** Below the last row its lower edge is meant. */
function rowUnder({ target, currentTarget, clientY }: DragEvent<HTMLElement>): RowUnder | null {
  const last = [...currentTarget.querySelectorAll<HTMLElement>('tr[data-uid]')].at(-1);
  const over = target instanceof Element ? target.closest<HTMLElement>('tr[data-uid]') : null;
  const isBelow = last !== undefined && clientY > last.getBoundingClientRect().bottom;
  const row = isBelow ? last : over;
  const uid = row?.dataset.uid;
  if (row === undefined || row === null || uid === undefined) return null;
  const box = row.getBoundingClientRect();
  return { uid, box, place: isBelow ? 'behind' : pointedPlace(box, clientY) };
}

/** Within what scrolls: a line in the gap, as deep as the line would stand; or the whole row. */
function markStyle(area: HTMLElement, { place, box }: RowUnder, level: number): CSSProperties {
  const top = box.top - area.getBoundingClientRect().top - area.clientTop + area.scrollTop;
  if (place === 'on') return { top, left: 0, height: box.height };
  return { top: place === 'before' ? top : top + box.height, left: indentOf(level) };
}

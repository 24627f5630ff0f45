import type { CellChange, GroupFrame, Judge, ScoreStage } from '#shared/contract/assessment.ts';
import { createUnpacker, type GroupEntries, scorerOf } from '#shared/rules/assessment/group-scores.ts';
import type { SpelledScores } from '#shared/rules/assessment/shared-entries.ts';
import { sameEntry } from '#shared/rules/assessment/pack-entry.ts';
import type { GroupScorer } from '#shared/rules/scoring/group.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';

export interface CellRef {
  objectUid: string;
  indicatorUid: string;
}

/** What the clerk wants in a cell. */
export interface CellEdit extends CellRef {
  entry: ScoreEntry | null;
  /** The entry that was in sight when the edit began; the one shown now without it. */
  base?: ScoreEntry | null;
}

/** Edits that are shown already and being saved. */
export interface PendingEdits {
  readonly changes: readonly CellChange[];
}

/**
 * The scores of one group as the page shows them: what the core holds, with the own edits that are still being
 * saved laid over it. Totals, grades and ranks follow at once.
 */
export interface ScoreBook {
  readonly frame: GroupFrame;
  readonly stage: ScoreStage;
  /** Whose own scores these are; null: those of the whole group. */
  readonly judge: Judge | null;
  /** Scores as they are shown: where this stage has none, those of the stage beneath. */
  readonly scorer: GroupScorer;
  /** This stage's own entry. */
  entryAt(cell: CellRef): ScoreEntry | null;
  /** The entry that counts as of this stage: its own, else that of the stage beneath. */
  shownAt(cell: CellRef): ScoreEntry | null;
  /** Shows edits at once. @returns what is to be saved; null when nothing really changes */
  begin(edits: readonly CellEdit[]): PendingEdits | null;
  /** Some of the pending changes, as sent, were saved, or given up: then what the core holds is shown again. */
  settle(pending: PendingEdits, changes: readonly CellChange[], saved: boolean): void;
  /** What the core holds now, in the frame's order of objects. */
  receive(scores: ReceivedScores): void;
  /** Grows with every change that can be seen. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Told which cells have changed, before those who draw. */
  readonly watchCells: (listener: (cells: readonly CellRef[]) => void) => () => void;
  /** No longer follows the stage beneath. */
  close(): void;
}

export interface BookLayer {
  stage: ScoreStage;
  /** The book whose entries show through where this stage has none. */
  beneath: ScoreBook | null;
  judge?: Judge | null;
}

const CHECKED_ALONE: BookLayer = { stage: 'checked', beneath: null };

type ReceivedScores = Pick<SpelledScores, 'keys' | 'byObject'>;

interface Overlay {
  entry: ScoreEntry | null;
  pending: PendingEdits;
}

export function createScoreBook(
  frame: GroupFrame,
  { keys, byObject }: ReceivedScores,
  { stage, beneath, judge = null }: BookLayer = CHECKED_ALONE,
): ScoreBook {
  const unpack = createUnpacker(keys);
  const stored = new Map(frame.objects.map(({ uid }, place) => [uid, unpack(byObject[place] ?? '')]));
  const texts: (string | null)[] = [...byObject];
  const places = new Map(frame.objects.map(({ uid }, place) => [uid, place]));
  const overlays = new Map<string, Overlay>();
  const scorer = scorerOf(frame, beneath === null ? stored : layered(frame, stored, beneath));
  const listeners = new Set<() => void>();
  const watchers = new Set<(cells: readonly CellRef[]) => void>();
  let version = 0;

  function changed(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  function rescore(cells: readonly CellRef[]): void {
    scorer.setEntries(
      cells.map(({ objectUid, indicatorUid }) => ({
        objectUid,
        indicatorUid,
        entry: shownAt({ objectUid, indicatorUid }),
      })),
    );
    for (const watcher of watchers) watcher(cells);
  }

  function storedAt({ objectUid, indicatorUid }: CellRef): ScoreEntry | null {
    return stored.get(objectUid)?.get(indicatorUid) ?? null;
  }

  function entryAt(cell: CellRef): ScoreEntry | null {
    const overlay = overlays.size === 0 ? undefined : overlays.get(cellKey(cell));
    return overlay === undefined ? storedAt(cell) : overlay.entry;
  }

  function shownAt(cell: CellRef): ScoreEntry | null {
    return entryAt(cell) ?? beneath?.shownAt(cell) ?? null;
  }

  const unwatch = beneath?.watchCells((cells) => {
    const seen = cells.filter((cell) => entryAt(cell) === null);
    if (seen.length === 0) return;
    rescore(seen);
    changed();
  });

  function begin(edits: readonly CellEdit[]): PendingEdits | null {
    const changes = edits.flatMap(({ objectUid, indicatorUid, entry, ...rest }): CellChange[] => {
      const base = rest.base === undefined ? entryAt({ objectUid, indicatorUid }) : rest.base;
      return sameEntry(base, entry) ? [] : [{ objectUid, indicatorUid, base, entry }];
    });
    if (changes.length === 0) return null;
    const pending = { changes };
    for (const change of changes) overlays.set(cellKey(change), { entry: change.entry, pending });
    rescore(changes);
    changed();
    return pending;
  }

  function keepStored({ objectUid, indicatorUid, base, entry }: CellChange): void {
    // Something newer may have been received while the answer to the own save was under way.
    if (!sameEntry(storedAt({ objectUid, indicatorUid }), base)) return;
    const entries = stored.get(objectUid);
    if (entry === null) entries?.delete(indicatorUid);
    else entries?.set(indicatorUid, entry);
    // Its text is no longer what was received: the next answer is read anew.
    texts[places.get(objectUid) ?? 0] = null;
  }

  function settle(pending: PendingEdits, changes: readonly CellChange[], saved: boolean): void {
    if (saved) for (const change of changes) keepStored(change);
    const shown = changes.filter((change) => overlays.get(cellKey(change))?.pending === pending);
    for (const change of shown) overlays.delete(cellKey(change));
    rescore(shown.filter((change) => !sameEntry(change.entry, storedAt(change))));
    changed();
  }

  function receiveObject(objectUid: string, text: string): void {
    const before = stored.get(objectUid) ?? new Map<string, ScoreEntry>();
    const now = unpack(text);
    stored.set(objectUid, now);
    const cells = frame.scheme.indicators.flatMap(({ uid: indicatorUid }) => {
      const cell = { objectUid, indicatorUid };
      const entry = now.get(indicatorUid) ?? null;
      const isSame = overlays.has(cellKey(cell)) || sameEntry(before.get(indicatorUid) ?? null, entry);
      return isSame ? [] : [cell];
    });
    rescore(cells);
  }

  function receive({ byObject: received }: ReceivedScores): void {
    // Objects were added or removed: the new frame comes with a book of its own.
    if (received.length !== frame.objects.length) return;
    let isNew = false;
    received.forEach((text, place) => {
      const object = frame.objects[place];
      if (object === undefined || text === null || texts[place] === text) return;
      receiveObject(object.uid, text);
      texts[place] = text;
      isNew = true;
    });
    if (isNew) changed();
  }

  return {
    frame,
    stage,
    judge,
    scorer,
    entryAt,
    shownAt,
    begin,
    settle,
    receive,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watchCells(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    close: () => unwatch?.(),
  };
}

/** Whether these are checked scores that follow from those of judges. */
export function isJudged({ stage, judge, frame }: Pick<ScoreBook, 'stage' | 'judge' | 'frame'>): boolean {
  return stage === 'checked' && judge === null && frame.judges.length > 0;
}

/** Entries of a stage with those beneath showing through. */
function layered(frame: GroupFrame, own: GroupEntries, beneath: ScoreBook): GroupEntries {
  return new Map(
    frame.objects.map(({ uid: objectUid }) => {
      const shown = new Map<string, ScoreEntry>();
      for (const { uid: indicatorUid } of frame.scheme.indicators) {
        const entry = own.get(objectUid)?.get(indicatorUid) ?? beneath.shownAt({ objectUid, indicatorUid });
        if (entry !== null) shown.set(indicatorUid, entry);
      }
      return [objectUid, shown];
    }),
  );
}

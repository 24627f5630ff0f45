import { AppError } from '#shared/errors.ts';
import type { FireFigures } from '#shared/rules/fire-figures/figures.ts';
import { excessOf, type FireParts, fireSplits, isNothing } from '#shared/rules/fire-figures/parts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { type PartRecord, partsOfFigures } from './queries.ts';
import { wordsBySplit } from './words.ts';

/** By local id of the entry that they are parts of. */
export function partsByFigure(
  db: ReadStore,
  entries: readonly { id: number }[],
): Map<number, readonly PartRecord[]> {
  const ids = JSON.stringify(entries.map(({ id }) => id));
  return Map.groupBy(db.all(partsOfFigures, { ids }), ({ figure_id: id }) => id);
}

export function toParts(records: readonly PartRecord[]): FireParts {
  const of = (split: PartRecord['split']) =>
    records
      .filter((record) => record.split === split)
      .map(({ word_uid: wordUid, fires, deaths, injuries, loss }) => ({
        wordUid,
        fires,
        deaths,
        injuries,
        loss,
      }));
  return { trade: of('trade'), cause: of('cause') };
}

/** @throws AppError badInput where the parts are more than the whole; notFound for a word that is gone */
export function writeParts(db: WriteStore, figureId: number, whole: FireFigures, parts: FireParts): void {
  const excess = excessOf(whole, parts);
  if (excess !== null) throw new AppError('badInput', { detail: excess });
  const words = wordsBySplit(db);
  for (const split of fireSplits)
    for (const part of parts[split]) {
      if (isNothing(part)) continue;
      const { wordUid, ...figures } = part;
      const word = words[split].find(({ uid }) => uid === wordUid);
      if (word === undefined) throw new AppError('notFound', { what: '所选的分类' });
      db.insert('fire_figure_part', { figure_id: figureId, word_id: word.id, ...figures });
    }
}

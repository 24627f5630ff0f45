import type { CollectionReturn, collectionReturns as contract } from '#shared/contract/collection-returns.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { Sources } from '../origins.ts';
import { acceptEmpty, answeringWith } from './answer.ts';
import { keepReturns } from './keep.ts';
import { mergeReturns } from './merge/merge.ts';
import { previewingWith } from './merge/preview.ts';
import { type ReturnRow, returnsOfUnit, unitById, unitByUid } from './queries.ts';
import { problemsOf, requireReturn, saidOf } from './rows.ts';

/** Tables that come back from units (收表): read, checked, corrected, merged. */
export function collectionReturnsWith(sources: Sources): Handlers<typeof contract> {
  return {
    keep: keepReturns,

    ofUnit({ unitUid }, { db }) {
      const unit = db.get(unitByUid, { uid: unitUid });
      if (unit === undefined) throw new AppError('notFound', { what: '这个单位' });
      return db.all(returnsOfUnit, { unitId: unit.id }).map(toReturn).toReversed();
    },

    answer: answeringWith(sources),
    acceptEmpty,

    discard({ returnUid }, { db, summarize }) {
      const { id, unit_id, file_name, state } = requireReturn(db, returnUid);
      if (state === 'merged')
        throw new AppError('refused', { reason: '这张表已经合并，不能退掉。要改的请让单位重新交一张。' });
      db.remove('collection_return', id);
      summarize(`${db.get(unitById, { id: unit_id })?.name ?? ''} ${file_name}`);
      return { uid: returnUid };
    },

    preview: previewingWith(sources),
    merge: (input, context) => mergeReturns(input, sources, context),
  };
}

function toReturn(row: ReturnRow): CollectionReturn {
  return {
    uid: row.uid,
    fileName: row.file_name,
    bytes: row.bytes,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    source: row.source,
    state: row.state,
    rows: saidOf(row),
    problems: problemsOf(row),
  };
}

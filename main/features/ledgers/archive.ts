import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { exportLedger } from './export.ts';
import { everyRow, rowsOfFilter } from './list.ts';
import { ledgerQueries } from './queries.ts';
import { Rows, titleOf } from './rows.ts';

/** Each ledger as it stands, with the files of its rows. */
export const ledgerArchives: readonly ArchivePart[] = ledgerDefinitions.map((definition) => ({
  key: `ledgers.${definition.key}`,
  name: definition.name,
  unit: `${definition.unit}${definition.name}`,

  survey: (scope) => ({ count: countOf(definition, scope), steps: 1 }),

  async write(scope, target) {
    const { db, today } = scope;
    if (countOf(definition, scope) === 0) return;
    const officeName = paperSettings(db).printer;
    const name = `${definition.name}台账`;
    const given = { ledger: definition.key, filter: everyRow, uids: null, officeName, today };
    await target.add({ name, kind: '台账', title: name, day: today }, (job) => exportLedger(given, job));
    if (definition.files === undefined) return;
    const kind = `${definition.name}材料`;
    for (const { uid, values } of rowsOfFilter(db, definition, everyRow, new Rows(db, definition, today))) {
      const belongsTo = titleOf(definition, values);
      const item = { below: [belongsTo], kind, belongsTo };
      await archiveFilesOf(db, { kind: definition.key, uid }, target, item);
    }
  },
}));

function countOf(definition: LedgerDefinition, { db }: ArchiveScope): number {
  return db.all(ledgerQueries(definition).all).length;
}

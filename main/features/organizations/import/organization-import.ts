import type { OrganizationImportPlace } from '#shared/contract/organizations.ts';
import {
  columnsOfPlainNames,
  type Meaning,
  organizationTableColumns,
} from '#shared/rules/organizations/table-columns.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { ListImport } from '#main/core/table-import/list-import.ts';
import { allMarks } from '../queries.ts';
import { columnsOfState } from '../states.ts';
import { interpret } from './interpret.ts';
import { KnownOrganizations } from './known.ts';
import { type PlannedImport, type PlannedOrganization, plannedImport } from './plan.ts';

/** The tree of divisions, and the member units: levels in columns of their own, names with level and parent, or names. */
export const organizationImport: ListImport<Meaning, OrganizationImportPlace, PlannedImport> = {
  key: 'organizations',
  what: '机构',
  unit: '个',
  rowsEach: 2,
  columns: (db) => organizationTableColumns(new Map(db.all(allMarks).map(({ mark, name }) => [mark, name]))),
  withoutHeading: (_db, rows) => columnsOfPlainNames(rows),
  understand(db, table, { options, today }) {
    const known = new KnownOrganizations(db, today);
    const read = interpret(table, options, known, today);
    return plannedImport(db, read, { known, from: options.from, today });
  },
  write({ rows }, { db }) {
    for (const correction of addNewcomers(db, rows)) {
      const { organizationId, stateId, shortName, marks, code } = correction;
      db.update('organization_state', stateId, {
        ...(shortName !== undefined && { short_name: shortName }),
        ...(marks !== undefined && { marks: JSON.stringify(marks) }),
      });
      db.update('organization', organizationId, code === undefined ? {} : { code });
    }
  },
};

type Correction = NonNullable<PlannedImport['rows'][number]['correction']>;

/** @returns the corrections that stand among them */
function addNewcomers(db: WriteStore, rows: Iterable<PlannedImport['rows'][number]>): Correction[] {
  const corrections: Correction[] = [];
  const planned: PlannedOrganization[] = [];
  function* organizations(): Generator<RowValues> {
    for (const { newcomers, correction } of rows) {
      if (correction !== null) corrections.push(correction);
      planned.push(...newcomers);
      for (const { level, code } of newcomers) yield { level, code };
    }
  }
  const ids = db.insertMany('organization', organizations());
  const idOf = (parent: PlannedOrganization['parent']): number =>
    'id' in parent ? parent.id : (ids[parent.newcomer] ?? 0);
  function* states(): Generator<RowValues> {
    for (const [place, { name, shortName, marks, parent, firstDay, order }] of planned.entries()) {
      const named = { name, shortName, marks, parentId: idOf(parent), order };
      const rest = { firstDay, lastDay: null, document: '', note: '' };
      yield columnsOfState({ organizationId: ids[place] ?? 0, ...named, ...rest });
    }
  }
  db.insertMany('organization_state', states());
  return corrections;
}

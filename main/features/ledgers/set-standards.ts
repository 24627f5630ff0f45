import type { ledgers as contract } from '#shared/contract/ledgers.ts';
import { AppError } from '#shared/errors.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { settableStandards } from '#shared/rules/ledgers/due.ts';
import { requirementsIn, requirementsProblem } from '#shared/rules/ledgers/requirements.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { writeSetting } from '#main/features/office/settings.ts';
import { tableOf } from './columns.ts';
import { patched } from './patched.ts';
import { ledgerQueries } from './queries.ts';
import { Rows } from './rows.ts';
import { standardsOf, standardsSetting } from './standards.ts';

export const setStandards: Handlers<typeof contract>['setStandards'] = (
  { ledger, base, set },
  { db, today, summarize },
) => {
  const definition = ledgerOf(ledger);
  const stored = standardsOf(db, definition);
  const wanted = patched(stored, base, set);
  const words = settableStandards(definition).map(({ key, name, unit, min, max }) => {
    const value = wanted[key]?.value ?? Number.NaN;
    if (!(value >= min && value <= max))
      throw new AppError('badInput', { detail: `${name}请填写 ${min} 到 ${max} 之间的数`, field: key });
    return `${name} ${value}${unit}`;
  });
  const required = requirementsIn(wanted);
  const problem = requirementsProblem(definition, required);
  if (problem !== null) throw new AppError('badInput', { detail: problem });
  if (definition.requirements !== undefined)
    words.push(`${definition.requirements.name} ${required.length} 项`);
  writeSetting(db, standardsSetting(definition), wanted);
  if (definition.due !== undefined) renewDue(definition);
  summarize(`${definition.name}：${words.join('，')}`);
  return wanted;

  /** The next day due stands with each row, so that lists can look for it. */
  function renewDue({ due }: LedgerDefinition): void {
    const rows = new Rows(db, definition, today);
    for (const record of db.all(ledgerQueries(definition).all)) {
      const on = due?.on(rows.valuesOf(record), wanted) ?? null;
      if (on !== record['due_on']) db.update(tableOf(definition), record.id, { due_on: on });
    }
  }
};

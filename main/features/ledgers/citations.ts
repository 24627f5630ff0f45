import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { requirementsIn } from '#shared/rules/ledgers/requirements.ts';
import type { CitationSource } from '#main/features/library/index.ts';
import { standardsOf } from './standards.ts';

/** Numbers of ledgers, and what each kind of station has to have. */
export const ledgerCitations: CitationSource = (db) =>
  ledgerDefinitions.flatMap((definition: LedgerDefinition) => {
    const stored = standardsOf(db, definition);
    const kind = `${definition.name}台账`;
    const standards = (definition.standards ?? []).map(({ key, name, source }) => ({
      name,
      text: stored[key]?.source ?? source,
    }));
    const required = requirementsIn(stored).map(({ item, source }) => ({
      name: `${definition.requirements?.name ?? ''}：${item}`,
      text: source,
    }));
    return [...standards, ...required].map((place) => ({ kind, ...place, path: definition.path }));
  });

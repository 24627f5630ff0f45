import { Segmented, Select } from 'antd';
import type { DueView, LedgerCounts, LedgerFilter } from '#shared/contract/ledgers.ts';
import type { Term } from '#shared/contract/terms.ts';
import type { LedgerColumn, LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import styles from './ledgers.module.css';

interface LedgerFiltersProps {
  definition: LedgerDefinition;
  filter: LedgerFilter;
  counts: LedgerCounts | undefined;
  terms: Record<string, Term[]> | undefined;
  onChange: (filter: LedgerFilter) => void;
}

/** What is due with its numbers, then the place and the columns that the ledger is narrowed by. */
export function LedgerFilters({ definition, filter, counts, terms, onChange }: LedgerFiltersProps) {
  const { due, filters = [], columns, levels } = definition;
  const hasVillages = levels.includes('village');
  const views: readonly (readonly [DueView, string])[] = [
    ['all', '全部'],
    ['overdue', `${due?.name ?? ''}到期`],
    ['soon', '即将到期'],
    ...(due?.last === undefined ? [] : [['never', `从未${due.name}`] as const]),
  ];
  return (
    <>
      {due !== undefined && (
        <Segmented<DueView>
          aria-label={due.name}
          value={filter.due}
          onChange={(view) => onChange({ ...filter, due: view })}
          options={views.map(([value, name]) => ({
            value,
            label: counts === undefined ? name : `${name} ${counts.views[value]}`,
          }))}
        />
      )}
      <div className={styles.place}>
        <OrganizationSelect
          aria-label="按区县、乡镇"
          placeholder="按区县、乡镇"
          levels={['county', 'township', ...(hasVillages ? (['village'] as const) : [])]}
          value={filter.placeUid}
          onChange={(placeUid) => onChange({ ...filter, placeUid })}
        />
      </div>
      {columns
        .filter(({ key }) => filters.includes(key))
        .map((column) => (
          <Select<string | null>
            key={column.key}
            allowClear
            aria-label={`按${column.name}`}
            placeholder={`按${column.name}`}
            style={{ width: 128 }}
            value={filter.chosen[column.key] ?? null}
            options={optionsOf(column, terms?.[column.key] ?? [])}
            onChange={(value) =>
              onChange({ ...filter, chosen: chosenWith(filter.chosen, column.key, value ?? null) })
            }
          />
        ))}
    </>
  );
}

function optionsOf(column: LedgerColumn, terms: readonly Term[]): { value: string; label: string }[] {
  return column.kind === 'choice'
    ? column.choices.map(({ value, name }) => ({ value, label: name }))
    : terms.map(({ uid, name }) => ({ value: uid, label: name }));
}

function chosenWith(
  chosen: LedgerFilter['chosen'],
  key: string,
  value: string | null,
): LedgerFilter['chosen'] {
  const others = Object.entries(chosen).filter(([column]) => column !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

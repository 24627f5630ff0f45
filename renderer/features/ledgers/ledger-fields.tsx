import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { LedgerRow } from '#shared/contract/ledgers.ts';
import type { Term } from '#shared/contract/terms.ts';
import { readCoordinates } from '#shared/rules/ledgers/coordinates.ts';
import type {
  LedgerColumn,
  LedgerDefinition,
  LedgerValue,
  LedgerValues,
} from '#shared/rules/ledgers/definition.ts';
import { scaleOf, unitOf } from '#shared/rules/ledgers/numbers.ts';
import { emptyOf, PLACE } from '#shared/rules/ledgers/values.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from './ledgers.module.css';
import { SiteSelect } from './site-select.tsx';
import { placeText, wordsOf } from './words.ts';

interface LedgerFieldsProps {
  definition: LedgerDefinition;
  terms: Record<string, Term[]> | undefined;
  /** Null: of a new row. */
  row: LedgerRow | null;
}

/** The fields of a row, as its ledger defines them: title and place, then the others. */
export function LedgerFields({ definition, terms, row }: LedgerFieldsProps) {
  const { columns, title, levels } = definition;
  const former = row === null ? {} : { former: { uid: String(row.values[PLACE]), name: placeText(row) } };
  const field = (column: LedgerColumn) => (
    <ColumnField
      key={column.key}
      column={column}
      terms={terms?.[column.key] ?? []}
      row={row}
      isFirst={row === null && column.key === title}
    />
  );
  return (
    <div className={styles.fields}>
      {columns.filter(({ key }) => key === title).map(field)}
      <Form.Item name={PLACE} label="所在地" rules={[{ required: true, message: '请选择所在地' }]}>
        <OrganizationSelect aria-label="所在地" levels={levels} {...former} />
      </Form.Item>
      {columns.filter(({ key }) => key !== title).map(field)}
    </div>
  );
}

interface ColumnFieldProps {
  column: LedgerColumn;
  terms: readonly Term[];
  row: LedgerRow | null;
  isFirst: boolean;
}

function ColumnField({ column, terms, row, isFirst }: ColumnFieldProps) {
  const { key, name, required, hint, source } = column;
  const help = [hint, source === undefined ? undefined : `依据：${source}`]
    .filter((text) => text !== undefined)
    .join(' ');
  const rules = [
    ...(required === true ? [{ required: true, message: `请填写${name}` }] : []),
    ...(column.kind === 'coordinates' ? [{ validator: requireCoordinates }] : []),
  ];
  return (
    <Form.Item
      name={key}
      label={name}
      rules={rules}
      className={column.kind === 'text' ? (styles.wide ?? '') : ''}
      {...(help === '' ? {} : { extra: help })}
      {...numberProps(column)}
    >
      {inputOf(column, { terms, row, isFirst })}
    </Form.Item>
  );
}

/** Numbers are kept in their smallest unit and typed as they are shown. */
function numberProps(column: LedgerColumn) {
  if (column.kind !== 'whole' && column.kind !== 'decimal' && column.kind !== 'money') return {};
  const scale = scaleOf(column);
  return {
    getValueProps: (kept: LedgerValue) => ({ value: typeof kept === 'number' ? kept / scale : null }),
    normalize: (typed: unknown) => (typeof typed === 'number' ? Math.round(typed * scale) : null),
  };
}

function inputOf(column: LedgerColumn, { terms, row, isFirst }: Omit<ColumnFieldProps, 'column'>): ReactNode {
  const { name } = column;
  const mayBeEmpty = column.required !== true;
  switch (column.kind) {
    case 'line':
      return isFirst ? (
        <FirstField maxLength={column.limit} autoComplete="off" />
      ) : (
        <Input maxLength={column.limit} autoComplete="off" />
      );
    case 'text':
      return <Input.TextArea maxLength={column.limit} autoSize={{ minRows: 1, maxRows: 5 }} />;
    case 'whole':
    case 'decimal':
    case 'money': {
      const unit = unitOf(column);
      const range = column.kind === 'money' ? { min: 0 } : { min: column.min, max: column.max };
      return (
        <InputNumber
          {...range}
          // Of a fraction it would show zeros up to the last place.
          {...(column.kind === 'whole' ? { precision: 0 } : {})}
          {...(unit === '' ? {} : { suffix: unit })}
          style={{ width: '100%' }}
        />
      );
    }
    case 'day':
      return <DayField allowClear={mayBeEmpty} label={name} />;
    case 'month':
      return <Input placeholder="如 2026-11" maxLength={7} autoComplete="off" />;
    case 'choice':
      return (
        <Select
          allowClear={mayBeEmpty}
          options={column.choices.map(({ value, name: label }) => ({ value, label }))}
        />
      );
    case 'term':
      return (
        <WordSelect
          allowClear={mayBeEmpty}
          options={terms.map(({ uid, name: label }) => ({ value: uid, label }))}
        />
      );
    case 'flag':
      return (
        <Select
          allowClear={mayBeEmpty}
          options={[
            { value: 1, label: column.yes ?? '是' },
            { value: 0, label: column.no ?? '否' },
          ]}
        />
      );
    case 'site':
      return <SiteSelect label={name} {...(row === null ? {} : { chosenName: wordsOf(column, row) })} />;
    case 'coordinates':
      return <Input placeholder="如 113.123456,22.456789" maxLength={60} autoComplete="off" />;
  }
}

async function requireCoordinates(_rule: unknown, text: unknown): Promise<void> {
  const read = typeof text === 'string' && text.trim() !== '' ? readCoordinates(text) : null;
  if (read !== null && 'problem' in read) throw new Error(read.problem);
}

/** What a form holds as it is sent: emptied fields come as undefined, coordinates as they were typed. */
export function sentValues({ columns }: LedgerDefinition, typed: LedgerValues): LedgerValues {
  const sent = (column: LedgerColumn): LedgerValue => {
    const value = typed[column.key] ?? emptyOf(column);
    if (column.kind === 'coordinates' && typeof value === 'string') {
      const read = readCoordinates(value);
      return 'value' in read ? read.value : null;
    }
    if (typeof value !== 'string') return value;
    const text = value.trim();
    return text === '' ? emptyOf(column) : text;
  };
  return {
    [PLACE]: typed[PLACE] ?? null,
    ...Object.fromEntries(columns.map((column) => [column.key, sent(column)])),
  };
}

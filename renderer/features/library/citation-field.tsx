import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useDeferredValue } from 'react';
import type { LibraryRow } from '#shared/contract/library.ts';
import { api } from '#renderer/app/client.ts';
import styles from './library.module.css';
import { Marked } from './marked.tsx';
import { libraryTables } from './words.ts';

interface CitationFieldProps {
  placeholder: string;
  /** From the form. */
  id?: string;
  value?: string;
  onChange?: (text: string) => void;
}

const SHOWN = 8;

/** What something rests on, in words; typing a piece of a title or clause offers the clause. */
export function CitationField({ placeholder, id, value = '', onChange }: CitationFieldProps) {
  const text = useDeferredValue(value.trim());
  const isWritten = text.includes('《');
  const { data } = useQuery({
    ...api.library.list.queryOptions({
      input: { text: text.slice(0, 60), level: null, view: 'inForce', after: null, limit: SHOWN },
      meta: { tables: libraryTables },
    }),
    enabled: text !== '' && !isWritten,
  });
  const rows = isWritten || text === '' ? [] : (data?.rows ?? []);
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      value={value}
      maxLength={200}
      placeholder={placeholder}
      defaultActiveFirstOption={false}
      options={rows.flatMap(optionsOf)}
      onChange={(typed: string) => onChange?.(typed)}
    />
  );
}

/** The whole, then the clauses that were found. */
function optionsOf({ title, hits }: LibraryRow) {
  return [
    { value: `《${title}》`, label: `《${title}》` },
    ...hits
      .filter(({ clauseUid, number }) => clauseUid !== null && number !== '')
      .map(({ clauseUid, number, excerpt }) => ({
        key: clauseUid,
        value: `《${title}》${citedNumber(number)}`,
        label: (
          <span className={styles.choiceClause}>
            {number} <Marked pieces={excerpt} />
          </span>
        ),
      })),
  ];
}

/** As citations are read again: 第十六条, 第4.1.2条. */
function citedNumber(number: string): string {
  return /^\d/u.test(number) ? `第${number}条` : number;
}

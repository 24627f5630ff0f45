import type { TableProps } from 'antd';
import { Link } from 'wouter';
import type { LibraryRow } from '#shared/contract/library.ts';
import { levelNames, standingNames } from '#shared/rules/library/model.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './library.module.css';
import { Marked } from './marked.tsx';
import { lightOf } from './words.ts';

/** The list beside an open entry keeps what tells entries apart. */
export const LEFT_OUT_BESIDE_PANEL = ['number', 'issuer', 'level', 'issuedOn', 'clauses', 'citedBy'];
export const LIBRARY_PIXELS = 1_000;

export const libraryListColumns: NonNullable<TableProps<LibraryRow>['columns']> = [
  { title: '名称', key: 'title', render: (_, row) => <TitleCell row={row} /> },
  { title: '文号', key: 'number', dataIndex: 'number', width: 172, ellipsis: true },
  { title: '发布机关', key: 'issuer', dataIndex: 'issuer', width: 130, ellipsis: true },
  { title: '级别', key: 'level', width: 98, render: (_, { level }) => levelNames[level] },
  { title: '发布日期', key: 'issuedOn', dataIndex: 'issuedOn', width: 104 },
  {
    title: '效力',
    key: 'standing',
    width: 96,
    render: (_, { standing }) => <LightTag light={lightOf(standing)} word={standingNames[standing]} />,
  },
  { title: '条款', key: 'clauses', width: 60, align: 'right', render: (_, { clauses }) => clauses || '' },
  { title: '引用', key: 'citedBy', width: 60, align: 'right', render: (_, { citedBy }) => citedBy || '' },
];

/** The title, and below it the clauses in which something was found. */
function TitleCell({ row: { uid, title, marked, hits } }: { row: LibraryRow }) {
  return (
    <div className={styles.title}>
      {marked === null ? title : <Marked pieces={marked} />}
      {hits.map(({ clauseUid, number, excerpt }) => (
        <Link
          key={clauseUid ?? `${number} ${excerpt.map(({ text }) => text).join('')}`}
          href={clauseUid === null ? `/library/${uid}` : `/library/${uid}/${clauseUid}`}
          className={styles.hit ?? ''}
          onClick={(event) => event.stopPropagation()}
        >
          {number !== '' && <span className={styles.hitNumber}>{number}</span>}
          <Marked pieces={excerpt} />
        </Link>
      ))}
    </div>
  );
}

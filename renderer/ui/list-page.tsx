import { Input } from 'antd';
import type { ReactNode } from 'react';
import { ListTable } from './list-table.tsx';
import { PageFrame } from './page-frame.tsx';

interface ListPageProps<Row extends object> extends Omit<Parameters<typeof ListTable<Row>>[0], 'label'> {
  title: string;
  actions?: ReactNode;
  /** Filter chips and the like, beside the search field. */
  filters?: ReactNode;
  /** The caller decides what matches: text, pinyin initials. */
  search?: { text: string; onChange: (text: string) => void; placeholder?: string };
  /** How many there are in all, when that is more than the rows shown; the rows' number without it. */
  total?: number;
  /** In the place of the plain number, where it takes more than that. */
  count?: ReactNode;
  /** The word that counts them: 个机构 gives 共 32 个机构. */
  unit?: string;
  /** The open row, beside the list: a SidePanel. */
  side?: ReactNode;
}

/** A page that is one list: search, filters, count, rows, and the open row beside it. */
export function ListPage<Row extends object>(props: ListPageProps<Row>) {
  const { title, actions, filters, search, total, count, unit = '条', side, ...table } = props;
  const shown = table.rows.length;
  const plain =
    total === undefined || total === shown
      ? `共 ${shown} ${unit}`
      : `显示 ${shown} ${unit}，共 ${total} ${unit}`;
  return (
    <PageFrame
      title={title}
      note={table.loading === true && shown === 0 ? '' : (count ?? plain)}
      actions={actions}
      side={side}
      {...(search === undefined && filters === undefined
        ? {}
        : {
            toolbar: (
              <>
                {search !== undefined && (
                  <Input.Search
                    allowClear
                    aria-label={`在${title}里查找`}
                    placeholder={search.placeholder ?? '名称或拼音首字母'}
                    value={search.text}
                    onChange={(event) => search.onChange(event.target.value)}
                    style={{ width: 240 }}
                  />
                )}
                {filters}
              </>
            ),
          })}
    >
      <ListTable {...table} label={title} />
    </PageFrame>
  );
}

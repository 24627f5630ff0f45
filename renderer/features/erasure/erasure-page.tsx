import { Button, Input } from 'antd';
import { useState } from 'react';
import { type FoundRow, type FoundRows, MOST_FOUND_ROWS } from '#shared/contract/erasure.ts';
import { termsIn } from '#shared/rules/erasure/terms.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { ClearingDialog } from './clearing-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import styles from './erasure-page.module.css';
import { foundColumns, FoundCells, keyOf } from './found-rows.tsx';
import { Records } from './records.tsx';

interface Found extends FoundRows {
  terms: string[];
}

/** Where a person is found, what of it is to go, and what went before. */
export function ErasurePage() {
  const mayErase = useRight('direct');
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [dialog, setDialog] = useState<'erase' | 'clearing' | null>(null);
  const chosenRows = found?.rows.filter((row) => chosen.includes(keyOf(row))) ?? [];

  function show(next: Found | null): void {
    setFound(next);
    setChosen([]);
    setDialog(null);
  }

  return (
    <PageFrame
      title="清除个人信息"
      note={found === null ? '' : `找到 ${found.rows.length} 处`}
      actions={
        mayErase &&
        (found === null ? (
          <Button onClick={() => setDialog('clearing')}>清理旧的改动明细</Button>
        ) : (
          <>
            <Button onClick={() => show(null)}>返回记录</Button>
            <Button danger disabled={chosenRows.length === 0} onClick={() => setDialog('erase')}>
              清除所选 {chosenRows.length} 处
            </Button>
          </>
        ))
      }
      {...(mayErase
        ? {
            toolbar: (
              <>
                <FindField onFound={show} />
                <span className={styles.remarks}>{found === null ? '' : remarksOf(found)}</span>
              </>
            ),
          }
        : {})}
    >
      {found === null ? (
        <Records />
      ) : (
        <ListTable<FoundRow>
          label="找到的内容"
          columns={foundColumns}
          rows={found.rows}
          rowKey={keyOf}
          minWidth={760}
          selection={{ keys: chosen, onChange: setChosen }}
          expandable={{ expandedRowRender: cellsOf, columnWidth: 40 }}
          empty={<EmptyState text="没有找到。请核对写法，或换电话、证件号再找。" />}
        />
      )}
      {dialog === 'erase' && found !== null && (
        <EraseDialog
          terms={found.terms}
          rows={chosenRows}
          onDone={() => show(null)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'clearing' && <ClearingDialog onClose={() => setDialog(null)} />}
    </PageFrame>
  );
}

function cellsOf(row: FoundRow) {
  return <FoundCells row={row} />;
}

function FindField({ onFound }: { onFound: (found: Found) => void }) {
  const [terms, setTerms] = useState<string[]>([]);
  const [jobUid, setJobUid] = useState<string | null>(null);
  const find = useOperation(client.erasure.find, { isSave: false, repeat: false });

  async function start(typed: string): Promise<void> {
    const asked = termsIn(typed);
    const outcome = await find.run({ terms: asked });
    if (!outcome.done) return;
    setTerms(asked);
    setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Input.Search
        aria-label="要找的姓名、电话、证件号"
        placeholder="姓名、电话、证件号，几个词用空格分开"
        enterButton="查找"
        loading={find.running}
        onSearch={(typed) => void start(typed)}
        className={styles.search ?? ''}
      />
      <JobDialog
        uid={jobUid}
        onDone={(result) => onFound({ ...(result as FoundRows), terms })}
        onClose={() => setJobUid(null)}
      />
    </>
  );
}

function remarksOf({ rows, hasMore, secret }: Found): string {
  const remarks = [
    ...(rows.length > 0 ? ['同名的人请展开核对。同一处的电话等要一并清除，就写进左边再查找。'] : []),
    ...(hasMore ? [`只列出前 ${MOST_FOUND_ROWS} 处，请把词写得更具体，或分几次清除。`] : []),
    ...(secret > 0 ? [`另有 ${secret} 处在暗访里，公布以后才能清除。`] : []),
  ];
  return remarks.join('');
}

import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { ChecklistDetail } from '#shared/contract/checklists.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { OutdatedNotice } from '#renderer/features/library/outdated-notice.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { TableDialog } from '../dialogs/table-dialog.tsx';
import { useChecklist } from '../use-checklists.ts';
import { ChecklistMenu } from './checklist-menu.tsx';
import { ChecklistTree } from './checklist-tree.tsx';
import { PrintDialog } from './print-dialog.tsx';

/** One checklist: its sections and questions. */
export function ChecklistPage() {
  const { uid = '' } = useParams();
  const query = useChecklist(uid);
  return (
    <QueryView query={query}>
      {(list) => <OpenChecklist key={list.uid} list={list} onChanged={() => query.refetch()} />}
    </QueryView>
  );
}

interface OpenChecklistProps {
  list: ChecklistDetail;
  /** Fetches it anew. */
  onChanged: () => Promise<unknown>;
}

function OpenChecklist({ list, onChanged }: OpenChecklistProps) {
  const mayEdit = useRight('editInspections');
  const [pasted, setPasted] = useState<string | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  usePastedTable(mayEdit && pasted === null, setPasted);
  const isEmpty = list.items.length === 0;

  return (
    <PageFrame
      title={list.title}
      note={noteOf(list)}
      actions={
        <>
          {!isEmpty && <ExportButton list={list} />}
          {mayEdit && <ChecklistMenu list={list} />}
          {mayEdit && !isEmpty && <Button onClick={() => setPasted('')}>从 Excel 粘贴</Button>}
          {!isEmpty && (
            <Button type="primary" onClick={() => setIsPrinting(true)}>
              打印检查表
            </Button>
          )}
        </>
      }
    >
      <OutdatedNotice path={`/checklists/${list.uid}`} />
      <ChecklistTree list={list} mayEdit={mayEdit} onChanged={onChanged} onPaste={() => setPasted('')} />
      {pasted !== null && (
        <TableDialog text={pasted} list={list} onAdded={() => undefined} onClose={() => setPasted(null)} />
      )}
      {isPrinting && <PrintDialog uid={list.uid} onClose={() => setIsPrinting(false)} />}
    </PageFrame>
  );
}

function noteOf({ questions, majors, retiredOn, source }: ChecklistDetail): string {
  const parts = [
    `${questions} 项检查内容`,
    majors === 0 ? '' : `重大隐患 ${majors} 项`,
    retiredOn === null ? '' : `${retiredOn} 停用`,
    source === '' ? '' : `依据：${source}`,
  ];
  return parts.filter((part) => part !== '').join('　');
}

/** As a workbook that can be imported again. */
function ExportButton({ list }: { list: ChecklistDetail }) {
  const mayExport = useRight('export');
  const table = useStartedJob(client.checklists.exportWorkbook);
  if (!mayExport) return null;

  return (
    <>
      <Button loading={table.starting} onClick={() => void table.start({ uid: list.uid })}>
        导出 Excel
      </Button>
      {table.dialog}
    </>
  );
}

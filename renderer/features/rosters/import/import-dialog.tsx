import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { Committee, RosterImportPreview } from '#shared/contract/roster-views.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { tableFiles } from '#renderer/ui/table-files.ts';
import { FirstText } from '#renderer/ui/first-text.tsx';
import styles from '../rosters.module.css';
import { ImportPreview } from './import-preview.tsx';
import { organizationTree } from '#renderer/ui/shared-queries.ts';
import { type ImportSource, useReading } from '#renderer/ui/table-import/use-reading.tsx';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  /** Null: the city's, which is made by the import. */
  committee: Committee | null;
  onDone: (committeeUid: string) => void;
  onClose: () => void;
}

export interface ImportPlace {
  organizationUid: string;
  from: string | null;
  document: string;
  mode: 'add' | 'replace';
}

/** Waits for the place before anything is read. */
export function ImportDialog(props: ImportDialogProps) {
  const { committee } = props;
  const tree = useQuery({
    ...organizationTree(null),
    enabled: committee === null,
  });
  const cityUid = tree.data?.find(({ level }) => level === 'city')?.uid;
  const organizationUid = committee?.organizationUid ?? cityUid;
  return organizationUid === undefined ? null : (
    <Importing {...props} first={firstPlace(organizationUid, committee)} />
  );
}

/** A first list adds to nothing; a later one most often is the new roster as a whole. */
function firstPlace(organizationUid: string, committee: Committee | null): ImportPlace {
  const isFirst = committee === null || committee.personCount === 0;
  return {
    organizationUid,
    from: isFirst ? null : localDay(Date.now()),
    document: '',
    mode: isFirst ? 'add' : 'replace',
  };
}

function Importing({ text, first, onDone, onClose }: ImportDialogProps & { first: ImportPlace }) {
  const [typed, setTyped] = useState(text ?? '');
  const readPaste = useOperation(client.rosters.readPaste, { isSave: false, repeat: false });
  const readWorkbook = useOperation(client.rosters.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.rosters.importStaged, {
    undoable: true,
    success: ({ imported }) => `已导入 ${imported} 人`,
  });

  const reading = useReading<RosterImportPreview, ImportPlace>({ text, firstOptions: first, start });

  async function start(source: ImportSource, place: ImportPlace): Promise<string | null> {
    const outcome = await ('text' in source
      ? readPaste.run({ ...source, place })
      : readWorkbook.run({ ...source, place }));
    return outcome.done ? outcome.value.jobUid : null;
  }

  async function confirm(stagedUid: string): Promise<void> {
    const outcome = await take.run({ stagedUid });
    if (!outcome.done) return;
    onDone(outcome.value.committeeUid);
    onClose();
  }

  if (reading.stage === 'read') {
    const { preview, steps } = reading;
    return (
      <ImportPreview
        preview={preview}
        place={steps.options}
        busy={take.running}
        onPlace={steps.onOptions}
        onSheet={steps.onSheet}
        onConfirm={(stagedUid) => void confirm(stagedUid)}
        onCorrect={steps.onCorrect}
        onClose={onClose}
      />
    );
  }
  if (reading.stage === 'reading') return reading.dialog;
  return (
    <Modal
      open
      width={720}
      title="粘贴或导入名单"
      onCancel={onClose}
      footer={
        <Button type="primary" disabled={typed.trim() === ''} onClick={() => reading.read({ text: typed })}>
          读取
        </Button>
      }
    >
      <p className={styles.hint}>
        一行一人的表格(有“姓名”等标题，顺序不限)，或“主任：张×× 副市长”这样的名单都认得；先核对，再导入。
      </p>
      <FirstText
        autoSize={{ minRows: 8, maxRows: 8 }}
        aria-label="名单"
        placeholder={'主任：张×× 副市长\n副主任：李×× 市政府副秘书长\n成员：王×× 市教育局局长'}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div style={{ marginTop: 12 }}>
        <FileDrop
          accept={tableFiles}
          text="或者把 Excel 名单拖到这里，也可点这里选择"
          onUploaded={({ token }) => reading.read({ fileToken: token, sheet: null })}
        />
      </div>
    </Modal>
  );
}

import { Button, Modal } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SiteImportPreview } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import styles from '../key-sites.module.css';
import { ImportPreview } from './import-preview.tsx';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

type Source = { text: string } | { fileToken: string; sheet: string | null };

/** Reads a table, shows what would happen, and only then stores it. */
export function ImportDialog({ text, onClose }: ImportDialogProps) {
  const [source, setSource] = useState<Source | null>(text === null ? null : { text });
  const [placeUid, setPlaceUid] = useState<string | null>(null);
  const [typed, setTyped] = useState(text ?? '');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [found, setFound] = useState<{ origin: Source; preview: SiteImportPreview } | null>(null);
  const readPaste = useOperation(client.keySites.readPaste, { isSave: false, repeat: false });
  const readWorkbook = useOperation(client.keySites.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.keySites.importStaged, {
    undoable: true,
    success: ({ added, changed }) => `已导入：新增 ${added} 家，更新 ${changed} 家`,
  });

  function read(next: Source, at: string | null): void {
    setSource(next);
    setPlaceUid(at);
    setFound(null);
    setJobUid(null);
    void start(next, at);
  }

  async function start(next: Source, at: string | null): Promise<void> {
    const outcome = await ('text' in next
      ? readPaste.run({ ...next, placeUid: at })
      : readWorkbook.run({ ...next, placeUid: at }));
    if (outcome.done) setJobUid(outcome.value.jobUid);
    else correct();
  }

  /** Back to what was pasted: to be put right, or read again. */
  function correct(): void {
    setSource(null);
    setFound(null);
    setJobUid(null);
  }

  const readFirst = useEffectEvent(() => {
    if (text !== null) void start({ text }, null);
  });
  useEffect(() => readFirst(), []);

  async function confirm(stagedUid: string): Promise<void> {
    if ((await take.run({ stagedUid })).done) onClose();
  }

  if (found !== null) {
    const { origin, preview } = found;
    return (
      <ImportPreview
        preview={preview}
        placeUid={placeUid}
        busy={take.running}
        onPlace={(uid) => read(origin, uid)}
        onSheet={(sheet) => 'fileToken' in origin && read({ ...origin, sheet }, placeUid)}
        onConfirm={(stagedUid) => void confirm(stagedUid)}
        onCorrect={'text' in origin ? correct : null}
        onClose={onClose}
      />
    );
  }
  if (source !== null) {
    // The preview is the job's own result, made by our core.
    return (
      <JobDialog
        key={jobUid}
        uid={jobUid}
        onDone={(result) => setFound({ origin: source, preview: result as SiteImportPreview })}
        onClose={() => setSource(null)}
      />
    );
  }
  return (
    <Modal
      open
      width={720}
      title="导入重点单位"
      onCancel={onClose}
      footer={
        <Button type="primary" disabled={typed.trim() === ''} onClick={() => read({ text: typed }, placeUid)}>
          读取
        </Button>
      }
    >
      <p className={styles.hint}>
        一行一家，连标题行一起：单位名称、县(市、区)、乡镇(街道)、地址、行业、类别、负责人、电话，列的顺序不限。台账里已有的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。
      </p>
      <FirstText
        autoSize={false}
        rows={7}
        aria-label="从 Excel 复制的表格"
        placeholder="在 Excel 里选中表格复制，粘贴到这里"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className={styles.drop}>
        <FileDrop
          accept={['.xlsx', '.xls', '.et']}
          text="或者把 Excel 台账拖到这里，也可点这里选择"
          onUploaded={({ token }) => read({ fileToken: token, sheet: null }, placeUid)}
        />
      </div>
    </Modal>
  );
}

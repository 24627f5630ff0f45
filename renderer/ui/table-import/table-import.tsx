import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { FileDrop } from '../file-drop.tsx';
import { FirstText } from '../first-text.tsx';
import { JobDialog } from '../job-dialog.tsx';
import styles from './table-import.module.css';

/** What was pasted, or an uploaded workbook and the sheet chosen in it. */
export type ImportSource = { text: string } | { fileToken: string; sheet: string | null };

/** What the preview may ask for. */
export interface ImportSteps<Options> {
  options: Options;
  /** Reads the same again under other options. */
  onOptions: (options: Options) => void;
  onSheet: (sheet: string) => void;
  /** Back to the pasted text; null where a file was read. */
  onCorrect: (() => void) | null;
}

interface TableImportProps<Preview, Options> {
  title: string;
  /** Which columns are known, and what happens to what is there already. */
  hint: string;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  firstOptions: Options;
  /** Starts the reading; null where it could not begin. */
  start: (source: ImportSource, options: Options) => Promise<string | null>;
  onClose: () => void;
  /** The preview of what was read. */
  children: (preview: Preview, steps: ImportSteps<Options>) => ReactNode;
}

/** Reads a table, shows what would happen, and leaves it to the preview to store it. */
export function TableImport<Preview, Options>(props: TableImportProps<Preview, Options>) {
  const { title, hint, text, firstOptions, start, onClose, children } = props;
  const [source, setSource] = useState<ImportSource | null>(text === null ? null : { text });
  const [options, setOptions] = useState(firstOptions);
  const [typed, setTyped] = useState(text ?? '');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [found, setFound] = useState<{ origin: ImportSource; preview: Preview } | null>(null);

  function read(next: ImportSource, under: Options): void {
    setSource(next);
    setOptions(under);
    setFound(null);
    setJobUid(null);
    void begin(next, under);
  }

  async function begin(next: ImportSource, under: Options): Promise<void> {
    const uid = await start(next, under);
    if (uid === null) correct();
    else setJobUid(uid);
  }

  /** Back to what was pasted: to be put right, or read again. */
  function correct(): void {
    setSource(null);
    setFound(null);
    setJobUid(null);
  }

  const readFirst = useEffectEvent(() => {
    if (text !== null) void begin({ text }, firstOptions);
  });
  useEffect(() => readFirst(), []);

  if (found !== null) {
    const { origin } = found;
    return children(found.preview, {
      options,
      onOptions: (under) => read(origin, under),
      onSheet: (sheet) => 'fileToken' in origin && read({ ...origin, sheet }, options),
      onCorrect: 'text' in origin ? correct : null,
    });
  }
  if (source !== null) {
    // The preview is the job's own result, made by our core.
    return (
      <JobDialog
        key={jobUid}
        uid={jobUid}
        onDone={(result) => setFound({ origin: source, preview: result as Preview })}
        onClose={() => setSource(null)}
      />
    );
  }
  return (
    <Modal
      open
      width={720}
      title={title}
      onCancel={onClose}
      footer={
        <Button type="primary" disabled={typed.trim() === ''} onClick={() => read({ text: typed }, options)}>
          读取
        </Button>
      }
    >
      <p className={styles.hint}>{hint}</p>
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
          text="或者把 Excel 表格拖到这里，也可点这里选择"
          onUploaded={({ token }) => read({ fileToken: token, sheet: null }, options)}
        />
      </div>
    </Modal>
  );
}

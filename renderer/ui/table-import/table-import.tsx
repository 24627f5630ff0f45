import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { FileDrop } from '../file-drop.tsx';
import { tableFiles } from '../table-files.ts';
import { FirstText } from '../first-text.tsx';
import styles from './table-import.module.css';
import { type ImportSource, type ImportSteps, useReading } from './use-reading.tsx';

export interface PasteWords {
  /** What is pasted. */
  name: string;
  example: string;
}

const tablePaste: PasteWords = {
  name: '从 Excel 复制的表格',
  example: '在 Excel 里选中表格复制，粘贴到这里',
};

interface TableImportProps<Preview, Options> {
  title: string;
  /** Which columns are known, and what happens to what is there already. */
  hint: string;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  paste?: PasteWords | undefined;
  firstOptions: Options;
  /** Starts the reading; null where it could not begin. */
  start: (source: ImportSource, options: Options) => Promise<string | null>;
  onClose: () => void;
  /** The preview of what was read. */
  children: (preview: Preview, steps: ImportSteps<Options>) => ReactNode;
}

/** Reads a table, shows what would happen, and leaves it to the preview to store it. */
export function TableImport<Preview, Options>(props: TableImportProps<Preview, Options>) {
  const { title, hint, text, paste = tablePaste, firstOptions, start, onClose, children } = props;
  const [typed, setTyped] = useState(text ?? '');
  const reading = useReading<Preview, Options>({ text, firstOptions, start });
  if (reading.stage === 'read') return children(reading.preview, reading.steps);
  if (reading.stage === 'reading') return reading.dialog;
  return (
    <Modal
      open
      width={720}
      title={title}
      onCancel={onClose}
      footer={
        <Button type="primary" disabled={typed.trim() === ''} onClick={() => reading.read({ text: typed })}>
          读取
        </Button>
      }
    >
      <p className={styles.hint}>{hint}</p>
      <FirstText
        autoSize={false}
        rows={7}
        aria-label={paste.name}
        placeholder={paste.example}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className={styles.drop}>
        <FileDrop
          accept={tableFiles}
          text="或者把 Excel 表格拖到这里，也可点这里选择"
          onUploaded={({ token }) => reading.read({ fileToken: token, sheet: null })}
        />
      </div>
    </Modal>
  );
}

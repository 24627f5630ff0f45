import { Button, Checkbox, InputNumber, Space, Upload } from 'antd';
import { useState } from 'react';
import type { ReadForm } from '#shared/contract/collections.ts';
import { collectionLimits, type DesignedForm } from '#shared/rules/collections/definition.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { discardFiles } from '#renderer/ui/discard-files.ts';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
import { tableFiles } from '#renderer/ui/table-files.ts';
import { useUpload } from '#renderer/ui/use-upload.ts';
import { ColumnLine } from './column-line.tsx';
import { emptyDesign, newColumn, withBlankRows, withOwnRows, withoutGivenRows } from './design.ts';
import styles from './design.module.css';
import { type FormPlace, SourcePlace } from './source-place.tsx';

interface DesignFieldProps {
  /** From antd's Form.Item. */
  value?: DesignedForm;
  onChange?: (form: DesignedForm) => void;
}

/** The columns of a table of the clerk's own, written here or taken from a workbook. */
export function DesignField({ value: form = emptyDesign(), onChange }: DesignFieldProps) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [file, setFile] = useState<{ token: string; name: string } | null>(null);
  const [source, setSource] = useState<ReadForm | null>(null);
  const read = useOperation(client.collections.readForm, { isSave: false, repeat: false });
  const { chooser, share } = useUpload({
    accept: tableFiles,
    onUploaded(uploaded) {
      if (file !== null) discardFiles([file]);
      setFile(uploaded);
      setSource(null);
      void readFrom(uploaded.token, { sheet: null, heads: null });
    },
  });
  async function readFrom(fileToken: string, place: FormPlace): Promise<void> {
    const outcome = await read.run({ fileToken, ...place });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  const { columns } = form.definition;
  const setColumns = (next: typeof columns) =>
    onChange?.({ ...form, definition: { ...form.definition, columns: next } });

  return (
    <div className={styles.design}>
      <div className={styles.columns}>
        {columns.map((column, place) => (
          <ColumnLine
            key={column.key}
            column={column}
            columns={columns}
            place={place}
            onChange={(next) => setColumns(changeLine(columns, place, next))}
            onColumns={setColumns}
          />
        ))}
      </div>
      <Space wrap>
        <Button onClick={() => setColumns([...columns, newColumn(columns)])}>增加一栏</Button>
        <Upload {...chooser}>
          <Button loading={share !== null || read.running}>照现有的表格设栏目…</Button>
        </Upload>
        {form.rows.length > 0 && (
          <>
            <span>已列出 {form.rows.length} 行，各单位都一样</span>
            <Checkbox
              checked={form.definition.rows === 'givenAndFree'}
              onChange={({ target }) => onChange?.(withOwnRows(form, target.checked))}
            >
              单位可以在下面添行
            </Checkbox>
          </>
        )}
        {form.definition.rows !== 'given' && (
          <>
            <span>留几行给单位填</span>
            <InputNumber<number>
              aria-label="留几行给单位填"
              min={1}
              max={collectionLimits.blankRows}
              precision={0}
              value={form.definition.blankRows}
              onChange={(typed) => onChange?.(withBlankRows(form, typed))}
            />
            <span>不够时单位可以接着往下写</span>
          </>
        )}
        {form.rows.length > 0 && (
          <Button type="text" onClick={() => onChange?.(withoutGivenRows(form))}>
            不列出这些行
          </Button>
        )}
      </Space>
      {file !== null && source !== null && (
        <SourcePlace
          key={JSON.stringify([source.sheet, source.heads])}
          fileName={file.name}
          source={source}
          reading={read.running}
          onRead={(place) => void readFrom(file.token, place)}
        />
      )}
      <JobDialog
        uid={jobUid}
        onDone={(result) => {
          // Made by our core.
          const proposed = result as ReadForm;
          setSource(proposed);
          onChange?.(proposed.form);
        }}
        onClose={() => setJobUid(null)}
      />
    </div>
  );
}

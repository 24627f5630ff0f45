import { Button, Checkbox, InputNumber, Space, Upload } from 'antd';
import { useState } from 'react';
import { collectionLimits, type DesignedForm } from '#shared/rules/collections/definition.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
import { tableFiles } from '#renderer/ui/table-files.ts';
import { useUpload } from '#renderer/ui/use-upload.ts';
import { ColumnLine } from './column-line.tsx';
import { emptyDesign, newColumn, withBlankRows, withOwnRows, withoutGivenRows } from './design.ts';
import styles from './design.module.css';

interface DesignFieldProps {
  /** From antd's Form.Item. */
  value?: DesignedForm;
  onChange?: (form: DesignedForm) => void;
}

/** The columns of a table of the clerk's own, written here or taken from a workbook. */
export function DesignField({ value: form = emptyDesign(), onChange }: DesignFieldProps) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const read = useOperation(client.collections.readForm, { isSave: false, repeat: false });
  const { chooser, share } = useUpload({
    accept: tableFiles,
    onUploaded({ token }) {
      void read.run({ fileToken: token }).then((outcome) => outcome.done && setJobUid(outcome.value.jobUid));
    },
  });
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
      <JobDialog
        uid={jobUid}
        onDone={(result) => onChange?.(result as DesignedForm)}
        onClose={() => setJobUid(null)}
      />
    </div>
  );
}

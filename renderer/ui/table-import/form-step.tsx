import { Button, Checkbox, Modal, Select, Spin } from 'antd';
import { useState } from 'react';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { eitherOf, missingColumns } from '#shared/rules/tables/list-columns.ts';
import { columnName } from '#shared/workbook.ts';
import { SheetSelect } from './sheet-select.tsx';
import styles from './table-import.module.css';
import type { Checks } from './checks.ts';

interface FormStepProps {
  what: string;
  checks: Pick<Checks, 'preview' | 'checking' | 'check'>;
  onSheet: (sheet: string) => void;
  onBack: (() => void) | null;
  onDone: () => void;
  onClose: () => void;
}

/** Which row heads the table, and what each of its columns means. */
export function FormStep({ what, checks, onSheet, onBack, onDone, onClose }: FormStepProps) {
  const { preview, checking, check } = checks;
  const { form, meanings, firstRows, width, sheet, sheets } = preview;
  const [edited, setEdited] = useState<{ of: ListPreview; mapping: (string | null)[] } | null>(null);
  const mapping = Array.from(
    { length: width },
    (_, index) => (edited?.of === preview ? edited.mapping : form.mapping)[index] ?? null,
  );
  const isText = form.inWords === true;
  const missing = isText
    ? []
    : missingColumns(meanings, mapping).map((either) => eitherOf(either.map(({ name }) => name)));

  /** A meaning belongs to one column. */
  function choose(index: number, meaning: string | null): void {
    const next = mapping.map((each) => (each === meaning ? null : each));
    next[index] = meaning;
    setEdited({ of: preview, mapping: next });
  }
  function head(headingRow: number): void {
    check({ choice: { form: { headingRow, mapping: null }, corrections: [] } });
  }
  function takeAsText(): void {
    check({ choice: { form: { headingRow: 0, mapping: null, inWords: true }, corrections: [] } });
  }
  function finish(): void {
    if (edited?.of === preview)
      check({ choice: { form: { headingRow: form.headingRow, mapping }, corrections: [] } });
    onDone();
  }

  return (
    <Modal
      open
      width={1120}
      centered
      title={`导入${what}：标题行和栏目`}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          {onBack !== null && <Button onClick={onBack}>返回修改表格</Button>}
          <Button type="primary" disabled={missing.length > 0} loading={checking} onClick={finish}>
            {missing.length > 0 ? `请选好${missing.join('、')}` : '下一步：核对'}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <span>
          {isText
            ? '现在按文字读，一个人一行。其实是表格的，点一下标题所在的行。'
            : '点一下标题所在的行，再看每一列上面选的是不是这一列的内容；不用的列留空。'}
        </span>
        <SheetSelect sheet={sheet} sheets={sheets} onChange={onSheet} />
        <Checkbox
          checked={form.headingRow === 0 && !isText}
          onChange={({ target }) => head(target.checked ? 0 : (firstRows[0]?.row ?? 0))}
        >
          没有标题行
        </Checkbox>
        {preview.mayBeInWords && (
          <Checkbox
            checked={isText}
            onChange={({ target }) => (target.checked ? takeAsText() : head(firstRows[0]?.row ?? 0))}
          >
            不分栏的文字
          </Checkbox>
        )}
      </div>
      <Spin spinning={checking} delay={300}>
        <div className={styles.raw}>
          <table>
            <thead>
              <tr>
                <th>行</th>
                {mapping.map((meaning, index) => (
                  <th key={columnName(index + 1)}>
                    {!isText && (
                      <Select<string>
                        allowClear
                        // What is chosen now would be replaced by the proposal that is on its way.
                        disabled={checking}
                        showSearch={{ optionFilterProp: 'label' }}
                        aria-label={`${columnName(index + 1)} 列的内容`}
                        placeholder="不导入"
                        className={styles.meaning ?? ''}
                        value={meaning}
                        options={meanings.map((each) => ({ value: each.meaning, label: each.name }))}
                        onChange={(chosen: string | undefined) => choose(index, chosen ?? null)}
                      />
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {firstRows.map(({ row, cells }) => (
                <tr key={row} className={classOf(row, form.headingRow)} onClick={() => head(row)}>
                  <th>
                    <Button type="text" size="small" aria-label={`第 ${row} 行是标题行`}>
                      {row}
                    </Button>
                  </th>
                  {mapping.map((_, index) => (
                    <td key={columnName(index + 1)} title={cells[index]}>
                      {cells[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Spin>
    </Modal>
  );
}

function classOf(row: number, headingRow: number): string {
  if (row === headingRow) return styles.heading ?? '';
  return row < headingRow ? (styles.above ?? '') : '';
}

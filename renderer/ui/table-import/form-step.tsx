import { Button, Checkbox, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import type { ListPreview } from '#shared/contract/table-import.ts';
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

const ROW_PIXELS = 54;
const COLUMN_PIXELS = 150;

type RawRow = ListPreview['firstRows'][number];

/** Which row heads the table, and what each of its columns means. */
export function FormStep({ what, checks, onSheet, onBack, onDone, onClose }: FormStepProps) {
  const { preview, checking, check } = checks;
  const { form, meanings, firstRows, width, sheet, sheets } = preview;
  const [edited, setEdited] = useState<{ of: ListPreview; mapping: (string | null)[] } | null>(null);
  const mapping = Array.from(
    { length: width },
    (_, index) => (edited?.of === preview ? edited.mapping : form.mapping)[index] ?? null,
  );
  const missing = meanings.filter(({ meaning, isRequired }) => isRequired && !mapping.includes(meaning));

  /** A meaning belongs to one column. */
  function choose(index: number, meaning: string | null): void {
    const next = mapping.map((each) => (each === meaning ? null : each));
    next[index] = meaning;
    setEdited({ of: preview, mapping: next });
  }
  function head(headingRow: number): void {
    check({ choice: { form: { headingRow, mapping: null }, corrections: [] } });
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
            {missing.length > 0 ? `请选好${missing.map(({ name }) => name).join('、')}` : '下一步：核对'}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <span>点一下标题所在的行，再看每一列上面选的是不是这一列的内容；不用的列留空。</span>
        <SheetSelect sheet={sheet} sheets={sheets} onChange={onSheet} />
        <Checkbox
          checked={form.headingRow === 0}
          onChange={({ target }) => head(target.checked ? 0 : (firstRows[0]?.row ?? 0))}
        >
          没有标题行
        </Checkbox>
      </div>
      <Table<RawRow>
        size="small"
        className={styles.raw ?? ''}
        rowKey="row"
        pagination={false}
        loading={{ spinning: checking, delay: 300 }}
        scroll={{ x: ROW_PIXELS + width * COLUMN_PIXELS, y: 380 }}
        dataSource={firstRows}
        rowClassName={({ row }) =>
          (row === form.headingRow ? styles.heading : row < form.headingRow ? styles.above : '') ?? ''
        }
        onRow={({ row }) => ({ onClick: () => head(row) })}
        columns={[
          {
            title: '行',
            width: ROW_PIXELS,
            align: 'right',
            fixed: 'left',
            render: (_, { row }) => (
              <Button type="text" size="small" aria-label={`第 ${row} 行是标题行`}>
                {row}
              </Button>
            ),
          },
          ...mapping.map((meaning, index) => ({
            key: index,
            width: COLUMN_PIXELS,
            ellipsis: true,
            title: (
              <Select<string>
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={`${columnName(index + 1)} 列的内容`}
                placeholder="不导入"
                className={styles.meaning ?? ''}
                value={meaning}
                options={meanings.map((each) => ({ value: each.meaning, label: each.name }))}
                onChange={(chosen: string | undefined) => choose(index, chosen ?? null)}
              />
            ),
            render: (_: unknown, { cells }: RawRow) => cells[index] ?? '',
          })),
        ]}
      />
    </Modal>
  );
}

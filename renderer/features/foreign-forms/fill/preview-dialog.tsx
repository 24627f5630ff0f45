import { Alert, Button, Modal } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { FilledPreview } from '#shared/contract/foreign-forms.ts';
import { SheetTabs } from '../sheet/sheet-tabs.tsx';
import { cutWords, placeKey } from '../sheet/form-rows.ts';
import { type CellMark, FormSheet } from '../sheet/form-sheet.tsx';
import styles from './preview-dialog.module.css';

interface PreviewDialogProps {
  preview: FilledPreview;
  onFill: () => void;
  onClose: () => void;
}

/** The form as it would be filled; nothing is written yet. */
export function PreviewDialog({ preview, onFill, onClose }: PreviewDialogProps) {
  return (
    <Modal
      open
      title="填好的样子"
      width="calc(100vw - 48px)"
      style={{ top: 24 }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>返回修改</Button>
          <Button type="primary" onClick={onFill}>
            填写
          </Button>
        </>
      }
    >
      <PreviewBody preview={preview} />
    </Modal>
  );
}

function PreviewBody({ preview: { layout, filled, remarks } }: { preview: FilledPreview }) {
  const [sheetName, setSheetName] = useState(filled[0]?.sheet ?? layout.sheets[0]?.name ?? '');
  const sheet = layout.sheets.find(({ name }) => name === sheetName);
  const places = useMemo(() => {
    const cells = filled.find((each) => each.sheet === sheetName)?.cells ?? [];
    return new Set(cells.map(([row, column]) => placeKey(row, column)));
  }, [filled, sheetName]);
  const marks = useCallback(
    (row: number, column: number): CellMark | null =>
      places.has(placeKey(row, column)) ? { tone: 'changed' } : null,
    [places],
  );

  return (
    <div className={styles.body}>
      <p className={styles.note}>带颜色的是填进去的内容。公式在 Excel、WPS 打开时计算，这里不显示结果。</p>
      {remarks.length > 0 && (
        <Alert
          type="warning"
          title={`有 ${remarks.length} 处请看一下`}
          description={
            <ul className={styles.remarks}>
              {remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          }
        />
      )}
      <SheetTabs sheets={layout.sheets} value={sheetName} onChange={setSheetName} />
      {sheet?.isCut === true && <p className={styles.note}>{cutWords}</p>}
      <div className={styles.sheet}>
        {sheet !== undefined && <FormSheet key={sheet.name} sheet={sheet} marks={marks} />}
      </div>
    </div>
  );
}

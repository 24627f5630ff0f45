import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { FormPreview as Preview } from '#shared/contract/export-forms.ts';
import type { PeriodKind } from '#shared/contract/period-kinds.ts';
import type { SheetKind } from '#shared/rules/assessment/export-form/definitions.ts';
import { sheetDefinitions } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportForm } from '#shared/rules/assessment/export-form/model.ts';
import { sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import { api } from '#renderer/app/client.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { periodTables } from '../list/periods-page.tsx';
import styles from './form-preview.module.css';
import { PreviewPaper } from './preview-paper.tsx';

const PAUSE_MILLISECONDS = 250;
/** How many times as wide as the place for it the paper is drawn. */
const zooms = [
  { value: 1, label: '适合宽度' },
  { value: 1.5, label: '放大到 1.5 倍' },
  { value: 2, label: '放大到 2 倍' },
];

interface FormPreviewProps {
  periodKind: PeriodKind;
  /** Null: the latest period of this kind. */
  periodUid: string | null;
  /** Without problems. */
  form: ExportForm;
}

/** How the sheets of a form look, drawn with the scores of a real period by the rules that write the workbook. */
export function FormPreview({ periodKind, periodUid, form }: FormPreviewProps) {
  const settled = useSettled(form);
  const [chosen, setChosen] = useState<SheetKind | null>(null);
  const query = useQuery({
    ...api.exportForms.preview.queryOptions({
      input: { periodKind, periodUid, form: settled, date: null },
      meta: { tables: [...periodTables] },
    }),
    placeholderData: (before: Preview | undefined) => before,
    gcTime: 0,
  });
  return (
    <section className={styles.preview} aria-label="预览">
      <QueryView query={query}>
        {(preview) => <Sheets preview={preview} form={settled} chosen={chosen} onChoose={setChosen} />}
      </QueryView>
    </section>
  );
}

interface SheetsProps {
  preview: Preview;
  form: ExportForm;
  chosen: SheetKind | null;
  onChoose: (kind: SheetKind) => void;
}

function Sheets({ preview: { periodTitle, sheets, sheetCount }, form, chosen, onChoose }: SheetsProps) {
  const shown = sheets.find(({ kind }) => kind === chosen) ?? sheets[0];
  const [zoom, setZoom] = useState(1);
  if (periodTitle === null || shown === undefined)
    return <p className={styles.empty}>开启一个考核期以后，这里显示导出的样子。</p>;
  return (
    <>
      <div className={styles.bar}>
        <Segmented<SheetKind>
          size="small"
          aria-label="预览哪张表"
          value={shown.kind}
          options={sheets.map(({ kind }) => ({ value: kind, label: sheetDefinitions[kind].name }))}
          onChange={onChoose}
        />
        <Select
          size="small"
          variant="borderless"
          aria-label="预览放大"
          className={styles.zoom ?? ''}
          value={zoom}
          options={zooms}
          onChange={setZoom}
        />
        <span className={styles.note}>
          {`用“${periodTitle}”第一组的评分${sheetCount > sheets.length ? `，这一组共 ${sheetCount} 张表` : ''}`}
        </span>
      </div>
      <div className={styles.desk}>
        <PreviewPaper
          sheet={shown}
          page={form.page}
          orientation={sheetOf(form, shown.kind).orientation}
          zoom={zoom}
        />
      </div>
    </>
  );
}

/** The value once the clerk pauses. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

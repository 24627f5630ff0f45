import { useCallback, useMemo, useState } from 'react';
import type { ForeignFormDetail, OfferedSource } from '#shared/contract/foreign-forms.ts';
import { misfitsOf } from '#shared/rules/foreign-forms/fit.ts';
import { type FormLayout, lookUpLayout, type SheetLayout } from '#shared/rules/foreign-forms/layout.ts';
import { blockAt, type Pointing } from '#shared/rules/foreign-forms/pointing.ts';
import { cellName } from '#shared/workbook.ts';
import type { SheetGridSelection } from '#renderer/ui/sheet-grid/types.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { cutWords } from '../sheet/form-rows.ts';
import { FormSheet } from '../sheet/form-sheet.tsx';
import { SheetTabs } from '../sheet/sheet-tabs.tsx';
import { useOfferedFields } from '../use-forms.ts';
import { BlockPanel } from './block-panel.tsx';
import { CellPanel } from './cell-panel.tsx';
import { cellAt, refitted, withBlock, withCell, withNewBlock, withRepeat } from './change-pointing.ts';
import { FormNotices } from './form-notices.tsx';
import { markedTexts, markOf } from './marks.ts';
import styles from './pointing.module.css';
import { usePointing } from './use-pointing.ts';

interface PointingWorkProps {
  form: ForeignFormDetail;
  layout: FormLayout;
  periodUid: string | null;
}

interface Selected {
  row: number;
  column: number;
  top: number;
  bottom: number;
}

const PANEL_WIDTH = 380;
const nothing: readonly OfferedSource[] = [];

/** The form's sheets, and beside them what the selected place takes. */
export function PointingWork({ form, layout, periodUid }: PointingWorkProps) {
  const { pointing, change } = usePointing(form);
  const sources = useOfferedFields(periodUid).data ?? nothing;
  const [sheetName, setSheetName] = useState(() => firstSheet(layout));
  const [selected, setSelected] = useState<Selected | null>(null);
  const sheet = layout.sheets.find(({ name }) => name === sheetName);
  const misfits = useMemo(() => misfitsOf(pointing, layout), [pointing, layout]);
  const marks = useCallback(
    (row: number, column: number) => markOf(pointing, sources, sheetName, { row, column }),
    [pointing, sources, sheetName],
  );
  const marked = useMemo(() => markedTexts(pointing, sources, sheetName), [pointing, sources, sheetName]);
  const close = useCallback(() => setSelected(null), []);

  return (
    <div className={styles.work}>
      <div className={styles.main}>
        <FormNotices
          layout={layout}
          misfits={misfits}
          onAccept={() => change(refitted(pointing, layout.sheets))}
        />
        <SheetTabs
          sheets={layout.sheets}
          value={sheetName}
          onChange={(name) => {
            setSelected(null);
            setSheetName(name);
          }}
        />
        {sheet?.isCut === true && <div className={styles.text}>{cutWords}</div>}
        {sheet !== undefined && <PlaceLine sheet={sheet} selected={selected} />}
        <div className={styles.sheet}>
          {sheet !== undefined && (
            <FormSheet
              key={sheet.name}
              sheet={sheet}
              marks={marks}
              marked={marked}
              onSelect={(selection) => setSelected(selectedIn(sheet, selection))}
            />
          )}
        </div>
      </div>
      {sheet !== undefined && selected !== null && (
        <SidePanel title={titleOf(sheet, selected, pointing)} width={PANEL_WIDTH} onClose={close}>
          <Panel sheet={sheet} selected={selected} pointing={pointing} sources={sources} onChange={change} />
        </SidePanel>
      )}
    </div>
  );
}

/** What stands at the selected place, in full: a cell of the sheet may be too narrow for it. */
function PlaceLine({ sheet, selected }: { sheet: SheetLayout; selected: Selected | null }) {
  const found = selected === null ? undefined : lookUpLayout(sheet).cellAt(selected.row, selected.column);
  if (selected === null) return <div className={styles.text}>选一格，这里显示它的全部内容</div>;
  const text =
    found?.formula === undefined || found.formula === '' ? (found?.text ?? '') : `=${found.formula}`;
  return (
    <div className={styles.text}>
      {cellName(selected.row, selected.column)}　{text === '' ? '空白' : text}
    </div>
  );
}

interface PanelProps {
  sheet: SheetLayout;
  selected: Selected;
  pointing: Pointing;
  sources: readonly OfferedSource[];
  onChange: (pointing: Pointing) => void;
}

function Panel({ sheet, selected, pointing, sources, onChange }: PanelProps) {
  const { row, column, top, bottom } = selected;
  const block = blockAt(pointing, sheet.name, row);
  const repeat = pointing.repeats.find((each) => each.sheet === sheet.name) ?? null;
  if (block !== undefined) {
    return (
      <BlockPanel
        sources={sources}
        layout={sheet}
        block={block}
        repeat={repeat}
        column={column}
        onChange={(changed) => onChange(withBlock(pointing, block, changed))}
      />
    );
  }
  const look = lookUpLayout(sheet);
  return (
    <CellPanel
      sources={sources}
      value={cellAt(pointing, sheet.name, selected) ?? null}
      isFormula={look.cellAt(row, column)?.formula !== undefined}
      rows={{ top, bottom }}
      sheet={sheet.name}
      repeat={repeat}
      onSheet={(changed) => onChange(withRepeat(pointing, sheet.name, changed))}
      onCell={(choice) => onChange(withCell(pointing, sheet, { row, column }, choice))}
      onRepeat={(source) => onChange(withNewBlock(pointing, sheet, { top, bottom }, source))}
    />
  );
}

function firstSheet({ sheets }: FormLayout): string {
  return (sheets.find(({ state, rows }) => state === 'visible' && rows > 0) ?? sheets[0])?.name ?? '';
}

/** Of joined cells the first is meant. */
function selectedIn(sheet: SheetLayout, { active, rowKeys }: SheetGridSelection): Selected {
  const [row, column] = [Number(active.rowKey), Number(active.columnKey)];
  const merge = lookUpLayout(sheet).mergeAt(row, column);
  const rows = rowKeys.map(Number);
  const place = { row: merge?.top ?? row, column: merge?.left ?? column };
  return { ...place, top: Math.min(place.row, ...rows), bottom: Math.max(place.row, ...rows) };
}

function titleOf(sheet: SheetLayout, { row, column }: Selected, pointing: Pointing): string {
  const block = blockAt(pointing, sheet.name, row);
  if (block === undefined) return cellName(row, column);
  return block.top === block.bottom ? `第 ${block.top} 行重复` : `第 ${block.top}—${block.bottom} 行重复`;
}

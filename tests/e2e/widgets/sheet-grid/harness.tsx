import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { SheetGrid } from '#renderer/ui/sheet-grid/sheet-grid.tsx';
import type {
  SheetCellView,
  SheetChange,
  SheetColumn,
  SheetColumnGroup,
  SheetEditLoss,
  SheetEditSource,
  SheetGridHandle,
  SheetGridSelection,
  SheetLeadColumn,
  SheetRow,
} from '#renderer/ui/sheet-grid/types.ts';

/** What the page has been told, for the tests to read. */
export interface Recorded {
  edits: { changes: readonly SheetChange[]; source: SheetEditSource; loss: SheetEditLoss }[];
  keys: string[];
  activated: string[];
}

declare global {
  interface Window {
    recorded: Recorded;
    /** A new sheet takes the place of the last one. */
    beginSheet: (shape: SheetShape) => void;
    handle: SheetGridHandle | null;
  }
}

interface Unit extends SheetRow {
  readonly name: string;
}

interface Item extends SheetColumn {
  readonly title: string;
}

const LEAD: readonly SheetLeadColumn[] = [
  { key: 'rank', title: '排名', width: 52, align: 'center' },
  { key: 'unit', title: '单位', width: 132 },
  { key: 'total', title: '总分', width: 76, align: 'right' },
  { key: 'grade', title: '等次', width: 56, align: 'center' },
];

const TITLES = [
  '责任制落实',
  '会议召开',
  '经费保障',
  '隐患整改率',
  '九小场所和出租屋专项排查整治',
  '宣传培训',
];
const UNITS = [
  '东城区',
  '西山区',
  '高新技术产业开发区管理委员会',
  '南河县',
  '北岭县',
  '滨江新区',
  '市教育局',
  '市住房和城乡建设局',
];

/** The sheet that a test begins with. */
export interface SheetShape {
  readonly rows: number;
  readonly columns: number;
  readonly filled: boolean;
  readonly readOnly: boolean;
}

const rowsOf = (count: number): readonly Unit[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `r${index}`,
    name: `${UNITS[index % UNITS.length]}${index < UNITS.length ? '' : index}`,
  }));

function columnAt(_: unknown, index: number): Item {
  const part = Math.floor(index / 6);
  const section = Math.floor(index / 3);
  const groups: SheetColumnGroup[] = [
    { key: `p${part}`, title: `${part + 1} 消防安全责任制落实情况（20 分）` },
    { key: `s${section}`, title: `${part + 1}.${(section % 2) + 1} 组织领导与监督检查` },
  ];
  return {
    key: `c${index}`,
    title: index % 12 === 11 ? '备注' : `${index + 1} ${TITLES[index % TITLES.length]}`,
    width: index % 12 === 11 ? 140 : 76,
    align: index % 12 === 11 ? 'left' : 'right',
    tooltip: `第 ${index + 1} 项，满分 5 分`,
    groups: index % 12 === 11 ? groups.slice(0, 1) : groups,
  };
}

function textKey(rowKey: string, columnKey: string): string {
  return `${rowKey}/${columnKey}`;
}

function firstTexts(rows: readonly Unit[], columns: readonly Item[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  rows.forEach((row, down) =>
    columns.forEach((column, across) => {
      const text =
        across % 12 === 11 ? '已按要求补充佐证材料，详见附件三' : `${((down * 7 + across * 3) % 50) / 10}`;
      texts.set(textKey(row.key, column.key), text);
    }),
  );
  return texts;
}

/** Four numbered cells show the tones; c3 of the second row cannot be edited. */
function toneOf(row: Unit, column: Item, text: string, isFilled: boolean): Partial<SheetCellView> {
  if (row.key === 'r1' && column.key === 'c3') return { tone: 'readonly', tooltip: '由系统计算' };
  if (text === '错') return { tone: 'error', tooltip: '应填 0 至 5 之间的分数' };
  if (text === '/') return { tone: 'muted', tooltip: '不适用' };
  if (isFilled && row.key === 'r3' && column.key === 'c1') return { tone: 'warning', badge: '证' };
  if (isFilled && row.key === 'r4' && column.key === 'c2') return { tone: 'changed' };
  return {};
}

function Sheet({ rows: rowCount, columns: columnCount, filled, readOnly }: SheetShape) {
  const rows = useMemo(() => rowsOf(rowCount), [rowCount]);
  const columns = useMemo(() => Array.from({ length: columnCount }, columnAt), [columnCount]);
  const [texts, setTexts] = useState(() => (filled ? firstTexts(rows, columns) : new Map<string, string>()));
  const [selection, setSelection] = useState<SheetGridSelection | null>(null);

  const cell = useCallback(
    (row: Unit, column: Item): SheetCellView => {
      const editText = texts.get(textKey(row.key, column.key)) ?? '';
      const isScore = editText !== '' && column.align === 'right' && Number.isFinite(Number(editText));
      const text = isScore ? Number(editText).toFixed(2) : editText;
      return { text, editText, ...toneOf(row, column, text, filled) };
    },
    [texts, filled],
  );

  const totals = useMemo(
    () =>
      new Map(
        rows.map((row) => {
          const scores = columns.map((column) => Number(texts.get(textKey(row.key, column.key)) ?? ''));
          return [row.key, scores.reduce((sum, score) => sum + (Number.isFinite(score) ? score : 0), 0)];
        }),
      ),
    [rows, columns, texts],
  );
  const leadCell = useCallback(
    (row: Unit, column: SheetLeadColumn): SheetCellView => {
      if (column.key === 'unit') return { text: row.name };
      if (column.key === 'total') return { text: (totals.get(row.key) ?? 0).toFixed(2) };
      return { text: column.key === 'rank' ? `${rows.indexOf(row) + 1}` : '良好', tone: 'muted' };
    },
    [rows, totals],
  );

  return (
    <>
      <div className="sheet">
        <SheetGrid
          ref={(handle) => {
            window.handle = handle;
          }}
          label="考核打分表"
          rows={rows}
          columns={columns}
          leadColumns={LEAD}
          cell={cell}
          leadCell={leadCell}
          readOnly={readOnly}
          onEdit={(changes, source, loss) => {
            window.recorded.edits.push({ changes, source, loss });
            setTexts((last) => {
              const next = new Map(last);
              for (const { rowKey, columnKey, text } of changes) next.set(textKey(rowKey, columnKey), text);
              return next;
            });
          }}
          onSelect={setSelection}
          onActivate={({ rowKey, columnKey }) => window.recorded.activated.push(textKey(rowKey, columnKey))}
          onKey={(stroke) => {
            if (stroke.key !== '/') return false;
            window.recorded.keys.push(stroke.key);
            return true;
          }}
        />
      </div>
      <output id="told">{selection ? describe(selection) : ''}</output>
    </>
  );
}

function describe({ active, rowKeys, columnKeys }: SheetGridSelection): string {
  const corners = [rowKeys.at(0), columnKeys.at(0), rowKeys.at(-1), columnKeys.at(-1)].join(' ');
  return `${active.rowKey} ${active.columnKey} | ${corners}`;
}

const place = document.querySelector('#root');
if (place) {
  const root = createRoot(place);
  let round = 0;
  window.beginSheet = (shape) => {
    round += 1;
    window.recorded = { edits: [], keys: [], activated: [] };
    flushSync(() => root.render(<Sheet key={round} {...shape} />));
  };
}

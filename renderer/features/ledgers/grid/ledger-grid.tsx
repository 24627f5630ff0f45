import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LedgerFilter, LedgerRow } from '#shared/contract/ledgers.ts';
import type { Term } from '#shared/contract/terms.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { LedgerDefinition, LedgerStandards } from '#shared/rules/ledgers/definition.ts';
import { type LineTexts, readLine } from '#shared/rules/ledgers/read-line.ts';
import { api, client } from '#renderer/app/client.ts';
import { DraftBar, draftText } from '#renderer/app/drafts/draft-bar.tsx';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { undoKeyOf } from '#renderer/app/undo/undo-keys.ts';
import { SheetGrid } from '#renderer/ui/sheet-grid/sheet-grid.tsx';
import type {
  SheetCellView,
  SheetChange,
  SheetGridHandle,
  SheetLeadColumn,
} from '#renderer/ui/sheet-grid/types.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../ledgers.module.css';
import { tablesOf } from '../use-ledger.ts';
import { readEdits } from './read-edits.ts';
import { type LedgerSheetColumn, sheetColumns } from './sheet-columns.ts';
import {
  countEdits,
  type Line,
  newKey,
  rowTexts,
  textsIn,
  usedLines,
  withChanges,
  withoutLines,
} from './sheet-edits.ts';
import { useLineWords } from './use-line-words.ts';
import { useKeptEdits } from './use-kept-edits.ts';

interface LedgerGridProps {
  definition: LedgerDefinition;
  filter: LedgerFilter;
  terms: Record<string, Term[]> | undefined;
  standards: LedgerStandards | undefined;
  mayEdit: boolean;
}

/** The ledger as a sheet: everything that the filter shows, with empty lines below. */
export function LedgerGrid(props: LedgerGridProps) {
  const { definition, filter } = props;
  const query = useQuery(
    api.ledgers.sheet.queryOptions({
      input: { ledger: definition.key, filter },
      meta: { tables: tablesOf(definition) },
    }),
  );
  return <QueryView query={query}>{({ rows }) => <Sheet {...props} rows={rows} />}</QueryView>;
}

interface StoredLine {
  row: LedgerRow | null;
  texts: LineTexts;
}
const newLine: StoredLine = { row: null, texts: {} };

/** New lines below the last row, so that there is always room. */
const SPARE_LINES = 50;
const SHOWN_PROBLEMS = 4;
const leadColumns: readonly SheetLeadColumn[] = [{ key: 'place', title: '序号', width: 56, align: 'center' }];

function Sheet(props: LedgerGridProps & { rows: readonly LedgerRow[] }) {
  const { definition, rows, terms, standards, mayEdit } = props;
  const { notification } = App.useApp();
  const grid = useRef<SheetGridHandle>(null);
  const { edits, mayTakeBack, change, takeBack, clear, draft, take } = useKeptEdits(definition.key);
  const words = useLineWords(definition, terms, textsIn(edits, siteKeys(definition)));
  const [room, setRoom] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [today] = useState(() => localDay(Date.now()));
  const enter = useOperation(client.ledgers.enter, {
    success: ({ uids, changed, removed }) => savedWords(uids.length, changed, removed),
    undoable: true,
  });

  const columns = useMemo(() => sheetColumns(definition), [definition]);
  const stored = useMemo(
    () => new Map(rows.map((row) => [row.uid, { row, texts: rowTexts(definition, row) }])),
    [definition, rows],
  );
  const storedOf = useCallback((key: string): StoredLine => stored.get(key) ?? newLine, [stored]);
  const lines = useMemo((): Line[] => {
    const kept = rows.filter(({ uid }) => !edits.removed.has(uid)).map((row) => ({ key: row.uid, row }));
    if (!mayEdit) return kept;
    const spare = Math.max(room, usedLines(edits) + SPARE_LINES);
    return [...kept, ...Array.from({ length: spare }, (_, index) => ({ key: newKey(index), row: null }))];
  }, [rows, edits, room, mayEdit]);
  const places = useMemo(() => new Map(lines.map(({ key }, index) => [key, index + 1])), [lines]);

  const cell = useCallback(
    ({ key }: Line, { key: meaning }: LedgerSheetColumn): SheetCellView => {
      const before = storedOf(key).texts;
      const edited = edits.lines.get(key)?.texts;
      const text = edited?.[meaning] ?? before[meaning] ?? '';
      if (edited?.[meaning] === undefined) return { text };
      const { problems } = readLine(definition, { ...before, ...edited }, new Set([meaning]), words);
      const problem = problems[meaning];
      return problem === undefined ? { text, tone: 'changed' } : { text, tone: 'error', tooltip: problem };
    },
    [storedOf, edits.lines, definition, words],
  );
  const leadCell = useCallback(
    ({ key }: Line): SheetCellView => ({ text: String(places.get(key) ?? '') }),
    [places],
  );

  const onEdit = useCallback(
    (changes: readonly SheetChange[]) => change((before) => withChanges(before, changes, storedOf)),
    [change, storedOf],
  );

  /** A long table needs more empty lines before the grid lays it down. */
  function makeRoom(event: ClipboardEvent): void {
    if (!mayEdit) return;
    const pasted = event.clipboardData.getData('text/plain').split('\n').length;
    flushSync(() => setRoom(usedLines(edits) + pasted + SPARE_LINES));
  }

  /** Until everything is saved, undo takes back what was done here. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isTyping = event.target instanceof Element && event.target.getAttribute('data-editing') === 'true';
    if (undoKeyOf(event) !== 'undo' || !mayTakeBack || isTyping) return;
    event.preventDefault();
    event.stopPropagation();
    takeBack();
  }

  function goToEmptyLine(): void {
    grid.current?.select({ rowKey: newKey(usedLines(edits)), columnKey: columns[0]?.key ?? '' });
    grid.current?.focus();
  }

  function removeChosen(): void {
    const gone = new Set(chosen);
    change((before) =>
      withoutLines(
        before,
        lines.filter(({ key }) => gone.has(key)),
      ),
    );
  }

  async function save(): Promise<void> {
    const { problems, ...entered } = readEdits(definition, edits, words, {
      today,
      standards: standards ?? {},
    });
    const [first] = problems;
    if (first !== undefined) {
      grid.current?.select(first);
      const shown = problems
        .slice(0, SHOWN_PROBLEMS)
        .map(({ rowKey, text }) => `第 ${places.get(rowKey) ?? 0} 行：${text}`);
      const more = problems.length > SHOWN_PROBLEMS ? [`……还有 ${problems.length - SHOWN_PROBLEMS} 处`] : [];
      notification.warning({
        key: 'ledger-problems',
        message: `有 ${problems.length} 处要先改正，还没有保存`,
        description: [...shown, ...more].join('\n'),
        style: { whiteSpace: 'pre-line' },
        placement: 'bottomRight',
        duration: 8,
      });
      return;
    }
    const outcome = await enter.run({ ledger: definition.key, ...entered });
    if (outcome.done) clear();
  }

  const count = countEdits(edits);
  return (
    <div className={styles.grid}>
      <DraftBar draft={draft} onTake={take} />
      {mayEdit && (
        <div className={styles.gridBar}>
          <Button type="primary" disabled={count === 0} loading={enter.running} onClick={() => void save()}>
            {count === 0 ? '保存' : `保存 ${count} 行`}
          </Button>
          <Button disabled={!mayTakeBack} onClick={takeBack}>
            撤回一步
          </Button>
          <Button disabled={count === 0} onClick={clear}>
            放弃改动
          </Button>
          <Button disabled={chosen.length === 0} onClick={removeChosen}>
            删除所选行
          </Button>
          <Button onClick={goToEmptyLine}>到末尾空行</Button>
          <span className={styles.grey}>
            {count === 0
              ? '直接在格子里改，或从 Excel 复制后粘贴；新的写在最下面的空行里。'
              : draftText(draft)}
          </span>
        </div>
      )}
      <div
        role="presentation"
        className={styles.gridPlace}
        onPasteCapture={makeRoom}
        onKeyDownCapture={onKeyDown}
      >
        <SheetGrid<Line, LedgerSheetColumn>
          ref={grid}
          label={`${definition.name}表格`}
          rows={lines}
          columns={columns}
          leadColumns={leadColumns}
          readOnly={!mayEdit}
          cell={cell}
          leadCell={leadCell}
          onEdit={onEdit}
          onSelect={({ rowKeys }) => setChosen(rowKeys)}
        />
      </div>
    </div>
  );
}

function siteKeys({ columns }: LedgerDefinition): string[] {
  return columns.filter(({ kind }) => kind === 'site').map(({ key }) => key);
}

function savedWords(added: number, changed: number, removed: number): string {
  const parts = [
    added > 0 ? `新增 ${added} 行` : '',
    changed > 0 ? `修改 ${changed} 行` : '',
    removed > 0 ? `删除 ${removed} 行` : '',
  ];
  return `已保存：${parts.filter((part) => part !== '').join('，')}`;
}

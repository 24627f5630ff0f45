import type { ClipboardEvent } from 'react';
import { formatHtmlTable, isOwnTable } from '../model/html-table.ts';
import { planPaste } from '../model/paste.ts';
import type { Range } from '../model/range.ts';
import { selectBlock, selectedRange } from '../model/selection.ts';
import type { Block } from '../model/tsv.ts';
import { formatTsv, parseTsv } from '../model/tsv.ts';
import { writeEverywhere } from '../model/writes.ts';
import type { Content } from './use-content.ts';
import type { SelectionState } from './use-selection.ts';

type FieldClipboardEvent = ClipboardEvent<HTMLTextAreaElement>;

interface ClipboardHandlers {
  readonly onCopy: (event: FieldClipboardEvent) => void;
  readonly onCut: (event: FieldClipboardEvent) => void;
  readonly onPaste: (event: FieldClipboardEvent) => void;
}

function blockOf({ top, left, bottom, right }: Range, textAt: Content['textAt']): Block {
  return Array.from({ length: bottom - top + 1 }, (_row, down) =>
    Array.from({ length: right - left + 1 }, (_column, across) =>
      textAt({ row: top + down, column: left + across }),
    ),
  );
}

/** Copy, cut and paste of the selection; while a cell is edited the text field does them by itself. */
export function useClipboard(content: Content, state: SelectionState, isEditing: boolean): ClipboardHandlers {
  const { selection, select, described } = state;
  const isIdle = !isEditing && described !== null;
  const range = selectedRange(selection);

  const copy = (event: FieldClipboardEvent) => {
    const block = blockOf(range, content.textAt);
    event.preventDefault();
    event.clipboardData.setData('text/plain', formatTsv(block));
    event.clipboardData.setData('text/html', formatHtmlTable(block));
  };

  return {
    onCopy: (event) => {
      if (isIdle) copy(event);
    },
    onCut: (event) => {
      if (!isIdle) return;
      copy(event);
      content.write(writeEverywhere(range, ''), 'cut');
    },
    onPaste: (event) => {
      if (!isIdle) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      if (text === '') return;
      const plan = planPaste(parseTsv(text), range, {
        bounds: content.bounds,
        isDerived: content.isDerived,
        isOwnCopy: isOwnTable(event.clipboardData.getData('text/html')),
      });
      const { top, left, bottom, right } = plan.range;
      select(selectBlock({ row: top, column: left }, { row: bottom, column: right }));
      content.write(plan.writes, 'paste', plan.beyondEdge);
    },
  };
}

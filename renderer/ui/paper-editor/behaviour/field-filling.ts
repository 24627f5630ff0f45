import { Extension } from '@tiptap/core';
import { isHistoryTransaction } from '@tiptap/pm/history';
import type { Mark, Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fillField, selectedField } from './fields.ts';

/** The place that an input method is writing in: it was emptied for it and comes back if nothing is chosen. */
interface Composing {
  field: Node;
  position: number;
}
const key = new PluginKey<Composing | null>('fieldFilling');
/** The editor takes in what an input method wrote a moment after its end. */
const AFTER_COMPOSITION_MS = 60;

/** Typing on an open place fills it; deleting all that fills it opens it again. */
export const FieldFilling = Extension.create({
  name: 'fieldFilling',
  addProseMirrorPlugins: () => [
    new Plugin<Composing | null>({
      key,
      state: {
        init: () => null,
        apply(transaction, composing) {
          const told: unknown = transaction.getMeta(key);
          if (told !== undefined) return told as Composing | null;
          return composing && { ...composing, position: transaction.mapping.map(composing.position, -1) };
        },
      },
      props: {
        handleTextInput(view, _from, _to, text) {
          const filled = fillField(view.state, text);
          if (filled === null) return false;
          view.dispatch(filled);
          return true;
        },
        handleDOMEvents: {
          compositionstart(view) {
            beginComposition(view);
            return false;
          },
          compositionend(view) {
            setTimeout(() => endComposition(view), AFTER_COMPOSITION_MS);
            return false;
          },
        },
      },
      appendTransaction: (transactions, before, after) =>
        key.getState(after) !== null ? null : reopenEmptied(transactions, before, after),
    }),
  ],
});

function beginComposition(view: EditorView): void {
  const field = selectedField(view.state);
  const emptied = fillField(view.state, '');
  if (field === null || emptied === null) return;
  view.dispatch(emptied.setMeta(key, { field, position: view.state.selection.from }));
}

function endComposition(view: EditorView): void {
  const composing = view.isDestroyed ? null : key.getState(view.state);
  if (!composing || view.composing) return;
  const { tr, doc } = view.state;
  tr.setMeta(key, null);
  const written = doc.nodeAt(composing.position);
  if (!written || fieldOf(written)?.attrs['name'] !== composing.field.attrs['name']) {
    tr.insert(composing.position, composing.field);
    tr.setSelection(NodeSelection.create(tr.doc, composing.position));
  }
  view.dispatch(tr);
}

function fieldOf(node: Node): Mark | undefined {
  return node.marks.find((mark) => mark.type.name === 'field');
}

/** Open places where a deletion took all of a filled place and nothing else beside it. */
function reopenEmptied(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): Transaction | null {
  if (!transactions.some(({ docChanged }) => docChanged)) return null;
  // Undo has brought back what was there before; an input method must not be disturbed.
  if (transactions.some((one) => isHistoryTransaction(one) || one.getMeta('composition') !== undefined)) {
    return null;
  }
  const { tr } = after;
  filledFields(before.doc).forEach(({ from, to, mark, marks }) => {
    const start = mapThrough(transactions, from, -1);
    const end = mapThrough(transactions, to, 1);
    if (start.isTorn || end.isTorn || start.position !== end.position) return;
    const open = after.schema.nodes['emptyField']?.create({ name: mark.attrs['name'] }, null, marks);
    if (!open) return;
    const position = tr.mapping.map(start.position);
    tr.insert(position, open).setSelection(NodeSelection.create(tr.doc, position));
  });
  return tr.docChanged ? tr : null;
}

interface FilledField {
  from: number;
  to: number;
  mark: Mark;
  /** Of its first text, without `mark` itself. */
  marks: readonly Mark[];
}

function filledFields(document: Node): FilledField[] {
  const fields: FilledField[] = [];
  document.descendants((node, from) => {
    const mark = node.isText ? fieldOf(node) : undefined;
    if (!mark) return;
    const last = fields.at(-1);
    const to = from + node.nodeSize;
    if (last && last.to === from && last.mark.eq(mark)) last.to = to;
    else fields.push({ from, to, mark, marks: mark.removeFromSet(node.marks) });
  });
  return fields;
}

/** Where a border of a filled place is afterwards, and whether its neighbour outside was deleted too. */
function mapThrough(transactions: readonly Transaction[], position: number, side: 1 | -1) {
  let isTorn = false;
  let mapped = position;
  for (const { mapping } of transactions) {
    const result = mapping.mapResult(mapped, side);
    isTorn ||= side === -1 ? result.deletedBefore : result.deletedAfter;
    mapped = result.pos;
  }
  return { position: mapped, isTorn };
}

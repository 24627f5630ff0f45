import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { handlePaste, isInTable } from '@tiptap/pm/tables';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { fillField, selectedField } from '../behaviour/fields.ts';
import { normalizeBlocks } from '../document/normalize.ts';
import { toNode } from '../document/to-document.ts';

interface Pasted {
  blocks: readonly PaperBlock[];
  /** The same as typed, numbers and all. */
  text: string;
}

/** Puts pasted blocks where the selection is, as a word processor would. */
export function insertBlocks(view: EditorView, event: ClipboardEvent, { blocks, text }: Pasted): void {
  const nodes = normalizeBlocks(blocks).map((block) => view.state.schema.nodeFromJSON(toNode(block)));
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return;
  if (isInTable(view.state)) return insertIntoTable(view, event, { blocks, text });
  const { $from, $to } = view.state.selection;
  const isBlockEmpty = $from.sameParent($to) && $from.parent.content.size === $to.pos - $from.pos;
  if (nodes.length === 1 && first.isTextblock && (!isBlockEmpty || selectedField(view.state))) {
    return insertText(view, text.trim());
  }
  if (nodes.length === 1 && first.type.name === 'paragraph' && first.attrs['place'] === 'indented') {
    // Words for the empty heading or the placed paragraph that waits for them.
    return replaceSelection(view, new Slice(first.content, 0, 0));
  }
  const joinsStart = isTextBody(first.type.name) && $from.parentOffset > 0;
  const joinsEnd = isTextBody(last.type.name) && $to.parentOffset < $to.parent.content.size;
  const slice = new Slice(Fragment.from(nodes), joinsStart ? 1 : 0, joinsEnd ? 1 : 0);
  replaceSelection(view, slice);
}

function replaceSelection(view: EditorView, slice: Slice): void {
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
}

const isTextBody = (name: string) => name === 'paragraph';

function insertText(view: EditorView, text: string): void {
  const line = text.replaceAll(/\s*\n\s*/g, '');
  const transaction = fillField(view.state, line) ?? view.state.tr.insertText(line);
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true));
}

/** Cells go into cells, whatever else into the lines of one cell. */
function insertIntoTable(view: EditorView, event: ClipboardEvent, { blocks, text }: Pasted): void {
  const { schema } = view.state;
  const table = blocks.find((block) => block.kind === 'table');
  if (table && blocks.length === 1) {
    const slice = new Slice(Fragment.from(schema.nodeFromJSON(toNode(table))), 0, 0);
    handlePaste(view, event, slice);
    return;
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const nodes = lines.map((line) => schema.nodes['cellLine']?.create(null, schema.text(line.trim())) ?? []);
  const slice = new Slice(Fragment.from(nodes.flat()), 1, 1);
  replaceSelection(view, slice);
}

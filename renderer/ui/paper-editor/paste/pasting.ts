import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { bodyLimits } from '#shared/rules/papers/limits.ts';
import { readText } from '#shared/rules/papers/read-text.ts';
import { copiedText } from './copied-text.ts';
import { insertBlocks } from './insert-blocks.ts';
import { withNumbers, withoutNumbers } from './copied-numbers.ts';
import { resolutionsIn, withoutForeignMarks } from './moved-resolutions.ts';
import { readHtml } from './read-html.ts';
import { withoutStyles } from './style.ts';

interface PastingOptions {
  /** Says something to the clerk. */
  tell: (text: string) => void;
}

/** Texts from elsewhere come in as blocks without looks; the editor's own come in as they are. */
export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  addOptions: () => ({ tell: () => undefined }),
  addProseMirrorPlugins() {
    const { tell } = this.options;
    let cutItems: ReadonlySet<string> = new Set();
    return [
      new Plugin({
        props: {
          // The editor's own reading of foreign HTML is not wanted: see `takeIn`.
          transformPastedHTML: (html) => (isOwn(html) ? html : ''),
          transformCopied: (slice, view) => withNumbers(slice, view.state),
          transformPasted: (slice, view) => withoutForeignMarks(withoutNumbers(slice), view.state, cutItems),
          handleDOMEvents: {
            cut(view) {
              cutItems = resolutionsIn(view.state.selection.content().content);
              return false;
            },
          },
          clipboardTextSerializer: (_slice, view) => copiedText(view.state),
          handlePaste: (view, event) => takeIn(view, event.clipboardData, event, tell),
          handleDrop(view, event, _slice, isMoved) {
            if (isMoved || !event.dataTransfer) return false;
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (place) {
              const selection = TextSelection.near(view.state.doc.resolve(place.pos));
              view.dispatch(view.state.tr.setSelection(selection));
            }
            event.preventDefault();
            return takeIn(view, event.dataTransfer, new ClipboardEvent('paste'), tell);
          },
        },
      }),
    ];
  },
});

/** Whether it was taken care of here. */
function takeIn(
  view: EditorView,
  data: DataTransfer | null,
  event: ClipboardEvent,
  tell: (text: string) => void,
): boolean {
  const html = data?.getData('text/html') ?? '';
  const text = data?.getData('text/plain') ?? '';
  if (isOwn(html)) return false;
  if (html === '' && text === '') {
    const isFile = (data?.files.length ?? 0) > 0;
    if (isFile) tell('正文里放不了图片和文件，请作为附件加入');
    return isFile;
  }
  const { blocks, pictures } = html === '' ? { blocks: readText(text), pictures: 0 } : readHtml(html);
  if (blocks.length + view.state.doc.childCount > bodyLimits.blocks) {
    tell(`正文最多 ${bodyLimits.blocks} 段，粘贴的内容有 ${blocks.length} 段，请分成几个附件`);
    return true;
  }
  insertBlocks(view, event, { blocks, text: text === '' ? plainText(html) : text });
  if (pictures > 0) tell(`已粘贴文字和表格，略去图片 ${pictures} 张`);
  return true;
}

const isOwn = (html: string) => html.includes('data-pm-slice');

function plainText(html: string): string {
  return new DOMParser().parseFromString(withoutStyles(html), 'text/html').body.textContent;
}

import { App, ConfigProvider } from 'antd';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from '#renderer/app/theme.ts';
import { BodyEditor } from '#renderer/ui/paper-editor/body-editor.tsx';
import type { BodyEditorHandle } from '#renderer/ui/paper-editor/types.ts';
import type { PaperBlock } from '#shared/rules/papers/model.ts';

/** What the page has been told, for the tests to read, and what they may ask of it. */
export interface Told {
  given: PaperBlock[][];
  marked: string[];
  opened: string[];
}

declare global {
  interface Window {
    told: Told;
    editor: BodyEditorHandle | null;
    show: (blocks: PaperBlock[]) => void;
    /** Settles when the selection on the screen is the one that the page was last told of. */
    caretKnown: () => Promise<void>;
  }
}

const selected = (): readonly unknown[] => {
  const selection = document.getSelection();
  return [selection?.anchorNode, selection?.anchorOffset, selection?.focusNode, selection?.focusOffset];
};
let toldOf = selected();
document.addEventListener('selectionchange', () => (toldOf = selected()));
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
/** A selection that went with its element is told of by nobody. */
const FRAMES = 30;

window.caretKnown = async () => {
  await frame();
  for (let left = FRAMES; left > 0 && selected().some((part, place) => part !== toldOf[place]); left -= 1) {
    await frame();
  }
};

const query = new URLSearchParams(window.location.search);
const first = JSON.parse(query.get('blocks') ?? '[]') as PaperBlock[];

const marks = {
  newUid: (text: string) => `u${window.told.marked.push(text)}`,
  onOpen: (uid: string) => {
    window.told.opened.push(uid);
  },
};

function Harness() {
  const [blocks, setBlocks] = useState<readonly PaperBlock[]>(first);
  useEffect(() => {
    window.show = setBlocks;
  }, []);
  return (
    <div className="page">
      <BodyEditor
        ref={(handle) => {
          window.editor = handle;
        }}
        label="正文"
        value={blocks}
        readOnly={query.has('readOnly')}
        onChange={(next) => {
          window.told.given.push(next);
          setBlocks(next);
        }}
        marks={marks}
      />
      <button type="button">外面</button>
    </div>
  );
}

window.told = { given: [], marked: [], opened: [] };
const place = document.querySelector('#root');
if (place) {
  createRoot(place).render(
    <ConfigProvider theme={theme} csp={{ nonce: 'harness' }} button={{ autoInsertSpace: false }}>
      <App>
        <Harness />
      </App>
    </ConfigProvider>,
  );
}

import { App, ConfigProvider } from 'antd';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
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
    /** A new editor takes the place of the last one. */
    begin: (blocks: PaperBlock[], isReadOnly: boolean) => void;
    /** Another text from outside, in the same editor. */
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

const marks = {
  newUid: (text: string) => `u${window.told.marked.push(text)}`,
  onOpen: (uid: string) => {
    window.told.opened.push(uid);
  },
};

interface Given {
  readonly round: number;
  readonly blocks: readonly PaperBlock[];
  readonly isReadOnly: boolean;
}

function Harness() {
  const [{ round, blocks, isReadOnly }, setGiven] = useState<Given>({
    round: 0,
    blocks: [],
    isReadOnly: false,
  });
  useEffect(() => {
    window.begin = (first, readOnly) => {
      flushSync(() => setGiven((last) => ({ round: last.round + 1, blocks: first, isReadOnly: readOnly })));
      // Only now: the last editor has just told its text a last time.
      window.told = { given: [], marked: [], opened: [] };
    };
    window.show = (next) => setGiven((last) => ({ ...last, blocks: next }));
  }, []);
  return (
    <div className="page">
      <BodyEditor
        key={round}
        ref={(handle) => {
          window.editor = handle;
        }}
        label="正文"
        value={blocks}
        readOnly={isReadOnly}
        onChange={(next) => {
          window.told.given.push(next);
          setGiven((last) => (last.round === round ? { ...last, blocks: next } : last));
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

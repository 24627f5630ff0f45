import { EditorContent, useEditor } from '@tiptap/react';
import { App } from 'antd';
import type { Ref } from 'react';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { markResolution } from './behaviour/resolutions.ts';
import styles from './body-editor.module.css';
import { toDocument } from './document/to-document.ts';
import { bodyExtensions } from './extensions.ts';
import { handleOf } from './handle.ts';
import { replaceText } from './replace-text.ts';
import { focusFirstButton } from './toolbar/roving.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import type { BodyEditorHandle, ResolutionMarks } from './types.ts';
import { useEmission } from './use-emission.ts';

const CARET_MARGIN_PX = { top: 64, right: 0, bottom: 48, left: 0 };

interface BodyEditorProps {
  value: readonly PaperBlock[];
  /** Called at every pause in writing and when the focus leaves, not at every key. */
  onChange: (blocks: PaperBlock[]) => void;
  readOnly?: boolean;
  /** What the text is, for those who hear it: 正文, 附件 1. */
  label: string;
  marks?: ResolutionMarks;
  ref?: Ref<BodyEditorHandle>;
}

/** The body of an official paper to write on; headings are numbered by position. */
export function BodyEditor({ value, onChange, readOnly = false, label, marks, ref }: BodyEditorProps) {
  const { message } = App.useApp();
  const [extensions] = useState(() => bodyExtensions((text) => void message.info(text, 5)));
  const [first] = useState(() => toDocument(value));
  const { note, flush, isEcho } = useEmission(onChange);
  const toolbar = useRef<HTMLDivElement>(null);
  const pageKey = (event: KeyboardEvent): boolean => {
    if (event.altKey && event.key === 'F10') focusFirstButton(toolbar.current);
    else if (marks && event.ctrlKey && event.key === 'm') markResolution(editor, marks.newUid);
    else return false;
    return true;
  };
  const editor = useEditor({
    extensions,
    content: first,
    editable: !readOnly,
    // The page's policy takes styles from files only: body-editor.module.css.
    injectCSS: false,
    editorProps: {
      // Not under the toolbar, nor at the very edge.
      scrollThreshold: CARET_MARGIN_PX,
      scrollMargin: CARET_MARGIN_PX,
      handleKeyDown: (_view, event) => pageKey(event),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-readonly': String(readOnly),
        class: styles.text ?? '',
        spellcheck: 'false',
      },
    },
    onUpdate: ({ editor: changed }) => note(changed),
    onBlur: flush,
  });

  useEffect(() => {
    if (!isEcho(value)) replaceText(editor, value);
  }, [editor, value, isEcho]);
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly]);
  useImperativeHandle(ref, () => handleOf(editor, flush, marks), [editor, flush, marks]);

  return (
    <div className={styles.editor}>
      {!readOnly && <Toolbar ref={toolbar} editor={editor} label={label} marks={marks ?? null} />}
      <div className={styles.desk}>
        <EditorContent editor={editor} className={styles.sheet} />
      </div>
    </div>
  );
}

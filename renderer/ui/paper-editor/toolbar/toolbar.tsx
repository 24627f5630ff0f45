import RedoOutlined from '@ant-design/icons/RedoOutlined';
import UndoOutlined from '@ant-design/icons/UndoOutlined';
import type { Editor } from '@tiptap/react';
import type { Ref } from 'react';
import { insertPageBreak } from '../behaviour/blocks.ts';
import { selectNextField } from '../behaviour/fields.ts';
import type { ResolutionMarks } from '../types.ts';
import { LookButtons } from './look-buttons.tsx';
import { ResolutionButtons } from './resolution-buttons.tsx';
import { moveAmongButtons } from './roving.ts';
import { TableButton } from './table-button.tsx';
import { ToolButton } from './tool-button.tsx';
import styles from './toolbar.module.css';
import { useTextState } from './use-text-state.ts';

interface ToolbarProps {
  editor: Editor;
  label: string;
  marks: ResolutionMarks | null;
  ref: Ref<HTMLDivElement>;
}

/** Stays in view above the text. Alt+F10 comes here from the text, Escape goes back. */
export function Toolbar({ editor, label, marks, ref }: ToolbarProps) {
  const state = useTextState(editor);
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label={`${label}工具`}
      tabIndex={-1}
      ref={ref}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.view.focus();
        else moveAmongButtons(event);
      }}
    >
      <div className={styles.group}>
        <ToolButton
          tooltip="撤销(Ctrl+Z)"
          icon={<UndoOutlined />}
          disabled={!state.canUndo}
          onClick={() => editor.chain().focus().undo().run()}
        />
        <ToolButton
          tooltip="重做(Ctrl+Y)"
          icon={<RedoOutlined />}
          disabled={!state.canRedo}
          onClick={() => editor.chain().focus().redo().run()}
        />
      </div>
      <LookButtons editor={editor} state={state} />
      <div className={styles.group}>
        <TableButton editor={editor} isInTable={state.isInTable} />
        <ToolButton
          tooltip="从这里另起一页(Ctrl+Enter)"
          name="分页"
          disabled={state.level === null}
          onClick={() => insertPageBreak(editor)}
        >
          分页
        </ToolButton>
      </div>
      {state.emptyFields > 0 && (
        <div className={styles.group}>
          <ToolButton
            tooltip="到下一处未填项(Tab)"
            name="下一处未填项"
            onClick={() => selectNextField(editor)}
          >
            {`未填 ${state.emptyFields} 处`}
          </ToolButton>
        </div>
      )}
      {marks && <ResolutionButtons editor={editor} resolution={state.resolution} marks={marks} />}
    </div>
  );
}

import type { Editor } from '@tiptap/react';
import { markResolution, unmarkResolution } from '../behaviour/resolutions.ts';
import type { ResolutionMarks } from '../types.ts';
import { ToolButton } from './tool-button.tsx';
import styles from './toolbar.module.css';

interface ResolutionButtonsProps {
  editor: Editor;
  /** Of the decided item at the caret. */
  resolution: string | null;
  marks: ResolutionMarks;
}

/** Marks words as a decided item, or takes the mark at the caret away. */
export function ResolutionButtons({ editor, resolution, marks }: ResolutionButtonsProps) {
  const { newUid, onOpen } = marks;
  if (resolution === null) {
    return (
      <div className={styles.group}>
        <ToolButton
          tooltip="把选中的文字，或光标所在的一句，标为议定事项(Ctrl+M)"
          name="标为议定事项"
          onClick={() => markResolution(editor, newUid)}
        >
          标为议定事项
        </ToolButton>
      </div>
    );
  }
  return (
    <div className={styles.group}>
      {onOpen && (
        <ToolButton tooltip="责任单位、完成时限等" name="查看议定事项" onClick={() => onOpen(resolution)}>
          查看议定事项
        </ToolButton>
      )}
      <ToolButton
        tooltip="文字保留，不再是议定事项"
        name="取消议定标记"
        onClick={() => unmarkResolution(editor, resolution)}
      >
        取消议定标记
      </ToolButton>
    </div>
  );
}

import BoldOutlined from '@ant-design/icons/BoldOutlined';
import type { Editor } from '@tiptap/react';
import type { HeadingLevel } from '#shared/rules/papers/numbering.ts';
import { headingNumber } from '#shared/rules/papers/numbering.ts';
import type { ParagraphPlace } from '../behaviour/blocks.ts';
import { setLevel, setPlace } from '../behaviour/blocks.ts';
import { toggleBold } from '../behaviour/keys.ts';
import type { CellAlign } from '../table/commands.ts';
import { setCellLook } from '../table/commands.ts';
import { ToolButton } from './tool-button.tsx';
import styles from './toolbar.module.css';
import type { TextState } from './use-text-state.ts';

const levels: readonly HeadingLevel[] = [1, 2, 3, 4];
const levelNames = ['一级', '二级', '三级', '四级'];

const places: readonly { place: ParagraphPlace; name: string; tooltip: string; align?: CellAlign }[] = [
  { place: 'indented', name: '缩进', tooltip: '首行缩进二字' },
  { place: 'flush', name: '顶格', tooltip: '顶格；表格中为左对齐', align: 'left' },
  { place: 'center', name: '居中', tooltip: '居中', align: 'center' },
  { place: 'right', name: '居右', tooltip: '居右', align: 'right' },
];

/** Level, weight and place of the paragraph, or of the cell, that the caret is in. */
export function LookButtons({ editor, state }: { editor: Editor; state: TextState }) {
  const focused = (change: boolean) => change && editor.view.focus();
  return (
    <>
      <div className={styles.group}>
        <ToolButton
          tooltip="正文(Ctrl+0)"
          pressed={state.level === 0}
          disabled={state.level === null}
          onClick={() => focused(setLevel(editor, 0))}
        >
          正文
        </ToolButton>
        {levels.map((level) => (
          <ToolButton
            key={level}
            tooltip={`${levelNames[level - 1]}标题(Ctrl+Alt+${level})`}
            pressed={state.level === level}
            disabled={state.level === null}
            onClick={() => focused(setLevel(editor, level))}
          >
            {headingNumber(level, 1)}
          </ToolButton>
        ))}
      </div>
      <div className={styles.group}>
        <ToolButton
          tooltip="加粗(Ctrl+B)"
          icon={<BoldOutlined />}
          pressed={state.isBold}
          onClick={() => focused(toggleBold(editor))}
        />
        {places.map(({ place, name, tooltip, align }) => (
          <ToolButton
            key={place}
            tooltip={tooltip}
            name={name}
            pressed={state.cell ? state.cell.align === align : state.place === place}
            disabled={state.cell ? align === undefined : state.level === null}
            onClick={() =>
              focused(state.cell && align ? setCellLook(editor, { align }) : setPlace(editor, place))
            }
          >
            {name}
          </ToolButton>
        ))}
      </div>
    </>
  );
}

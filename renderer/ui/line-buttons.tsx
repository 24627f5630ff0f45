import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button } from 'antd';
import { moveLine } from './lines.ts';

interface LineButtonsProps<Line> {
  lines: readonly Line[];
  place: number;
  /** What the button that deletes is called: 删除教育. */
  remove: string;
  /** It is used elsewhere and cannot be deleted. */
  stays?: boolean;
  onChange: (lines: Line[]) => void;
}

/** Moves a line up or down, or deletes it. */
export function LineButtons<Line>({ lines, place, remove, stays = false, onChange }: LineButtonsProps<Line>) {
  return (
    <>
      <Button
        type="text"
        aria-label="上移"
        icon={<ArrowUpOutlined aria-hidden />}
        onClick={() => onChange(moveLine(lines, place, -1))}
      />
      <Button
        type="text"
        aria-label="下移"
        icon={<ArrowDownOutlined aria-hidden />}
        onClick={() => onChange(moveLine(lines, place, 1))}
      />
      <Button
        type="text"
        disabled={stays}
        aria-label={remove}
        icon={<DeleteOutlined aria-hidden />}
        onClick={() => onChange(lines.toSpliced(place, 1))}
      />
    </>
  );
}

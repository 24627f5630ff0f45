import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { Button, Dropdown } from 'antd';
import { type NodeMove, nodeMoves } from '#shared/rules/plans/tree.ts';
import { moveLabels } from './tree-focus.ts';

type RowMenuItem<Action> = {
  key: Action;
  label: string;
  /** The key that does the same. */
  extra?: string;
  danger?: boolean;
};

interface RowMenuProps<Action> {
  /** What the line says: the button's name begins with it. */
  line: string;
  /** Above the moves, and below them. */
  first: readonly RowMenuItem<Action>[];
  last: readonly RowMenuItem<Action>[];
  canMove: (move: NodeMove) => boolean;
  onAction: (action: Action | NodeMove) => void;
}

/** What can be done with a line of an outline. */
export function RowMenu<Action extends string>(props: RowMenuProps<Action>) {
  const { line, first, last, canMove, onAction } = props;
  const moves = nodeMoves.map((move) => ({
    key: move,
    label: moveLabels[move].label,
    extra: moveLabels[move].keys,
    disabled: !canMove(move),
  }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [...first, { type: 'divider' }, ...moves, { type: 'divider' }, ...last],
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation();
          onAction(key as Action | NodeMove);
        },
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={`${line}的操作`}
        icon={<MoreOutlined aria-hidden />}
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  );
}

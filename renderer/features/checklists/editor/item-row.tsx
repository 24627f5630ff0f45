import type { KeyboardEvent } from 'react';
import type { CitationLink } from '#shared/contract/library.ts';
import type { PlacedItem } from '#shared/rules/checklists/model.ts';
import type { NodeMove } from '#shared/rules/plans/tree.ts';
import { CitedText } from '#renderer/features/library/cited-text.tsx';
import { indentOf } from '#renderer/ui/outline/indent.ts';
import { RowMenu } from '#renderer/ui/outline/row-menu.tsx';
import styles from '../checklists.module.css';
import { daysText, severityText } from '../words.ts';

export type ItemAction = NodeMove | 'edit' | 'remove';

interface ItemRowProps {
  item: PlacedItem;
  /** Where its article leads, if it is in the library. */
  link: CitationLink | undefined;
  level: number;
  number: string;
  isCurrent: boolean;
  mayEdit: boolean;
  canMove: (move: NodeMove) => boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onAction: (action: ItemAction) => void;
}

export function ItemRow(props: ItemRowProps) {
  const { item, link, level, number, isCurrent, mayEdit, onFocus, onKeyDown, onAction } = props;
  const isSection = item.kind === 'section';
  return (
    <tr
      tabIndex={0}
      draggable={mayEdit}
      data-uid={item.uid}
      data-current={isCurrent}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onDoubleClick={() => {
        if (mayEdit) onAction('edit');
      }}
    >
      <td style={{ paddingLeft: indentOf(level) }}>
        {isSection ? (
          <strong>
            {number}
            {item.text}
          </strong>
        ) : (
          <span className={styles.question}>
            <span className={styles.number}>{number}</span>
            <span>{item.text}</span>
          </span>
        )}
      </td>
      <td>
        <CitedText text={item.article} link={link} />
      </td>
      <td>{item.demand}</td>
      <td>{daysText(item)}</td>
      <td className={item.severity === 'major' ? styles.major : ''} title={item.element}>
        {severityText(item)}
      </td>
      {mayEdit && (
        <td>
          <ItemMenu {...props} />
        </td>
      )}
    </tr>
  );
}

function ItemMenu({ item, canMove, onAction }: ItemRowProps) {
  const label = item.kind === 'section' ? '删除标题(下级上移)' : '删除';
  return (
    <RowMenu<ItemAction>
      line={item.text}
      first={[{ key: 'edit', label: '修改', extra: '回车' }]}
      last={[{ key: 'remove', label, extra: 'Delete', danger: true }]}
      canMove={canMove}
      onAction={onAction}
    />
  );
}

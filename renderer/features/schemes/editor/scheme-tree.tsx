import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect } from 'react';
import { differenceText, fullPointsOf } from '#shared/rules/schemes/findings.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { type TreeItem, treeItems } from '../model/tree-items.ts';
import { useEditor } from './editor-context.ts';
import styles from './scheme-tree.module.css';

interface SchemeTreeProps {
  /** Enter: to the form at the right. */
  onEnter: () => void;
}

/** Categories and indicators; arrows choose, Enter goes to the form, Alt+arrows move, Delete removes. */
export function SchemeTree({ onEnter }: SchemeTreeProps) {
  const { scheme, isEditable, selectedUid, select, move, remove, addCategory, addIndicator } = useEditor();
  const items = treeItems(scheme);
  const place = items.findIndex(({ uid }) => uid === selectedUid);

  useEffect(() => {
    document.getElementById(`scheme-item-${selectedUid}`)?.scrollIntoView({ block: 'nearest' });
  }, [selectedUid]);

  function step(by: number): void {
    const target = items[Math.min(items.length - 1, Math.max(0, place + by))];
    if (target !== undefined) select(target.uid);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return;
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (isArrow && altKey) {
      if (isEditable && selectedUid !== null) void move(selectedUid, key === 'ArrowDown' ? 1 : -1);
    } else if (isArrow) step(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Home') step(-items.length);
    else if (key === 'End') step(items.length);
    else if (key === 'Enter') onEnter();
    else if (key === 'Delete' && isEditable && selectedUid !== null) void remove(selectedUid);
    else return;
    event.preventDefault();
  }

  const full = fullPointsOf(scheme.categories);
  const difference = scheme.statedPoints === null ? '' : differenceText(full, scheme.statedPoints);
  return (
    <div className={styles.pane}>
      <div
        role="tree"
        tabIndex={0}
        className={styles.list}
        aria-label="指标"
        aria-activedescendant={selectedUid === null ? undefined : `scheme-item-${selectedUid}`}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <TreeLine
            key={item.uid}
            item={item}
            isSelected={item.uid === selectedUid}
            onSelect={() => select(item.uid)}
          />
        ))}
        {items.length === 0 && <p className={styles.empty}>先建一个一级指标，再在它下面录入指标。</p>}
      </div>
      <div className={styles.sum}>
        <span>
          满分 {pointsText(full)} 分，{scheme.indicators.length} 项
        </span>
        {difference !== '' && <strong className={styles.wrong}>{difference}</strong>}
      </div>
      {isEditable && (
        <div className={styles.actions}>
          <Button size="small" onClick={() => void addCategory()}>
            新增一级指标
          </Button>
          <Button
            size="small"
            disabled={scheme.categories.length === 0}
            title="Ctrl+N"
            onClick={() => void addIndicator()}
          >
            新增指标
          </Button>
        </div>
      )}
    </div>
  );
}

interface TreeLineProps {
  item: TreeItem;
  isSelected: boolean;
  onSelect: () => void;
}

function TreeLine({ item, isSelected, onSelect }: TreeLineProps) {
  const line = { 'aria-selected': isSelected, id: `scheme-item-${item.uid}` };
  if (item.kind === 'category') {
    const { category, sum, difference } = item;
    return (
      <div
        {...line}
        role="treeitem"
        tabIndex={-1}
        aria-level={1}
        className={styles.category}
        onMouseDown={onSelect}
        title={category.name}
      >
        <DownOutlined className={styles.arrow ?? ''} />
        <span className={styles.text}>{category.name}</span>
        {category.bonus && <span className={styles.bonus}>加分</span>}
        {difference !== '' && (
          <strong className={styles.wrong} title={`下面的指标合计 ${pointsText(sum)} 分`}>
            {difference}
          </strong>
        )}
        <span className={styles.points}>{pointsText(category.maxPoints)}</span>
      </div>
    );
  }
  const { indicator } = item;
  return (
    <div
      {...line}
      role="treeitem"
      tabIndex={-1}
      aria-level={2}
      className={styles.indicator}
      onMouseDown={onSelect}
      title={indicator.content}
    >
      <span className={styles.number}>{indicator.number}</span>
      <span className={styles.text}>{indicator.content}</span>
      {indicator.rules.length === 0 && (
        <span className={styles.unruled} title="还没有评分规则">
          无规则
        </span>
      )}
      <span className={styles.points}>{pointsText(indicator.maxPoints)}</span>
    </div>
  );
}

import { Checkbox } from 'antd';
import type { CopiedGroup } from '#shared/contract/assessment.ts';
import type { DraftGroup } from './group-fields.tsx';
import styles from './copied-groups.module.css';

interface CopiedGroupsProps {
  groups: readonly DraftGroup[];
  keepsMarks: boolean;
  onKeepMarks: (keeps: boolean) => void;
}

/** 不适用 that goes over with the group as it is chosen now. */
export function marksCopied({ copied, organizationUids }: DraftGroup): CopiedGroup['marks'] {
  const chosen = new Set(organizationUids);
  return copied?.marks.filter(({ organizationUid }) => chosen.has(organizationUid)) ?? [];
}

/** What comes over from the last period and what has changed since, to be read before the new one is opened. */
export function CopiedGroups({ groups, keepsMarks, onKeepMarks }: CopiedGroupsProps) {
  const [first] = groups.flatMap(({ copied }) => copied ?? []);
  if (first === undefined) return null;
  const marks = groups.flatMap((group) => marksCopied(group).map((mark) => ({ ...mark, group: group.name })));
  return (
    <section className={styles.copied} aria-label="从上期沿用">
      <h3>从“{first.periodTitle}”沿用</h3>
      <ul>
        {groups.flatMap(({ name, copied }) =>
          copied === null
            ? []
            : linesOf(copied).map((line) => <li key={name + line}>{`${name}：${line}`}</li>),
        )}
      </ul>
      {marks.length > 0 && (
        <>
          <Checkbox checked={keepsMarks} onChange={({ target }) => onKeepMarks(target.checked)}>
            沿用 {marks.length} 处“不适用”
          </Checkbox>
          <ul className={styles.marks} aria-label="沿用的不适用">
            {marks.map(({ group, object, indicator, reason }) => (
              <li key={`${group}/${object}/${indicator}`}>
                {`${object} ${indicator}${reason === '' ? '' : `：${reason}`}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function linesOf({ gone, founded, scheme }: CopiedGroup): string[] {
  const lines = [
    scheme === null
      ? ''
      : `考核方案由第${scheme.from}版改用第${scheme.to}版${scheme.reason === '' ? '' : `(${scheme.reason})`}`,
    gone.length === 0 ? '' : `去掉已不存在的 ${gone.join('、')}`,
    founded.length === 0 ? '' : `新设立的 ${founded.join('、')} 没有列入，需要时在单位里加入`,
  ].filter((line) => line !== '');
  return lines.length === 0 ? ['单位和方案与上期相同'] : lines;
}

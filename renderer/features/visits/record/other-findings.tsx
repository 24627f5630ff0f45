import { Button } from 'antd';
import type { VisitSheet } from '#shared/contract/visits.ts';
import styles from '../visits.module.css';
import { StoredFinding } from './checklist-form.tsx';
import { FoundFields } from './found-fields.tsx';
import { newFound, type RecordWork } from './record-work.ts';

interface OtherFindingsProps {
  sheet: VisitSheet;
  work: RecordWork;
  mayEdit: boolean;
  onChange: (work: RecordWork) => void;
}

/** What was found beside what the checklists ask. */
export function OtherFindings({ sheet, work, mayEdit, onChange }: OtherFindingsProps) {
  const asked = new Set(sheet.checklists.flatMap(({ items }) => items).map(({ uid }) => uid));
  const stored = sheet.findings.filter(({ itemUid }) => itemUid === null || !asked.has(itemUid));
  const { others } = work;
  if (!mayEdit && stored.length === 0) return null;
  return (
    <section aria-label="其他问题">
      <h2>{sheet.checklists.length === 0 ? '发现的问题' : '清单以外的问题'}</h2>
      <div className={styles.others}>
        {stored.map((finding) => (
          <StoredFinding key={finding.uid} finding={finding} />
        ))}
        {others.map((found, place) => (
          <FoundFields
            key={found.key}
            found={found}
            placeholder="发现的问题，如 二楼东侧安全出口上锁"
            onChange={(changed) => onChange({ ...work, others: others.with(place, changed) })}
            onRemove={() => onChange({ ...work, others: others.toSpliced(place, 1) })}
          />
        ))}
        {mayEdit && (
          <Button
            type="dashed"
            onClick={() => onChange({ ...work, others: [...others, newFound(sheet, work.day, null)] })}
          >
            登记问题
          </Button>
        )}
      </div>
    </section>
  );
}

import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { severities, severityNames, type Severity } from '#shared/rules/findings/model.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import styles from '../visits.module.css';
import type { FoundWork } from './record-work.ts';

interface FoundFieldsProps {
  found: FoundWork;
  placeholder: string;
  onChange: (found: FoundWork) => void;
  /** Of one that comes from no question. */
  onRemove?: () => void;
}

const severityOptions = severities.map((value) => ({ value, label: severityNames[value] }));

/** What was found, where, and what is demanded of whom until when. */
export function FoundFields({ found, placeholder, onChange, onRemove }: FoundFieldsProps) {
  const set = (part: Partial<FoundWork>) => onChange({ ...found, ...part });
  const isMajor = found.severity === 'major';
  return (
    <div className={styles.found}>
      <Field label="发现的问题">
        <Input.TextArea
          aria-label="发现的问题"
          placeholder={placeholder}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 5 }}
          value={found.what}
          onChange={({ target }) => set({ what: target.value })}
        />
      </Field>
      <Field label="部位">
        <Input
          aria-label="部位"
          placeholder="如 三楼"
          maxLength={60}
          value={found.spot}
          onChange={({ target }) => set({ spot: target.value })}
        />
      </Field>
      <Field label="级别">
        <Select<Severity>
          aria-label="级别"
          value={found.severity}
          options={severityOptions}
          onChange={(severity) => set({ severity, element: severity === 'major' ? found.element : '' })}
        />
      </Field>
      <Field label="整改要求">
        <Input
          aria-label="整改要求"
          maxLength={1_000}
          value={found.demand}
          onChange={({ target }) => set({ demand: target.value })}
        />
      </Field>
      <Field label="整改时限">
        <DayField
          label="整改时限"
          value={found.dueOn}
          onChange={(dueOn) => set({ dueOn: dueOn ?? found.dueOn })}
        />
      </Field>
      <Field label="责任单位">
        <OrganizationSelect
          multiple
          aria-label="责任单位"
          value={found.leadUids}
          onChange={(leadUids) => set({ leadUids })}
        />
      </Field>
      <Field label="违反的条款" {...(isMajor ? {} : { className: styles.wide ?? '' })}>
        <Input
          aria-label="违反的条款"
          maxLength={300}
          value={found.article}
          onChange={({ target }) => set({ article: target.value })}
        />
      </Field>
      {isMajor && (
        <Field label="判定要素" className={styles.two ?? ''}>
          <Input
            aria-label="判定要素"
            placeholder="重大火灾隐患判定标准的要素"
            maxLength={200}
            value={found.element}
            onChange={({ target }) => set({ element: target.value })}
          />
        </Field>
      )}
      {onRemove !== undefined && (
        <Button type="text" danger className={styles.start ?? ''} onClick={onRemove}>
          去掉这一处
        </Button>
      )}
    </div>
  );
}

function Field({
  label,
  className = '',
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={className}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}

import { useState } from 'react';
import type { FindingDetail, FindingFields } from '#shared/contract/findings.ts';
import { severityNames } from '#shared/rules/findings/model.ts';
import { client } from '#renderer/app/client.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { fieldLabels } from '../words.ts';
import { FoundItems, MeasureItems } from './found-items.tsx';

/** All that the finding itself says, with 五落实; what is owed goes over to its task. */
export function EditDialog({ finding, onClose }: { finding: FindingDetail; onClose: () => void }) {
  const [seen] = useState(() => fieldsOf(finding));
  const { save, saving, dialog } = usePatchWithConflicts(client.findings.update, {
    success: '已保存',
    labels: fieldLabels,
    format: wordsOf,
    onSaved: onClose,
  });

  function submit(values: Partial<FindingFields>): void {
    const wanted = { ...seen, ...values };
    const names = Object.keys(fieldLabels) as (keyof FindingFields)[];
    const changed = names.filter((name) => JSON.stringify(wanted[name]) !== JSON.stringify(seen[name]));
    const part = (from: FindingFields) => Object.fromEntries(changed.map((name) => [name, from[name]]));
    save({ uid: finding.uid, base: part(seen), set: part(wanted) });
  }

  return (
    <>
      <FormDialog<FindingFields>
        title={`补充“${finding.place}”的问题`}
        verb="保存"
        width={860}
        kept={`forms/finding/${finding.uid}`}
        busy={saving}
        initialValues={seen}
        onSubmit={submit}
        onClose={onClose}
      >
        <FoundItems isFirst />
        <MeasureItems />
      </FormDialog>
      {dialog}
    </>
  );
}

function fieldsOf(finding: FindingDetail): FindingFields {
  const { spot, what, severity, element, article, demand, responsible, measures, funds } = finding;
  return {
    spot,
    what,
    severity,
    element,
    article,
    demand,
    responsible,
    measures,
    funds,
    timeLimit: finding.timeLimit,
    emergencyPlan: finding.emergencyPlan,
    dueOn: finding.task.dueOn ?? '',
    leadUids: finding.task.units.filter(({ role }) => role === 'lead').map(({ uid }) => uid),
  };
}

function wordsOf(field: string, value: unknown): string {
  if (field === 'severity') return severityNames[value as FindingFields['severity']];
  if (Array.isArray(value)) return `${value.length} 个单位`;
  return typeof value === 'string' && value !== '' ? value : '(空)';
}

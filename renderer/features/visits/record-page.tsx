import { useParams } from 'wouter';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { RecordForm } from './record/record-form.tsx';
import { useSheet, useVisitChoices } from './use-visits.ts';

/** 检查记录 of one target. */
export function RecordPage() {
  const { targetUid = '' } = useParams();
  return (
    <QueryView query={useSheet(targetUid)}>
      {(sheet) => <WithChoices key={targetUid} sheet={sheet} />}
    </QueryView>
  );
}

function WithChoices({ sheet }: Pick<Parameters<typeof RecordForm>[0], 'sheet'>) {
  return (
    <QueryView query={useVisitChoices(sheet.campaign.uid)}>
      {(choices) => <RecordForm key={sheet.record?.uid ?? 'new'} sheet={sheet} choices={choices} />}
    </QueryView>
  );
}

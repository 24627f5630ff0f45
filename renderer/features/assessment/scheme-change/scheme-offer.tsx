import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { ChangeDialog } from './change-dialog.tsx';

const tables: readonly string[] = ['scheme', 'assessment_group', 'assessment_period'];

/** Says that the group is scored with an earlier version of its scheme, and leads to what another would change. */
export function SchemeOffer({ period, groupUid }: { period: PeriodDetail; groupUid: string }) {
  const mayScore = useRight('score');
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useQuery(
    api.schemeChange.offers.queryOptions({
      input: { periodUid: period.uid },
      enabled: mayScore && period.status === 'open',
      meta: { tables },
    }),
  );
  const offer = data.find((one) => one.groupUid === groupUid);
  if (!mayScore || period.status === 'final' || offer === undefined) return null;
  const { title, from, to, reason } = offer;
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={`“${title}”第${to}版已施行${reason === '' ? '' : `(${reason})`}，“${offer.groupName}”仍按第${from}版评分。`}
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            查看变化…
          </Button>
        }
      />
      {isOpen && <ChangeDialog offer={offer} onClose={() => setOpen(false)} />}
    </>
  );
}

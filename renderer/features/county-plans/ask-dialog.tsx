import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '#shared/contract/plans.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

/** Proposed where nothing else is known: the clerk changes it. */
const USUAL_DAYS = 15;

interface AskDialogProps {
  plan: PlanDetail;
  /** Units that are on the list already. */
  asked: readonly string[];
  onClose: () => void;
}

/** Who has to hand in a plan, and by when: every county that is not asked yet is proposed. */
export function AskDialog(props: AskDialogProps) {
  const { data } = useQuery(organizationTree(null));
  if (data === undefined) return null;
  const counties = data.filter(({ level, uid }) => level === 'county' && !props.asked.includes(uid));
  return <Ask {...props} counties={counties.map(({ uid }) => uid)} />;
}

interface Values {
  organizationUids: string[];
  dueOn: string;
}

function Ask({ plan, counties, onClose }: AskDialogProps & { counties: string[] }) {
  const [initial] = useState(() => {
    const today = localDay(Date.now());
    const from = plan.issuedOn > today ? plan.issuedOn : today;
    return { organizationUids: counties, dueOn: addDays(from, USUAL_DAYS) };
  });
  const ask = useOperation(client.countyPlans.ask, {
    success: ({ added }) => `已列入 ${added} 个单位`,
    undoable: true,
  });

  async function submit(values: Values): Promise<void> {
    if ((await ask.run({ planUid: plan.uid, ...values })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title="列入报送实施方案的单位"
      verb="列入"
      busy={ask.running}
      initialValues={initial}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item<Values>
        name="organizationUids"
        label="单位"
        extra="已经列入的单位不会重复列入。"
        rules={[{ required: true, message: '请选择单位' }]}
      >
        <OrganizationSelect multiple aria-label="单位" levels={['county', 'memberUnit']} />
      </Form.Item>
      <Form.Item<Values>
        name="dueOn"
        label="报送期限"
        extra="期限会出现在日历里，过期没有报的可以一次催报。"
        rules={[{ required: true, message: '请选择报送期限' }]}
      >
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

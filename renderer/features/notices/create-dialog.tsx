import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Modal, Segmented, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { NoticeProposal, ProposedUnit } from '#shared/contract/notices.ts';
import { type NoticeKind, noticeKindNames } from '#shared/rules/notices/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';
import { useProblemPlace } from '#renderer/ui/use-problem-place.tsx';
import styles from './notices.module.css';
import { useContact } from './use-contact.tsx';
import { noticeTables } from './words.ts';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

/** What the notices are made from: overdue tasks, or notices that were not answered; or nothing, by hand. */
export interface CreateFrom {
  taskUids: string[];
  noticeUids: string[];
}

interface CreateDialogProps {
  from: CreateFrom;
  /** Closes the dialog. */
  onDone: (batch: { uids: string[]; batchUid: string }) => void;
  onClose: () => void;
}

const kinds: readonly NoticeKind[] = ['reminder', 'letter', 'order', 'summons', 'circular'];
const kindOptions = kinds.map((kind) => ({ value: kind, label: noticeKindNames[kind] }));

/** One paper for each unit. Kind, day and units are proposed: usually Enter is all there is to do. */
export function CreateDialog({ from, onDone, onClose }: CreateDialogProps) {
  const [kind, setKind] = useState<NoticeKind | null>(null);
  const proposal = useQuery({
    ...api.notices.propose.queryOptions({ input: { ...from, kind }, meta: { tables: noticeTables } }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Modal open width={720} title="发督办通知" footer={null} mask={{ closable: false }} onCancel={onClose}>
      <QueryView query={proposal}>
        {(data) => <CreateForm key={data.kind} proposal={data} onKind={setKind} onDone={onDone} />}
      </QueryView>
    </Modal>
  );
}

interface CreateFormProps {
  proposal: NoticeProposal;
  onKind: (kind: NoticeKind) => void;
  onDone: CreateDialogProps['onDone'];
}

function CreateForm({ proposal, onKind, onDone }: CreateFormProps) {
  const { kind, day, certain } = proposal;
  const [replyDueOn, setReplyDueOn] = useState(proposal.replyDueOn);
  const [units, setUnits] = useState(proposal.units);
  const create = useOperation(client.notices.create, {
    success: ({ uids }) => `已拟制 ${uids.length} 份，核对内容后签发`,
    undoable: true,
  });
  const names = useUnitNames();
  const [form] = Form.useForm();
  const problems = useProblemPlace(form);
  const opener = useFirstFocus<HTMLButtonElement>();
  const contact = useContact();

  /** What was owed stays with its unit; a unit chosen by hand owes nothing yet. */
  function choose(uids: readonly string[]): void {
    problems.onChange();
    const kept = units.filter(
      ({ organizationUid }) => organizationUid === null || uids.includes(organizationUid),
    );
    const known = new Set(kept.map(({ organizationUid }) => organizationUid));
    const added = uids
      .filter((uid) => !known.has(uid))
      .map(
        (uid): ProposedUnit => ({
          organizationUid: uid,
          unit: names.get(uid) ?? '',
          taskUids: [],
          previousUid: null,
        }),
      );
    setUnits([...kept, ...added]);
  }

  async function submit(): Promise<void> {
    problems.onSent();
    if (!(await contact.keep())) return;
    const outcome = await create.run({ kind, day, replyDueOn, units });
    if (outcome.done) onDone(outcome.value);
  }

  return (
    <Form form={form} layout="vertical" onFinish={() => void submit()}>
      <Form.Item label="文种">
        <Segmented<NoticeKind> aria-label="文种" value={kind} options={kindOptions} onChange={onKind} />
      </Form.Item>
      <Form.Item label="发给哪些单位" extra={`每个单位一份，按这里的次序编号。共 ${units.length} 份。`}>
        <OrganizationSelect
          multiple
          aria-label="发给哪些单位"
          value={units.flatMap(({ organizationUid }) => (organizationUid === null ? [] : [organizationUid]))}
          onChange={choose}
        />
      </Form.Item>
      <ul className={styles.units}>
        {units.map(({ organizationUid, unit, taskUids, previousUid }) => (
          <li key={organizationUid ?? unit}>
            {unit} {taskUids.length > 0 && <Tag>{taskUids.length} 项任务</Tag>}
            {previousUid !== null && <Tag>接上一份</Tag>}
          </li>
        ))}
      </ul>
      {kind !== 'circular' && (
        <Form.Item label="反馈期限" extra="不要求反馈的，清空日期。">
          <DatePicker
            aria-label="反馈期限"
            value={replyDueOn === null ? null : dayjs(replyDueOn)}
            onChange={(date) => {
              problems.onChange();
              setReplyDueOn(date?.format('YYYY-MM-DD') ?? null);
            }}
          />
        </Form.Item>
      )}
      {contact.fields}
      {!certain && <MissingHolidays days={[day, replyDueOn]} />}
      {problems.notice}
      <Button
        type="primary"
        htmlType="submit"
        block
        ref={opener}
        loading={create.running}
        disabled={units.length === 0}
      >
        拟制 {units.length} 份{noticeKindNames[kind]}(回车)
      </Button>
    </Form>
  );
}

function useUnitNames(): Map<string, string> {
  const { data = [] } = useQuery(organizationTree(null));
  return new Map(data.map(({ uid, name }) => [uid, name]));
}

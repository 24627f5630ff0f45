import { Alert, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { CreditOrigin, CreditSubject, ProposedEvent } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import { codeProblem, plainCode } from '#shared/rules/credit/credit-code.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { SiteSelect } from '#renderer/ui/site-select.tsx';
import styles from '../credit.module.css';
import { EventItems, type EventValues } from './event-items.tsx';

interface Values extends EventValues {
  who: 'site' | 'new';
  siteUid?: string;
  name: string;
  code: string;
  organizationUid: string | null;
}

interface EventDialogProps {
  /** Whose event it is; null: it is asked for. */
  subject: { choice: CreditSubject; name: string } | null;
  /** What it comes from, with what is proposed. */
  from?: { origin: CreditOrigin; proposed: ProposedEvent };
  onDone: (enterpriseUid: string) => void;
  onClose: () => void;
}

/** A penalty, an award, a hazard that was not put right: of an enterprise that is known, a key site, or any other. */
export function EventDialog({ subject, from, onDone, onClose }: EventDialogProps) {
  const [form] = Form.useForm<Values>();
  const [today] = useState(() => localDay(Date.now()));
  const proposed = from?.proposed;
  const firstWho = proposed === undefined ? 'site' : 'new';
  const who = Form.useWatch('who', form) ?? firstWho;
  const add = useOperation(client.credit.addEvent, { success: '已登记信用事项', undoable: true });

  async function submit(values: Values): Promise<void> {
    const { kindUid, day: on, text, number } = values;
    const chosen = subject?.choice ?? subjectOf(values);
    const origin = from?.origin ?? null;
    const outcome = await add.run({ subject: chosen, origin, kindUid, day: on, text, number });
    if (!outcome.done) return;
    onDone(outcome.value.enterpriseUid);
    onClose();
  }

  return (
    <FormDialog<Values>
      title={subject === null ? '登记信用事项' : `登记信用事项：${subject.name}`}
      verb="登记"
      width={640}
      busy={add.running}
      form={form}
      initialValues={{
        who: firstWho,
        name: proposed?.name ?? '',
        code: '',
        organizationUid: proposed?.organizationUid ?? null,
        day: today,
        text: proposed?.text ?? '',
        number: '',
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      {proposed !== undefined && <MadeBefore made={proposed.made} />}
      {subject === null && <WhoItems who={who} />}
      <EventItems firstDay={today} />
    </FormDialog>
  );
}

function WhoItems({ who }: { who: Values['who'] }) {
  return (
    <>
      <Form.Item name="who" label="企业">
        <Segmented
          aria-label="企业"
          options={[
            { value: 'site', label: '重点单位' },
            { value: 'new', label: '其他企业' },
          ]}
        />
      </Form.Item>
      {who === 'site' ? (
        <Form.Item name="siteUid" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <SiteSelect notFound="台账里没有这样的单位，请选“其他企业”" />
        </Form.Item>
      ) : (
        <>
          <Form.Item
            name="name"
            label="企业名称"
            extra="已有同名、同代码的企业时，记在它的名下"
            rules={[{ required: true, whitespace: true, message: '请填写企业名称' }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <div className={styles.pair}>
            <CodeItem />
            <Form.Item name="organizationUid" label="所在地">
              <OrganizationSelect aria-label="所在地" levels={['county', 'township']} />
            </Form.Item>
          </div>
        </>
      )}
    </>
  );
}

/** 统一社会信用代码, checked while it is typed. */
export function CodeItem() {
  return (
    <Form.Item
      name="code"
      label="统一社会信用代码"
      rules={[
        {
          validator: (_, text: string) => {
            const code = plainCode(text);
            const problem = code === '' ? null : codeProblem(code);
            return problem === null ? Promise.resolve() : Promise.reject(new Error(problem));
          },
        },
      ]}
    >
      <Input maxLength={40} autoComplete="off" placeholder="18 位，暂时不知道可以不填" />
    </Form.Item>
  );
}

function MadeBefore({ made }: Pick<ProposedEvent, 'made'>) {
  if (made.length === 0) return null;
  const said = made
    .map(({ enterpriseName, kindName, day }) => `${enterpriseName}，${day} ${kindName}`)
    .join('；');
  return <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={`已登记过：${said}`} />;
}

function subjectOf({ who, siteUid = '', name, code, organizationUid }: Values): CreditSubject {
  return who === 'site'
    ? { kind: 'site', siteUid }
    : { kind: 'new', name, code: code ?? '', organizationUid: organizationUid ?? null };
}

import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { CosignAnswer, PaperCosigner, PaperDetail } from '#shared/contract/papers.ts';
import { cosignWords } from '#shared/rules/papers/printed-words.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { organizationTree } from '#renderer/ui/shared-queries.ts';

const lights = { agreed: 'green', changes: 'yellow', refused: 'red' } as const;

const today = (): string => dayjs().format('YYYY-MM-DD');

/** 会签: whom the paper was sent to and what each answered. */
export function CosignersTab({ paper, mayEdit }: { paper: PaperDetail; mayEdit: boolean }) {
  const [answering, setAnswering] = useState<PaperCosigner | null>(null);
  const remove = useOperation(client.papers.removeCosigner, { success: '已取消会签', undoable: true });
  return (
    <>
      {paper.cosigners.length === 0 && <p>需要别的单位会签的，在这里送出并登记意见；全部答复后才能签发。</p>}
      {paper.cosigners.length > 0 && (
        <Table<PaperCosigner>
          size="small"
          pagination={false}
          rowKey="uid"
          dataSource={paper.cosigners}
          columns={[
            { title: '单位', dataIndex: 'unit' },
            { title: '送出', dataIndex: 'sentOn', width: 104 },
            {
              title: '答复',
              width: 130,
              render: (_, { answer }) =>
                answer === null ? (
                  <LightTag light="yellow" word="还没有答复" />
                ) : (
                  <LightTag light={lights[answer]} word={cosignWords[answer]} />
                ),
            },
            {
              title: '意见',
              render: (_, { person, answeredOn, opinion }) =>
                [person, opinion, answeredOn].filter((part) => part !== null && part !== '').join('，'),
            },
            {
              title: '',
              width: 120,
              render: (_, cosigner) =>
                mayEdit && (
                  <>
                    <Button size="small" type="link" onClick={() => setAnswering(cosigner)}>
                      登记
                    </Button>
                    <Button size="small" type="link" onClick={() => void remove.run({ uid: cosigner.uid })}>
                      取消
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      {mayEdit && <AddCosigners paper={paper} />}
      {answering !== null && <AnswerDialog cosigner={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

function AddCosigners({ paper }: { paper: PaperDetail }) {
  const [units, setUnits] = useState<string[]>([]);
  const tree = useQuery(organizationTree(null)).data;
  const add = useOperation(client.papers.addCosigners, { success: '已送会签', undoable: true });
  const names = (tree ?? []).filter(({ level }) => level === 'memberUnit').map(({ name }) => name);

  async function send(): Promise<void> {
    const outcome = await add.run({ uid: paper.uid, units, sentOn: today() });
    if (outcome.done) setUnits([]);
  }

  return (
    <div style={{ display: 'flex', gap: 8, marginTop: 10 }}>
      <Select<string[]>
        mode="tags"
        aria-label="会签单位"
        placeholder="选择成员单位，或直接输入单位名称"
        style={{ flex: 1 }}
        value={units}
        onChange={setUnits}
        options={names.map((name) => ({ value: name, label: name }))}
      />
      <Button disabled={units.length === 0} loading={add.running} onClick={() => void send()}>
        送会签
      </Button>
    </div>
  );
}

interface Values {
  answer: CosignAnswer;
  answeredOn: string;
  person: string;
  opinion: string;
}

function AnswerDialog({ cosigner, onClose }: { cosigner: PaperCosigner; onClose: () => void }) {
  const answer = useOperation(client.papers.answerCosigner, { success: '已登记', undoable: true });

  async function submit(values: Values): Promise<void> {
    const outcome = await answer.run({ uid: cosigner.uid, ...values });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`${cosigner.unit}的会签意见`}
      verb="登记"
      busy={answer.running}
      initialValues={{
        answer: cosigner.answer ?? 'agreed',
        answeredOn: cosigner.answeredOn ?? today(),
        person: cosigner.person,
        opinion: cosigner.opinion,
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="answer" label="答复">
        <Radio.Group options={Object.entries(cosignWords).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="answeredOn" label="日期">
        <DayField />
      </Form.Item>
      <Form.Item name="person" label="会签人(可不填)">
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="opinion" label="意见(可不填)">
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { lastDayOfMonth, localDay } from '#shared/calendar/days.ts';
import type { Publication, WhichPublication } from '#shared/contract/random-results.ts';
import { monthText, publicationKindNames } from '#shared/rules/random-inspection/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import styles from '../random.module.css';
import { randomTables } from '../words.ts';
import { dueText } from './due-text.ts';

interface PublicationPanelProps {
  publication: Publication;
  mayEdit: boolean;
  onClose: () => void;
}

/** What is published of a month: its table in both sets of columns, and when and where it was. */
export function PublicationPanel({ publication, mayEdit, onClose }: PublicationPanelProps) {
  const { month, kind, count, open, dueOn, isDueCertain, publishedOn } = publication;
  const which = { month, kind };
  const [isOpen, setIsOpen] = useState(false);
  const mayExport = useRight('export');
  const workbook = useStartedJob(client.randomInspection.exportPublication);
  const unmark = useOperation(client.randomInspection.unmarkPublished, {
    success: '已取消公示登记',
    undoable: true,
  });
  return (
    <SidePanel title={`${monthText(month)}${publicationKindNames[kind]}`} onClose={onClose}>
      {!isDueCertain && <MissingHolidays days={[lastDayOfMonth(`${month}-01`), dueOn]} />}
      <FactList
        facts={[
          ['数量', open > 0 ? `${count} 家，其中 ${open} 家待检查` : `${count} 家`],
          ['最迟公示', dueOn],
          ['状态', dueText(publication).word],
          ['公示日期', publishedOn ?? ''],
          ['公示的地方', publication.place],
        ]}
      />
      <div className={styles.buttons} style={{ marginTop: 16 }}>
        <Button onClick={() => setIsOpen(true)}>公示表</Button>
        {mayExport && (
          <Button loading={workbook.starting} onClick={() => void workbook.start(which)}>
            导出 Excel
          </Button>
        )}
      </div>
      {mayEdit && publishedOn === null && <PublishForm which={which} />}
      {mayEdit && publishedOn !== null && (
        <Button loading={unmark.running} onClick={() => void unmark.run(which)}>
          取消公示登记
        </Button>
      )}
      {isOpen && <PaperDialog which={which} onClose={() => setIsOpen(false)} />}
      {workbook.dialog}
    </SidePanel>
  );
}

interface Values {
  publishedOn: string;
  place: string;
}

function PublishForm({ which }: { which: WhichPublication }) {
  const [today] = useState(() => localDay(Date.now()));
  const mark = useOperation(client.randomInspection.markPublished, {
    success: '已登记公示',
    undoable: true,
  });
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ publishedOn: today, place: '市政府网站' }}
      onFinish={(values) => void mark.run({ ...which, ...values, place: values.place ?? '' })}
    >
      <Form.Item name="publishedOn" label="公示日期">
        <DayField />
      </Form.Item>
      <Form.Item name="place" label="公示的地方">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={mark.running}>
        登记为已公示
      </Button>
    </Form>
  );
}

function PaperDialog({ which, onClose }: { which: WhichPublication; onClose: () => void }) {
  const form = useQuery(
    api.randomInspection.publication.queryOptions({ input: which, meta: { tables: randomTables } }),
  );
  const write = useFormWriter(client.randomInspection.writePublication, (format) => ({ ...which, format }));
  return <FormPreview title="公示表" form={form} write={write} onClose={onClose} />;
}

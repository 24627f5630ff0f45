import { Form, Tabs } from 'antd';
import type { ExportForm } from '#shared/rules/assessment/export-form/model.ts';
import type { FormPlace, FormProblem } from '#shared/rules/assessment/export-form/problems.ts';
import styles from './form-editor.module.css';
import { PageFields } from './page-fields.tsx';
import { SheetsFields } from './sheets-fields.tsx';
import { TextFields } from './text-fields.tsx';

export interface FormEditorProps {
  form: ExportForm;
  problems: readonly FormProblem[];
  onChange: (part: Partial<ExportForm>) => void;
}

const textPlaces: readonly FormPlace[] = ['title', 'unit', 'signatures', 'fileName', 'decimals'];

/** All that an export form says: texts, sheets with their columns, paper. */
export function FormEditor(props: FormEditorProps) {
  const { problems } = props;
  const inTexts = problems.filter(({ place }) => textPlaces.includes(place)).length;
  const onPage = problems.filter(({ place }) => place === 'margins').length;
  const inSheets = problems.length - inTexts - onPage;
  return (
    <Form component={false} layout="vertical">
      <Tabs
        size="small"
        className={styles.tabs ?? ''}
        items={[
          {
            key: 'texts',
            label: <TabName name="文字" wrong={inTexts} />,
            children: <TextFields {...props} />,
          },
          {
            key: 'sheets',
            label: <TabName name="表和栏目" wrong={inSheets} />,
            children: <SheetsFields {...props} />,
          },
          { key: 'page', label: <TabName name="纸张" wrong={onPage} />, children: <PageFields {...props} /> },
        ]}
      />
    </Form>
  );
}

function TabName({ name, wrong }: { name: string; wrong: number }) {
  if (wrong === 0) return name;
  return <span className={styles.wrong}>{`${name}（${wrong} 处要改）`}</span>;
}

import { Button, Form, Select } from 'antd';
import type { OfferedSource } from '#shared/contract/foreign-forms.ts';
import type { RepeatedSheet } from '#shared/rules/foreign-forms/pointing.ts';
import { FilterFields } from './filter-fields.tsx';
import { OrderFields } from './order-fields.tsx';
import { SourceSelect } from './source-select.tsx';

interface RepeatFieldsProps {
  sources: readonly OfferedSource[];
  sheet: string;
  repeat: RepeatedSheet | null;
  /** Null: the sheet is there once. */
  onChange: (repeat: RepeatedSheet | null) => void;
}

/** A sheet that is there once for each of something: a page for each county. */
export function RepeatFields({ sources, sheet, repeat, onChange }: RepeatFieldsProps) {
  const rows = sources.filter(({ kind }) => kind === 'rows');
  const fields = rows.find(({ key }) => key === repeat?.source)?.fields ?? [];

  function choose(source: string): void {
    const texts = rows.find(({ key }) => key === source)?.fields.filter(({ kind }) => kind === 'text') ?? [];
    onChange({ sheet, source, title: texts[0]?.key ?? '', filters: [], order: null });
  }

  return (
    <>
      <Form.Item
        label="整张表按什么重复"
        extra="每个单位一张表时用：照这张表复制，每张填一个单位的内容，图表、图片、打印设置都跟着复制。"
      >
        <SourceSelect
          label="整张表按什么重复"
          placeholder="只有这一张"
          sources={sources}
          value={repeat?.source ?? null}
          onChange={choose}
        />
      </Form.Item>
      {repeat !== null && (
        <>
          <Form.Item label="工作表的名称">
            <Select
              aria-label="工作表的名称"
              showSearch={{ optionFilterProp: 'label' }}
              value={repeat.title}
              options={fields.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={(title) => onChange({ ...repeat, title })}
            />
          </Form.Item>
          <Form.Item label="只要符合这些条件的">
            <FilterFields
              key={repeat.source}
              fields={fields}
              filters={repeat.filters}
              onChange={(filters) => onChange({ ...repeat, filters })}
            />
          </Form.Item>
          <Form.Item label="顺序">
            <OrderFields
              fields={fields}
              order={repeat.order}
              onChange={(order) => onChange({ ...repeat, order })}
            />
          </Form.Item>
          <Button danger onClick={() => onChange(null)}>
            取消整张表重复
          </Button>
        </>
      )}
    </>
  );
}

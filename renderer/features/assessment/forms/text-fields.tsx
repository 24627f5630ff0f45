import { Checkbox, Input, Select } from 'antd';
import { formLimits } from '#shared/rules/assessment/export-form/limits.ts';
import { PERIOD_PLACE } from '#shared/rules/assessment/export-form/model.ts';
import type { FormEditorProps } from './form-editor.tsx';
import { PlacedField } from './placed-field.tsx';

const AS_SCHEME = -1;
const decimalChoices = [
  { value: AS_SCHEME, label: '按考核方案' },
  ...Array.from({ length: formLimits.decimals + 1 }, (_, decimals) => ({
    value: decimals,
    label: decimals === 0 ? '不显示小数' : `${decimals} 位小数`,
  })),
];

export function TextFields({ form, problems, onChange }: FormEditorProps) {
  return (
    <>
      <PlacedField
        label="标题"
        hint={`${PERIOD_PLACE}换成考核期的名称；各表在后面加自己的表名`}
        place="title"
        problems={problems}
      >
        <Input
          aria-label="标题"
          autoComplete="off"
          value={form.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </PlacedField>
      <PlacedField label="填报单位" place="unit" problems={problems}>
        <Input
          aria-label="填报单位"
          autoComplete="off"
          value={form.unit}
          onChange={({ target }) => onChange({ unit: target.value })}
        />
      </PlacedField>
      <PlacedField
        label="表下的签名栏"
        hint={`输入一项按回车，最多 ${formLimits.signatures} 项`}
        place="signatures"
        problems={problems}
      >
        <Select
          mode="tags"
          aria-label="表下的签名栏"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', ',', '，']}
          value={form.signatures}
          onChange={(signatures) => onChange({ signatures })}
        />
      </PlacedField>
      <PlacedField label="得分显示几位小数" place="decimals" problems={problems}>
        <Select
          aria-label="得分显示几位小数"
          value={form.decimals ?? AS_SCHEME}
          options={decimalChoices}
          onChange={(decimals) => onChange({ decimals: decimals === AS_SCHEME ? null : decimals })}
        />
      </PlacedField>
      <PlacedField label="文件名" place="fileName" problems={problems}>
        <Input
          aria-label="文件名"
          autoComplete="off"
          suffix=".xlsx"
          value={form.fileName}
          onChange={({ target }) => onChange({ fileName: target.value })}
        />
      </PlacedField>
      <Checkbox checked={form.seal} onChange={({ target }) => onChange({ seal: target.checked })}>
        单位评分表下面留盖章处
      </Checkbox>
    </>
  );
}

import { Checkbox, Select } from 'antd';
import { formLimits } from '#shared/rules/assessment/export-form/limits.ts';
import { PERIOD_PLACE } from '#shared/rules/assessment/export-form/model.ts';
import type { FormEditorProps } from './form-editor.tsx';
import { FormText } from './form-text.tsx';
import { PlacedField } from './placed-field.tsx';

const AS_SCHEME = -1;
const decimalChoices = [
  { value: AS_SCHEME, label: '按考核方案' },
  ...Array.from({ length: formLimits.decimals + 1 }, (_, decimals) => ({
    value: decimals,
    label: decimals === 0 ? '不显示小数' : `${decimals} 位小数`,
  })),
];

export function TextFields(editor: FormEditorProps) {
  const { form, problems, onChange } = editor;
  return (
    <>
      <FormText
        {...editor}
        place="title"
        label="标题"
        hint={`${PERIOD_PLACE}换成考核期的名称；各表在后面加自己的表名`}
      />
      <FormText {...editor} place="unit" label="填报单位" />
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
      <FormText {...editor} place="fileName" label="文件名" suffix=".xlsx" />
      <Checkbox checked={form.seal} onChange={({ target }) => onChange({ seal: target.checked })}>
        单位评分表下面留盖章处
      </Checkbox>
    </>
  );
}

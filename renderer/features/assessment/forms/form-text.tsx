import { Input } from 'antd';
import type { FormEditorProps } from './form-editor.tsx';
import { PlacedField } from './placed-field.tsx';

interface FormTextProps extends FormEditorProps {
  place: 'title' | 'unit' | 'fileName';
  label: string;
  hint?: string;
  suffix?: string;
}

/** One of the texts of an export form. */
export function FormText({ place, label, hint, suffix, form, problems, onChange }: FormTextProps) {
  return (
    <PlacedField label={label} place={place} problems={problems} {...(hint === undefined ? {} : { hint })}>
      <Input
        aria-label={label}
        autoComplete="off"
        suffix={suffix}
        value={form[place]}
        onChange={({ target }) => onChange({ [place]: target.value })}
      />
    </PlacedField>
  );
}

import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { Field } from '../editor/field.tsx';
import { TextField } from '../fields/fields.tsx';
import type { SaveSetting } from './save-setting.ts';

const SOURCE_CHARACTERS = 200;

interface SourceFieldProps {
  name: Extract<keyof SchemeSettings, `${string}Source`>;
  /** 加分上限的依据 */
  label: string;
  settings: SchemeSettings;
  disabled: boolean;
  onSave: SaveSetting;
}

/** The document that a setting comes from. */
export function SourceField({ name, label, settings, disabled, onSave }: SourceFieldProps) {
  return (
    <Field label={label} grows>
      <TextField
        label={label}
        value={settings[name]}
        disabled={disabled}
        most={SOURCE_CHARACTERS}
        placeholder="没有文件规定时空着"
        onCommit={(value, seen) => onSave(name, value, seen)}
      />
    </Field>
  );
}

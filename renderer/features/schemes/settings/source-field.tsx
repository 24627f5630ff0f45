import { Field } from '../editor/field.tsx';
import { TextField } from '../fields/fields.tsx';

const SOURCE_CHARACTERS = 200;

interface SourceFieldProps {
  /** 加分上限的依据 */
  label: string;
  value: string;
  disabled: boolean;
  onCommit: (value: string, seen: string) => void;
}

/** The document that a setting comes from. */
export function SourceField(props: SourceFieldProps) {
  return (
    <Field label={props.label} grows>
      <TextField {...props} most={SOURCE_CHARACTERS} placeholder="没有文件规定时空着" />
    </Field>
  );
}

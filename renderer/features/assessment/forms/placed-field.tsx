import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { FormPlace, FormProblem } from '#shared/rules/assessment/export-form/problems.ts';
import styles from './form-editor.module.css';

interface PlacedFieldProps {
  label?: string;
  hint?: string;
  place: FormPlace;
  problems: readonly FormProblem[];
  /** Holds several fields, of which perhaps one is wrong: they are not marked. */
  isGroup?: boolean;
  children: ReactNode;
}

/** A field of a form with what is wrong with it below. */
export function PlacedField({ label, hint, place, problems, isGroup = false, children }: PlacedFieldProps) {
  const problem = problems.find((each) => each.place === place);
  return (
    <Form.Item
      {...(label === undefined ? {} : { label })}
      {...(hint === undefined ? {} : { extra: hint })}
      {...(problem === undefined ? {} : { help: <span className={styles.wrong}>{problem.text}</span> })}
      {...(problem === undefined || isGroup ? {} : { validateStatus: 'error' as const })}
    >
      {children}
    </Form.Item>
  );
}

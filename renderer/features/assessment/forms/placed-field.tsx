import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { FormPlace, FormProblem } from '#shared/rules/assessment/export-form/problems.ts';

interface PlacedFieldProps {
  label?: string;
  hint?: string;
  place: FormPlace;
  problems: readonly FormProblem[];
  children: ReactNode;
}

/** A field of a form with what is wrong with it below. */
export function PlacedField({ label, hint, place, problems, children }: PlacedFieldProps) {
  const problem = problems.find((each) => each.place === place);
  return (
    <Form.Item
      {...(label === undefined ? {} : { label })}
      {...(hint === undefined ? {} : { extra: hint })}
      {...(problem === undefined ? {} : { validateStatus: 'error' as const, help: problem.text })}
    >
      {children}
    </Form.Item>
  );
}

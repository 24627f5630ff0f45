import { Alert, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { addProblemPlace } from '#renderer/app/operations/problem-places.ts';
import { fieldProblems } from '#renderer/app/problem.ts';

interface FormProblems {
  /** What could not be said at a field; goes above the buttons. */
  notice: ReactNode;
  /** The form was sent: problems are its own until something in it changes. */
  onSent: () => void;
  onChange: () => void;
}

/** A form says itself what the core finds wrong with it: at the field where there is one, else above its buttons. */
export function useProblemPlace<Values>(form: FormInstance<Values>): FormProblems {
  const isSent = useRef(false);
  const [text, setText] = useState<string | null>(null);

  useEffect(
    () =>
      addProblemPlace((problem) => {
        if (!isSent.current) return false;
        const fields = fieldProblems(problem);
        const known = new Set(Object.keys(form.getFieldsValue() as object));
        if (fields.length > 0 && fields.every(({ field }) => known.has(field)))
          form.setFields(fields.map(({ field, text: said }) => ({ name: field as never, errors: [said] })));
        else setText(problem.text);
        return true;
      }),
    [form],
  );

  return {
    notice: text !== null && <Alert type="error" showIcon title={text} style={{ marginTop: 12 }} />,
    onSent: () => {
      isSent.current = true;
      setText(null);
    },
    onChange: () => {
      isSent.current = false;
      setText(null);
    },
  };
}

import { Form, type FormInstance } from 'antd';
import dayjs from 'dayjs';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { DraftBar } from '../app/drafts/draft-bar.tsx';
import { useKeptWork } from '../app/drafts/use-kept-work.ts';

/** Nothing entered yet; entered and neither submitted nor given up; submitted or given up: nothing of it is kept then. */
export type FieldsStanding = 'untouched' | 'open' | 'ended';

interface KeptFieldsProps<Values> {
  /** Under which name: forms/reply/UID. */
  document: string;
  form: FormInstance<Values>;
  standing: RefObject<FieldsStanding>;
}

/** Inside a form: keeps its fields at every pause, and offers those that were left without being submitted. */
export function KeptFields<Values extends object>({ document, form, standing }: KeptFieldsProps<Values>) {
  const values: unknown = Form.useWatch([], form);
  const { draft, take, end } = useKeptWork(document, values, {
    isWorth: form.isFieldsTouched(),
    goesOn: false,
    onTake: (left) => fill(form, left),
  });
  const onGone = useEffectEvent(() => {
    if (standing.current === 'ended') void end();
    else if (standing.current === 'open') keepLast();
  });
  /**
   * The last letters before the dialog went are watched too late to be kept by themselves. The fields are gone by now,
   * the form still knows what was in them.
   */
  function keepLast(): void {
    draft.type(JSON.stringify(form.getFieldsValue(true)));
    void draft.flush();
  }
  useEffect(() => () => onGone(), []);
  return <DraftBar draft={draft} onTake={take} />;
}

/** JSON knows no days: what is one in the form becomes one again. */
function fill<Values extends object>(form: FormInstance<Values>, left: unknown): void {
  const before: Record<string, unknown> = form.getFieldsValue(true);
  const entries = Object.entries(left as Record<string, unknown>).map(([name, value]) => [
    name,
    dayjs.isDayjs(before[name]) && typeof value === 'string' ? dayjs(value) : value,
  ]);
  form.setFieldsValue(Object.fromEntries(entries) as Parameters<typeof form.setFieldsValue>[0]);
}

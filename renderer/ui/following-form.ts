import type { FormInstance } from 'antd';
import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * What the fields of an open form stand on once something else is stored: a field in which nothing was typed follows,
 * one that was typed in stands on what it showed before.
 */
export function followStored<Values extends object>(
  begun: Values,
  typed: Partial<Values>,
  stored: Values,
): Values {
  const next = { ...begun };
  for (const name of Object.keys(stored) as (keyof Values)[]) {
    const value = typed[name];
    if (value === undefined || isSame(value, begun[name]) || isSame(value, stored[name])) {
      next[name] = stored[name];
    }
  }
  return next;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function show<Values>(form: FormInstance<Values>, values: object): void {
  form.setFieldsValue(values);
}

interface FollowingForm<Values> {
  /** What the fields stand on: the base of a patch. */
  standsOn: () => Values;
  /** Shows that instead of what was typed. */
  giveUp: () => void;
}

/**
 * Keeps a form that stays open beside what is stored: what another window saves appears in it, but for the fields
 * that are being typed in.
 */
export function useFollowingForm<Values extends object>(
  form: FormInstance<Values>,
  stored: Values,
): FollowingForm<Values> {
  const begun = useRef(stored);

  function follow(now: Values): Values {
    const next = followStored(begun.current, form.getFieldsValue(), now);
    const followed = Object.entries(now).filter(([name, value]) => isSame(value, next[name as keyof Values]));
    show(form, Object.fromEntries(followed));
    begun.current = next;
    return next;
  }

  const onStored = useEffectEvent((now: string) => void follow(JSON.parse(now) as Values));
  const text = JSON.stringify(stored);
  useEffect(() => onStored(text), [text]);
  return { standsOn: () => follow(stored), giveUp: () => show(form, begun.current) };
}

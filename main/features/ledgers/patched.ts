import { decidePatch } from '#main/core/patch.ts';

/** What is stored with the patch on it. @throws AppError conflict, see decidePatch */
export function patched<Value>(
  stored: Readonly<Record<string, Value>>,
  base: Readonly<Record<string, Value>>,
  set: Readonly<Record<string, Value>>,
): Record<string, Value> {
  // What changes is a part of `set`, which has no field without a value.
  const changes = decidePatch<Readonly<Record<string, Value>>>(stored, base, set) as Record<string, Value>;
  return { ...stored, ...changes };
}

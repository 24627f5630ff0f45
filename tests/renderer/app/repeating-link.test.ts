import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { CallContext } from '#renderer/app/carriers/call-context.ts';
import { ConnectionLost, EntryLost } from '#renderer/app/carriers/connection-lost.ts';
import { repeatingLink } from '#renderer/app/carriers/repeating-link.ts';
import { createRepeatUid } from '#renderer/app/operations/repeat-uid.ts';

/** A carrier that fails so many times before it answers. */
function flakyLink(failures: number, error: () => Error = () => new TypeError('Failed to fetch')) {
  const contexts: CallContext[] = [];
  const link = repeatingLink(
    {
      call(_path, _input, { context }) {
        contexts.push(context);
        return contexts.length <= failures ? Promise.reject(error()) : Promise.resolve('answer');
      },
    },
    () => Promise.resolve(),
  );
  return { link, contexts };
}

describe('the repeating link', () => {
  it('repeats a write with the same operation uid until it is answered', async () => {
    const { link, contexts } = flakyLink(3);
    await expect(link.call(['x'], {}, { context: { repeat: true, operationUid: 'one' } })).resolves.toBe(
      'answer',
    );
    expect(contexts.map(({ operationUid }) => operationUid)).toEqual(['one', 'one', 'one', 'one']);
  });

  it('gives up with a word after half a minute of trying', async () => {
    const { link, contexts } = flakyLink(100);
    await expect(link.call(['x'], {}, { context: { repeat: true } })).rejects.toBeInstanceOf(ConnectionLost);
    expect(contexts).toHaveLength(6);
  });

  it('sends what does not ask for it only once', async () => {
    const { link, contexts } = flakyLink(1);
    await expect(link.call(['x'], {}, { context: {} })).rejects.toBeInstanceOf(ConnectionLost);
    expect(contexts).toHaveLength(1);
  });

  it('never repeats what the core refused', async () => {
    const { link, contexts } = flakyLink(1, () => new ORPCError('conflict'));
    await expect(link.call(['x'], {}, { context: { repeat: true } })).rejects.toBeInstanceOf(ORPCError);
    expect(contexts).toHaveLength(1);
  });

  it('passes on that the page has to be entered anew', async () => {
    const { link } = flakyLink(1, () => new EntryLost());
    await expect(link.call(['x'], {}, { context: { repeat: true } })).rejects.toBeInstanceOf(EntryLost);
  });

  it('leaves a call that the page gave up as it is', async () => {
    const { link } = flakyLink(1, () => new DOMException('aborted', 'AbortError'));
    const signal = AbortSignal.abort();
    await expect(link.call(['x'], {}, { context: {}, signal })).rejects.toThrow('aborted');
  });
});

describe('the uid of a write', () => {
  it('stays the same when the same content is sent again after a lost answer', () => {
    const uids = ['first', 'second', 'third'].values();
    const repeatUid = createRepeatUid(() => uids.next().value ?? '');
    const uid = repeatUid.uidFor({ name: '甲' });
    repeatUid.keep({ name: '甲' }, uid);
    expect(repeatUid.uidFor({ name: '甲' })).toBe('first');
    expect(repeatUid.uidFor({ name: '甲' })).toBe('second');
  });

  it('is a new one when the content was changed meanwhile', () => {
    const uids = ['first', 'second'].values();
    const repeatUid = createRepeatUid(() => uids.next().value ?? '');
    repeatUid.keep({ name: '甲' }, repeatUid.uidFor({ name: '甲' }));
    expect(repeatUid.uidFor({ name: '乙' })).toBe('second');
  });
});
